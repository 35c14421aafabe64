import TestSupport
import Testing

/// People and rules found by what a clerk remembers of them.
@Suite struct FindingTests {
  private static let today = "2026-10-02"

  private static let people = """
    姓名,编号,户号,组
    曾广文,0101,101,1组
    单玉强,0102,102,1组
    尉迟恭,0103,103,2组
    吕小布,0104,104,2组
    买买提·吐尔逊,0105,105,2组
    苏𠮷祥,0106,106,3组
    王芳,0107,107,3组
    张伟,0108,108,3组
    张伟,0109,109,4组

    """

  private func village() throws -> Village {
    let village = try Stage.founded.village()
    try village.importRoster(Self.people, today: Self.today)
    return village
  }

  private static let words: [(typed: String, found: [String])] = [
    ("12", ["0012"]), ("012", ["0012"]), ("０１２", ["0012"]), ("玉强", ["0012", "0102"]),
    ("zgw", ["0101"]), ("zengguangwen", ["0101"]), ("ceng", ["0101"]), ("syq", ["0012", "0102"]),
    ("shanyuqiang", ["0102"]), ("suyq", ["0012"]), ("yuchi", ["0103"]), ("ycg", ["0103"]),
    ("lvxb", ["0104"]), ("LXB", ["0104"]), ("买买提•吐尔逊", ["0105"]), ("吐尔逊", ["0105"]),
    ("mmttex", ["0105"]), ("sx", ["0106"]), ("王 芳", ["0107"]), ("ＷＦ", ["0107"]),
    ("zhangwei", ["0108", "0109"]), ("zhw", ["0108", "0109"]), ("oyxm", ["0041"]),
  ]

  @Test func `People are found by number, name, part, pinyin and initials`() throws {
    let village = try village()
    for (typed, found) in Self.words {
      let run = try village.run(Self.today, ["person", "find", typed, "--json"])
      let rows = try Answer(run.output)["rows"].list ?? []
      #expect(rows.compactMap { $0["person"].text } == found, "\(typed)")
    }
  }

  @Test func `People of one name are told apart by household and group`() throws {
    let village = try village()
    let run = try village.run(Self.today, "record GI04 张伟 --json")
    #expect(run.status == 2)
    let candidates = try Answer(run.messages)["error"]["candidates"].list ?? []
    let told = candidates.map { row in
      ["person", "name", "household", "group"].map { row[$0].text ?? "" }.joined(separator: " ")
    }
    #expect(told == ["0108 张伟 108 3组", "0109 张伟 109 4组"])
  }

  @Test func `A name that only sounds right is not taken, but told`() throws {
    let village = try village()
    let text = try village.text(Self.today, "person find 苏雨墙")
    #expect(text == "没有符合的人。\n相近的有：苏玉强（0012）\n")
    let run = try village.run(Self.today, "record GI04 苏雨墙 --json")
    let error = try Answer(run.messages)["error"]
    #expect(error["code"].text == "U101")
    #expect(error["candidates"][0]["person"].text == "0012")
  }

  @Test func `A spelling is corrected in the roster, and taken back`() throws {
    let village = try village()
    let lines = village.ledgerLines
    let command = ["村民", "修改", "0101", "--拼音", "Ceng Guang Wen"]
    let text = try village.run(Self.today, command).text
    #expect(text.contains("拼音：zeng guang wen → ceng guang wen\n"), "\(text)")
    #expect(text.contains("xinyi 村民 修改 0101 --拼音 'zeng guang wen'\n"), "\(text)")
    #expect(village.text(of: "roster.json").contains(#""pinyin": "ceng guang wen""#))
    #expect(village.ledgerLines == lines)
    #expect(try village.done(Self.today, "person find zgw")["rows"].list?.isEmpty == true)
    #expect(try village.done(Self.today, "person find cgw")["rows"][0]["person"].text == "0101")
    let back = try village.run(
      Self.today, ["person", "edit", "0101", "--pinyin", "zeng guang wen"])
    #expect(back.status == 0)
    #expect(!village.text(of: "roster.json").contains("pinyin"))
    try village.isSound()
  }

  @Test func `Another name is spelled anew`() throws {
    let village = try village()
    let edit = ["person", "edit", "0101", "--pinyin", "ceng guang wen"]
    #expect(try village.run(Self.today, edit).status == 0)
    try village.done(Self.today, "person edit 0101 --name 曾广武")
    #expect(!village.text(of: "roster.json").contains("pinyin"))
    #expect(try village.done(Self.today, "person find zgw")["rows"][0]["person"].text == "0101")
  }

  @Test(arguments: ["zeng guang", "zēng guang wen", "曾广文", "zengguangwen"])
  func `A spelling has a syllable for each character`(_ typed: String) throws {
    let village = try village()
    let before = village.fingerprint
    let run = try village.run(
      Self.today, ["person", "edit", "0101", "--pinyin", typed, "--json"])
    #expect(run.status == 2)
    #expect(try Answer(run.messages)["error"]["code"].text == "U012")
    #expect(village.fingerprint == before)
  }

  private static let rules: [(typed: String, found: String)] = [
    ("GI4", "GI04"), ("gi04", "GI04"), ("ｇｉ４", "GI04"), ("ljfl", "GI08 RJ14"),
    ("垃圾分类", "GI08 RJ14"), ("lajifenlei", "GI08 RJ14"),
  ]

  @Test func `Rules are found by code, keyword, pinyin and initials`() throws {
    let village = try Stage.founded.village()
    for (typed, found) in Self.rules {
      let rows = try village.done(Self.today, "rule search \(typed)")["rows"].list ?? []
      #expect(
        rows.compactMap { $0["rule"].text }.joined(separator: " ") == found, "\(typed)")
    }
    let recorded = try village.done(Self.today, "record gi4 syq --evidence 照片")
    #expect(recorded["rows"][0]["rule"].text == "GI04")
    #expect(recorded["rows"][0]["person"].text == "0012")
  }
}
