/// Why a line does not belong to a campaign.
public enum CampaignMiss: Equatable, Sendable {
  case outside(from: Day, to: Day)
  case item
  case group(String?)
}

extension Ledger {
  /// Why a line of this item, person and day would not be in a campaign; nil when it is. The day
  /// it happened counts.
  func miss(
    of campaign: Event.CampaignSet, item: Catalog.Item, person: PersonNumber, on day: Day
  ) -> CampaignMiss? {
    if day < campaign.from || day > campaign.to {
      return .outside(from: campaign.from, to: campaign.to)
    }
    let countsItem = campaign.rules.isEmpty || campaign.rules.contains(item.code)
    if item.sign == .minus || !countsItem { return .item }
    let group = roster[person]?.group(on: day)
    let countsGroup = campaign.groups.isEmpty || group.map(campaign.groups.contains) == true
    return countsGroup ? nil : .group(group)
  }

  /// The campaign that a line belongs to.
  public func campaign(of entry: Entry) -> Event.CampaignSet? {
    guard entry.recorded.isOriginal, let code = entry.recorded.campaign,
      let campaign = campaigns[code], let item = item(of: entry),
      miss(
        of: campaign, item: item, person: entry.recorded.person, on: entry.recorded.on) == nil
    else { return nil }
    return campaign
  }

  /// What a campaign adds to an undecided line, behind the cap: nothing to a line that counts
  /// nothing beside a higher one, and no more than the campaign's budget still has.
  func bonus(for entry: Entry, _ assessment: Assessment) -> Points {
    bonus(for: entry, assessment, capped: assessment.points)
  }

  /// What a campaign adds to a line that counts so many points behind the cap.
  func bonus(for entry: Entry, _ assessment: Assessment, capped: Points) -> Points {
    guard let campaign = campaign(of: entry), assessment.beforeCap > .zero else { return .zero }
    let extra =
      campaign.bonus ?? campaign.percent.flatMap { capped.percentage($0 - 100) } ?? .zero
    guard let budget = campaign.budget else { return extra }
    let left = budget - used(of: campaign, before: entry) - capped
    return max(min(extra, left), .zero)
  }

  /// What the lines before one have taken of a campaign's budget: decided ones first, then the
  /// others in ledger order.
  private func used(of campaign: Event.CampaignSet, before entry: Entry) -> Points {
    let valuation = Valuation(self)
    let lines = (index.byCampaign[campaign.campaign] ?? []).map { entries[$0] }.filter {
      $0.number != entry.number && valuation.counts($0) && self.campaign(of: $0) != nil
    }
    var used = lines.filter { !$0.state.isUndecided }
      .reduce(Points.zero) { $0 + ($1.frozen ?? .zero) }
    guard let place = entryIndex[entry.number], let budget = campaign.budget else { return used }
    for other in lines where other.state.isUndecided && entryIndex[other.number] ?? 0 < place {
      guard let item = item(of: other) else { continue }
      let assessment = valuation.assess(other, item: item)
      let extra =
        campaign.bonus ?? campaign.percent.flatMap { assessment.points.percentage($0 - 100) }
        ?? .zero
      let isBeaten = assessment.beforeCap <= .zero
      used += assessment.points
      used += isBeaten ? .zero : max(min(extra, budget - used), .zero)
    }
    return used
  }
}

extension Points {
  /// So many hundredths, floored to tenths; nil beyond what a line may carry.
  func percentage(_ hundredths: Int) -> Points? {
    multiplied(by: hundredths).flatMap { Points(tenths: $0.tenths / 100) }
  }
}
