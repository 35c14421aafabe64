import TestSupport
import Testing
import XinyiLedger

@Suite struct `The default catalog` {
  private let catalog: Catalog

  init() throws {
    let village = try TestVillage(opened: "2026-03-01")
    catalog = try #require(village.ledger.catalogs[1])
  }

  private func item(_ code: RuleCode) throws -> Catalog.Item { try #require(catalog[code]) }

  @Test func `it has 66 items that add and 87 that cost, and no fault`() {
    #expect(catalog.items(of: .plus).count == 66)
    #expect(catalog.items(of: .minus).count == 87)
    #expect(catalog.faults() == [])
  }

  @Test(arguments: [
    (Catalog.Amount.Kind.fixed, 133), (.perUnit, 4), (.level, 7), (.choice, 8), (.tier, 1),
  ])
  func `so many items are of each kind`(kind: Catalog.Amount.Kind, count: Int) {
    #expect(catalog.items.count { $0.amount.kind == kind } == count)
  }

  @Test(
    arguments: [
      ("GI01", "参加志愿服务活动"), ("GI04", "主动维护人居环境整治"), ("CW01", "违反日常工作开展"),
      ("SS01", "损坏公共设施"), ("RJ01", "乱堆乱倒垃圾"),
    ] as [(RuleCode, String)])
  func `names from the report stand word for word`(code: RuleCode, title: String) throws {
    #expect(try item(code).title == title)
    #expect(catalog.fromReport.contains(code))
  }

  @Test func `the sixth one begins with the report's words`() throws {
    #expect(try item("GY01").title.hasPrefix("推动乡村振兴"))
    #expect(catalog.fromReport == ["GI01", "GY01", "GI04", "CW01", "SS01", "RJ01"])
  }

  @Test func `four items are measured`() throws {
    let amounts: [(RuleCode, Points, Int, String)] = [
      ("GI01", 1, 40, "小时"), ("GI14", 0.1, 100, "元"), ("GI06", 1, 10, "家庭成员"),
      ("CX02", 10, 60, "月"),
    ]
    for (code, points, tenths, measure) in amounts {
      let per = try #require(Quantity(tenths: tenths))
      #expect(try item(code).amount == .perUnit(points: points, per: per, measure: measure))
      #expect(try item(code).amount.countsFamilyMembers == (code == "GI06"))
    }
  }

  @Test func `the yearly bonus feeds on the hours`() throws {
    guard case .tier(let feed, let tiers) = try item("GI02").amount else {
      Issue.record("GI02 is no tier")
      return
    }
    #expect(feed == "GI01")
    #expect(tiers.prefix(2).map(\.from.tenths) == [100, 200])
    #expect(tiers.prefix(2).map(\.points) == [2, 5])
  }

  @Test func `once each, once a quarter and once a year are limits in times`() throws {
    let limits: [(RuleCode, Catalog.Limit.Period)] = [
      ("DY07", .ever), ("GI06", .quarter), ("GY15", .year),
    ]
    for (code, period) in limits {
      #expect(try item(code).limit == .init(period: period, measure: .times(1)))
    }
    #expect(
      catalog.items.count { if case .times = $0.limit?.measure { true } else { false } } == 3)
    #expect(try item("DD04").limit == .init(period: .month, measure: .points(2)))
  }

  @Test func `a shift of four hours is fixed`() throws {
    for code in ["DY06", "GI03"] as [RuleCode] {
      #expect(try item(code).unit == "班(满4小时)")
      #expect(try item(code).amount == .fixed(1))
    }
  }

  @Test func `only soldiers' honours count while somebody is away`() {
    let honours = catalog.items.filter { $0.whileAway == true }.map(\.code)
    #expect(honours == ["DY07", "DY08", "DY09"])
  }

  @Test func `family matters never leave the village, informers are never named`() {
    let kept = catalog.items.filter { $0.neverSend == true }.map(\.code)
    #expect(kept == ["XF07", "XF08", "XF09", "XF10"])
    let unnamed = catalog.items.filter { $0.mask == .noName }.map(\.code)
    #expect(unnamed == ["DY12", "DY13", "DY14"])
  }

  @Test func `the monthly checks are counted by month`() {
    let monthly = catalog.items(of: .minus).filter { $0.unit == "月" }.map(\.code)
    #expect(monthly == ["RJ13", "RJ14"])
  }

  @Test func `every minus item lowers the spendable score as the village chose`() {
    for item in catalog.items(of: .minus) {
      #expect(item.account.rating, "\(item.code)")
      #expect(item.account.spendable == .bySetting, "\(item.code)")
    }
  }

  @Test func `rivals name each other`() {
    for item in catalog.items {
      for rival in item.rivals {
        #expect(catalog[rival]?.rivals.contains(item.code) == true, "\(item.code) \(rival)")
      }
    }
    let pairs = catalog.items.flatMap(\.rivals).count
    #expect(pairs == 38)
  }
}

@Suite struct `A catalog that cannot be used` {
  private let catalog: Catalog

  init() throws {
    let village = try TestVillage(opened: "2026-03-01")
    catalog = try #require(village.ledger.catalogs[1])
  }

  private func faults(_ change: (inout Catalog) -> Void) -> [CatalogFault] {
    var changed = catalog
    change(&changed)
    return changed.faults()
  }

  private func index(of code: RuleCode) throws -> Int {
    try #require(catalog.items.firstIndex { $0.code == code })
  }

  private func change(
    _ code: RuleCode, _ change: (inout Catalog.Item) -> Void
  ) throws -> [CatalogFault] {
    let index = try index(of: code)
    return faults { change(&$0.items[index]) }
  }

  @Test func `its format is 1 and its counts are those it declares`() {
    #expect(faults { $0.format = 2 } == [.wrongFormat(found: 2)])
    #expect(faults { $0.plus = 67 } == [.declaredCount(.plus, declared: 67, actual: 66)])
    #expect(faults { $0.minus = 86 } == [.declaredCount(.minus, declared: 86, actual: 87)])
    #expect(faults { $0.items[1].sign = .minus }.count == 2)
  }

  @Test func `no code stands twice, no title is empty`() throws {
    let index = try index(of: "GI10")
    #expect(try change("GI10") { $0.code = "GI08" } == [.duplicateCode("GI08", index: index)])
    #expect(try change("GI10") { $0.title = "" } == [.emptyTitle(index: index)])
    #expect(try change("GI10") { $0.group = "" } == [.emptyTitle(index: index)])
  }

  /// A step of the yearly bonus with other numbers.
  private func step(from sum: String, _ points: Points) throws -> Catalog.Tier {
    guard case .tier(_, let tiers) = catalog["GI02"]?.amount, var step = tiers.first else {
      throw CatalogFault.unknownCode("GI02", index: 0)
    }
    step.from = try #require(Quantity(sum))
    step.points = points
    return step
  }

  @Test func `points are above zero, whatever the kind`() throws {
    var level = try #require(catalog["DD10"]?.amount.options.first)
    level.points = 0
    let amounts: [Catalog.Amount] = [
      .fixed(0), .fixed(-5),
      .perUnit(points: 0, per: try #require(Quantity("4")), measure: "小时"), .level([level]),
      .choice([1, 0]), .tier(feed: "GI01", [try step(from: "4", 0)]),
    ]
    let index = try index(of: "GI10")
    for amount in amounts {
      #expect(try change("GI10") { $0.amount = amount } == [.pointsNotPositive(index: index)])
    }
  }

  @Test func `levels, choices and steps are not empty, steps rise`() throws {
    let index = try index(of: "GI10")
    for amount in [Catalog.Amount.level([]), .choice([]), .tier(feed: "GI01", [])] {
      #expect(try change("GI10") { $0.amount = amount } == [.noValues(index: index)])
    }
    for (one, other) in [
      (("4", 2), ("4", 3)), (("8", 2), ("4", 3)), (("4", 2), ("8", 2)),
    ] as [((String, Points), (String, Points))] {
      let steps = try [step(from: one.0, one.1), step(from: other.0, other.1)]
      #expect(
        try change("GI10") { $0.amount = .tier(feed: "GI01", steps) } == [
          .tiersNotRising(index: index)
        ])
    }
  }

  @Test func `rivals and feeds are items of the list`() throws {
    let index = try index(of: "GI10")
    #expect(
      try change("GI10") { $0.rivals = ["GI04", "XX01"] } == [.unknownCode("XX01", index: index)])
    let step = try step(from: "4", 1)
    #expect(
      try change("GI10") { $0.amount = .tier(feed: "XX02", [step]) } == [
        .unknownCode("XX02", index: index)
      ])
  }

  @Test func `a limit allows something`() throws {
    let index = try index(of: "GI10")
    for measure in [Catalog.Limit.Measure.points(0), .points(-1), .times(0)] {
      #expect(
        try change("GI10") { $0.limit = .init(period: .month, measure: measure) } == [
          .limitNotPositive(index: index)
        ])
    }
  }

  @Test func `all faults are named, in the order of the items`() throws {
    let found = faults { catalog in
      catalog.format = 3
      catalog.items[5].title = ""
      catalog.items[2].amount = .choice([])
    }
    #expect(
      found == [.wrongFormat(found: 3), .noValues(index: 2), .emptyTitle(index: 5)])
  }
}
