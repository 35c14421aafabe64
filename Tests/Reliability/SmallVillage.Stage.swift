import Foundation
import TestSupport

extension SmallVillage {
  /// How far a small practice village has come. Each stage is made once, by commands.
  enum Stage: CaseIterable, Sendable {
    /// There is no folder yet.
    case nowhere
    /// 建账 and a roster, on 1 October 2026.
    case founded
    /// Two entries of October.
    case recorded
    case inReview
    /// Everything is decided on 26 October.
    case decided
    case closed
    /// Posted on 27 October, to 2 November.
    case onNotice
    /// One entry is objected to.
    case objected
    /// Confirmed on 3 November, with goods in the shop.
    case effective
    /// Somebody has redeemed under the number `t-0`.
    case redeemed
    /// Beside the others: the objection was heeded, and the entry is to be posted again.
    case corrected

    /// Where a stage does not follow the one before it.
    fileprivate var start: Stage? { self == .corrected ? .objected : nil }

    /// The commands that lead here from the stage before.
    fileprivate var steps: [(today: String, line: String)] {
      switch self {
      case .nowhere: []
      case .founded:
        [("2026-10-01", opening)] + council
          + [("2026-10-01", "person add 苏玉强 --number 0012 --household 012 --head")]
      case .recorded:
        [
          ("2026-10-10", "record GI04 0012 --on 2026-10-04 --evidence 照片 --receipt a-1"),
          ("2026-10-25", "record GY02 0012 --on 2026-10-15 --points 5 --evidence 名册"),
        ]
      case .inReview: [("2026-10-26", "review open --present 1,2,3,4,5 --chair 1")]
      case .decided: [("2026-10-26", "review approve 1 2")]
      case .closed: [("2026-10-26", "review close")]
      case .onNotice: [("2026-10-27", "notice publish")]
      case .objected: [("2026-10-28", "objection file 10-2 --why 不对")]
      case .effective:
        [
          ("2026-10-29", "objection resolve O-2026-10-01 --outcome withdrawn --why 核实"),
          ("2026-11-03", "confirm"), ("2026-11-03", "person consent 0012 --for platform"),
          ("2026-11-03", "shop add PEN --name 不锈钢盆 --price 1 --unit 个"),
          ("2026-11-03", "shop receive PEN 200"),
        ]
      case .redeemed: [("2026-11-03", "redeem 0012 PEN --receipt t-0")]
      case .corrected:
        [
          (
            "2026-10-29",
            "objection resolve O-2026-10-01 --outcome amend --points 3 --why 核实 --document 侯信字1号"
          )
        ]
      }
    }
  }

  /// All stages of one village, which lives in `workshop` while it is made.
  static func stages(in workshop: Workshop) throws -> [Stage: SmallVillage] {
    let folder = workshop.path("original")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var stages: [Stage: SmallVillage] = [:]
    for stage in Stage.allCases {
      try stage.start.flatMap { stages[$0] }?.put(in: folder)
      for step in stage.steps {
        let line = step.line.replacing("{folder}", with: folder)
        let run = try Binary.run(words(line, in: folder, on: step.today))
        guard run.status == 0 else { throw Broken("\(line): \(run.complaint)") }
      }
      stages[stage] = SmallVillage(in: folder)
    }
    return stages
  }

  /// The words of a line; `-C` where a village is there already.
  static func words(_ line: String, in folder: String, on today: String?) -> [String] {
    let place = line.hasPrefix("init ") ? [] : ["-C", folder]
    return place + (today.map { ["--today", $0] } ?? [])
      + line.split(separator: " ").map(String.init)
  }
}

private let opening = "init {folder} --name 苏庄村 --town 侯营镇 --county 东昌府区 --practice"

private let council = (1...5).map { number in
  (
    today: "2026-10-01",
    line: "person add 苏广\(["文", "武", "德", "才", "义"][number - 1]) --number \(number) "
      + "--household 00\(number) --head --role council"
  )
}
