import TestSupport
import Testing

/// Forty people on a clean-up day: ranges, groups, exceptions and quantities in one batch.
@Suite("A list of people is written short") struct PeopleListTests {
  private let day = "2026-10-25"

  /// Who got a line, in order, with the quantity.
  private func recorded(_ words: String) throws -> [String] {
    let village = try Stage.founded.village()
    let answer = try village.done(day, "record \(words) --on 2026-10-24 --evidence 签到表")
    let batches = Set(answer["rows"].items.compactMap { $0["batch"].text })
    #expect(batches.count == 1)
    try village.isSound()
    return answer["rows"].items.map { row in
      let quantity = row["quantity"].number.map { "=\($0)" } ?? ""
      return (row["person"].text ?? "") + quantity
    }
  }

  @Test func `a range takes everybody between two numbers, both included`() throws {
    #expect(try recorded("GI04 21-23 0012") == ["0021", "0022", "0023", "0012"])
    #expect(try recorded("GI04 0021～0022") == ["0021", "0022"])
    #expect(try recorded("GI04 25-24") == ["0024", "0025"])
  }

  @Test func `a group, the whole village, and who is left out`() throws {
    #expect(try recorded("GI04 1组") == ["0021", "0022", "0031"])
    #expect(try recorded("GI04 组:1组 除 22 31") == ["0021"])
    #expect(try recorded("GI04 组:1 除22、31") == ["0021"])
    #expect(try recorded("GI04 1组除22、31") == ["0021"])
    #expect(try recorded("GI04 全村 除 1组 2组").sorted() == ["0012", "0013", "0025", "0032"])
  }

  @Test func `quantities go by person, and the exact word beats the range`() throws {
    #expect(
      try recorded("GI01 21-23 22=8 0012=6 --quantity 4")
        == ["0021=4.0", "0022=8.0", "0023=4.0", "0012=6.0"])
    #expect(try recorded("GI01 1组=4 除 31") == ["0021=4.0", "0022=4.0"])
  }

  @Test func `of an item that concerns households each gets one line`() throws {
    #expect(try recorded("GI05 3组") == ["0012", "0025"])
  }

  /// Commas, Chinese commas, wide spaces and full-width digits are all understood.
  @Test func `separators and digits as an input method makes them`() throws {
    for words in ["21,22、23", "２１，２２；23", "21 22　23", "21—23", "21-22、23"] {
      #expect(try recorded("GI04 \(words)") == ["0021", "0022", "0023"], "\(words)")
    }
  }

  @Test func `all problems of a list are told at once`() throws {
    let village = try Stage.founded.village()
    try village.done("2026-10-20", "person leave 0013 --on 2026-10-19")
    let before = village.fingerprint
    let run = try village.run(day, "record GI04 王小芳 0012 张三 0013 除 0099 --json")
    #expect(run.status == 2 && run.text.isEmpty)
    let error = try Answer(run.messages)["error"]
    let codes = error["faults"].items.map { $0["code"].text }
    #expect(codes == ["U102", "U101", "R107", "U101"], "\(codes)")
    #expect(error["faults"].items[0]["candidates"].items.count == 2)
    #expect(village.fingerprint == before)
  }

  @Test func `who has left is not in a range, and that is said`() throws {
    let village = try Stage.founded.village()
    try village.done("2026-10-20", "person leave 0022 --on 2026-10-19")
    let run = try village.run(day, "record GI04 21-23 --on 2026-10-24")
    #expect(run.status == 0 && run.text.contains("共 2 人，+4.0 分。"), "\(run.text)")
    #expect(run.complaint.contains("没有算进去：苏广武（0022）"), "\(run.complaint)")
  }

  @Test func `the same list under one receipt is recorded once, however it is written`() throws {
    let village = try Stage.founded.village()
    try village.done(day, "record GI04 21-22 0012 --receipt A1")
    let again = try village.done(day, "record GI04 0021～0022 苏玉强 --receipt A1")
    #expect(again["repeated"].truth == true)
  }

  @Test func `balances and meetings take ranges too`() throws {
    let village = try Stage.recorded.village()
    #expect(try village.done(day, "balance 21-25")["rows"].items.count == 5)
    let opened = try village.done("2026-10-26", "review open --present 21-25 --chair 21")
    #expect(opened["present"].items.count == 5)
  }
}
