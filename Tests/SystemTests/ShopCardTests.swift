import TestSupport
import Testing

/// Paper cards through the real command: 苏玉强（0012）holds 18.3 points, 苏玉霞（0013）5, 王小芳（0031）3.
@Suite struct ShopCardTests {
  private let day = "2026-11-03"

  private func spendable(_ village: Village, _ person: String, _ today: String) throws -> Double? {
    try village.done(today, "balance \(person)")["rows"][0]["spendable"].number
  }

  private func numbers(_ answer: Answer) -> [String] {
    answer["rows"].list?.compactMap { $0["card"].text } ?? []
  }

  private func state(_ village: Village, _ card: String, _ today: String) throws -> String? {
    try village.done(today, "card list")["rows"].row(where: "card", is: card)["state"].text
  }

  /// What all accounts hold and what the cards in people's hands are worth.
  private func allPoints(_ village: Village, _ today: String) throws -> Double {
    let accounts = try village.done(today, "balance")["rows"].list ?? []
    let cards = try village.done(today, "card list")["rows"].list ?? []
    let out = cards.filter { ["out", "barred"].contains($0["state"].text) }
    return accounts.compactMap { $0["spendable"].number }.reduce(0, +)
      + out.compactMap { $0["value"].number }.reduce(0, +)
  }

  /// Twelve points of 苏玉强 on 5-0001, 5-0002 and 2-0003; 1-0001 to 1-0003, 2-0001 and 2-0002 in the
  /// till.
  private func village() throws -> Village {
    let village = try Stage.effective.village()
    try village.done(day, "card issue --cards 1x3,2x2")
    try village.done(day, "card issue 0012 12")
    return village
  }

  @Test func `points are on cards or in the account, never on both`() throws {
    let village = try Stage.effective.village()
    let all = try allPoints(village, day)
    try village.done(day, "card issue --cards 1x3,2x2")
    #expect(try allPoints(village, day) == all, "cards in the till are paper")
    let issued = try village.done(day, "card issue 0012 12")
    #expect(numbers(issued) == ["5-0001", "5-0002", "2-0003"], "the fewest cards that make 12")
    #expect(try spendable(village, "0012", day) == 6.3)
    #expect(try allPoints(village, day) == all)
    try village.done(day, "redeem PEN --cards 5-0001")
    #expect(try allPoints(village, day) == all - 4)
    try village.done(day, "card take 0012 2-0003 1-0001")
    #expect(try spendable(village, "0012", day) == 9.3)
    #expect(try allPoints(village, day) == all - 4)
    try village.done(day, "card bar 5-0002")
    try village.done("2026-11-11", "card reissue 5-0002")
    #expect(try allPoints(village, "2026-11-11") == all - 4)
    try village.done("2026-11-11", "card return --all")
    #expect(try allPoints(village, "2026-11-11") == all - 4)
    let statement = try village.text("2026-11-11", "statement 0012")
    for part in ["领积分卡", "积分卡存回", "未用纸卡：1张"] {
      #expect(statement.contains(part), "\(statement)")
    }
    try village.isSound()
  }

  @Test func `cards pay with change from the till`() throws {
    let village = try village()
    let slip = try village.done(day, "redeem PEN --cards 5-0001")
    #expect(slip["change"].texts == ["1-0001"])
    #expect(slip["person"].isNull && slip["spendableAfter"].isNull)
    #expect(try state(village, "5-0001", day) == "till")
    #expect(try state(village, "1-0001", day) == "out")
    #expect(try spendable(village, "0012", day) == 6.3, "no account is touched")
    let text = try village.text(day, "slip 1103-01")
    for part in ["5分1张（5-0001）", "1分1张（1-0001）", "不记名"] { #expect(text.contains(part)) }
    #expect(!text.contains("苏玉强"))
    // What came in as change pays again.
    try village.done(day, "shop add YH --name 牙刷 --price 1")
    try village.done(day, "shop receive YH 1")
    #expect(try village.done(day, "redeem YH --cards 1-0001")["change"].texts == [])
  }

  @Test func `a hand slip is keyed in with its day and number, and pressed twice is one slip`()
    throws
  {
    let village = try village()
    let line = "redeem PEN --cards 5-0001 --on 2026-11-04 --receipt SG-0007"
    let first = try village.text("2026-11-05", line)
    #expect(first.contains("1104-01"))
    #expect(try village.text("2026-11-05", line).hasSuffix(first))
    #expect(try village.text("2026-11-06", "slip SG-0007") == first)
    try village.refused(
      "2026-11-05", "redeem PEN --cards 5-0002 --on 2026-11-04 --receipt SG-0007", "R401")
    try village.refused("2026-11-05", "redeem PEN --cards 5-0001", "R331")
    try village.refused("2026-11-05", "redeem PEN --cards 5-0002 --on 2026-11-06", "R101")
  }

  @Test func `a card is named once, known, out and whole`() throws {
    let village = try village()
    try village.refused(day, "redeem PEN --cards 5-0001,5-0001", "U012", status: 2)
    try village.refused(day, "redeem PEN --cards 5-00x1", "U012", status: 2)
    try village.refused(day, "redeem PEN --cards 5-0099", "R330")
    try village.refused(day, "redeem PEN --cards 2-0001,2-0002", "R331")
    try village.refused(day, "redeem XYY --cards 5-0001,5-0002", "R336")
    try village.refused(day, "redeem PEN --cards 5-0001,5-0002", "R335")
    try village.refused(day, "redeem XYF --cards 5-0001,2-0003", "R334")
    try village.refused(
      day, "redeem PEN --cards 5-0001 --proxy 0013", "U014", status: 2)
    try village.refused(day, "redeem PENx2 --cards 5-0001", "R334")
  }

  @Test func `a slip from before a card was lost still counts`() throws {
    let village = try village()
    try village.done("2026-11-05", "card bar 5-0001")
    try village.refused("2026-11-05", "redeem PEN --cards 5-0001", "R331")
    try village.done("2026-11-05", "redeem PEN --cards 5-0001 --on 2026-11-04")
    #expect(try state(village, "5-0001", "2026-11-05") == "till")
    try village.refused("2026-11-20", "card reissue 5-0001", "R342")
  }

  @Test func `a lost card is barred, found again or replaced without a second debit`() throws {
    let village = try village()
    let barred = try village.done("2026-11-04", "card bar --person 0012 --all")
    #expect(numbers(barred) == ["2-0003", "5-0001", "5-0002"])
    try village.refused("2026-11-04", "card take 0012 5-0001", "R331")
    try village.done("2026-11-05", "card bar 5-0001 --withdraw")
    try village.done("2026-11-05", "redeem PEN --cards 5-0001")
    try village.refused("2026-11-11", "card reissue 5-0002", "R343")
    let new = try village.done("2026-11-12", "card reissue 5-0002")
    #expect(numbers(new) == ["5-0003"])
    #expect(new["rows"][0]["year"].text == "2026")
    #expect(try spendable(village, "0012", "2026-11-12") == 6.3)
    try village.refused("2026-11-12", "redeem PEN --cards 5-0002", "R331")
    try village.refused("2026-11-12", "card reissue 5-0002", "R342")
    try village.done("2026-11-12", "redeem PEN --cards 5-0003")
    try village.isSound()
  }

  @Test func `change that was lost is replaced for who says so`() throws {
    let village = try village()
    try village.done(day, "redeem PEN --cards 5-0001")
    try village.done(day, "card bar 1-0001 --person 0031")
    let new = try village.done("2026-11-11", "card reissue 1-0001")
    #expect(new["rows"][0]["person"].text == "0031")
    #expect(try spendable(village, "0031", "2026-11-11") == 3)
  }

  @Test func `a month's points are turned into cards for everybody, once`() throws {
    let village = try Stage.effective.village()
    try village.done(day, "redeem 0013 PEN")
    let sheet = try village.text(day, "card issue --all --month 2026-10 --dry-run")
    for part in ["5-0001至0003", "苏玉强", "签字或按手印", "2026年10月"] {
      #expect(sheet.contains(part), "\(sheet)")
    }
    let issued = try village.done(day, "card issue --all --month 2026-10")
    let worth = issued["rows"].list?.compactMap { $0["value"].number }.reduce(0, +)
    #expect(worth == 22, "18 of 18.3, 1 that is left of 5, 3")
    #expect(try spendable(village, "0012", day) == 0.3, "tenths stay in the account")
    try village.refused(day, "card issue --all --month 2026-10", "R341")
    try village.refused(day, "card issue --all --month 2026-11", "R340")
    try village.refused(day, "card issue --all", "U010", status: 2)
    try village.isSound()
  }

  @Test func `only whole points that are there become cards`() throws {
    let village = try Stage.effective.village()
    try village.refused(day, "card issue 0012 18.3", "R338")
    try village.refused(day, "card issue 0012 19", "R339")
    try village.refused(day, "card issue 0032 1", "R303")
    try village.refused(day, "card issue 0012 0", "U012", status: 2)
    try village.refused(day, "card issue --cards 1x0", "U012", status: 2)
    try village.refused(day, "card issue --cards 7x1", "R338")
    try village.done(day, "card issue 0012 18")
    try village.refused(day, "redeem 0012 PEN", "R301")
  }

  @Test func `a card ends with the points of its year`() throws {
    let village = try village()
    try village.done("2027-01-31", "redeem PEN --cards 5-0001")
    try village.refused("2027-02-01", "redeem PEN --cards 5-0002", "R332")
    try village.refused("2027-02-01", "card take 0012 5-0002", "R332")
    try village.refused("2027-02-01", "card change 5-0002 --cards 2x2,1x1", "R332")
    #expect(try village.text("2027-02-01", "card list").contains("已过期"))
    // The slip was written while it still counted.
    try village.done("2027-02-01", "redeem PEN --cards 5-0002 --on 2027-01-31")
  }

  @Test func `large cards are changed into small ones of the till`() throws {
    let village = try village()
    try village.done(day, "card change 5-0001 --cards 2x2,1x1")
    #expect(try state(village, "5-0001", day) == "till")
    #expect(try state(village, "2-0001", day) == "out")
    try village.refused(day, "card change 5-0002 --cards 2x2", "R346")
    try village.refused(day, "card change 5-0002 --cards 1x5", "R337")
    try village.refused(day, "card change 5-0001 --cards 5x1", "R331")
    try village.isSound()
  }

  @Test func `goods paid with cards are brought back for cards`() throws {
    let village = try village()
    try village.done(day, "redeem PEN --cards 5-0001")
    let refund = try village.done(day, "refund 1103-01 --why 漏水")
    #expect(refund["cards"].texts == ["2-0001", "2-0002"])
    #expect(refund["person"].isNull)
    #expect(try spendable(village, "0012", day) == 6.3)
    #expect(try village.text(day, "slip 1103-02").contains("退卡：2分2张（2-0001、2-0002）"))
  }

  @Test func `the till is counted against what it should hold, and handed over`() throws {
    let village = try village()
    try village.done(day, "redeem PEN --cards 5-0001")
    let right = try village.done(day, "card count 1x2 2x2 5x1")
    #expect(right["rows"].list?.allSatisfy { $0["difference"].whole == 0 } == true)
    let short = try village.text(day, "card count 1x2 2x1 5x1")
    #expect(short.contains("与账不符"))
    #expect(try village.text(day, "shop close").contains("-1"))
    try village.done(day, "card return 5-0001")
    try village.refused(day, "card return 5-0001", "R345")
    try village.done(day, "card return --all")
    #expect(try village.text(day, "card return --all").contains("没有卡可交"))
    #expect(numbers(try village.done(day, "card list --state till")).isEmpty)
    try village.isSound()
  }
}
