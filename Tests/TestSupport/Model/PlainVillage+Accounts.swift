import XinyiLedger

// MARK: - The two scores (S2.6, S3.5, S3.6)

extension PlainVillage {
  /// The year on whose rating a line counts.
  func ratingYear(_ place: Int) -> Year {
    let line = lines[place]
    if let other = line.reverses ?? line.adjusts { return ratingYear(other) }
    return line.month.year
  }

  /// The rating of every account that anything has moved.
  func ratings(on day: Day) -> [Account: Int] {
    let base = settings(on: day).base.tenths
    var ratings: [Account: Int] = [:]
    for place in lines.indices where lines[place].isEffective && ratingYear(place) == day.year {
      ratings[account(of: lines[place]), default: base] += lines[place].rating
    }
    for breach in carried where breach.into == day.year && !isReversed(breach.line) {
      ratings[account(of: lines[breach.line]), default: base] += breach.points
    }
    return ratings
  }

  /// The last day on which points of a year can be used; nil where they never run out.
  private func lastDay(of year: Year, _ settings: Settings) -> Day? {
    switch settings.carry {
    case .all: return nil
    case .nothing: return Day(year: year.number, month: 12, day: 31)
    case .until, nil:
      let (month, last) = (settings.carryUntil.month, settings.carryUntil.day)
      return Day(year: year.number + 1, month: month, day: last)
        ?? Day(year: year.number + 1, month: month, day: last - 1)
    }
  }

  private func isUsable(_ year: Year, on day: Day, _ settings: Settings) -> Bool {
    year >= day.year || lastDay(of: year, settings).map { day <= $0 } ?? true
  }

  func isUsable(_ year: Year, on day: Day) -> Bool {
    isUsable(year, on: day, settings(on: day))
  }

  /// What is left of each year, oldest first, after these bookings. A basket went by the rule that
  /// was in force when it was taken; what an earlier day looked like is told by the rules as they
  /// are now.
  func left(
    _ bookings: [PlainBooking], byRulesOfNow: Bool = false
  ) -> [(year: Year, points: Int)] {
    var left: [Year: Int] = [:]
    for booking in bookings {
      switch booking.kind {
      case .added(let year, let points): left[year, default: 0] += points
      case .taken(let points, let then):
        let rule = byRulesOfNow ? settings(on: booking.on) : then
        var rest = points
        for year in left.keys.sorted()
        where year < booking.on.year && isUsable(year, on: booking.on, rule) {
          let part = min(rest, max(left[year] ?? 0, 0))
          left[year, default: 0] -= part
          rest -= part
        }
        left[booking.on.year, default: 0] -= rest
      }
    }
    return left.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  func bookings(of account: Account) -> [PlainBooking] {
    bookings.filter { $0.account == account }
  }

  /// Years below zero weigh on the next; what is over in a year that has run out is left out.
  func usable(_ left: [(year: Year, points: Int)], on day: Day) -> Int {
    var sum = 0
    for (year, points) in left where year <= day.year {
      sum += points
      if sum > 0 && !isUsable(year, on: day) { sum = 0 }
    }
    return sum
  }

  func spendables(on day: Day) -> [Account: Int] {
    Dictionary(grouping: bookings, by: \.account).mapValues { usable(left($0), on: day) }
  }

  /// By account, what all lines that are not effective yet would move (S2.7).
  func pending(on day: Day) -> [Account: Int] {
    var pending: [Account: Int] = [:]
    for place in lines.indices where lines[place].isLive && !lines[place].isEffective {
      pending[account(of: lines[place]), default: 0] +=
        moves(place, worth(place).points, on: day).spendable
    }
    return pending
  }

  var everyAccount: [Account] {
    let all =
      switch holder {
      case .person: everybody.map(Account.person)
      case .household:
        Set(facts.filter { $0.what == .household }.map(\.value)).sorted()
          .map { Account.household(HouseholdNumber(unchecked: $0)) }
      }
    return Array(Set(all + lines.map { account(of: $0) })).sorted()
  }
}

// MARK: - The shop

extension PlainVillage {
  mutating func redeem(_ request: RedeemRequest) throws {
    if request.on > today { throw PlainRefusal("R101") }
    guard let person = request.person, let account = account(of: person, on: request.on) else {
      throw PlainWordFault()
    }
    let held = held(by: account, on: request.on)
    if isClosed(person, held, on: request.on) { throw PlainRefusal("R303") }
    var total = 0
    for line in request.basket {
      guard let goods = goods.first(where: { $0.item == line.item }) else {
        throw PlainWordFault()
      }
      if goods.count < line.count { throw PlainRefusal("R302") }
      total += goods.price.tenths * line.count
    }
    for line in request.basket {
      guard let limit = request.limits[line.item] else { continue }
      let taken = redemptions.filter {
        $0.account == account && $0.request.on.month == request.on.month
      }.flatMap(\.request.basket).filter { $0.item == line.item }.reduce(0) { $0 + $1.count }
      if taken + line.count > limit { throw PlainRefusal("R304") }
    }
    if held < total { throw PlainRefusal("R301") }
    if !request.again && isSameBasket(request) { throw PlainRefusal("R305") }
    for line in request.basket {
      for place in goods.indices where goods[place].item == line.item {
        goods[place].count -= line.count
      }
    }
    redemptions.append(PlainRedemption(at: now, account: account, request: request))
    bookings.append(
      PlainBooking(
        account: account, on: request.on, kind: .taken(total, asOf: settings(on: request.on))))
  }

  /// No more than is there now, less what later years are below zero, nor than was there then.
  func held(by account: Account, on day: Day) -> Int {
    let left = left(bookings(of: account))
    let debts = left.filter { $0.year > day.year && $0.points < 0 }.reduce(0) { $0 + $1.points }
    let now = usable(left, on: day) + debts
    if day == today { return now }
    // Of one day what came stands before what was taken out.
    func isTaking(_ booking: PlainBooking) -> Int {
      if case .taken = booking.kind { 1 } else { 0 }
    }
    let then = bookings(of: account).filter { $0.on <= day }.enumerated().sorted {
      ($0.element.on, isTaking($0.element), $0.offset)
        < ($1.element.on, isTaking($1.element), $1.offset)
    }.map(\.element)
    return min(now, usable(self.left(then, byRulesOfNow: true), on: day))
  }

  func isClosed(_ person: PersonNumber, _ held: Int, on day: Day) -> Bool {
    switch status(of: person, on: day) {
    case .dead: return true
    case .left:
      let since = fact(.status, of: person, on: day)?.from ?? day
      return day > since + settings(on: day).leaveDays || held < 0
    case .resident, .student, .soldier, .away, .inquiry: return held < 0
    }
  }

  private func isSameBasket(_ request: RedeemRequest) -> Bool {
    redemptions.contains { earlier in
      now.seconds - earlier.at.seconds < 600 && earlier.request.person == request.person
        && earlier.request.basket.count == request.basket.count
        && request.basket.allSatisfy { wanted in
          earlier.request.basket.contains { $0.item == wanted.item && $0.count == wanted.count }
        }
    }
  }

  mutating func receive(_ count: Int, of item: ItemCode) throws {
    guard let place = goods.firstIndex(where: { $0.item == item }) else { throw PlainWordFault() }
    goods[place].count += count
  }

  mutating func setPrice(_ price: Points, of item: ItemCode) {
    if let place = goods.firstIndex(where: { $0.item == item }) {
      goods[place].price = price
    } else {
      goods.append(PlainGoods(item: item, price: price))
    }
  }
}

// MARK: - The year's end (S3.5, S3.6)

extension PlainVillage {
  mutating func closeYear(_ year: Year) throws {
    if isClosed(year) { throw PlainRefusal("R260") }
    if year < firstMonth.year { throw PlainRefusal("R261") }
    if today.year <= year { throw PlainRefusal("R262") }
    let previous = Year(number: year.number - 1)
    if previous >= firstMonth.year && !isClosed(previous) {
      throw PlainRefusal("R263")
    }
    var month = firstMonth
    while month.year <= year {
      if month.year == year && self.month(month).state != .confirmed { throw PlainRefusal("R264") }
      month = month.next
    }
    let isOpen = lines.indices.contains { place in
      ratingYear(place) <= year
        && ((lines[place].isLive && !lines[place].isEffective) || lines[place].objection != nil)
    }
    if isOpen { throw PlainRefusal("R265") }
    let grades = grades(on: month.firstDay + -1)
    let limit = settings(on: month.firstDay + -1).carryLimit?.tenths
    for place in lines.indices where isOpenBreach(place) && weighs(place, on: year) {
      carried.append(PlainCarried(line: place, into: year.next, points: -stillTaken(by: place)))
    }
    closedYears.append((year, grades))
    for account in everyAccount {
      let held = left(bookings(of: account)).first { $0.year == year }?.points ?? 0
      guard let limit, held > limit else { continue }
      bookings.append(
        PlainBooking(account: account, on: today, kind: .added(year, limit - held)))
    }
  }

  private func isClosed(_ year: Year) -> Bool { closedYears.contains { $0.year == year } }

  /// Everybody who is evaluated on a day (S6.1), with what their rating makes of them.
  private func grades(on day: Day) -> [Event.YearGrade] {
    let settings = settings(on: day)
    let ratings = ratings(on: day)
    let residents = everybody.filter {
      household(of: $0, on: day) != nil && status(of: $0, on: day) == .resident
    }
    let accounts = Set(residents.compactMap { account(of: $0, on: day) })
    return accounts.sorted().map { account in
      let rating = ratings[account] ?? settings.base.tenths
      let band = settings.bands.first { rating <= $0.upTo.tenths }
      return Event.YearGrade(
        account: account, rating: Points(tenths: rating) ?? .zero,
        grade: band?.name ?? settings.topGrade)
    }
  }

  /// A breach that can be put right, still takes points, and nobody put right.
  private func isOpenBreach(_ place: Int) -> Bool {
    let line = lines[place]
    let item = item(line)
    return item.sign == .minus && item.remindDays != nil && line.isCase && line.isEffective
      && !isReversed(place) && stillTaken(by: place) > 0
      && !effectiveParts(of: place).contains { lines[$0].redresses == place }
  }

  private func weighs(_ place: Int, on year: Year) -> Bool {
    ratingYear(place) == year || carried.contains { $0.line == place && $0.into == year }
  }

  mutating func expireSpendable() throws {
    var isAny = false
    for account in everyAccount {
      var sum = 0
      for (year, points) in left(bookings(of: account)) where year <= today.year {
        sum += points
        guard sum > 0, !isUsable(year, on: today) else { continue }
        bookings.append(
          PlainBooking(account: account, on: today, kind: .added(year, -sum)))
        sum = 0
        isAny = true
      }
    }
    if !isAny { throw PlainRefusal("R266") }
  }
}
