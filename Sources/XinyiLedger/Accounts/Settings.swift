/// The village's own choices, as `village.json` and `settingsSet` hold them (S9).
public struct Settings: Codable, Equatable, Sendable {
  /// The rating everybody starts a year with.
  public var base: Points
  /// Grades from the lowest up, each with its upper edge, which still belongs to it.
  public var bands: [Band]
  /// The grade above the last band.
  public var topGrade: String
  /// Calendar days a notice hangs, the day of posting not counted.
  public var noticeDays: Int
  /// Calendar days a supplement hangs.
  public var correctionDays: Int
  /// Days after which a late entry needs a reason.
  public var lateDays: Int
  /// By how much a breach counts that happens again while the first is valid.
  public var repeatFactor: Int
  /// What half of the votes is counted of: all members, or those present and not recused.
  public var votesOf: VotesOf
  /// Whether a breach lowers the spendable score too.
  public var minusSpendable: Bool
  /// Whether hours and the like are summed over the year or floored session by session.
  public var sum: SumRule
  public var remindFirst: RemindFirst
  /// Whether notices mask names unless the person agreed otherwise.
  public var names: NameRule
  public var objectionWorkingDays: Int
  /// Days for which somebody who moved out may still use what is left.
  public var leaveDays: Int
  public var refundDays: Int
  /// Denominations of the paper cards, in points.
  public var cards: [Int]
  /// Month and day of the next year up to which spendable points can be used.
  public var carryUntil: MonthDay
  public var operators: [Operator]
  /// How long spendable points last; until `carryUntil` when the village has not said.
  public var carry: Carry?
  /// At most so much of one year's spendable points is carried over when the year is closed.
  public var carryLimit: Points?
  /// The columns of the town's package, in order; the program's own when the village has not said.
  public var platformColumns: [PlatformColumn]?
  /// The days of the week on which the shop is open, 1 for Monday; every day when the village has
  /// not said.
  public var shopDays: [Int]?
  /// Days after which a card reported as lost can be replaced; 7 when the village has not said.
  public var cardWaitDays: Int?

  package init(
    base: Points, bands: [Band], topGrade: String, noticeDays: Int, correctionDays: Int,
    lateDays: Int, repeatFactor: Int, votesOf: VotesOf, minusSpendable: Bool, sum: SumRule,
    remindFirst: RemindFirst, names: NameRule, objectionWorkingDays: Int, leaveDays: Int,
    refundDays: Int, cards: [Int], carryUntil: MonthDay, operators: [Operator],
    carry: Carry? = nil, carryLimit: Points? = nil, platformColumns: [PlatformColumn]? = nil,
    shopDays: [Int]? = nil, cardWaitDays: Int? = nil
  ) {
    self.base = base
    self.bands = bands
    self.topGrade = topGrade
    self.noticeDays = noticeDays
    self.correctionDays = correctionDays
    self.lateDays = lateDays
    self.repeatFactor = repeatFactor
    self.votesOf = votesOf
    self.minusSpendable = minusSpendable
    self.sum = sum
    self.remindFirst = remindFirst
    self.names = names
    self.objectionWorkingDays = objectionWorkingDays
    self.leaveDays = leaveDays
    self.refundDays = refundDays
    self.cards = cards
    self.carryUntil = carryUntil
    self.operators = operators
    self.carry = carry
    self.carryLimit = carryLimit
    self.platformColumns = platformColumns
    self.shopDays = shopDays
    self.cardWaitDays = cardWaitDays
  }

  public struct Band: Codable, Equatable, Sendable {
    public var name: String
    public var upTo: Points

    public init(name: String, upTo: Points) {
      self.name = name
      self.upTo = upTo
    }
  }
  public enum VotesOf: String, WordValue { case members, present }
  public enum SumRule: String, WordValue { case year, session }
  public enum RemindFirst: String, WordValue { case flag, require }
  public enum NameRule: String, WordValue { case masked, full }
  public enum Carry: String, WordValue {
    case until, all
    case nothing = "none"
  }
  /// A column of the town's package: what stands in it, and its title there.
  public struct PlatformColumn: Codable, Equatable, Sendable {
    public var field: PlatformField
    public var title: String

    public init(field: PlatformField, title: String) {
      self.field = field
      self.title = title
    }
  }
  /// What the town's package may hold of an entry.
  public enum PlatformField: String, WordValue {
    case entry, person, name, rule, title, on, points, effectiveOn, level, platform, document
    /// What a correction takes back, adjusts or gives back.
    case reverses, adjusts, redresses
    /// Of the package as a whole, and of the village.
    case package, month, village, town, county, code
  }
}

extension Settings {
  /// The defaults of S9.
  public static func standard(operator: Operator) -> Settings {
    Settings(
      base: .whole(1000),
      bands: [
        Band(name: "零星", upTo: .whole(800)), Band(name: "一星", upTo: .whole(990)),
        Band(name: "二星", upTo: .whole(1020)), Band(name: "三星", upTo: .whole(1040)),
        Band(name: "四星", upTo: .whole(1060)),
      ],
      topGrade: "五星", noticeDays: 5, correctionDays: 3, lateDays: 31, repeatFactor: 2,
      votesOf: .members, minusSpendable: true, sum: .year, remindFirst: .flag, names: .masked,
      objectionWorkingDays: 7, leaveDays: 90, refundDays: 7, cards: [1, 2, 5],
      carryUntil: MonthDay("01-31")!, operators: [`operator`])
  }

  /// The grade of a rating; an upper edge still belongs to the lower grade.
  public func grade(of rating: Points) -> String {
    bands.first { rating <= $0.upTo }?.name ?? topGrade
  }

  /// The place of a rating's grade among the grades, 0 for the lowest.
  public func rank(of rating: Points) -> Int {
    bands.firstIndex { rating <= $0.upTo } ?? bands.count
  }

  /// The grade above a rating's own and the edge to be passed; nil in the top grade.
  public func nextGrade(above rating: Points) -> (name: String, edge: Points)? {
    guard let index = bands.firstIndex(where: { rating <= $0.upTo }) else { return nil }
    let name = index + 1 < bands.count ? bands[index + 1].name : topGrade
    return (name, bands[index].upTo)
  }

  /// What is wrong with the settings as a whole, by key; empty when they can be used.
  public func faults() -> [SettingsFault] {
    var faults: [SettingsFault] = []
    let counts: [(String, Int, ClosedRange<Int>)] = [
      ("noticeDays", noticeDays, 1...60), ("correctionDays", correctionDays, 1...60),
      ("lateDays", lateDays, 0...366), ("repeatFactor", repeatFactor, 1...10),
      ("objectionWorkingDays", objectionWorkingDays, 1...60), ("leaveDays", leaveDays, 0...3660),
      ("refundDays", refundDays, 0...366),
    ]
    for (key, value, range) in counts where !range.contains(value) {
      faults.append(.outOfRange(key: key, range: range))
    }
    let grades = bands.map(\.name) + [topGrade]
    if grades.contains("") || Set(grades).count != grades.count { faults.append(.badGradeNames) }
    if zip(bands, bands.dropFirst()).contains(where: { $0.upTo >= $1.upTo }) {
      faults.append(.bandsNotRising)
    }
    if operators.isEmpty { faults.append(.noOperator) }
    if cards.contains(where: { $0 < 1 }) || Set(cards).count != cards.count {
      faults.append(.badCards)
    }
    if let shopDays,
      shopDays.isEmpty || Set(shopDays).count != shopDays.count
        || shopDays.contains(where: { !(1...7).contains($0) })
    {
      faults.append(.badShopDays)
    }
    if let cardWaitDays, !(0...366).contains(cardWaitDays) {
      faults.append(.outOfRange(key: "cardWaitDays", range: 0...366))
    }
    if let carryLimit, carryLimit < .zero { faults.append(.carryLimitNegative) }
    let titles = (platformColumns ?? []).map(\.title)
    if platformColumns?.isEmpty == true || titles.contains("") || Set(titles).count != titles.count
    {
      faults.append(.badColumns)
    }
    return faults
  }
}

/// What is wrong with the settings as a whole.
public enum SettingsFault: Error, Equatable, Sendable {
  case outOfRange(key: String, range: ClosedRange<Int>)
  case bandsNotRising
  case noOperator
  case badCards
  case badShopDays
  /// A grade without a name, or two of the same.
  case badGradeNames
  case carryLimitNegative
  /// No columns, one without a title, or two of the same.
  case badColumns
}

/// A day of the year without the year: `01-31`.
public struct MonthDay: TextValue {
  public let month: Int
  public let day: Int

  public init?(_ text: String) {
    guard text.utf8.count == 5, let day = Day("2024-\(text)") else { return nil }
    self.month = day.month.monthOfYear
    self.day = day.dayOfMonth
  }

  public var description: String { "\(padded(month, 2))-\(padded(day, 2))" }
  public static let expectation = "月日，写成 01-31"
  public static let placeholder = MonthDay("01-31")!

  /// The day in a year; the last of February where a year has no 29th.
  public func day(in year: Year) -> Day {
    Day(year: year.number, month: month, day: day)
      ?? Month(year: year.number, month: month)!.lastDay
  }
}
