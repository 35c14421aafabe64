import TestSupport
import Testing
import XinyiLedger

@Suite struct `A month on its way` {
  private func village(
    settings: (inout Settings) -> Void = { _ in }
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01", settings: settings)
    try village.add(["0001", "0002"], on: "2026-03-01")
    return village
  }

  private func state(_ village: TestVillage, _ month: Month) -> ReviewMonth.State {
    village.ledger.reviewMonth(month).state
  }

  @Test func `earlier months are reviewed first`() throws {
    var village = try village()
    #expect(throws: Refusal.earlierMonthFirst("2026-04", earlier: "2026-03")) {
      try village.openReview("2026-04", on: "2026-04-26")
    }
    #expect(throws: Refusal.beforeFirstMonth("2026-02-01", first: "2026-03")) {
      try village.openReview("2026-02", on: "2026-04-26")
    }
  }

  @Test func `a review may be opened from the first day of its month on`() throws {
    var village = try village()
    try village.openReview("2026-03", on: "2026-03-31")
    #expect(throws: Refusal.monthNotBegun("2026-04", today: "2026-03-31")) {
      try village.openReview("2026-04", on: "2026-03-31")
    }
    try village.openReview("2026-04", on: "2026-04-01")
    #expect(state(village, "2026-04") == .inReview)
  }

  @Test func `a month without lines is reviewed, posted and confirmed like any other`() throws {
    var village = try village()
    var states = [state(village, "2026-03")]
    try village.openReview("2026-03", on: "2026-03-26")
    states.append(state(village, "2026-03"))
    try village.on("2026-03-26") { try $0.closeReview(of: "2026-03") }
    states.append(state(village, "2026-03"))
    try village.post("2026-03", on: "2026-03-26")
    states.append(state(village, "2026-03"))
    try village.confirm("2026-03")
    states.append(state(village, "2026-03"))
    #expect(states == ReviewMonth.State.allCases)
    #expect(village.ledger.notices["2026-03"]?.lines == [])
    #expect(village.ledger.notices["2026-03"]?.isConfirmed == true)
  }

  @Test func `months run side by side`() throws {
    var village = try village()
    try village.reviewAndPost("2026-03", on: "2026-04-20")
    try village.openReview("2026-04", on: "2026-04-21")
    let entry = try village.record(.init("GI04", ["0001"], on: "2026-04-22"), on: "2026-04-22")
    #expect(entry[0].month == "2026-05")
    #expect(
      ["2026-03", "2026-04", "2026-05"].map { state(village, $0) } == [
        .onNotice, .inReview, .open,
      ])
    try village.on("2026-04-22") { try $0.closeReview(of: "2026-04") }
    try village.post("2026-04", on: "2026-04-22")
    try village.confirm("2026-04")
    #expect(["2026-03", "2026-04"].map { state(village, $0) } == [.onNotice, .confirmed])
    try village.confirm("2026-03")
    #expect(state(village, "2026-03") == .confirmed)
  }

  @Test func `what is undecided or deferred waits for the first later month not in review`() throws
  {
    var village = try village()
    let undecided = try village.record(.init("GI04", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    let deferred = try village.record(.init("GI04", ["0002"], on: "2026-03-10"), on: "2026-03-10")
    try village.openReview("2026-03", on: "2026-03-26")
    try village.on("2026-03-26") {
      try $0.decide([deferred[0].number], .defer, votes: nil, why: "待核实")
    }
    try village.openReview("2026-04", on: "2026-04-02")
    try village.on("2026-04-03") { try $0.closeReview(of: "2026-03") }
    for number in [undecided[0].number, deferred[0].number] {
      let entry = try #require(village.ledger[number])
      #expect(entry.state == .pending)
      #expect(entry.month == "2026-05")
      #expect(entry.number.month == "2026-03")
    }
    #expect(village.ledger.reviewMonth("2026-03").putOff.count == 2)
    #expect(village.ledger.agenda(of: "2026-03").isEmpty)
    #expect(
      village.ledger.agenda(of: "2026-05").map(\.number) == [
        undecided[0].number, deferred[0].number,
      ])
    try village.on("2026-04-03") { try $0.closeReview(of: "2026-04") }
    try village.openReview("2026-05", on: "2026-05-26")
    try village.approveAll(of: "2026-05", on: "2026-05-26")
    #expect(village.ledger[deferred[0].number]?.state == .approved)
  }

  @Test func `a line that was put off counts in the year of the month it was decided in`() throws {
    var village = try TestVillage(opened: "2026-12-01")
    try village.add(["0001"], on: "2026-12-01")
    _ = try village.record(.init("GI04", ["0001"], on: "2026-12-10"), on: "2026-12-10")
    try village.openReview("2026-12", on: "2026-12-26")
    try village.on("2026-12-26") { try $0.closeReview(of: "2026-12") }
    try village.finish("2027-01", on: "2027-01-26")
    #expect(village.rating("0001", on: "2026-12-31") == 1000)
    #expect(village.rating("0001", on: "2027-02-10") == 1002)
  }

  @Test func `each step waits for the one before it`() throws {
    var village = try village()
    let day: Day = "2026-03-26"
    #expect(throws: Refusal.monthIs("2026-03", .open, needed: .inReview)) {
      try village.on(day) { try $0.closeReview(of: "2026-03") }
    }
    try village.openReview("2026-03", on: day)
    #expect(throws: Refusal.monthIs("2026-03", .inReview, needed: .open)) {
      try village.openReview("2026-03", on: day)
    }
    #expect(throws: Refusal.monthIs("2026-03", .inReview, needed: .closed)) {
      try village.post("2026-03", on: day)
    }
    #expect(throws: Refusal.monthIs("2026-03", .inReview, needed: .onNotice)) {
      try village.on(day) { try $0.confirm("2026-03") }
    }
  }

  @Test func `a confirmed month is not opened or posted again`() throws {
    var village = try village()
    try village.finish("2026-03", on: "2026-03-26")
    #expect(throws: Refusal.monthIs("2026-03", .confirmed, needed: .open)) {
      try village.openReview("2026-03", on: "2026-04-10")
    }
    #expect(throws: Refusal.monthIs("2026-03", .confirmed, needed: .closed)) {
      try village.post("2026-03", on: "2026-04-10")
    }
  }
}

@Suite struct `The terms of a notice` {
  private func closed(
    settings: (inout Settings) -> Void = { _ in }
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-10-01", settings: settings)
    try village.add(["0001"], on: "2026-10-01")
    _ = try village.record(.init("GI04", ["0001"], on: "2026-10-04"), on: "2026-10-04")
    try village.openReview("2026-10", on: "2026-10-20")
    try village.approveAll(of: "2026-10", on: "2026-10-20")
    try village.on("2026-10-20") { try $0.closeReview(of: "2026-10") }
    return village
  }

  @Test(
    arguments: [
      ("2026-10-21", "2026-10-26"), ("2026-10-22", "2026-10-27"), ("2026-10-26", "2026-11-02"),
      ("2026-10-27", "2026-11-02"), ("2026-10-28", "2026-11-02"),
    ] as [(Day, Day)])
  func `the posting day is not counted, and a weekend moves the last day to Monday`(
    from: Day, to: Day
  ) throws {
    let village = try closed()
    let plan = try village.ledger.planNotice(
      of: "2026-10", from: from, today: "2026-10-21", calendar: .weekdays)
    #expect([plan.from, plan.to] == [from, to])
    #expect(plan.lines == [.init(entry: "2026-10-0001", points: 2)])
  }

  @Test func `the village chooses how long a notice hangs`() throws {
    let village = try closed { $0.noticeDays = 7 }
    let plan = try village.ledger.planNotice(
      of: "2026-10", from: "2026-10-21", today: "2026-10-21", calendar: .weekdays)
    #expect(plan.to == "2026-10-28")
  }

  @Test func `a notice is not posted in the past`() throws {
    var village = try closed()
    #expect(throws: Refusal.postedInThePast("2026-10-21", today: "2026-10-22")) {
      try village.on("2026-10-22") {
        _ = try $0.ledger.planNotice(
          of: "2026-10", from: "2026-10-21", today: $0.today, calendar: .weekdays)
      }
    }
    let later = try village.ledger.planNotice(
      of: "2026-10", from: "2026-10-30", today: "2026-10-22", calendar: .weekdays)
    #expect(later.to == "2026-11-04")
  }

  @Test func `the last day is still good for objections, the day after takes effect`() throws {
    var village = try closed()
    try village.post("2026-10", on: "2026-10-27")
    for day in ["2026-10-27", "2026-11-01", "2026-11-02"] as [Day] {
      #expect(throws: Refusal.noticeStillHangs("2026-10", to: "2026-11-02", today: day)) {
        try village.on(day) { try $0.confirm("2026-10") }
      }
    }
    try village.on("2026-11-03") { try $0.confirm("2026-10") }
    #expect(village.ledger["2026-10-0001"]?.effectiveOn == "2026-11-03")
    #expect(village.spendable("0001", on: "2026-11-03") == 2)
  }

  @Test func `a late confirm takes effect on its own day`() throws {
    var village = try closed()
    try village.post("2026-10", on: "2026-10-27")
    try village.on("2026-11-20") { try $0.confirm("2026-10") }
    #expect(village.ledger["2026-10-0001"]?.effectiveOn == "2026-11-20")
    #expect(village.ledger.reviewMonth("2026-10").state == .confirmed)
  }
}
