import TestSupport
import Testing

/// Goods on the shelf and over the counter, through the real command. 苏玉强（0012）holds 18.3 points,
/// 苏玉霞（0013）of his household 5, 王小芳（0031）of another 3.
@Suite struct ShopGoodsTests {
  private let day = "2026-11-03"

  /// Oil in three batches: 3 until 31 December, 2 until 10 November, 4 that never expire.
  private func oil() throws -> Village {
    let village = try Stage.effective.village()
    for line in [
      "shop add SY --name 食用油 --price 2 --unit 桶", "shop receive SY 3 --expires 2026-12-31",
      "shop receive SY 2 --expires 2026-11-10", "shop receive SY 4 --batch C --from 镇里",
    ] {
      try village.done(day, line)
    }
    return village
  }

  private func stock(_ village: Village, _ item: String, _ today: String) throws -> Int? {
    try village.done(today, "shop list")["rows"].row(where: "item", is: item)["stock"].whole
  }

  private func batches(_ answer: Answer) -> [String] {
    answer["lines"].list?.map { "\($0["batch"].text ?? "-")x\($0["count"].whole ?? 0)" } ?? []
  }

  @Test func `what expires first goes first, and what never expires goes last`() throws {
    let village = try oil()
    let slip = try village.done(day, "redeem 0012 SYx6")
    #expect(batches(slip) == ["20261103-2x2", "20261103x3", "Cx1"])
    #expect(slip["total"].number == 12)
    let text = try village.text(day, "slip 1103-01")
    #expect(text.components(separatedBy: "食用油").count == 2, "one line on the slip: \(text)")
    let statement = try village.text(day, "statement 0012")
    #expect(statement.contains("兑换：食用油6桶12.0"), "\(statement)")
    try village.isSound()
  }

  @Test func `on the day of expiry goods are still given out, the next day not`() throws {
    let village = try oil()
    #expect(batches(try village.done("2026-11-10", "redeem 0012 SY")) == ["20261103-2x1"])
    #expect(batches(try village.done("2026-11-11", "redeem 0012 SY")) == ["20261103x1"])
    try village.refused("2026-11-11", "redeem 0012 SYx7", "R309")
    try village.refused("2026-11-11", "redeem 0012 SYx8", "R302")
    #expect(try stock(village, "SY", "2026-11-11") == 7)
  }

  @Test func `missing pieces are missing from what expires first, surplus is of the last arrival`()
    throws
  {
    let village = try oil()
    #expect(try village.done(day, "shop count SY 6")["difference"].whole == -3)
    // Two of the first batch and one of the next are gone.
    #expect(batches(try village.done(day, "redeem 0012 SYx3")) == ["20261103x2", "Cx1"])
    #expect(try village.done(day, "shop count SY 5")["difference"].whole == 2)
    #expect(batches(try village.done(day, "redeem 0012 SYx5")) == ["Cx5"])
    #expect(try village.done(day, "shop count SY 0")["difference"].whole == 0)
    #expect(try village.done(day, "shop count SY 1 --batch C")["difference"].whole == 1)
    try village.refused(day, "shop count SY -1", "U012", status: 2)
    try village.refused(day, "shop count SY 100001", "U012", status: 2)
    try village.isSound()
  }

  @Test func `spoilt goods leave the books when two operators have seen them`() throws {
    let village = try oil()
    try village.done(day, "setting set operators +op2 --why 添人")
    try village.refused(day, "shop write-off SY 1 --why 漏 --second clerk", "R243")
    try village.refused(day, "shop write-off SY 1 --why 漏 --second op9", "U115", status: 2)
    try village.refused(day, "shop write-off SY 1 --why 漏", "U010", status: 2)
    try village.done(day, "shop write-off SY 3 --why 漏 --second op2")
    #expect(try stock(village, "SY", day) == 6)
    let line = try village.events().last
    #expect(line?["kind"].text == "goodsWrittenOff")
    #expect(line?["data"]["second"].text == "op2")
  }

  @Test func `a slip keeps the price of its day, also one that is keyed in later`() throws {
    let village = try oil()
    try village.done(day, "redeem 0012 SY")
    let paper = try village.text(day, "slip 1103-01")
    try village.done("2026-11-05", "shop price SY 5")
    #expect(try village.text("2026-11-05", "slip 1103-01") == paper)
    let late = try village.done("2026-11-05", "redeem 0012 SYx2 --on 2026-11-04 --receipt SG-1")
    #expect(late["total"].number == 4)
    #expect(late["slip"].text == "1104-01")
    #expect(try village.done("2026-11-05", "redeem 0012 SY")["total"].number == 5)
    for line in ["shop price SY 0", "shop price SY -1", "shop price SY 0.05"] {
      try village.refused("2026-11-05", line, "U012", status: 2)
    }
    try village.isSound()
  }

  @Test func `what is off the list is not given out, and a price lists it again`() throws {
    let village = try oil()
    try village.done(day, "shop remove SY")
    try village.refused(day, "redeem 0012 SY", "R308")
    #expect(try !village.text(day, "shop label").contains("食用油"))
    try village.done(day, "shop price SY 3")
    #expect(try village.done(day, "redeem 0012 SY")["total"].number == 3)
    try village.done(day, "shop remove SY")
    try village.done(day, "shop add SY --name 花生油 --price 4 --unit 桶")
    let row = try village.done(day, "shop list")["rows"].row(where: "item", is: "SY")
    #expect(row["name"].text == "花生油")
    #expect(row["stock"].whole == 8)
  }

  @Test func `the limit of a month counts what was kept, not what came back`() throws {
    let village = try oil()
    try village.done(day, "redeem 0012 PENx2")
    try village.refused("2026-11-04", "redeem 0012 PEN", "R304")
    try village.done("2026-11-04", "refund 1103-01 PEN --why 拿错了")
    try village.done("2026-11-04", "redeem 0012 PEN")
    try village.refused("2026-11-05", "redeem 0012 PEN", "R304")
    try village.done("2026-12-01", "redeem 0012 PEN")
  }

  @Test func `somebody of another household needs a note`() throws {
    let village = try oil()
    try village.done(day, "redeem 0012 SY --proxy 0013")
    try village.refused(day, "redeem 0012 PEN --proxy 0031", "R311")
    try village.done(day, "redeem 0012 PEN --proxy 0031 --note 有字条")
    #expect(try village.text(day, "slip 1103-02").contains("代领人：王小芳（0031）"))
    #expect(try village.events().last?["data"]["note"].text == "有字条")
  }

  @Test func `on a closed day the shop gives nothing, on the slip's day it was open`() throws {
    let village = try oil()
    try village.done(day, "setting set shopDays 周一,周四 --from 2026-12 --why 决定")
    try village.refused("2026-12-01", "redeem 0012 SY", "R310")
    try village.done("2026-12-03", "redeem 0012 SY")
    try village.refused("2026-12-04", "redeem 0012 PEN --on 2026-12-02", "R310")
    try village.done("2026-12-04", "redeem 0012 PEN --on 2026-12-03")
    let shown = try village.text("2026-12-04", "setting show shopDays")
    #expect(shown.contains("周一") && shown.contains("周四"), "\(shown)")
  }

  @Test func `a service has no stock`() throws {
    let village = try oil()
    try village.done(day, "shop add LF --name 理发 --price 3 --unit 次 --service")
    try village.done(day, "redeem 0012 LFx2")
    for line in ["shop receive LF 1", "shop count LF 1", "shop return LF 1 --why 退"] {
      try village.refused(day, line, "R315")
    }
    try village.done(day, "refund 1103-01 LF --why 没理成")
    #expect(try village.done(day, "balance 0012")["rows"][0]["spendable"].number == 15.3)
    try village.isSound()
  }

  @Test func `an item that is named twice is added up`() throws {
    let village = try oil()
    let slip = try village.done(day, "redeem 0012 SY 食用油x2")
    #expect(slip["lines"].list?.count == 2, "two batches")
    #expect(slip["total"].number == 6)
    try village.refused(day, "redeem 0012 PEN PENx2", "R304")
  }

  @Test func `no piece, too many pieces and half pieces are not understood`() throws {
    let village = try oil()
    try village.refused(day, "redeem 0012 SYx0", "U012", status: 2)
    try village.refused(day, "redeem 0012 SYx10000", "U124", status: 2)
    for line in ["shop receive SY 0", "shop receive SY 100001", "shop return SY 0 --why 退"] {
      try village.refused(day, line, "U012", status: 2)
    }
  }

  @Test func `the last piece goes to one of two tills`() throws {
    let village = try oil()
    try village.done(day, "redeem 0012 XYY")
    try village.refused(day, "redeem 0013 XYY", "R302")
  }

  @Test func `what went back to the supplier is out of the books`() throws {
    let village = try oil()
    try village.done(day, "shop return SY 3 --batch C --why 包装破了")
    try village.refused(day, "shop return SY 2 --batch C --why 包装破了", "R314")
    #expect(try stock(village, "SY", day) == 6)
  }

  @Test func `an arrival joins a batch that is like it`() throws {
    let village = try oil()
    try village.done("2026-11-04", "shop receive SY 1 --batch C")
    try village.refused("2026-11-04", "shop receive SY 1 --batch C --cost 9.90", "R312")
    try village.done("2026-11-04", "shop receive SY 1 --cost 9.9 --payer 镇")
    try village.done("2026-11-04", "shop receive SY 1 --cost 8 --payer 捐赠")
    let names = try village.events().suffix(2).map { $0["data"]["batch"].text }
    #expect(names == ["20261104", "20261104-2"])
    try village.refused("2026-11-04", "shop receive SY 1 --cost 9.999", "U012", status: 2)
  }
}
