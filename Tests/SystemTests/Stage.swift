import Foundation
import TestSupport
import Testing

/// How far a village has come before a test begins. Each stage is made once, by commands, and
/// every test gets a copy of its own.
enum Stage: CaseIterable, Sendable {
  /// 建账 and the roster, on 1 October 2026.
  case founded
  /// The entries of October.
  case recorded
  /// The council meets on 26 October.
  case inReview
  /// Everything is decided, the meeting is over.
  case closed
  /// Posted on 27 October, to 2 November.
  case onNotice
  /// Confirmed on 3 November, with goods in the shop.
  case effective
  /// November and December without a line, confirmed by 15 January 2027.
  case yearOver

  /// A copy of the village at this stage.
  func village() throws -> Village { try original.get().copy() }

  private var original: Result<Village, any Error> {
    switch self {
    case .founded: Originals.founded
    case .recorded: Originals.recorded
    case .inReview: Originals.inReview
    case .closed: Originals.closed
    case .onNotice: Originals.onNotice
    case .effective: Originals.effective
    case .yearOver: Originals.yearOver
    }
  }
}

/// The people of the tests, all invented.
let roster = """
  姓名,编号,户号,组,户主,出生日期,角色
  苏玉强,0012,012,3组,是,1970-05-01,
  苏玉霞,0013,012,3组,,,
  李无户,0014,014,2组,,,
  王小芳,0031,031,1组,是,,
  王小芳,0032,032,4组,是,,
  欧阳小明,0041,041,2组,是,,支部书记
  苏广文,0021,021,1组,是,,议事会成员
  苏广武,0022,022,1组,是,,议事会成员
  苏广德,0023,023,2组,是,,议事会成员
  苏广才,0024,024,2组,是,,议事会成员
  苏广义,0025,025,3组,是,,议事会成员

  """

/// All present, the first in the chair.
let meeting = "--present 0021,0022,0023,0024,0025 --chair 0021"

/// Villages that are made once and only copied afterwards.
enum Originals {
  fileprivate static let founded = made {
    let village = try newVillage()
    try village.importRoster(roster)
    return village
  }

  /// 苏玉强 18.3 points, 王小芳（0031）3, 王小芳（0032）−10, 苏玉霞 5.
  fileprivate static let recorded = made {
    let village = try Stage.founded.village()
    for line in [
      "record GI04 0012 --on 2026-10-04 --evidence 照片",
      "record GI04 0012 0031 --on 2026-10-10 --evidence 照片",
      "record DD04 0031 --on 2026-10-12 --evidence 签名",
      "record GI01 0012 --on 2026-10-25 --quantity 16 --evidence 签到表",
      "record DY03 0012 --on 2026-10-11 --evidence 家属说明",
      "record GI14 0012 --on 2026-10-20 --quantity 35 --evidence 收据",
      "record GY02 0013 --on 2026-10-15 --points 5 --evidence 用工名册",
      "record RJ12 0032 --on 2026-10-06 --evidence 照片",
    ] {
      try village.done("2026-10-25", line)
    }
    return village
  }

  fileprivate static let inReview = made {
    let village = try Stage.recorded.village()
    try village.done("2026-10-26", "review open --month 2026-10 \(meeting)")
    return village
  }

  fileprivate static let closed = made {
    let village = try Stage.inReview.village()
    try village.done("2026-10-26", "review approve --rest")
    try village.done("2026-10-26", "review approve 10")
    try village.done("2026-10-26", "review close")
    return village
  }

  fileprivate static let onNotice = made {
    let village = try Stage.closed.village()
    try village.done("2026-10-27", "notice publish")
    return village
  }

  fileprivate static let effective = made {
    let village = try Stage.onNotice.village()
    for line in [
      "confirm", "shop add XYF --name 洗衣粉 --price 10 --unit 袋",
      "shop add XYY --name 洗衣液 --price 9.5", "shop add PEN --name 不锈钢盆 --price 4 --limit 2",
      "shop receive XYF 20", "shop receive PEN 20", "shop receive XYY 1",
    ] {
      try village.done("2026-11-03", line)
    }
    return village
  }

  fileprivate static let yearOver = made {
    let village = try Stage.effective.village()
    for (month, day, end) in [
      ("2026-11", "2026-11-26", "2026-12-02"), ("2026-12", "2027-01-04", "2027-01-15"),
    ] {
      try village.done(day, "review open --month \(month) \(meeting)")
      try village.done(day, "review close --month \(month)")
      try village.done(day, "notice publish --month \(month)")
      try village.done(end, "confirm --month \(month)")
    }
    return village
  }

  static func made(_ body: () throws -> Village) -> Result<Village, any Error> {
    // Static values are never taken down, so their folders are removed when the tests end.
    let result = Result { try body() }
    if case .success(let village) = result { Leftovers.add(village.folder.path) }
    return result
  }
}

/// A practice village without people, opened on 1 October 2026.
func newVillage(_ options: String = "--practice --today 2026-10-01") throws -> Village {
  let village = Village(folder: try TemporaryFolder())
  let line = "init \(village.folder.path) --name 苏庄村 --town 侯营镇 --county 东昌府区 \(options)"
  let run = try Binary.run(line.split(separator: " ").map(String.init))
  guard run.status == 0 else { throw SystemTestFault(run.complaint) }
  return village
}

extension Village {
  /// A village of its own with the same files.
  func copy() throws -> Village {
    let copy = try TemporaryFolder()
    for name in folder.names() {
      try FileManager.default.copyItem(atPath: folder.path(name), toPath: copy.path(name))
    }
    return Village(folder: copy)
  }

  /// Takes people from a table, as a clerk does.
  @discardableResult
  func importRoster(_ table: String, today: String? = "2026-10-01") throws -> Answer {
    try importRoster(Array(table.utf8), today: today)
  }

  @discardableResult
  func importRoster(_ table: [UInt8], today: String? = "2026-10-01") throws -> Answer {
    let outside = try TemporaryFolder()
    try outside.write(table, to: "名册.csv")
    return try done(today, "person import \(outside.path("名册.csv"))")
  }
}

/// The folders of the stages, removed at the end of the process.
enum Leftovers {
  nonisolated(unsafe) private static var paths: [String] = []
  private static let lock = NSLock()

  static func add(_ path: String) {
    lock.withLock {
      if paths.isEmpty { atexit { Leftovers.remove() } }
      paths.append(path)
    }
  }

  private static func remove() {
    for path in paths { try? FileManager.default.removeItem(atPath: path) }
  }
}
