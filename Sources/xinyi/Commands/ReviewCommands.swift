import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let reviewOpen = Command(
    .reviewOpen, .writes, summary: "议事会开会，评审一个月的条目",
    examples: ["xinyi 议事 开会 --到会 0003、0007、0011、0015、0020 --主持 0003"],
    options: [
      .optional(.month, .month, "哪个月；不写就是最早还没评审的月"),
      .required(.present, .people, "到会的成员"), .required(.chair, .person, "主持人"),
    ]
  ) { session, arguments in
    try session.write { change in
      let open = change.ledger.firstUnopenedMonth(from: change.ledger.opened.firstMonth)
      let month = arguments[.month].month ?? open
      if month > change.today.month, let held = change.ledger.monthInReview {
        throw Refusal.monthIs(held, .inReview, needed: .open)
      }
      let present = try change.directory.people(listed: arguments[.present].texts)
      let chair = try change.directory.person(arguments[.chair].text ?? "")
      try change.draft.openReview(of: month, present: present.unique, chair: chair)
    } answer: { outcome in
      guard case .reviewOpened(let opened) = outcome.events.first?.event else {
        return Answer(json: [], text: "")
      }
      var answer = outcome.directory.agenda(of: opened.month)
      answer.text +=
        "下一步：" + outcome.directory.firstVote(on: opened.month) + "\n"
      if opened.month.monthOfYear == 12 && outcome.today <= opened.month.lastDay {
        answer.warnings.append("注意：12 月还没有过完就开会，今后补记的事要算到明年的评级里。")
      }
      return answer
    }
  }

  static let reviewAgenda = Command(
    .reviewAgenda, .reads, summary: "看议程：这个月要评审的条目",
    examples: ["xinyi 议事 议程", "xinyi 议事 议程 --月份 2026-10"],
    options: [.optional(.month, .month, "哪个月；不写就是评审中的月")]
  ) { session, arguments in
    try session.read { view in
      let open = view.ledger.firstUnopenedMonth(from: view.ledger.opened.firstMonth)
      let month = try view.directory.month(
        arguments[.month].month, in: .inReview, orElse: open)
      return view.directory.agenda(of: month)
    }
  }

  static let reviewApprove = Command(
    .reviewApprove, .writes, summary: "通过条目；--其余 通过没有疑问的加分条目",
    examples: ["xinyi 议事 通过 --其余", "xinyi 议事 通过 17 18 --票数 6-1-0"],
    words: [Word(.entry, .entries, .many, "条目", replacedBy: .rest)],
    options: [.flag(.rest, "其余没有疑问的加分条目"), .votes, .optional(.month, .month, "哪个月")]
  ) { session, arguments in
    try session.decide(.approve, arguments)
  }

  static let reviewAmend = Command(
    .reviewAmend, .writes, summary: "改分后通过；超出细则的范围要一事一议",
    examples: [
      "xinyi 议事 改分 17 --分值 2 --理由 核实为860元",
      "xinyi 议事 改分 17 --分值 8 --一事一议 --记录号 2026-10-1 --理由 连续三夜守堤",
    ],
    words: [Word(.entry, .entry, .one, "条目")],
    options: [
      .required(.points, .points, "定为多少分（只写大小）"), .required(.why, .text, "为什么改"), .votes,
      .flag(.special, "一事一议：不限于细则的分值和限额，要写记录号"),
      .optional(.minute, .text, "一事一议的会议记录号"),
    ]
  ) { session, arguments in
    try session.decide(try arguments.amendment(), arguments)
  }

  static let reviewReject = Command(
    .reviewReject, .writes, summary: "驳回条目", examples: ["xinyi 议事 驳回 17 --理由 签到表无本人签名"],
    words: [Word(.entry, .entries, .many, "条目")],
    options: [.required(.why, .text, "为什么驳回"), .votes]
  ) { session, arguments in
    try session.decide(.reject, arguments)
  }

  static let reviewDefer = Command(
    .reviewDefer, .writes, summary: "缓议：留到下个月", examples: ["xinyi 议事 缓议 17 --理由 待现场核实"],
    words: [Word(.entry, .entries, .many, "条目")],
    options: [.required(.why, .text, "为什么缓议"), .votes]
  ) { session, arguments in
    try session.decide(.defer, arguments)
  }

  static let reviewUndo = Command(
    .reviewUndo, .writes, summary: "重议：撤销这次会上的一个表决", examples: ["xinyi 议事 重议 17"],
    words: [Word(.entry, .entries, .many, "条目")]
  ) { session, arguments in
    try session.decide(.undo, arguments)
  }

  static let reviewClose = Command(
    .reviewClose, .writes, summary: "散会；没有表决和缓议的条目转到下个月", examples: ["xinyi 议事 散会"],
    options: [.optional(.month, .month, "哪个月；不写就是评审中的月")]
  ) { session, arguments in
    try session.write { change in
      let month = try change.directory.month(arguments[.month].month, in: .inReview)
      try change.draft.closeReview(of: month)
    } answer: { outcome in
      outcome.closingAnswer
    }
  }
}

extension Directory {
  /// What a meeting that has just begun does first.
  fileprivate func firstVote(on month: Month) -> String {
    if !ledger.rest(of: month).isEmpty { return command("review", "approve", "--rest") }
    let isEmpty = ledger.agenda(of: month).isEmpty
    return isEmpty ? command("review", "close") : command("review", "approve", "条目号")
  }
}

extension Command.Option {
  fileprivate static let votes = Command.Option.optional(
    .votes, .votes, "赞成-反对-弃权；不写就是到会的全体赞成"
  ).asked
}

extension Arguments {
  /// Outside the item's set only with a minute of its own (S4.8).
  fileprivate func amendment() throws -> Motion {
    let points = self[.points].points ?? .zero
    switch (self[.special].isGiven, self[.minute].text) {
    case (false, nil): return .amend(points)
    case (true, let minute?): return .amendSpecially(points, minute: minute)
    case (true, nil): throw usage(.missingOption(.minute))
    case (false, .some): throw usage(.missingOption(.special))
    }
  }
}

extension Session {
  /// Puts one motion to the council for the entries named, or for the rest.
  fileprivate func decide(_ motion: Motion, _ arguments: Arguments) throws -> Answer {
    try write { change in
      var numbers = try arguments[word: .entry].texts.map {
        try change.directory.entry($0, .inReview, of: arguments[.month].month)
      }.unique
      if arguments[.rest].isGiven {
        let month = try change.directory.month(arguments[.month].month, in: .inReview)
        let state = change.ledger.reviewMonth(month).state
        guard state == .inReview else { throw Refusal.monthIs(month, state, needed: .inReview) }
        numbers = change.ledger.rest(of: month).map(\.number)
      }
      let votes = arguments[.votes].votes
      try change.draft.decide(numbers, motion, votes: votes, why: arguments[.why].text)
    } answer: { outcome in
      outcome.decisionAnswer
    }
  }
}

extension Outcome {
  fileprivate var decisionAnswer: Answer {
    let entries = touchedEntries.filter { $0.recorded.adjusts == nil || $0.decision != nil }
    guard let month = entries.first?.month else {
      return Answer(rows: [], text: "没有可以一并通过的条目。\n")
    }
    let flags = entries.map { ledger.flags(of: $0) }
    let capped = flags.count { $0.contains(.capped) }
    let noEvidence = flags.count { $0.contains(.noEvidence) }
    let recused = entries.filter { $0.decision?.recused.isEmpty == false }
    var text = "已表决 \(entries.count) 条"
    if capped + noEvidence > 0 { text += "，其中限额 \(capped) 条、缺佐证 \(noEvidence) 条" }
    text += "。\n" + directory.table(of: entries)
    for entry in recused {
      let names = entry.decision?.recused.map(naming.person).joined(separator: "、") ?? ""
      text += "\(entry.number) 回避：\(names)\n"
    }
    text += proposedAdjustments
    let left = ledger.agenda(of: month).count { $0.state == .pending }
    text +=
      left > 0
      ? "还有 \(left) 条没有表决：\(directory.command("review", "agenda"))\n"
      : "全部表决完毕，可以散会：\(directory.command("review", "close"))\n"
    return Answer(
      rows: entries.map(directory.row(of:)), text: text,
      with: [
        ("month", .text(month)), ("capped", .int(capped)), ("noEvidence", .int(noEvidence)),
      ])
  }

  /// The reversal and the adjustments that follow from this command, or nothing.
  var proposedAdjustments: String {
    corrections.map { entry in
      "另提出 \(directory.words(forCorrection: entry))，\(entry.recorded.month) 评审。\n"
    }.joined()
  }

  fileprivate var closingAnswer: Answer {
    guard case .reviewClosed(let closed) = events.first?.event else {
      return Answer(json: [], text: "")
    }
    let entries = ledger.agenda(of: closed.month)
    let moved = touchedEntries
    let approved = entries.count { $0.state == .approved }
    var text = "\(closed.month) 评审结束：通过 \(approved) 条，驳回 "
    text += "\(entries.count { $0.state == .rejected }) 条，转到下月 \(moved.count) 条。\n"
    text +=
      "下一步张榜："
      + directory.command("notice", "publish", "--month", closed.month.description) + "\n"
    return Answer(
      rows: (entries + moved).map(directory.row(of:)), text: text,
      with: [("month", .text(closed.month))])
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of its first appearance.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Ledger {
  /// A month whose meeting is open, if there is one.
  fileprivate var monthInReview: Month? {
    months.values.filter { $0.state == .inReview }.map(\.month).min()
  }
}
