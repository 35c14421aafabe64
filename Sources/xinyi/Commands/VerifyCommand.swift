import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let verify = Command(
    .verify, .reads, summary: "查账：整条校验链、每一笔合计和旁边的文件；也可查公示上的校验码",
    examples: ["xinyi 查账", "xinyi 查账 --校验码 \"cf8a 42d7 c334 c750\""],
    options: [.optional(.fingerprint, .fingerprint, "公示上的账本校验码，至少前 16 位")]
  ) { session, arguments in
    let folder = try session.folder()
    let (snapshot, sight) = try session.openVillage(folder)
    _ = try session.today(practice: snapshot.ledger.opened.practice)
    var findings = snapshot.findings + (try folder.noticeFindings(snapshot))
    if let damage = try folder.lockDamage() { findings.append(Finding(.ledger(damage))) }
    findings += folder.place().conflictedCopies.map { Finding(conflictedCopy: $0) }
    var found: Int?
    if let typed = arguments[.fingerprint].text, let prefix = DigestPrefix(typed: typed) {
      found = snapshot.lines.findFingerprint(prefix)
      if found == nil {
        findings.append(
          Finding(
            code: "V501", file: LedgerDamage.File.ledger.rawValue, line: nil,
            message: "账本里没有一处的校验码以 \(prefix) 开头：纸上的和账上的不是同一本账"))
      }
    }
    var answer = Answer.verification(snapshot, findings, fingerprintAt: found)
    answer.warnings += sight.warnings
    return answer
  }
}

extension VillageSnapshot {
  /// Damage of the ledger, then what does not add up, then books that differ from it.
  fileprivate var findings: [Finding] {
    let damages = damages.map { Finding($0) }.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    let invariants = ledger.invariantFaults().map {
      Finding(
        code: "V204", file: LedgerDamage.File.ledger.rawValue, line: nil,
        message: "账面合计对不上：\($0.sentence)")
    }
    return damages + invariants + differences.map(\.finding)
  }
}

extension InvariantFault {
  fileprivate var sentence: String {
    switch self {
    case .rating(let account, let year, let held, let computed):
      "\(account.label) \(year) 年评级账上 \(held)，算出 \(computed)"
    case .spendable(let account, let held, let computed):
      "\(account.label) 可兑换账上 \(held)，算出 \(computed)"
    case .cards(let held, let computed): "积分卡账上 \(held) 分，算出 \(computed) 分"
    case .stock(let item, let held): "商品 \(item) 存货 \(held)"
    case .entryState(let entry, let state): "条目 \(entry) 不该是“\(state.word)”"
    case .monthState(let month, let state): "\(month) 不该是“\(state.word)”"
    }
  }
}

extension Account {
  fileprivate var label: String {
    switch self {
    case .person(let number): number.text
    case .household(let number): "户 \(number)"
    }
  }
}

extension VillageSnapshot.BookDifference {
  fileprivate var finding: Finding {
    switch self {
    case .village:
      Finding(
        code: "V401", file: DataFile.village.name, line: nil,
        message: "与账本不同：设置只能用命令改，手改不生效")
    case .person(let person):
      Finding(
        code: "V402", file: DataFile.roster.name, line: nil,
        message: "编号 \(person) 的登记与账本不同：除姓名和出生日期外，手改不生效")
    case .goods(let item):
      Finding(
        code: "V403", file: DataFile.shop.name, line: nil,
        message: "商品 \(item) 的单价与账本不同：手改不生效")
    }
  }
}

extension VillageFolder {
  /// Posted papers whose kept text is gone or was changed.
  func noticeFindings(_ snapshot: VillageSnapshot) throws -> [Finding] {
    let ledger = snapshot.ledger
    let notices = ledger.noticeOrder.compactMap { ledger.notices[$0] }.map {
      (Posting($0), ledger.noticeBefore($0.number), "公示 \($0.number) ")
    }
    let years = ledger.years.values.sorted { $0.year < $1.year }.map {
      (Posting($0), ledger.notice(before: $0.sequence), "\($0.year) 年等级公示")
    }
    let postings = notices + years
    let fingerprints = snapshot.lines.fingerprints(lines: postings.map(\.0.sequence))
    return try postings.compactMap { posting, earlier, title in
      try finding(posting, after: earlier, title, fingerprints)
    }
  }

  private func finding(
    _ posting: Posting, after earlier: Notice?, _ title: String, _ fingerprints: [Int: Digest]
  ) throws -> Finding? {
    guard let file = KeptNotice.file(posting.name) else { return nil }
    let kept = try KeptNotice(posting, after: earlier, in: self, fingerprints: fingerprints)
    switch kept {
    case .genuine, .unfinished: return nil
    case .missing:
      return Finding(
        code: "V404", file: file.description, line: nil, message: "\(title)的原文不在了")
    case .forged:
      return Finding(
        code: "V405", file: file.description, line: nil, message: "\(title)的原文与账本记的不一致，被改动过")
    }
  }
}

extension Repair {
  fileprivate var row: Row {
    [
      ("line", .int(line)), ("at", .text(at)), ("by", .text(by)),
      ("steps", .array(repaired.steps.map { .text($0) })),
      ("records", .int(repaired.records)), ("givenUp", .optional(repaired.givenUp?.seq)),
      ("why", .optional(repaired.why)),
    ]
  }
}

extension Answer {
  fileprivate static func verification(
    _ snapshot: VillageSnapshot, _ findings: [Finding], fingerprintAt line: Int?
  ) -> Answer {
    let records = snapshot.lines.count
    let isRollback = snapshot.damages.contains { $0.isRollback }
    var text = findings.isEmpty ? "账本完好：\(records) 行，首尾相接，合计相符。\n" : "账本有 \(findings.count) 处问题：\n"
    text += findings.map(\.text).joined()
    if let line { text += "校验码相符：是账本第 1 至 \(line) 行的校验码。\n" }
    text += "末行校验值 \(snapshot.lines.lastHash)\n"
    for repair in snapshot.ledger.repairs {
      text += "修过账本：第 \(repair.line) 行，\(repair.at.day)，经手人 \(repair.by)\n"
    }
    if snapshot.tail > 0 {
      text += "另有 \(snapshot.tail) 字节没有确认过，下次写账时移到 quarantine，不算数。\n"
    }
    var answer = Answer(
      json: [
        ("ok", .bool(findings.isEmpty)), ("records", .int(records)),
        ("head", .text(snapshot.lines.lastHash)), ("fingerprintLine", .optional(line)),
        ("tail", .int(snapshot.tail)),
        ("repairs", .array(snapshot.ledger.repairs.map { .object($0.row) })),
        ("findings", .array(findings.map(\.json))),
      ], text: text)
    answer.status = findings.isEmpty ? .done : isRollback ? .rolledBack : .badData
    return answer
  }
}
