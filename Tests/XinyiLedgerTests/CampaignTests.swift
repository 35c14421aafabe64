import TestSupport
import Testing
import XinyiLedger

@Suite struct `Campaigns` {
  private func village(
    _ change: (inout Event.CampaignSet) -> Void = { _ in }
  ) throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001", "0002", "0003"], on: "2026-03-01")
    var campaign = Event.CampaignSet(
      campaign: CampaignCode(unchecked: "C1"), title: "信义+人居环境", from: "2026-03-05",
      to: "2026-03-20", rules: ["GI04"], bonus: 1, percent: nil, budget: nil, groups: [],
      heading: nil)
    change(&campaign)
    try village.on("2026-03-01") { try $0.setCampaign(campaign) }
    return village
  }

  private func cleaning(_ people: [String], _ day: Day, rule: String = "GI04") -> RecordRequest {
    RecordRequest(rule, people, on: day).with { $0.campaign = CampaignCode(unchecked: "C1") }
  }

  private func points(_ village: TestVillage) -> [Points] {
    village.ledger.entries.map { village.ledger.assessment(of: $0).points }
  }

  @Test func `a bonus comes behind the cap and does not use it`() throws {
    var village = try village()
    for day in ["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09"] as [Day] {
      _ = try village.record(cleaning(["0001"], day), on: day)
    }
    #expect(points(village) == [3, 3, 3, 3, 1])
    try village.finish("2026-03", on: "2026-03-26")
    #expect(village.spendable("0001", on: "2026-04-10") == 13)
    #expect(village.ledger.entries.map(\.bonus) == [1, 1, 1, 1, 1])
    #expect(village.ledger.invariantFaults().isEmpty)
  }

  @Test func `a line belongs to it by the day it happened, its item and its group`() throws {
    var village = try village { $0.groups = ["2组"] }
    let code = CampaignCode(unchecked: "C1")
    #expect(
      throws: Refusal.notInCampaign(code, .outside(from: "2026-03-05", to: "2026-03-20"))
    ) { _ = try village.record(cleaning(["0001"], "2026-03-04"), on: "2026-03-22") }
    #expect(throws: Refusal.notInCampaign(code, .item)) {
      _ = try village.record(cleaning(["0001"], "2026-03-06", rule: "DD04"), on: "2026-03-06")
    }
    #expect(throws: Refusal.notInCampaign(code, .group("1组"))) {
      _ = try village.record(cleaning(["1001"], "2026-03-06"), on: "2026-03-06")
    }
    let late = try village.record(cleaning(["0001"], "2026-03-20"), on: "2026-03-25")
    #expect(village.ledger.assessment(of: late[0]).points == 3)
  }

  @Test func `it ends with its budget`() throws {
    var village = try village { $0.budget = 8 }
    _ = try village.record(cleaning(["0001", "0002", "0003"], "2026-03-06"), on: "2026-03-06")
    _ = try village.record(cleaning(["0001"], "2026-03-07"), on: "2026-03-07")
    #expect(points(village) == [3, 3, 2, 2])
    let result = village.ledger.result(
      of: try #require(village.ledger.campaigns[CampaignCode(unchecked: "C1")]))
    #expect(result.points == 10)
    #expect(result.bonus == 2)
    #expect(result.ranking.map(\.rank) == [1, 2, 3])
    #expect(result.ranking.first?.account == .person("0001"))
  }

  @Test func `one and a half times the points`() throws {
    var village = try village {
      $0.bonus = nil
      $0.percent = 150
    }
    _ = try village.record(cleaning(["0001"], "2026-03-06"), on: "2026-03-06")
    #expect(points(village) == [3])
  }

  @Test func `only plus items of the list, and no campaign that ends before it begins`() throws {
    #expect(throws: Refusal.campaignItem("RJ01")) {
      _ = try village { $0.rules = ["RJ01"] }
    }
    #expect(throws: Refusal.campaignBackwards(from: "2026-03-05", to: "2026-03-04")) {
      _ = try village { $0.to = "2026-03-04" }
    }
  }
}
