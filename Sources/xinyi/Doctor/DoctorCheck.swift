import XinyiFiles

/// One thing that was looked at, how it stands, and what to do where it does not stand well.
struct DoctorCheck: Equatable {
  let subject: Subject
  let state: State
  /// What was found, in one sentence.
  let message: String
  /// A command or a step; nil where nothing is to be done.
  let hint: String?

  init(_ subject: Subject, _ state: State, _ message: String, hint: String? = nil) {
    self.subject = subject
    self.state = state
    self.message = message
    self.hint = hint
  }

  enum State: String, CaseIterable {
    case fine = "ok 好"
    /// Worth knowing; nothing is lost yet.
    case caution = "notice 注意"
    /// Work cannot go on safely.
    case trouble = "problem 有问题"
  }

  /// In the order in which they are shown.
  enum Subject: String, CaseIterable {
    case program = "program 程序"
    case encoding = "encoding 编码"
    case width = "width 屏幕宽度"
    case village = "village 账本"
    case books = "books 旁边的文件"
    case access = "access 权限"
    case owner = "owner 主人"
    case lock = "lock 锁"
    case leftovers = "leftovers 残留"
    case place = "place 位置"
    case copies = "copies 冲突副本"
    case space = "space 磁盘"
    case clock = "clock 时钟"
    case witness = "witness 见证"
    case backup = "backup 备份"
  }
}

extension DoctorCheck {
  var row: Row {
    [
      ("check", .string(Name(subject.rawValue).english)),
      ("state", .string(Name(state.rawValue).english)), ("message", .string(message)),
      ("hint", .optional(hint)),
    ]
  }
}

extension Answer {
  /// Status 3 as soon as something is in trouble, as for whatever finds faults in the files.
  init(checks: [DoctorCheck], width: Int) {
    let rows = checks.flatMap { check in
      let found = [
        Name(check.state.rawValue).shown(in: .chinese),
        Name(check.subject.rawValue).shown(in: .chinese), check.message,
      ]
      return [found] + (check.hint.map { [["", "", "办法：\($0)"]] } ?? [])
    }
    let counts = DoctorCheck.State.allCases.map { state in
      "\(Name(state.rawValue).shown(in: .chinese)) \(checks.filter { $0.state == state }.count)"
    }
    let lines = Columns(rows: rows, indent: 0, width: min(width, HelpPage.greatestWidth)).lines
    self.init(
      rows: checks.map(\.row),
      text: lines.joined(separator: "\n") + "\n共查 \(checks.count) 项："
        + counts.joined(separator: "，") + "。\n")
    status = checks.contains { $0.state == .trouble } ? .badData : .done
  }
}
