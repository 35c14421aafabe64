import Testing

@testable import xinyi

struct CanonicalRequestTests {
  private static let numbers = [
    "苏玉强": "0012", "12": "0012", "0012": "0012", "syq": "0012", "王芳": "0013", "13": "0013",
    "照料孤寡老人": "GI04", "肥皂x2": "S01x2", "S01*2": "S01x2",
  ]

  private func request(_ line: String) throws -> String {
    try Sample.arguments(line).canonicalRequest { _, text in Self.numbers[text] ?? text }
  }

  @Test(arguments: [
    "record GI04 0012 0013 --on 2026-10-08 --evidence 照片",
    "记分 照料孤寡老人 苏玉强、王芳 --日期 8号 --佐证 照片",
    "jf --佐证=照片 GI04 syq 13 ——日期 10月8日 --试算 --json --单号 K1 --经手人 su",
    "加分 GI04 12，13 --on 10/8 --evidence 照片 --today 2026-10-20 -C 村",
  ])
  func `The same request is equal however it is typed`(_ line: String) throws {
    #expect(
      try request(line) == """
        record
        GI04
        0012
        0013
        --evidence
        照片
        --on
        2026-10-08
        """)
  }

  @Test func `A defaulted day is no part of the request`() throws {
    #expect(try request("record GI04 12") == "record\nGI04\n0012")
  }

  @Test func `Goods stand as numbers and again does not count`() throws {
    #expect(try request("兑换 苏玉强 肥皂×2 --再兑") == "redeem\n0012\nS01x2")
    #expect(try request("redeem 12 S01*2") == "redeem\n0012\nS01x2")
  }

  @Test func `Words stand in the order of their declaration, flags without a value`() throws {
    #expect(
      try request("村民 任职 12 党员 --起 10-01") == "person\nrole\n0012\npartyMember\n--from\n2026-10-01")
    #expect(
      try request("review approve --rest --votes 5－1－1")
        == "review\napprove\n--rest\n--votes\n5-1-1")
  }

  @Test func `A word that looks like an option cannot be taken for one`() throws {
    let arguments = try Sample.arguments(["person", "add", "--household", "1", "--", "--head"])
    let request = arguments.canonicalRequest { _, text in text }
    #expect(request == "person\nadd\n--household\n1\n--\n--head")
  }
}
