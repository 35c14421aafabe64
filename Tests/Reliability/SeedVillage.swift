import Foundation
import TestSupport

/// The files of a small village that commands have made: people, entries of every kind, a notice,
/// goods and a redemption. Seeds for mutations, and something to put bad files into.
struct SeedVillage: Sendable {
  let files: [String: [UInt8]]

  private static let roster = """
    姓名,编号,户号,组,户主,出生日期,角色
    苏玉强,0012,012,3组,是,1970-05-01,
    苏玉霞,0013,012,3组,,,
    王小芳,0031,031,1组,是,,
    苏广文,0021,021,1组,是,,议事会成员
    苏广武,0022,022,1组,是,,议事会成员
    苏广德,0023,023,2组,是,,议事会成员
    苏广才,0024,024,2组,是,,议事会成员
    苏广义,0025,025,3组,是,,议事会成员

    """

  private static let story: [(day: String, line: String)] = [
    ("2026-10-01", "person import ../roster.csv"),
    ("2026-10-25", "record GI04 0012 0031 --on 2026-10-04 --evidence 照片 --note 备注123456"),
    ("2026-10-25", "record DY12 0013 --on 2026-10-11 --evidence 证书 --note 说明654321"),
    ("2026-10-25", "record GI01 0012 --on 2026-10-25 --quantity 16 --evidence 签到表24680"),
    ("2026-10-25", "record RJ12 0031 --on 2026-10-06 --evidence 照片"),
    ("2026-10-25", "record GI14 0012 --on 2026-10-20 --quantity 35 --evidence 收据"),
    ("2026-10-26", "review open --month 2026-10 --present 0021,0022,0023,0024,0025 --chair 0021"),
    ("2026-10-26", "review approve --rest"), ("2026-10-26", "review approve 5"),
    ("2026-10-26", "review close"), ("2026-10-27", "notice publish"),
    ("2026-10-28", "objection file 5 --from 0031 --why 那天不在家13579"),
    ("2026-10-29", "objection resolve O-2026-10-01 --outcome withdrawn --why 本人撤回"),
    ("2026-11-03", "confirm"), ("2026-11-03", "shop add XYF --name 洗衣粉 --price 1 --unit 袋"),
    ("2026-11-03", "shop receive XYF 20"), ("2026-11-03", "redeem 0012 XYF --receipt c-1"),
    ("2026-11-04", "record GI04 0013 --on 2026-11-04 --evidence 照片"),
  ]

  static let today = "2026-11-05"

  /// Lives through the story; a line that a rule refuses is left out.
  init() throws {
    let room = try TemporaryFolder()
    try room.write(Self.roster, to: "roster.csv")
    let line = "init v --name 苏庄村 --town 侯营镇 --county 东昌府区 --practice --today 2026-10-01"
    let made = try ProgramRun(line.split(separator: " ").map(String.init), in: room)
    guard made.status == 0 else { throw Broken("no village: \(made.complaint)") }
    for (day, line) in Self.story {
      let words = ["-C", "v", "--today", day] + line.split(separator: " ").map(String.init)
      let told = words.map { $0 == "../roster.csv" ? "roster.csv" : $0 }
      let run = try ProgramRun(told, in: room)
      guard run.status <= 2 else { throw Broken("\(line): \(run.complaint)") }
    }
    var files: [String: [UInt8]] = [:]
    for name in FileManager.default.enumerator(atPath: room.path("v"))?
      .compactMap({ $0 as? String }) ?? []
    {
      files[name] = room.bytes("v/" + name)
    }
    self.files = files.filter { $0.key != "notices" }
  }

  subscript(name: String) -> [UInt8] { files[name] ?? [] }

  /// The lines of the ledger without their line ends.
  var lines: [[UInt8]] { self["ledger.jsonl"].split(separator: 10).map(Array.init) }

  /// A folder `v` with these files, some of them changed.
  func folder(changing changes: [String: [UInt8]] = [:]) throws -> TemporaryFolder {
    let room = try TemporaryFolder()
    try room.makeFolder("v")
    try room.makeFolder("v/notices")
    for (name, bytes) in files.merging(changes, uniquingKeysWith: { $1 }) {
      try room.write(bytes, to: "v/" + name)
    }
    return room
  }
}
