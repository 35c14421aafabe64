public import XinyiLedger

/// What papers are made from: the ledger with the names, as of a day.
public struct PaperSource: Sendable {
  let ledger: Ledger
  let roster: RosterBook
  let naming: Naming
  let today: Day

  /// The name of the village's shop on papers.
  public static let shopName = "信义超市"

  public init(ledger: Ledger, roster: RosterBook, shop: ShopList, today: Day) {
    self.ledger = ledger
    self.roster = roster
    self.naming = Naming(roster: roster, shop: shop)
    self.today = today
  }

  var village: PaperVillage {
    PaperVillage(
      name: ledger.opened.village.name, town: ledger.opened.village.town,
      isPractice: ledger.opened.practice)
  }

  func group(of person: PersonNumber) -> String {
    ledger.roster[person]?.group(on: today) ?? ""
  }

  /// Lines on a paper: `001` in the month's own notice.
  func detail(of entry: Entry) -> String? {
    let assessment = ledger.assessment(of: entry)
    if let first = assessment.repeats.flatMap({ ledger[$0] }) {
      return "首次\(first.recorded.on.month.monthOfYear)月，加倍"
    }
    if let higher = assessment.beatenBy {
      return "同一事件，只取最高一项，见\(higher.spoken(in: entry.month.year))"
    }
    if assessment.isCapped && !entry.isAmended {
      return capDetail(entry, assessment)
    }
    if let campaign = ledger.campaign(of: entry) {
      let extra = assessment.bonus == .zero ? "" : "，含活动加分\(assessment.bonus.fixed)"
      return (campaign.heading ?? campaign.title) + extra
    }
    if let level = entry.recorded.level { return "\(level)档" }
    guard let quantity = entry.recorded.quantity,
      case .perUnit(_, _, let measure) = ledger.item(of: entry)?.amount
    else { return nil }
    return "\(quantity)\(measure)"
  }

  private func capDetail(_ entry: Entry, _ assessment: Assessment) -> String {
    guard let item = ledger.item(of: entry), let limit = item.limit else { return "限额" }
    let period =
      switch limit.period {
      case .month: "本月"
      case .quarter: "本季"
      case .year: "本年"
      case .ever: "每人"
      }
    let cap =
      switch limit.measure {
      case .points(let points): "限\(points.fixed)分"
      case .times(let times): "限\(times)次"
      }
    let asked = "申报\(assessment.beforeCap.magnitude.fixed)"
    return assessment.points == .zero
      ? "\(period)\(cap)已满，本条计0" : "\(period)\(cap)，\(asked)"
  }
}
