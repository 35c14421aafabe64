import XinyiLedger

/// The ledger as it stands, or as it would stand if a case were taken back or in force again.
struct Standpoint {
  var void: [Int] = []
  var revived: [Int] = []
}

/// What a line is worth (S4), in signed tenths.
struct PlainWorth: Equatable {
  var beforeCap: Int
  var points: Int
  var bonus = 0
  var repeats: Int?
  var beatenBy: Int?
}

// MARK: - Which lines count

extension PlainVillage {
  /// A reversal of it has taken effect and stands.
  func isReversed(_ place: Int) -> Bool {
    for other in lines.indices where lines[other].reverses == place {
      if lines[other].isEffective && !isReversed(other) { return true }
    }
    return false
  }

  /// A live line that is not taken back: what fills caps, is summed and makes repeats (S2.2).
  func counts(_ place: Int, _ view: Standpoint) -> Bool {
    if !lines[place].isLive || view.void.contains(place) { return false }
    if let adjusted = lines[place].adjusts, !counts(adjusted, view) { return false }
    return view.revived.contains(place) || !isReversed(place)
  }

  /// Of one item and person, for household items of one household (S4.5).
  func isSameSubject(_ one: Int, _ other: Int) -> Bool {
    guard lines[one].rule == lines[other].rule else { return false }
    return lines[one].isOfHousehold
      ? lines[one].household == lines[other].household
      : lines[one].person == lines[other].person
  }

  /// The cases of the subject and their adjustments that count, in ledger order.
  func group(of place: Int, _ view: Standpoint) -> [Int] {
    lines.indices.filter {
      isSameSubject($0, place) && lines[$0].reverses == nil && lines[$0].redresses == nil
        && counts($0, view)
    }
  }

  /// A line that stands in the place of another is seen as if that one were taken back.
  func view(of place: Int, _ view: Standpoint) -> Standpoint {
    guard let corrected = lines[place].corrects else { return view }
    return Standpoint(void: view.void + [corrected], revived: view.revived)
  }
}

// MARK: - By rule and quantity

extension PlainVillage {
  func sign(_ place: Int) -> Int { item(lines[place]).sign == .minus ? -1 : 1 }

  /// The year's quantities floored once, less what the lines before gave; or each line alone
  /// (S4.4).
  func base(of place: Int, in group: [Int]) -> Int {
    let line = lines[place]
    guard case .perUnit(let points, let per, _) = item(line).amount, let own = line.quantity,
      group.contains(place)
    else { return line.asked }
    var before = 0
    if settings(on: line.on).sum == .year {
      for other in group where other < place && lines[other].on.year == line.on.year {
        before += lines[other].quantity ?? 0
      }
    }
    let units = (before + own) / per.tenths - before / per.tenths
    return sign(place) * points.tenths * units
  }

  // MARK: Repeats

  /// The last earlier breach that makes this one a repeat (S4.6).
  func earlierBreach(than place: Int, _ view: Standpoint) -> Int? {
    let line = lines[place]
    let monthly = ["RJ13", "RJ14"]
    guard line.isCase, item(line).sign == .minus, !monthly.contains(line.rule.text) else {
      return nil
    }
    return lines.indices.last { other in
      guard other != place, isSameSubject(other, place) else { return false }
      let earlier = lines[other]
      guard earlier.isCase, earlier.on < line.on, earlier.isEffective, earlier.frozen != 0,
        let since = earlier.effectiveOn, since <= line.on, counts(other, view)
      else { return false }
      return earlier.on.year == line.on.year || isCarried(other, into: line.on.year, on: line.on)
    }
  }

  /// Carried as 整改 into a year, and nothing of it given back by a day.
  private func isCarried(_ place: Int, into year: Year, on day: Day) -> Bool {
    let isPutRight = lines.indices.contains {
      lines[$0].redresses == place && lines[$0].isEffective && !isReversed($0)
        && lines[$0].effectiveOn! <= day
    }
    return carried.contains { $0.line == place && $0.into == year } && !isPutRight
  }

  // MARK: One deed

  /// The other cases of the deed and person whose items are rivals or equal (S4.7).
  private func rivals(of place: Int, _ view: Standpoint) -> [Int] {
    let line = lines[place]
    guard let deed = line.deed, line.isCase else { return [] }
    let own = item(line)
    return lines.indices.filter { other in
      guard other != place, lines[other].deed == deed else { return false }
      let rival = lines[other]
      guard rival.isCase, rival.deed == deed, rival.person == line.person,
        counts(other, view)
      else { return false }
      return rival.rule == line.rule || own.rivals.contains(rival.rule)
        || item(rival).rivals.contains(line.rule)
    }
  }

  /// Rating effect, then spendable, then code, then the earlier; before doubling and caps.
  private func isAbove(_ one: Int, _ other: Int, _ view: Standpoint) -> Bool {
    func moved(_ place: Int) -> (rating: Int, spendable: Int) {
      let base = base(of: place, in: group(of: place, view))
      let scores = scores(
        of: base, item(lines[place]),
        minusSpendable: settings(on: lines[place].on).minusSpendable)
      return (abs(scores.rating), abs(scores.spendable))
    }
    let (left, right) = (moved(one), moved(other))
    if left.rating != right.rating { return left.rating > right.rating }
    if left.spendable != right.spendable { return left.spendable > right.spendable }
    if lines[one].rule != lines[other].rule { return lines[one].rule < lines[other].rule }
    return one < other
  }

  func higherOfDeed(_ place: Int, _ view: Standpoint) -> Int? {
    rivals(of: place, view).first { isAbove($0, place, view) }
  }

  // MARK: The cap

  /// What the limit leaves on a day, beside lines that used some of it; nil where nothing is cut.
  func free(_ item: Catalog.Item, on day: Day, used: [(on: Day, points: Int)]) -> Int? {
    guard let limit = item.limit else { return nil }
    let sign = item.sign == .minus ? -1 : 1
    let near = used.filter { isSamePeriod(limit.period, $0.on, day) }
    switch limit.measure {
    case .points(let cap): return max(cap.tenths - near.reduce(0) { $0 + sign * $1.points }, 0)
    case .times(let times): return near.filter { $0.points != 0 }.count < times ? nil : 0
    }
  }

  private func isSamePeriod(_ period: Catalog.Limit.Period, _ one: Day, _ other: Day) -> Bool {
    let sameYear = one.year == other.year
    let (left, right) = (one.month.monthOfYear, other.month.monthOfYear)
    switch period {
    case .month: return sameYear && left == right
    case .quarter: return sameYear && (left - 1) / 3 == (right - 1) / 3
    case .year: return sameYear
    case .ever: return true
    }
  }

  /// A line's worth without a campaign, when these lines have used the cap before it.
  func worth(
    _ place: Int, _ view: Standpoint, group: [Int], used: [(on: Day, points: Int)]
  ) -> PlainWorth {
    let line = lines[place]
    let item = item(line)
    let repeats = earlierBreach(than: place, view)
    let factor = repeats == nil ? 1 : settings(on: line.on).repeatFactor
    var points = base(of: place, in: group) * factor
    // What was decided with points stands: the higher line pays the difference.
    let stands = !line.isUndecided && (line.frozen ?? 0) != 0
    if let higher = higherOfDeed(place, view), !stands {
      return PlainWorth(beforeCap: 0, points: 0, repeats: repeats, beatenBy: higher)
    }
    let paid = rivals(of: place, view)
      .filter { !lines[$0].isUndecided && !isAbove($0, place, view) }
      .reduce(0) { $0 + abs(lines[$1].frozen ?? 0) - abs(lines[$1].bonus) }
    points = points < 0 ? -max(-points - paid, 0) : max(points - paid, 0)
    var worth = PlainWorth(beforeCap: points, points: points, repeats: repeats)
    // What follows from a reversal, and what takes back, is cut by nothing.
    let isWithItem = points < 0 ? item.sign == .minus : item.sign == .plus
    if leader(of: place) == nil, isWithItem, let free = free(item, on: line.on, used: used),
      abs(points) > free
    {
      worth.points = points < 0 ? -free : free
    }
    return worth
  }

  /// What decided lines of the subject have used of its cap, without what campaigns added.
  func usedByDecided(_ group: [Int], except place: Int? = nil) -> [(on: Day, points: Int)] {
    group.filter { $0 != place && !lines[$0].isUndecided }
      .map { (lines[$0].on, (lines[$0].frozen ?? 0) - lines[$0].bonus) }
  }

  /// An undecided line: decided ones use the cap first, then the others in ledger order (S2.2).
  func worthWithoutCampaign(_ place: Int) -> PlainWorth {
    let view = view(of: place, Standpoint())
    let group = group(of: place, view)
    var used = usedByDecided(group, except: place)
    for other in group where other < place && lines[other].isUndecided {
      used.append((lines[other].on, worth(other, view, group: group, used: used).points))
    }
    return worth(place, view, group: group, used: used)
  }

  // MARK: What a line counts

  func worth(_ place: Int) -> PlainWorth {
    let line = lines[place]
    if !line.isLive { return PlainWorth(beforeCap: 0, points: 0) }
    if !line.isUndecided, let frozen = line.frozen { return decidedWorth(place, frozen) }
    if line.reverses != nil || line.redresses != nil {
      return PlainWorth(beforeCap: line.asked, points: line.asked)
    }
    var worth = worthWithoutCampaign(place)
    worth.bonus = bonus(for: place, beforeCap: worth.beforeCap, capped: worth.points)
    worth.points += worth.bonus
    return worth
  }

  /// A decided line counts what was decided; it was cut when it counts less than was asked while
  /// its cap is used up.
  private func decidedWorth(_ place: Int, _ frozen: Int) -> PlainWorth {
    let line = lines[place]
    var worth = PlainWorth(beforeCap: frozen - line.bonus, points: frozen, bonus: line.bonus)
    guard line.isCase else { return worth }
    let view = Standpoint()
    worth.repeats = earlierBreach(than: place, view)
    let factor = worth.repeats == nil ? 1 : settings(on: line.on).repeatFactor
    let asked = line.asked * factor
    if frozen == 0 { worth.beatenBy = higherOfDeed(place, view) }
    let left = free(
      item(line), on: line.on, used: usedByDecided(group(of: place, view)))
    if worth.beatenBy == nil, left == 0, abs(frozen - line.bonus) < abs(asked) {
      worth.beforeCap = asked
    }
    return worth
  }

  /// What the two scores move by so many points (S2.6).
  func scores(
    of points: Int, _ item: Catalog.Item, minusSpendable: Bool
  ) -> (rating: Int, spendable: Int) {
    let spendable: Int
    switch item.account.spendable {
    case .all: spendable = points
    case .none: spendable = 0
    case .bySetting: spendable = minusSpendable ? points : 0
    case .upTo(let ceiling): spendable = min(points, ceiling.tenths)
    }
    return (item.account.rating ? points : 0, spendable)
  }

  // MARK: The council's set

  /// Whether the council may give a magnitude, and the cap that is free beside all decided lines
  /// (S4.8).
  func allowance(for place: Int, _ magnitude: Int) -> (isInSet: Bool, free: Int?) {
    let line = lines[place]
    let asked = abs(line.asked)
    if line.redresses != nil { return ((0...asked).contains(magnitude), nil) }
    if !line.isCase { return (magnitude == 0 || magnitude == asked, nil) }
    let item = item(line)
    let now = worthWithoutCampaign(place)
    let factor = now.repeats == nil ? 1 : settings(on: line.on).repeatFactor
    let values: [Int]
    switch item.amount {
    case .fixed(let points): values = [points.tenths]
    case .level(let levels): values = levels.map(\.points.tenths)
    case .choice(let choices): values = choices.map(\.tenths)
    case .tier(_, let tiers): values = tiers.map(\.points.tenths)
    case .perUnit: values = []
    }
    var isInSet = magnitude == 0 || values.contains { $0 * factor == magnitude }
    if case .perUnit = item.amount { isInSet = (0...abs(now.beforeCap)).contains(magnitude) }
    let group = group(of: place, view(of: place, Standpoint()))
    return (isInSet, free(item, on: line.on, used: usedByDecided(group, except: place)))
  }
}

// MARK: - Campaigns

extension PlainVillage {
  func campaign(_ code: CampaignCode?) -> Event.CampaignSet? {
    campaigns.last { $0.campaign == code }
  }

  /// By the day it happened, the item, and the person's group.
  func belongs(
    to campaign: Event.CampaignSet, _ item: Catalog.Item, _ person: PersonNumber, on day: Day
  ) -> Bool {
    guard (campaign.from...campaign.to).contains(day), item.sign == .plus else { return false }
    if !campaign.rules.isEmpty && !campaign.rules.contains(item.code) { return false }
    if campaign.groups.isEmpty { return true }
    guard let group = fact(.group, of: person, on: day)?.value else { return false }
    return campaign.groups.contains(group)
  }

  private func campaign(of place: Int) -> Event.CampaignSet? {
    let line = lines[place]
    guard line.isCase, let campaign = campaign(line.campaign),
      belongs(to: campaign, item(line), line.person, on: line.on)
    else { return nil }
    return campaign
  }

  /// What a campaign adds behind the cap, while its budget lasts: decided lines have used it
  /// first, then the others in ledger order.
  func bonus(for place: Int, beforeCap: Int, capped: Int) -> Int {
    guard let campaign = campaign(of: place), beforeCap > 0 else { return 0 }
    guard let budget = campaign.budget?.tenths else { return extra(campaign, on: capped) }
    let mates = lines.indices.filter {
      $0 != place && counts($0, Standpoint()) && lines[$0].campaign == campaign.campaign
        && self.campaign(of: $0) != nil
    }
    var used = 0
    for mate in mates where !lines[mate].isUndecided { used += lines[mate].frozen ?? 0 }
    for mate in mates where lines[mate].isUndecided && mate < place {
      let worth = worthWithoutCampaign(mate)
      used += worth.points
      if worth.beforeCap > 0 {
        used += max(min(extra(campaign, on: worth.points), budget - used), 0)
      }
    }
    return max(min(extra(campaign, on: capped), budget - used - capped), 0)
  }

  private func extra(_ campaign: Event.CampaignSet, on points: Int) -> Int {
    if let bonus = campaign.bonus { return bonus.tenths }
    return campaign.percent.map { points * ($0 - 100) / 100 } ?? 0
  }
}

// MARK: - Flags

extension PlainVillage {
  func flags(of place: Int, _ worth: PlainWorth) -> [EntryFlag] {
    let line = lines[place]
    var flags: [EntryFlag] = []
    if line.isLate { flags.append(.late) }
    if abs(worth.points - worth.bonus) < abs(worth.beforeCap), !line.isAmended {
      flags.append(.capped)
    }
    if worth.repeats != nil { flags.append(.doubled) }
    if hasTwin(place) { flags.append(.sameDay) }
    if line.evidence.isEmpty && line.isCase { flags.append(.noEvidence) }
    if let collector = line.collector, isNear(collector, to: line, on: line.on) {
      flags.append(.related)
    }
    if hasRivalOfTheDay(place) { flags.append(.maybeOneDeed) }
    if line.notReminded { flags.append(.notReminded) }
    if line.isSpecial { flags.append(.special) }
    return EntryFlag.allCases.filter(flags.contains)
  }

  private func hasTwin(_ place: Int) -> Bool {
    lines[place].isCase
      && lines.indices.contains {
        $0 != place && isSameSubject($0, place) && lines[$0].isCase && lines[$0].isLive
          && lines[$0].on == lines[place].on && !isReversed($0)
          && lines[$0].corrects != place && lines[place].corrects != $0
      }
  }

  private func hasRivalOfTheDay(_ place: Int) -> Bool {
    let line = lines[place]
    guard line.isCase, line.deed == nil else { return false }
    let rivals = item(line).rivals
    if rivals.isEmpty { return false }
    return lines.indices.contains {
      guard lines[$0].on == line.on else { return false }
      let other = lines[$0]
      return other.person == line.person && other.on == line.on && other.isCase && other.isLive
        && other.deed == nil && !isReversed($0) && rivals.contains(other.rule)
    }
  }
}
