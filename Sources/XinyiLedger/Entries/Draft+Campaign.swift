extension Draft {
  /// Sets a campaign (信义+活动) up, or changes it; lines that were decided before keep what they
  /// were given.
  public mutating func setCampaign(_ campaign: Event.CampaignSet) throws {
    guard campaign.from <= campaign.to else {
      throw Refusal.campaignBackwards(from: campaign.from, to: campaign.to)
    }
    for code in campaign.rules {
      let item = ledger.catalog(on: campaign.from)?[code]
      guard item?.sign == .plus else { throw Refusal.campaignItem(code) }
    }
    try append(.campaignSet(campaign))
  }
}

/// How a campaign stands.
public struct CampaignResult: Equatable, Sendable {
  public let campaign: Event.CampaignSet
  /// Its lines that count, in ledger order.
  public let lines: [EntryNumber]
  public let points: Points
  public let bonus: Points
  /// Points by account, the highest first; equal points share a rank.
  public let ranking: [(rank: Int, account: Account, points: Points)]

  public static func == (left: CampaignResult, right: CampaignResult) -> Bool {
    left.campaign == right.campaign && left.lines == right.lines && left.points == right.points
      && left.bonus == right.bonus && left.ranking.elementsEqual(right.ranking, by: ==)
  }
}

extension Ledger {
  /// What a campaign has brought so far: its lines that take effect or have, by event day, item
  /// and group.
  public func result(of campaign: Event.CampaignSet) -> CampaignResult {
    let valuation = Valuation(self)
    let lines = (index.byCampaign[campaign.campaign] ?? []).map { entries[$0] }.filter {
      valuation.counts($0) && self.campaign(of: $0) != nil
    }
    var sums: [Account: Points] = [:]
    var bonus = Points.zero
    for entry in lines {
      let assessment = assessment(of: entry)
      sums[account(of: entry.recorded), default: .zero] += assessment.points
      bonus += assessment.bonus
    }
    let sorted = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var rank = 0
    var last: Points?
    let ranking = sorted.enumerated().map { index, row in
      if row.value != last { rank = index + 1 }
      last = row.value
      return (rank, row.key, row.value)
    }
    return CampaignResult(
      campaign: campaign, lines: lines.map(\.number),
      points: sums.values.reduce(.zero, +), bonus: bonus, ranking: ranking)
  }
}
