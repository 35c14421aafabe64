import TestSupport
import Testing
import XinyiLedger

@Suite struct `Taking back what has taken effect` {
  private func village(
    _ change: (inout Settings) -> Void = { _ in }
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01", settings: change)
    try village.add(["0001", "0002"], on: "2026-03-01")
    return village
  }

  /// Dumping of rubbish in March and in October, both in force.
  private func twice() throws -> (village: TestVillage, first: EntryNumber, second: EntryNumber) {
    var village = try village()
    let first = try village.record(.init("RJ01", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    try village.finish("2026-03", on: "2026-03-26")
    for month in ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"] as [Month] {
      try village.finish(month, on: month.firstDay + 25)
    }
    let second = try village.record(.init("RJ01", ["0001"], on: "2026-10-06"), on: "2026-10-06")
    try village.finish("2026-10", on: "2026-10-26")
    return (village, first[0].number, second[0].number)
  }

  @Test func `example b: the second breach is worked out anew when the first is reversed`() throws {
    var (village, first, second) = try twice()
    #expect(village.rating("0001", on: "2026-11-10") == 985)
    #expect(village.spendable("0001", on: "2026-11-10") == -15)
    let lines = try village.on("2026-11-12") { try $0.reverse(first, why: "异议成立") }
    #expect(lines.map { village.ledger[$0]?.recorded.asked } == [5, 5])
    #expect(lines.map { village.ledger[$0]?.recorded.reverses } == [first, nil])
    #expect(lines.map { village.ledger[$0]?.recorded.adjusts } == [nil, second])
    #expect(village.rating("0001", on: "2026-11-12") == 985)
    try village.openReview("2026-11", on: "2026-11-26")
    try village.on("2026-11-26") { try $0.decide([lines[0]], .approve, votes: nil, why: nil) }
    #expect(lines.map { village.ledger[$0]?.state } == [.approved, .approved])
    try village.on("2026-11-26") { try $0.closeReview(of: "2026-11") }
    try village.post("2026-11", on: "2026-11-26")
    try village.confirm("2026-11")
    #expect(village.rating("0001", on: "2026-12-10") == 995)
    #expect(village.spendable("0001", on: "2026-12-10") == -5)
    #expect(village.ledger.isReversed(first))
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `what follows from a reversal is decided with it, never alone`() throws {
    var (village, first, second) = try twice()
    let lines = try village.on("2026-11-12") { try $0.reverse(first, why: "异议成立") }
    try village.openReview("2026-11", on: "2026-11-26")
    #expect(throws: Refusal.followsReversal(lines[1], leader: lines[0])) {
      try village.on("2026-11-26") { try $0.decide([lines[1]], .approve, votes: nil, why: nil) }
    }
    try village.on("2026-11-26") { try $0.decide([lines[0]], .reject, votes: nil, why: "查无此事") }
    #expect(lines.map { village.ledger[$0]?.state } == [.rejected, .rejected])
    #expect(village.ledger[second]?.frozen == -10)
    try village.on("2026-11-26") { draft in
      try draft.decide([lines[0]], .undo, votes: nil, why: nil)
      try draft.decide([lines[0]], .defer, votes: nil, why: "再查")
    }
    #expect(lines.map { village.ledger[$0]?.state } == [.deferred, .deferred])
  }

  @Test func `a reversal is withdrawn with all that follows from it, and nothing of that alone`()
    throws
  {
    var (village, first, second) = try twice()
    let lines = try village.on("2026-11-12") { try $0.reverse(first, why: "异议成立") }
    #expect(throws: Refusal.followsReversal(lines[1], leader: lines[0])) {
      try village.on("2026-11-13") { try $0.withdraw([lines[1]], why: "提错了") }
    }
    try village.on("2026-11-13") { try $0.withdraw([lines[0]], why: "提错了") }
    #expect(lines.map { village.ledger[$0]?.state } == [.withdrawn, .withdrawn])
    #expect(village.ledger[second]?.frozen == -10)
    let again = try village.on("2026-11-14") { try $0.reverse(first, why: "查实了") }
    try village.on("2026-11-15") { try $0.withdraw(again, why: "一整批") }
    #expect(again.map { village.ledger[$0]?.state } == [.withdrawn, .withdrawn])
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `an adjustment that was itself reversed counts no more in what comes after`() throws {
    var (village, first, second) = try twice()
    let lines = try village.on("2026-11-12") { try $0.reverse(first, why: "异议成立") }
    try village.finishLeaders("2026-11", on: "2026-11-26")
    let back = try village.on("2026-12-10") { try $0.reverse(lines[1], why: "不该少扣") }[0]
    try village.finishLeaders("2026-12", on: "2026-12-26")
    let entry = try #require(village.ledger[second])
    let later = try village.on("2027-01-10") { try $0.reverse(second, why: "查无此事") }[0]
    let last = try #require(village.ledger[later])
    #expect(village.ledger[back]?.state == .effective)
    #expect(village.ledger.pointsWithCorrections(of: entry, before: last) == -10)
    #expect(last.recorded.asked == 10)
  }

  @Test func `what two operators took back at once is listed on the next notice, and no other`()
    throws
  {
    var village = try village()
    let one = try village.record(.init("DD04", ["0001"], on: "2026-03-10"), on: "2026-03-10")[0]
    _ = try village.record(
      RecordRequest("DD04", ["0001"], on: "2026-03-10").with {
        $0.deed = DeedNumber(unchecked: "D2")
      }, on: "2026-03-11")
    try village.finish("2026-03", on: "2026-03-26")
    let lines = try village.on("2026-04-10") {
      try $0.reverse(one.number, why: "记重了", second: Operator(unchecked: "deputy"))
    }
    #expect(village.ledger.uninformed == lines)
    try village.finish("2026-04", on: "2026-04-26")
    let april = NoticeNumber(month: "2026-04", part: 1)
    #expect(village.ledger.notices[april]?.informed == lines)
    #expect(village.ledger.notices[april]?.lines.isEmpty == true)
    #expect(village.ledger.uninformed.isEmpty)
  }

  @Test func `until a reversal counts, the old entry still doubles others`() throws {
    var (village, first, _) = try twice()
    let lines = try village.on("2026-11-12") { try $0.reverse(first, why: "异议成立") }
    let third = try village.record(.init("RJ01", ["0001"], on: "2026-11-20"), on: "2026-11-20")
    #expect(village.ledger.assessment(of: third[0]).points == -10)
    try village.reviewAndPostLeaders("2026-11", on: "2026-11-26")
    try village.confirm("2026-11")
    #expect(village.ledger[lines[0]]?.state == .effective)
    // The second, of October, still stands and had taken effect: the third stays doubled.
    #expect(
      village.ledger.assessment(of: try #require(village.ledger[third[0].number])).points == -10)
    #expect(village.rating("0001", on: "2026-12-10") == 985)
  }

  @Test func `a line decided while the reversal was on its way is adjusted when it counts`() throws
  {
    var village = try village()
    let first = try village.record(.init("RJ01", ["0001"], on: "2026-03-10"), on: "2026-03-10")[0]
    try village.finish("2026-03", on: "2026-03-26")
    let reversal = try village.on("2026-04-05") { try $0.reverse(first.number, why: "查错了") }
    let second = try village.record(.init("RJ01", ["0001"], on: "2026-04-10"), on: "2026-04-10")[0]
    try village.reviewAndPostLeaders("2026-04", on: "2026-04-26")
    #expect(village.ledger[second.number]?.frozen == -10)
    try village.confirm("2026-04")
    let adjustment = try #require(village.ledger.entries.last)
    #expect(adjustment.recorded.adjusts == second.number)
    #expect(adjustment.recorded.asked == 5)
    #expect(village.ledger[reversal[0]]?.state == .effective)
    try village.finish("2026-05", on: "2026-05-26")
    #expect(village.rating("0001", on: "2026-06-10") == 995)
  }

  @Test func `a reversal frees the cap for the line that was cut`() throws {
    var village = try village()
    let days: [Day] = ["2026-03-09", "2026-03-14", "2026-03-22"]
    let lines = try days.map {
      try village.record(.init("DD04", ["0001"], on: $0), on: $0)[0].number
    }
    try village.finish("2026-03", on: "2026-03-26")
    #expect(lines.map { village.ledger[$0]?.frozen } == [1, 1, 0])
    let reversal = try village.on("2026-04-05") { try $0.reverse(lines[0], why: "没有这回事") }
    #expect(reversal.map { village.ledger[$0]?.recorded.adjusts } == [nil, lines[2]])
    try village.finishLeaders("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == 2)
  }

  @Test func `an entry is reversed once, and a reversal can be reversed`() throws {
    var (village, first, _) = try twice()
    let reversal = try village.on("2026-11-12") { try $0.reverse(first, why: "异议成立") }[0]
    #expect(throws: Refusal.alreadyReversed(first, by: reversal)) {
      try village.on("2026-11-13") { try $0.reverse(first, why: "再来") }
    }
    #expect(throws: Refusal.notEffective(reversal, .pending)) {
      try village.on("2026-11-13") { try $0.reverse(reversal, why: "不对") }
    }
    try village.finishLeaders("2026-11", on: "2026-11-26")
    let back = try village.on("2026-12-10") { try $0.reverse(reversal, why: "查实确有其事") }
    #expect(back.map { village.ledger[$0]?.recorded.asked } == [-5, -5])
    try village.finishLeaders("2026-12", on: "2026-12-26")
    #expect(!village.ledger.isReversed(first))
    let year = Year(number: 2026)
    #expect(village.ledger.accounts[.person("0001")]?.rating[year] == -15)
    #expect(village.spendable("0001", on: "2027-01-10") == -15)
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `a limit per line gives back exactly what it let through`() throws {
    var village = try village()
    var request = RecordRequest("DY09", ["0001"], on: "2026-03-10")
    request.level = "一等"
    let medal = try village.record(request, on: "2026-03-10")[0].number
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.spendable("0001", on: "2026-04-10") == 10)
    #expect(village.rating("0001", on: "2026-04-10") == 1060)
    _ = try village.on("2026-04-10") { try $0.reverse(medal, why: "张冠李戴") }
    try village.finish("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == 0)
    #expect(village.rating("0001", on: "2026-05-10") == 1000)
  }

  @Test func `goods already taken leave the balance below zero and close the shop`() throws {
    var village = try village()
    let entry = try village.record(.init("DY03", ["0001"], on: "2026-03-10"), on: "2026-03-10")[0]
    try village.finish("2026-03", on: "2026-03-26")
    try village.on("2026-04-10") { draft in
      try draft.setPrice(1, of: "soap")
      try draft.receive(
        .init(item: "soap", batch: nil, count: 20, expires: nil, from: nil))
      let request = try #require(
        RedeemRequest(
          .person("0001"), basket: [.init("soap", 8)], on: "2026-04-10", again: false,
          limits: [:]))
      try draft.redeem(request)
      try draft.reverse(entry.number, why: "冒领")
    }
    try village.finish("2026-04", on: "2026-04-26")
    #expect(village.spendable("0001", on: "2026-05-10") == -8)
    #expect(throws: Refusal.accountClosed("0001", .belowZero(-8))) {
      try village.on("2026-05-10") { draft in
        let request = try #require(
          RedeemRequest(
            .person("0001"), basket: [.init("soap", 1)], on: "2026-05-10", again: false,
            limits: [:]))
        try draft.redeem(request)
      }
    }
  }

  @Test func `a clerical double is reversed at once by two operators, anything else is not`() throws
  {
    var village = try village()
    let one = try village.record(.init("DD04", ["0001"], on: "2026-03-10"), on: "2026-03-10")[0]
    let other = try village.record(
      RecordRequest("DD04", ["0001"], on: "2026-03-10").with {
        $0.deed = DeedNumber(unchecked: "D2")
      }, on: "2026-03-11")[0]
    let third = try village.record(.init("DD04", ["0001"], on: "2026-03-20"), on: "2026-03-20")[0]
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.spendable("0001", on: "2026-04-10") == 2)
    let second = Operator(unchecked: "deputy")
    #expect(throws: Refusal.secondIsFirst(Operator(unchecked: "clerk"))) {
      try village.on("2026-04-10") {
        try $0.reverse(other.number, why: "重复", second: Operator(unchecked: "clerk"))
      }
    }
    #expect(throws: Refusal.notDouble(third.number)) {
      try village.on("2026-04-10") { try $0.reverse(third.number, why: "重复", second: second) }
    }
    let lines = try village.on("2026-04-10") {
      try $0.reverse(other.number, why: "重复", second: second)
    }
    #expect(lines.map { village.ledger[$0]?.state } == [.effective, .effective])
    // The third, which the cap had cut, counts in its place in the same write.
    #expect(village.spendable("0001", on: "2026-04-10") == 2)
    #expect(village.ledger[one.number]?.state == .effective)
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `an objection upheld after effect leads to a reversal`() throws {
    var village = try village()
    let entry = try village.record(.init("GI04", ["0001"], on: "2026-03-10"), on: "2026-03-10")[0]
    try village.finish("2026-03", on: "2026-03-26")
    let objection = try village.on("2026-05-10") {
      try $0.object(to: entry.number, why: "那天在外地", by: "0002")
    }
    try village.on("2026-05-12") {
      try $0.resolve(
        objection,
        Resolution(outcome: .cancelled, why: "属实", authority: .document("侯政〔2026〕5号")))
    }
    let reversal = try #require(village.ledger.entries.last)
    #expect(reversal.recorded.reverses == entry.number)
    #expect(village.ledger[entry.number]?.openObjection == nil)
    #expect(village.spendable("0001", on: "2026-05-12") == 2)
    for month in ["2026-04", "2026-05"] as [Month] {
      try village.finishLeaders(month, on: "2026-05-26")
    }
    #expect(village.spendable("0001", on: "2026-06-10") == 0)
  }

  @Test func `an objection to a reversal holds back what follows from it`() throws {
    var (village, first, _) = try twice()
    let lines = try village.on("2026-11-12") { try $0.reverse(first, why: "异议成立") }
    try village.reviewAndPostLeaders("2026-11", on: "2026-11-26")
    let objection = try village.on("2026-11-27") {
      try $0.object(to: lines[0], why: "不该撤", by: nil)
    }
    try village.confirm("2026-11")
    #expect(lines.map { village.ledger[$0]?.state } == [.objected, .onNotice])
    #expect(village.ledger.reviewMonth("2026-11").state == .confirmed)
    var upheld = village
    try upheld.on("2026-12-10") {
      try $0.resolve(
        objection, Resolution(outcome: .cancelled, why: "属实", authority: .document("9号")))
    }
    #expect(lines.map { upheld.ledger[$0]?.state } == [.cancelled, .cancelled])
    try village.on("2026-12-10") {
      try $0.resolve(
        objection, Resolution(outcome: .dismissed, why: "有依据", authority: .document("9号")))
    }
    #expect(lines.map { village.ledger[$0]?.state } == [.effective, .effective])
    #expect(village.rating("0001", on: "2026-12-10") == 995)
  }
}

extension TestVillage {
  /// Approves everything of a month but what follows from reversals, which goes with them.
  mutating func reviewAndPostLeaders(_ month: Month, on day: Day) throws {
    try openReview(month, on: day)
    let leaders = ledger.agenda(of: month).filter {
      $0.state == .pending && ledger.leader(of: $0) == nil
    }
    try on(day) { draft in
      try draft.decide(leaders.map(\.number), .approve, votes: nil, why: nil)
      try draft.closeReview(of: month)
    }
    try post(month, on: day)
  }

  mutating func finishLeaders(_ month: Month, on day: Day) throws {
    try reviewAndPostLeaders(month, on: day)
    try confirm(month)
  }
}
