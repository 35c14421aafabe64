import TestSupport
import Testing

/// An objection stops its own line and nothing else (S3.4).
@Suite struct ObjectionTests {
  private func objected(_ entry: String = "2026-10-0009") throws -> Village {
    let village = try Stage.onNotice.village()
    let filed = try village.done(
      "2026-10-28", "objection file \(entry) --why 数目不对 --from 0031")
    #expect(filed["objection"].text == "O-2026-10-01")
    #expect(filed["state"].text == "open")
    #expect(filed["due"].text == "2026-11-06")
    return village
  }

  /// State and moved points of an entry.
  private func state(of entry: String, in village: Village) throws -> [String?] {
    let row = try village.done("2026-12-01", "entry show \(entry)")["rows"][0]
    return [row["state"].text, row["effectiveOn"].text, row["spendable"].number.map { "\($0)" }]
  }

  @Test func `The objected line waits and its neighbours take effect`() throws {
    let village = try objected()
    let confirmed = try village.done("2026-11-03", "confirm")
    #expect(confirmed["effective"].list?.count == 9)
    #expect(confirmed["waiting"].texts == ["2026-10-0009"])
    #expect(try state(of: "2026-10-0009", in: village) == ["objected", nil, nil])
    #expect(try state(of: "2026-10-0008", in: village) == ["effective", "2026-11-03", "0.3"])
    try village.isSound()
  }

  @Test(arguments: ["--meeting 2026-10 --votes 4-1-0", "--document 侯信字〔2026〕3号"])
  func `Dismissed in time the line goes back on the notice and takes effect with it`(
    _ authority: String
  ) throws {
    let village = try objected()
    let resolved = try village.done(
      "2026-11-02",
      "objection resolve O-2026-10-01 --outcome dismiss --why 用工名册属实 \(authority)")
    #expect(resolved["state"].text == "dismissed")
    #expect(try state(of: "2026-10-0009", in: village) == ["onNotice", nil, nil])
    let confirmed = try village.done("2026-11-03", "confirm")
    #expect(confirmed["effective"].list?.count == 10)
    #expect(confirmed["waiting"].list?.isEmpty == true)
    try village.isSound()
  }

  @Test func `Dismissed after the term the line takes effect with the answer`() throws {
    let village = try objected()
    try village.done("2026-11-03", "confirm")
    try village.done(
      "2026-11-05",
      "objection resolve O-2026-10-01 --outcome dismiss --why 属实 --meeting 2026-11 --votes 5-0-0")
    #expect(try state(of: "2026-10-0009", in: village) == ["effective", "2026-11-05", "5.0"])
    #expect(try village.events().last?["kind"].text == "confirmed")
    try village.isSound()
  }

  @Test func `Withdrawn by the villager it needs neither meeting nor document`() throws {
    let village = try objected()
    let resolved = try village.done(
      "2026-10-30", "objection resolve O-2026-10-01 --outcome withdrawn --why 本人弄清楚了")
    #expect(resolved["state"].text == "withdrawn")
    #expect(try state(of: "2026-10-0009", in: village) == ["onNotice", nil, nil])
    try village.done("2026-11-03", "confirm")
    #expect(try state(of: "2026-10-0009", in: village) == ["effective", "2026-11-03", "5.0"])
  }

  @Test func `Withdrawn after the term the line takes effect at once`() throws {
    let village = try objected()
    try village.done("2026-11-03", "confirm")
    try village.done(
      "2026-11-09", "objection resolve O-2026-10-01 --outcome withdrawn --why 本人弄清楚了")
    #expect(try state(of: "2026-10-0009", in: village) == ["effective", "2026-11-09", "5.0"])
  }

  @Test func `An amended line is posted again and takes effect after its own term`() throws {
    let village = try objected()
    try village.done("2026-11-03", "confirm")
    let resolved = try village.done(
      "2026-11-05",
      "objection resolve O-2026-10-01 --outcome amend --points 2 --why 核实为一人 "
        + "--meeting 2026-11 --votes 5-0-0")
    #expect(resolved["state"].text == "amended")
    #expect(try state(of: "2026-10-0009", in: village) == ["approved", nil, nil])
    let notice = try village.done("2026-11-05", "notice supplement --month 2026-10")
    #expect(notice["notice"].text == "2026-10-2")
    // Three days after 5 November is a Sunday.
    #expect(notice["to"].text == "2026-11-09")
    #expect(notice["rows"].list?.count == 1)
    try village.refused("2026-11-09", "confirm --month 2026-10", "R221")
    let confirmed = try village.done("2026-11-10", "confirm --month 2026-10")
    #expect(confirmed["effective"].texts == ["2026-10-0009"])
    #expect(try state(of: "2026-10-0009", in: village) == ["effective", "2026-11-10", "2.0"])
    #expect(try village.text("2026-11-10", "notice show 2026-10-2").contains("+2.0"))
    try village.isSound()
  }

  @Test func `A line that was amended before the first notice ended waits for its supplement`()
    throws
  {
    let village = try objected()
    try village.done(
      "2026-10-30",
      "objection resolve O-2026-10-01 --outcome amend --points 3 --why 核实 --document 侯信字1号")
    let confirmed = try village.done("2026-11-03", "confirm")
    #expect(confirmed["effective"].list?.contains { $0.text == "2026-10-0009" } == false)
    try village.done("2026-11-03", "notice supplement")
    try village.done("2026-11-10", "confirm")
    #expect(try state(of: "2026-10-0009", in: village) == ["effective", "2026-11-10", "3.0"])
    try village.isSound()
  }

  @Test(arguments: ["2026-10-30", "2026-11-05"])
  func `A cancelled line is dead whenever it is cancelled`(_ day: String) throws {
    let village = try objected()
    if day > "2026-11-02" { try village.done("2026-11-03", "confirm") }
    try village.done(
      day, "objection resolve O-2026-10-01 --outcome cancel --why 查无此事 --document 侯信字2号")
    #expect(try state(of: "2026-10-0009", in: village) == ["cancelled", nil, nil])
    if day <= "2026-11-02" { try village.done("2026-11-03", "confirm") }
    #expect(try state(of: "2026-10-0009", in: village) == ["cancelled", nil, nil])
    #expect(try state(of: "2026-10-0001", in: village) == ["effective", "2026-11-03", "2.0"])
    let balance = try village.done("2026-11-10", "balance 0013")["rows"][0]
    #expect(balance["spendable"].number == 0)
    #expect(balance["pending"].number == 0)
    try village.isSound()
  }

  @Test func `A breach that is cancelled costs nothing`() throws {
    let village = try objected("2026-10-0010")
    try village.done(
      "2026-10-30",
      "objection resolve O-2026-10-01 --outcome cancel --why 不是他家的狗 "
        + "--meeting 2026-10 --votes 3-2-0")
    try village.done("2026-11-03", "confirm")
    let balance = try village.done("2026-11-03", "balance 0032")["rows"][0]
    #expect(balance["rating"].number == 1000)
    #expect(balance["spendable"].number == 0)
  }

  @Test func `A notice that is looked at marks the line that waits, until it is answered`() throws {
    let village = try Stage.onNotice.village()
    let posted = try village.text("2026-10-28", "notice show")
    try village.done("2026-10-28", "objection file 2026-10-0001 --why 当天没有到场 --from 0031")
    let run = try village.run("2026-10-28", "公示 查看")
    #expect(run.text == posted, "what hangs is not changed")
    #expect(run.complaint.contains("2026-10-0001（O-2026-10-01，2026-11-06 前答复）"))
    #expect(!run.complaint.contains("0031") && !run.complaint.contains("王小芳"))
    let rows = try Answer(try village.run("2026-10-28", "notice show --json").output)["rows"]
    #expect(rows.row(where: "entry", is: "2026-10-0001")["objection"].text == "O-2026-10-01")
    #expect(rows.row(where: "entry", is: "2026-10-0002")["objection"].isNull)
    let table = try village.text("2026-10-28", "notice show --format csv")
    #expect(table.split(separator: "\r\n").count { $0.contains("O-2026-10-01") } == 1)
    try village.done(
      "2026-10-30",
      "objection resolve O-2026-10-01 --outcome dismiss --why 有签到表 --meeting 2026-10 --votes 5-0-0")
    #expect(try village.run("2026-10-30", "公示 查看").complaint.isEmpty)
  }

  @Test func `A line can be objected to again once the first objection is answered`() throws {
    let village = try objected()
    try village.refused("2026-10-28", "objection file 2026-10-0009 --why 再提", "R218")
    try village.done(
      "2026-10-29", "objection resolve O-2026-10-01 --outcome withdrawn --why 不提了")
    let second = try village.done("2026-10-29", "objection file 2026-10-0009 --why 另一件事")
    #expect(second["objection"].text == "O-2026-10-02")
    let list = try village.done("2026-10-29", "objection list")["rows"].list ?? []
    #expect(list.compactMap { $0["objection"].text } == ["O-2026-10-02", "O-2026-10-01"])
    #expect(try !village.text("2026-10-29", "objection list").contains("王小芳"))
  }
}
