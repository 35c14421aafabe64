import Foundation
import TestSupport
import Testing

/// The till's dialogue, with its input from a script.
@Suite("The counter asks before it gives") struct CounterTests {
  private let day = "2026-11-04"

  /// Types lines at the counter.
  private func counter(_ village: Village, _ lines: [String]) throws -> Run {
    let input = try TemporaryFolder()
    try input.write(lines.map { $0 + "\n" }.joined(), to: "keys")
    return try Binary.run(
      ["-C", village.folder.path, "--today", day, "counter"],
      after: "exec < \(input.path)/keys", environment: village.environment)
  }

  @Test func `who, what, total, yes: the slip of the command`() throws {
    let village = try Stage.effective.village()
    let run = try counter(village, ["0012", "PEN", "=", "y", "收工"])
    #expect(run.status == 0 && run.complaint.isEmpty)
    let text = run.text
    for part in [
      "信义超市柜台 苏庄村 2026-11-04 经手人 clerk", "苏玉强（0012） 可兑换", "合计 4.0 分",
      "信义超市兑换单", "单号：1104-01", "已收工。",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let event = try #require(try village.events().last)["data"]
    #expect(event["person"].text == "0012" && event["total"].number == 4)
    try village.isSound()
  }

  /// Wherever the input ends, nothing was written before the yes, and one slip after it.
  @Test func `the counter can be left at any question`() throws {
    let original = try Stage.effective.village()
    let lines = ["苏玉强", "?", "", "PEN", "<", "2", "PENx1", "=", "<", "=", "代领", "0013", "y"]
    let before = original.ledgerLines.count
    for length in 0...lines.count {
      let village = try original.copy()
      let run = try counter(village, Array(lines.prefix(length)))
      let isConfirmed = length == lines.count
      #expect(run.status == 0, "\(length)")
      #expect(village.ledgerLines.count == before + (isConfirmed ? 1 : 0), "\(length)")
      #expect(run.text.contains("没有确认的单子没有兑换"), "\(length)")
    }
  }

  @Test func `no takes nothing, and the next one comes`() throws {
    let village = try Stage.effective.village()
    let before = village.fingerprint
    let run = try counter(village, ["0012", "PEN", "=", "n", "0031", "收工"])
    #expect(run.text.contains("没有兑换。") && run.text.contains("王小芳（0031）"))
    #expect(village.fingerprint == before)
  }

  @Test func `two of one name are told apart by their households`() throws {
    let village = try Stage.effective.village()
    let run = try counter(village, ["王小芳", "9", "2", "收工"])
    #expect(run.text.contains("1  王小芳（0031） 031户 1组\n  2  王小芳（0032） 032户 4组"))
    #expect(run.text.contains("请写 1 到 2") && run.text.contains("王小芳（0032）"))
  }

  @Test func `goods go by number, code, name and initials`() throws {
    let village = try Stage.effective.village()
    for word in ["3", "PEN", "盆", "不锈钢盆", "bxgp"] {
      let run = try counter(village, ["0012", word, "收工"])
      #expect(run.text.contains("合计 4.0 分"), "\(word): \(run.text)")
    }
    let unknown = try counter(village, ["0012", "电视机", "99"])
    #expect(unknown.text.contains("货架上没有“电视机”") && unknown.text.contains("货架上没有“99”"))
  }

  @Test func `a refusal is told, and the basket can be changed`() throws {
    let village = try Stage.effective.village()
    let run = try counter(village, ["0012", "PENx9", "=", "y", "<", "PEN", "=", "y", "收工"])
    #expect(run.text.contains("未兑换：") && run.text.contains("单号：1104-01"))
    try village.isSound()
  }

  @Test func `the same basket again is asked about`() throws {
    let village = try Stage.effective.village()
    let once = ["0012", "PEN", "=", "y"]
    let before = village.ledgerLines.count
    let declined = try counter(village, once + once + ["n", "收工"])
    #expect(declined.text.contains("真的再兑一次吗") && declined.text.contains("没有再兑。"))
    #expect(village.ledgerLines.count == before + 1)
    let meant = try counter(village, once + ["y", "收工"])
    #expect(meant.text.contains("单号：1104-02"))
    #expect(village.ledgerLines.count == before + 2)
  }

  /// A day without electricity, keyed in afterwards; keyed in twice it counts once.
  @Test func `a hand slip keeps its day and number`() throws {
    let village = try Stage.effective.village()
    let slip = ["手工单", "11-03", "SG-0007", "0012", "PEN", "=", "y", "收工"]
    let first = try counter(village, slip)
    #expect(first.text.contains("单号：1103-") && first.text.contains("手工单补录"))
    let before = village.fingerprint
    let second = try counter(village, slip)
    #expect(second.text.contains("这个单号已经办过"))
    #expect(village.fingerprint == before)
    let wrong = try counter(village, ["手工单", "13-45", "SG-0008", "收工"])
    #expect(wrong.text.contains("日期"))
  }

  @Test func `cards are taken in, and goods are brought back`() throws {
    let village = try Stage.effective.village()
    try village.done(day, "card issue --cards 1x9")
    try village.done(day, "card issue 0012 5")
    let run = try counter(
      village,
      [
        "卡", "5-1 5-1", "5-1", "PEN", "=", "y", "退货", "1104-01", "全部", "盆底漏水", "n", "y",
        "补打", "1104-02", "日结", "收工",
      ])
    for part in [
      "一张写一遍", "兑换单（纸卡）", "找卡：1分1张（1-0001）", "信义超市退货单", "信义超市日结单",
    ] {
      #expect(run.text.contains(part), "\(part): \(run.text)")
    }
    try village.isSound()
  }

  @Test func `who may not redeem is told so at once`() throws {
    let village = try Stage.effective.village()
    let run = try counter(village, ["0014", "收工"])
    #expect(run.text.contains("还兑不到"))
    let damaged = try Stage.effective.village()
    try damaged.edit("ledger.jsonl", "苏庄村", "苏村庄")
    #expect(try counter(damaged, ["0012"]).status == 3)
  }
}
