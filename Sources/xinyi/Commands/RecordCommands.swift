import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let record = Command(
    .record, .writes, summary: "记一件事，一人或多人；过了评审和公示才算数",
    examples: [
      "xinyi 记分 GI04 苏玉强 --日期 10-04 --佐证 照片", "xinyi 记分 GI01 0012 0015 --数量 8",
      "xinyi 记分 GI01 1-12 15=4 1组 除 3 7 --数量 2 --佐证 签到表",
      "xinyi 扣分 RJ01 0031 --日期 昨天 --佐证 照片、提示书",
    ],
    words: [
      Word(.rule, .rule, .one, "细则编码或名称"),
      Word(.who, .people, .many, "谁：编号、姓名、1-12、1组、全村、户:012；15=4 是数量；除 后面的不算"),
    ],
    options: [
      .optional(.on, .day, "发生的日期，不写就是今天").asked,
      .optional(.quantity, .quantity, "数量，如小时数、元"), .optional(.level, .text, "档次的名称"),
      .optional(.points, .points, "可选分值中的一个"),
      .optional(.deed, .deed, "事件号：同一天另一件事，或几项同属一件事"),
      .optional(.campaign, .campaign, "活动代号"),
      .repeatable(.evidence, .evidence, "佐证；文件写 @路径").asked, .optional(.document, .document, "文书号"),
      .optional(.collector, .person, "采集员").asked,
      .optional(.source, .choice(.sources), "信息从哪里来，不写就是采集员"),
      .optional(.note, .text, "备注，不上公示"), .optional(.why, .text, "补记太迟时的理由"),
    ]
  ) { session, arguments in
    guard arguments[.evidence].texts.count <= mostEvidence else {
      throw arguments.usage(
        .invalidValue(
          .option(.evidence), typed: "", .tooLarge(expectation: "至多 \(mostEvidence) 件佐证")))
    }
    let evidence = try session.evidence(arguments[.evidence].texts)
    return try session.write(byState: true) { change in
      let directory = change.directory
      let day = arguments[.on].day ?? change.today
      let item = try directory.rule(arguments[word: .rule].text ?? "", on: day)
      try item.require(signTyped: arguments.typedName)
      let list = PeopleList(
        arguments[word: .who].texts, for: .init(day: day, item: item), in: directory)
      let lines = try list.checked()
      if !list.skipped.isEmpty { change.warnings.append(directory.note(onSkipped: list.skipped)) }
      var request = RecordRequest(
        rule: item.code, recipients: [], on: day, quantity: arguments[.quantity].quantity,
        level: arguments[.level].text, points: arguments[.points].points,
        deed: arguments[.deed].code(as: DeedNumber.self),
        campaign: try arguments[.campaign].text.map { try directory.campaign($0).campaign },
        document: arguments[.document].text, evidence: evidence,
        source: arguments[.source].choice(as: EntrySource.self) ?? .collector,
        note: arguments[.note].text, why: arguments[.why].text)
      if let typed = arguments[.collector].text { request.collector = try directory.person(typed) }
      try change.draft.record(request.parted(into: lines))
    } answer: { outcome in
      outcome.recordAnswer
    }
  }

  static let withdraw = Command(
    .withdraw, .writes, summary: "撤回还没有评审的条目，或一整批",
    examples: ["xinyi 撤回 2026-10-0017 --理由 写错了人", "xinyi 撤回 B0042 --理由 重复"],
    words: [Word(.entry, .entryOrBatch, .many, "条目号或批号")],
    options: [.required(.why, .text, "为什么撤回")]
  ) { session, arguments in
    try session.write { change in
      let numbers = try arguments[word: .entry].texts.flatMap {
        try change.directory.entries(ofBatchOr: $0, arguments.path.entryPlace)
      }.unique
      try change.draft.withdraw(numbers, why: arguments[.why].text ?? "")
    } answer: { outcome in
      let lapsed = outcome.lapsed(why: arguments[.why].text)
      let entries = outcome.touchedEntries.filter { $0.state == .withdrawn }
      return Answer(
        rows: outcome.touchedEntries.map(outcome.directory.row(of:)),
        text: "已撤回 \(entries.count - lapsed.count) 条；要恢复，请重新记。\n"
          + outcome.directory.table(of: entries) + outcome.words(forLapsed: lapsed)
          + outcome.proposedAdjustments)
    }
  }

  static let entryList = Command(
    .entryList, .reads, summary: "列出台账里的条目",
    examples: ["xinyi 台账 列表", "xinyi 台账 列表 --村民 0012 --月份 2026-10 --状态 生效"],
    options: [
      .optional(.person, .person, "只列这个人的"), .optional(.month, .month, "只列这个账期的"),
      .optional(.state, .choice(.states), "只列这个状态的"),
    ]
  ) { session, arguments in
    try session.read { view in
      let person = try arguments[.person].text.map { try view.directory.person($0) }
      let month = arguments[.month].month
      let state = arguments[.state].choice(as: Entry.State.self)
      let entries = view.ledger.entries.filter { entry in
        (person == nil || entry.recorded.person == person)
          && (month == nil || entry.month == month) && (state == nil || entry.state == state)
      }.sorted { $0.number < $1.number }
      return Answer(
        rows: entries.map(view.directory.row(of:)),
        text: view.directory.table(of: entries) + "共 \(entries.count) 条。\n")
    }
  }

  static let entryShow = Command(
    .entryShow, .reads, summary: "看一个条目的全部情况", examples: ["xinyi 台账 查看 10-17"],
    words: [Word(.entry, .entry, .one, "条目号")]
  ) { session, arguments in
    try session.read { view in
      let number = try view.directory.entry(
        arguments[word: .entry].text ?? "", arguments.path.entryPlace)
      guard let entry = view.ledger[number] else {
        throw WordFault.unknownEntry(number.description)
      }
      return Answer(
        rows: [view.directory.row(of: entry)],
        text: view.directory.table(of: [entry]) + view.directory.facts(of: entry))
    }
  }
}

/// How many pieces of evidence one record names at most; more belong on a list of their own.
let mostEvidence = 20

extension Catalog.Item {
  /// 加分 and 扣分 refuse the other sign.
  fileprivate func require(signTyped typed: String) throws(WordFault) {
    let insisted: Sign? =
      switch typed {
      case "加分": .plus
      case "扣分": .minus
      default: nil
      }
    if let insisted, insisted != sign { throw .wrongSign(self, typed: typed) }
  }
}

extension Session {
  /// Evidence as it is kept: words as they are, a file as a salted hash (S8.5).
  func evidence(_ typed: [String]) throws -> [String] {
    try typed.map { text in
      guard text.hasPrefix("@") else { return text }
      do throws(SystemFailure) {
        let content = try files.readInput(
          String(text.dropFirst()), atMost: FileSystem.largestInput)
        let salt = files.randomBytes(16)
        return "sha256:\(hexadecimal(salt)):\(SHA256.digest(of: salt + content))"
      } catch {
        throw Failure(error, writing: false)
      }
    }
  }
}

extension Outcome {
  /// The entries that the lines of this command name, each once, in order.
  var touchedEntries: [Entry] {
    var numbers: [EntryNumber] = []
    var seen: Set<EntryNumber> = []
    for event in events {
      for number in event.event.entries where seen.insert(number).inserted {
        numbers.append(number)
      }
    }
    return numbers.compactMap { ledger[$0] }
  }

  fileprivate var recordAnswer: Answer {
    let entries = touchedEntries
    let batch = entries.first?.recorded.batch
    let tiers = entries.filter { ledger.item(of: $0)?.amount.kind == .tier }
    var text = "已记 \(entries.count - tiers.count) 条，批号 \(batch?.text ?? "")，待评审。\n"
    if entries.count > 1 { text += directory.total(of: entries) }
    text += directory.table(of: entries)
    for tier in tiers {
      text += "年度累计到档，另提出 \(tier.number)（\(tier.recorded.title)，\(tier.recorded.asked.signed)）。\n"
    }
    text += closedReminders
    for entry in entries where ledger.item(of: entry)?.subject == .household {
      text += "\(entry.number) 记在户主 \(naming.person(entry.recorded.person)) 名下。\n"
    }
    let cautions = directory.cautions(of: entries)
    text += cautions.map { "提醒：\($0)。\n" }.joined()
    text += undo(batch)
    return Answer(
      rows: entries.map(directory.row(of:)), text: text,
      with: [
        ("batch", .optional(batch)), ("cautions", .array(cautions.map { .string($0) })),
      ])
  }

  /// The reminders that a breach recorded after the term closes.
  private var closedReminders: String {
    events.compactMap { event -> String? in
      guard case .reminderClosed(let closed) = event.event else { return nil }
      return "提示书 \(closed.reminder) 办结：待改正 → 逾期未改，已记扣分。\n"
    }.joined()
  }

  private func undo(_ batch: BatchNumber?) -> String {
    batch.map { "记错了可以撤回：\(directory.command("withdraw", $0.text, "--why", "理由"))\n" } ?? ""
  }
}

extension RecordRequest {
  /// The request for each line of a list: neighbours who did as much stay together.
  fileprivate func parted(into lines: [PeopleList.Line]) -> [RecordRequest] {
    var requests: [RecordRequest] = []
    for line in lines {
      let quantity = line.quantity ?? quantity
      if let last = requests.indices.last, requests[last].quantity == quantity {
        requests[last].recipients.append(line.recipient)
      } else {
        var request = self
        request.quantity = quantity
        request.recipients = [line.recipient]
        requests.append(request)
      }
    }
    return requests
  }
}

extension Directory {
  /// Who was in a range or a group and yet gets no line.
  fileprivate func note(onSkipped people: [PersonNumber]) -> String {
    let named = people.prefix(10).map(naming.person).joined(separator: "、")
    let more = people.count > 10 ? "等 \(people.count) 人" : ""
    return "注意：那天不参加评价，没有算进去：\(named)\(more)。"
  }

  /// `共 40 人，+80.0 分；限额减去 6 分。`
  fileprivate func total(of entries: [Entry]) -> String {
    let people = Set(entries.map(\.recorded.person)).count
    let assessments = entries.map { ledger.assessment(of: $0) }
    let points = assessments.map(\.points).reduce(Points.zero, +)
    let cut = zip(entries, assessments).filter { ledger.flags(of: $0.0).contains(.capped) }
      .map { $0.1.beforeCap + $0.1.bonus - $0.1.points }.reduce(Points.zero, +)
    let note = cut == .zero ? "" : "；限额减去 \(cut.magnitude.description) 分"
    return "共 \(people) 人，\(points.signed) 分\(note)。\n"
  }
}

extension Event {
  /// The entries an event names.
  var entries: [EntryNumber] {
    switch self {
    case .recorded(let event): [event.entry]
    case .withdrawn(let event): event.entries
    case .decided(let event): event.entries.map(\.entry)
    case .reviewClosed(let event): event.undecided
    case .noticePublished(let event): event.lines.map(\.entry)
    case .objectionFiled(let event): [event.entry]
    case .confirmed(let event): event.lines.map(\.entry)
    case .platformExported(let event): event.entries
    case .ledgerOpened, .settingsSet, .catalogAdopted, .rosterChanged, .consentChanged,
      .reviewOpened, .reviewReopened, .noticeVoided, .objectionResolved, .reminderIssued,
      .reminderClosed, .campaignSet, .balanceMoved, .yearClosed, .spendableExpired,
      .goodsReceived, .priceSet, .redeemed, .repaired, .goodsCounted, .goodsWrittenOff,
      .goodsReturned, .goodsDelisted, .refunded, .cardsIssued, .cardsTaken, .cardsReturned,
      .cardBarred, .cardsCounted:
      []
    case .recused(let event): event.entries
    case .evidenceAdded(let event): [event.entry]
    case .entriesHidden(let event): event.entries
    case .platformAnswered(let event): event.entries.map(\.entry)
    }
  }
}

extension Directory {
  /// What the entry corrects with everything decided beside it, and what corrects it.
  private func corrections(of entry: Entry) -> [String] {
    var facts: [String] = []
    if ledger.reference(of: entry) != nil { facts.append(words(forCorrection: entry)) }
    facts += ledger.followers(of: entry).map { words(forCorrection: $0) }
    if let leader = ledger.leader(of: entry) {
      facts.append("随冲正 \(leader.number) 一起评审、公示、生效")
    }
    if let corrected = entry.recorded.corrects { facts.append("代替 \(corrected)") }
    let corrections =
      [ledger.reversalUnderWay(of: entry.number), ledger.correctionUnderWay(of: entry.number)]
    facts += corrections.compactMap { $0 }.map { "\(words(forCorrection: $0))，\($0.state.word)" }
    if entry.bonus != .zero { facts.append("其中活动另加 \(entry.bonus.signed)") }
    return facts
  }

  /// What the table of entries leaves out, a line each.
  fileprivate func facts(of entry: Entry) -> String {
    let recorded = entry.recorded
    var facts = [
      "批号 \(recorded.batch)，\(entry.at) 由 \(entry.by) 记录，账期 \(entry.month)",
      "佐证：" + (recorded.evidence.isEmpty ? "无" : recorded.evidence.joined(separator: "；")),
    ]
    if !entry.laterEvidence.isEmpty {
      facts.append("补证：" + entry.laterEvidence.joined(separator: "；"))
    }
    if let quantity = recorded.quantity { facts.append("数量：\(quantity)") }
    if let level = recorded.level { facts.append("档次：\(level)") }
    if let deed = recorded.deed { facts.append("事件号：\(deed)") }
    if let document = recorded.document { facts.append("文号：\(document)") }
    if let note = recorded.note { facts.append("备注：\(note)") }
    if let why = recorded.why { facts.append("理由：\(why)") }
    if let second = recorded.second { facts.append("复核人：\(second)") }
    facts += corrections(of: entry)
    if let decision = entry.decision {
      facts.append(
        "评审：\(decision.outcome.word)，赞成 \(decision.for)、反对 \(decision.against)、弃权 \(decision.abstain)"
          + (decision.why.map { "，理由：\($0)" } ?? ""))
    }
    if let notice = entry.notice { facts.append("公示：\(notice)") }
    if let objection = entry.openObjection { facts.append("异议：\(objection) 待答复") }
    if let day = entry.effectiveOn {
      facts.append(
        "生效：\(day)，评级 \(entry.effect.rating.signed)，可兑换 \(entry.effect.spendable.signed)")
    }
    return facts.map { $0 + "\n" }.joined()
  }
}
