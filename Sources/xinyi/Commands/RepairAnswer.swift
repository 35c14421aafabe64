import XinyiFiles
import XinyiLedger
import XinyiText

extension RepairPlan {
  /// No more than bytes that nobody was told of: the next writing command takes them away too.
  var isHarmless: Bool { steps == [.tail] }

  /// An older ledger was put back.
  var isRollback: Bool {
    if let damage { return damage.isRollback }
    return max(sighting?.seq ?? 0, end.seq) > (acknowledged?.seq ?? 0) || steps.contains(.head)
  }
}

extension Answer {
  /// A plan, or with `kept` what was done.
  init(_ plan: RepairPlan, in folder: VillageFolder, kept: [String]?) {
    self.init(
      json: [
        ("applied", .bool(kept != nil)), ("steps", .array(plan.steps.map { .text($0) })),
        ("records", .int(plan.end.seq)), ("head", .text(plan.end.last)),
        ("tail", .int(plan.tail)),
        ("acknowledged", .optional(plan.acknowledged?.seq)),
        ("acknowledgedHash", .optional(plan.acknowledged?.last)),
        ("seen", .optional(plan.sighting?.seq)), ("seenHash", .optional(plan.sighting?.last)),
        ("missing", .array(plan.missing.map { .string($0.path) })),
        ("kept", .array((kept ?? []).map { .string("quarantine/" + $0) })),
      ], text: Self.text(plan, plan.ends + plan.papers(in: folder), kept))
  }

  private static func text(
    _ plan: RepairPlan, _ facts: [String], _ kept: [String]?
  ) -> String {
    guard !plan.steps.isEmpty else { return "没有要修的：账本 \(plan.end.seq) 行，首尾相接。\n" }
    var text = kept == nil ? "打算这样修（还没有动手）：\n" : "已修好：\n"
    for (index, step) in plan.steps.enumerated() {
      text += "  \(index + 1). \(step.sentence(in: plan))\n"
    }
    text += facts.map { $0 + "\n" }.joined()
    for name in kept ?? [] { text += "换下来的在 quarantine/\(name)\n" }
    return text
  }
}

extension RepairPlan {
  /// Where the ledger ends by head.json, by the lines, and by what was seen: all that there is to
  /// compare before one of them is given up.
  var ends: [String] {
    var ends = ["账本完好的行：第 1 至 \(end.seq) 行，末行校验值 \(end.last)"]
    ends.append(
      acknowledged.map { "head.json 确认到：第 \($0.seq) 行，末行校验值 \($0.last)" }
        ?? "head.json 确认到：看不出")
    if let sighting { ends.append("这台电脑见过：第 \(sighting.seq) 行，校验值 \(sighting.last)") }
    if let givenUp {
      ends.append(
        givenUp.seq > end.seq
          ? "放弃：第 \(end.seq + 1) 至 \(givenUp.seq) 行，要照纸补记"
          : "放弃：见过的第 \(givenUp.seq) 行；现在的第 \(givenUp.seq) 行是另一行，从旧的一份另写的")
    }
    return ends
  }
}

extension RepairPlan {
  /// The kept notices held against the lines: each names a number of lines and their digest, and
  /// hangs on the board too.
  func papers(in folder: VillageFolder) -> [String] {
    let lines = lines
    let papers = ((try? folder.list(.notices)) ?? []).compactMap { file -> (String, PostedPaper)? in
      guard file.name.hasSuffix(".txt"), let bytes = try? folder.read(file),
        let paper = PostedPaper(String(decoding: bytes, as: UTF8.self))
      else { return nil }
      return (String(file.name.dropLast(4)), paper)
    }
    let found = lines.fingerprints(lines: papers.compactMap { $0.1.section.records })
    return papers.compactMap { number, paper in
      guard let records = paper.section.records else { return nil }
      let name = "公示 \(safe(number)) 写到第 \(records) 行"
      guard records <= lines.count else { return "\(name)：账本没有这么多行" }
      let agrees = found[records].map { $0 == Digest(paper.section.digits) } ?? false
      return "\(name)：\(agrees ? "校验码相符" : "校验码不符")"
    }
  }
}

extension RepairStep {
  fileprivate func sentence(in plan: RepairPlan) -> String {
    switch self {
    case .lock: "补上缺少的 lock 文件"
    case .tail: "末尾 \(plan.tail) 字节没有确认过，移到 quarantine"
    case .lines: "各行都在，一字没改；把多余的字节、换行和次序理好"
    case .backup: "缺的或改过的行从备份补回，逐行验过校验值"
    case .head:
      plan.acknowledged == plan.end
        ? "以现有的第 1 至 \(plan.end.seq) 行为准，这台电脑见过的不再算" : "head.json 改为确认到第 \(plan.end.seq) 行"
    case .files: "从备份放回缺少的文件：" + plan.missing.map { safe($0.path) }.joined(separator: "、")
    }
  }
}

extension Failure {
  /// Why nothing was done, with all that there is to compare.
  init(
    _ obstacle: RepairPlan.Obstacle, _ plan: RepairPlan, in folder: VillageFolder,
    _ language: Language
  ) {
    let facts = plan.ends + plan.papers(in: folder)
    let adopt = commandText(["repair", "--adopt-head"], language)
    let from = commandText(["repair", "--from", "备份"], language)
    switch obstacle {
    case .notAPlainFile(let damage): self.init(.ledger(damage))
    case .endUnknown:
      self.init(
        status: .badData,
        report: ErrorReport(
          code: "V141", message: "没有修：head.json 用不了，账本完好的有 \(plan.end.seq) 行，但不知道原来有多少行",
          hint: "先用公示和小票上的行号核对，确是 \(plan.end.seq) 行：\(adopt)", facts: facts))
    case .lineMissing(let line):
      self.init(
        status: plan.isRollback ? .rolledBack : .badData,
        report: ErrorReport(
          code: "V142", message: "没有修：缺第 \(line) 行，只有第 1 至 \(plan.end.seq) 行接得上",
          hint: "用有这一行的备份：\(from)；实在没有，对过纸再放弃后面的：\(adopt)", facts: facts))
    case .otherThanWitnessed(let line):
      self.init(
        status: .rolledBack,
        report: ErrorReport(
          code: "V143", message: "没有修：第 \(line) 行不是这台电脑见过的那一行，账本从旧的一份另写过",
          hint: "用见过的那一本的备份还原；确认要用现在这一本：\(adopt)", facts: facts))
    case .unreadable(let fault): self.init(fault)
    case .otherVillage:
      self.init(
        status: .badData,
        report: ErrorReport(
          code: "V145", message: "没有修：这份备份是另一本账的", hint: "换本村的备份：\(from)"))
    case .nothingLeft:
      self.init(
        status: .badData,
        report: ErrorReport(
          code: "V144", message: "没有修：账本里没有一行是完好的", hint: "从备份补回：\(from)"))
    }
  }
}
