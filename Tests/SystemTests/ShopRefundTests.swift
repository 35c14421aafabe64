import TestSupport
import Testing

/// Goods that are brought back, and how a day and a month of the shop add up.
@Suite struct ShopRefundTests {
  private let day = "2026-11-03"

  private func spendable(_ village: Village, _ today: String) throws -> Double? {
    try village.done(today, "balance 0012")["rows"][0]["spendable"].number
  }

  private func stock(_ village: Village, _ item: String, _ today: String) throws -> Int? {
    try village.done(today, "shop list")["rows"].row(where: "item", is: item)["stock"].whole
  }

  /// A bag and a basin: 14 of 18.3 points.
  private func village() throws -> Village {
    let village = try Stage.effective.village()
    try village.done(day, "redeem 0012 XYF PEN")
    return village
  }

  @Test func `a whole slip is brought back once`() throws {
    let village = try village()
    let refund = try village.done("2026-11-04", "refund 1103-01 --why 拿错了")
    #expect(refund["of"].text == "1103-01")
    #expect(refund["slip"].text == "1104-01")
    #expect(refund["refunded"].number == 14)
    #expect(refund["spendableAfter"].number == 18.3)
    #expect(try stock(village, "XYF", day) == 20)
    try village.refused("2026-11-04", "refund 1103-01 --why 再退", "R323")
    #expect(try village.text("2026-11-04", "statement 0012").contains("退货：单1103-01"))
    try village.isSound()
  }

  @Test func `piece by piece, and never more than was taken`() throws {
    let village = try village()
    try village.done(day, "refund 1103-01 PEN --why 漏水 --no-restock")
    #expect(try spendable(village, day) == 8.3)
    #expect(try stock(village, "PEN", day) == 19, "a broken basin is not on the shelf again")
    try village.refused(day, "refund 1103-01 PEN --why 漏水", "R321")
    try village.refused(day, "refund 1103-01 XYFx2 --why 漏水", "R322")
    try village.refused(day, "refund 1103-01 XYY --why 漏水", "R321")
    try village.refused(day, "refund 1103-09 --why 漏水", "U111", status: 2)
    try village.done(day, "refund 1103-01 --why 不要了")
    #expect(try spendable(village, day) == 18.3)
  }

  @Test func `the last of seven days is still good`() throws {
    let village = try village()
    try village.refused("2026-11-11", "refund 1103-01 --why 漏水", "R320")
    try village.done("2026-11-10", "refund 1103-01 --why 漏水")
  }

  @Test func `the same press gives the same slip`() throws {
    let village = try village()
    let first = try village.text(day, "refund 1103-01 PEN --why 漏水 --receipt t-1")
    let again = try village.text(day, "refund 1103-01 PEN --why 漏水 --receipt t-1")
    #expect(again.hasSuffix(first), "\(again)")
    #expect(try village.text(day, "slip t-1") == first)
    try village.refused(day, "refund 1103-01 XYF --why 漏水 --receipt t-1", "R401")
    #expect(try spendable(village, day) == 8.3)
  }

  @Test func `points go back to the year they came from`() throws {
    let village = try Stage.yearOver.village()
    try village.done("2027-01-30", "redeem 0012 PEN")
    #expect(try spendable(village, "2027-01-31") == 14.3)
    try village.done("2027-02-02", "refund 0130-01 --why 漏水")
    #expect(try spendable(village, "2027-02-02") == 0, "the points of 2026 have run out")
    try village.isSound()
  }

  @Test func `the day's close counts slips, goods and cards`() throws {
    let village = try village()
    try village.done(day, "refund 1103-01 PEN --why 漏水 --no-restock")
    try village.done(day, "card issue --cards 1x2")
    try village.done(day, "card issue 0013 5")
    try village.done(day, "redeem PEN --cards 5-0001 --receipt SG-1")
    try village.done(day, "card count 1x1 5x1")
    let text = try village.text(day, "shop close")
    for part in ["1103-01", "1103-02", "1103-03", "退单 1103-01", "纸卡"] {
      #expect(text.contains(part), "\(text)")
    }
    let goods = text.components(separatedBy: "\n").first { $0.hasPrefix("不锈钢盆") }
    #expect(goods?.split(separator: " ").map(String.init) == ["不锈钢盆", "2", "18"], "\(text)")
    let close = try village.done(day, "shop close")
    #expect(close["records"].whole == village.ledgerLines.count)
    let last = try village.events().last?["hash"].text
    #expect(close["digest"].text?.count == last?.count)
    try village.refused(day, "shop close --on 2026-11-04", "R101")
    let late = try village.text("2026-11-04", "shop close --on 2026-11-03")
    #expect(late == text, "a close can be printed again")
  }

  @Test func `a hand slip of yesterday is marked in the close of its day`() throws {
    let village = try village()
    try village.done("2026-11-05", "redeem 0013 PEN --on 2026-11-04 --receipt SG-2")
    let text = try village.text("2026-11-05", "shop close --on 2026-11-04")
    #expect(text.contains("2026-11-05 补录"), "\(text)")
    #expect(try village.text("2026-11-05", "slip SG-2").contains("手工单补录"))
  }

  @Test func `the report sets points against goods and money against payers`() throws {
    let village = try village()
    try village.done(day, "shop add SY --name 食用油 --price 2 --unit 桶")
    try village.done(day, "shop receive SY 4 --payer 镇 --cost 58.5")
    try village.done(day, "redeem 0012 SYx2")
    try village.done(day, "card issue 0013 5")
    let text = try village.text(day, "report shop")
    for part in ["在外的积分卡：5.0", "234.00", "117.00", "食用油"] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
    #expect(!text.contains("滞销"), "what arrived today is not dead stock: \(text)")
    #expect(try village.text("2027-02-01", "shop list").contains("滞销"))
    try village.refused(day, "report shop --month 2026-12", "R281")
  }
}
