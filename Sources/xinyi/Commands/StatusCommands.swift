import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let status = Command(
    .status, .reads, summary: "进度：这个月在等什么，下一步是哪个命令", examples: ["xinyi 进度"]
  ) { session, _ in
    try session.read { view in
      var answer = view.directory.statusAnswer
      if let reminder = view.backupReminder { answer.warnings.append(reminder) }
      return answer
    }
  }
}

extension VillageView {
  /// After seven days without a backup. It depends on this workstation and not on the village's
  /// files, so it is no part of the answer.
  fileprivate var backupReminder: String? {
    guard let (days, last) = sight.daysWithoutBackup(snapshot, today: today) else { return nil }
    let since = last.map { "上次是 \($0)" } ?? "还没有备份过"
    return "提醒：已有 \(days) 天没有备份（\(since)）。请插上优盘：\(directory.command("backup", "优盘文件夹"))"
  }
}

/// A command that comes next: what of it is certain, and what is still to be said, in the words
/// that stand for it. A dialogue asks for the latter.
struct StepLine {
  let certain: [String]
  let open: [String]

  init(_ certain: [String], _ open: String...) {
    self.certain = certain
    self.open = open
  }

  func text(in directory: Directory) -> String {
    commandText(certain + open, directory.language)
  }
}

extension Directory {
  var statusAnswer: Answer {
    let status = ledger.status(on: today)
    let next = line(of: status.next).text(in: self)
    let village = ledger.opened.village.name
    var text = "\(village)\(ledger.opened.practice ? "【演练】" : "")  今天 \(today)\n"
    text += "账期 \(status.month)：\(status.state.word)\n"
    for waiting in status.waiting { text += "  在等：\(sentence(of: waiting))\n" }
    text += "下一步：\(sentence(of: status.next))\n  \(next)\n"
    return Answer(
      json: [
        ("village", .string(village)), ("practice", .bool(ledger.opened.practice)),
        ("today", .text(today)), ("month", .text(status.month)), ("state", .text(status.state)),
        ("waiting", .array(status.waiting.map { .object(row(of: $0)) })),
        ("next", .string(next)), ("nextText", .string(sentence(of: status.next))),
      ], text: text)
  }

  func line(of step: MonthStatus.NextStep) -> StepLine {
    switch step {
    case .addPeople:
      StepLine(["person", "add"], "姓名", "--household", "户号", "--head")
    case .nameCouncil: StepLine(["person", "role"], "编号", "council", "--from", today.description)
    case .record: StepLine(["record"], "细则编码", "编号")
    case .openReview(let month):
      StepLine(
        ["review", "open", "--month", month.description], "--present", "编号、编号", "--chair", "编号")
    case .decideRest(let month):
      StepLine(["review", "approve", "--rest", "--month", month.description])
    case .decideEach(let month): StepLine(["review", "agenda", "--month", month.description])
    case .closeReview(let month): StepLine(["review", "close", "--month", month.description])
    case .publish(let month): StepLine(["notice", "publish", "--month", month.description])
    case .awaitNotice(let notice, _): StepLine(["notice", "show", notice.description])
    case .resolve: StepLine(["objection", "list"])
    case .supplement(let month): StepLine(["notice", "supplement", "--month", month.description])
    case .closeYear(let year): StepLine(["year", "preview", year.description])
    case .confirm(let month): StepLine(["confirm", "--month", month.description])
    }
  }

  func sentence(of step: MonthStatus.NextStep) -> String {
    switch step {
    case .addPeople: "把村民记进名册"
    case .nameCouncil(let members): "登记议事会成员（现有 \(members) 人，至少 5 人，须是单数）"
    case .record: "继续记分；25 日以后可以开会评审（12 月的放到年后）"
    case .openReview(let month): "议事会开会，评审 \(month)"
    case .decideRest(let month): "先通过 \(month) 没有疑问的加分条目"
    case .decideEach(let month): "看 \(month) 议程，逐条表决还没有定的条目"
    case .closeReview(let month): "\(month) 全部表决完毕，散会"
    case .publish(let month): "\(month) 张榜公示"
    case .awaitNotice(_, let day): "公示到 \(day) 止，\(day + 1) 起可以确认生效；现在可以看公示"
    case .resolve(let objection): "答复异议 \(objection)"
    case .supplement(let month): "补充公示 \(month) 异议后更正的条目"
    case .closeYear(let year): "\(year) 年各月都办完了，先看年结预览，再结转"
    case .confirm(let month): "\(month) 公示期满，确认生效"
    }
  }

  func sentence(of waiting: MonthStatus.Waiting) -> String {
    switch waiting {
    case .undecided(let month, let count): "\(month) 还有 \(count) 条没有表决"
    case .notice(let notice, let to): "公示 \(notice) 到 \(to) 止"
    case .objection(let objection, let entry, let due):
      "异议 \(objection)（条目 \(entry)）请在 \(due) 前答复"
    case .corrected(let month, let count): "\(month) 有 \(count) 条更正后待补充公示"
    case .unsent(let month, let count): "\(month) 有 \(count) 条可以上报"
    case .returned(let count): "镇里退回 \(count) 条，请在下次议事会上通报"
    case .overdueReminders(let count, let since):
      "提示书有 \(count) 份过了期限（最早的到 \(since) 止）还没有了结"
    case .expiring(let year, let points, let accounts, let until):
      "\(year) 年的积分还有 \(points.fixed) 分（\(accounts) 个账户）没有用，到 \(until) 止"
    case .expired(let points, let accounts):
      "有 \(points) 分（\(accounts) 户或人）已经过期，可以清零"
    }
  }

  private func row(of waiting: MonthStatus.Waiting) -> Row {
    let facts: (what: String, ref: String, until: Day?) =
      switch waiting {
      case .undecided(let month, _): ("undecided", month.description, nil)
      case .notice(let notice, let to): ("notice", notice.description, to)
      case .objection(let objection, _, let due): ("objection", objection.description, due)
      case .corrected(let month, _): ("corrected", month.description, nil)
      case .unsent(let month, _): ("unsent", month.description, nil)
      case .returned: ("returned", "", nil)
      case .overdueReminders: ("overdueReminders", "", nil)
      case .expiring(let year, _, _, let until): ("expiring", year.description, until)
      case .expired: ("expired", "", nil)
      }
    return [
      ("what", .string(facts.what)), ("ref", .string(facts.ref)),
      ("until", .optional(facts.until)), ("text", .string(sentence(of: waiting))),
    ]
  }
}
