extension Event {
  /// A balance that goes over to another account: of the dead to the head of the household, and
  /// of households that split or merge.
  public struct BalanceMoved: Codable, Equatable, Sendable {
    public var from: Account
    public var to: Account
    /// Year by year, as they were held; each may be negative.
    public var spendable: [YearPoints]
    /// Sums of effective lines by year, without the base; of merged households only.
    public var rating: [YearPoints]
    public var why: String

    public init(
      from: Account, to: Account, spendable: [YearPoints], rating: [YearPoints], why: String
    ) {
      self.from = from
      self.to = to
      self.spendable = spendable
      self.rating = rating
      self.why = why
    }
  }

  public struct YearPoints: Codable, Equatable, Sendable {
    public var year: Year
    public var points: Points

    public init(year: Year, points: Points) {
      self.year = year
      self.points = points
    }
  }

  /// A year was closed (年结): its grades stand, and breaches that nobody put right go on weighing.
  public struct YearClosed: Codable, Equatable, Sendable {
    public var year: Year
    /// Everybody who is evaluated on the last day of the year.
    public var grades: [YearGrade]
    /// Breaches that count in the next year too, until they are put right (整改).
    public var carried: [CarriedBreach]
    /// SHA-256 of the salt and the body of the grade list that was posted.
    public var body: Digest
    public var part: Int?
    public var parts: Int?

    package init(
      year: Year, grades: [YearGrade], carried: [CarriedBreach], body: Digest, part: Int? = nil,
      parts: Int? = nil
    ) {
      self.year = year
      self.grades = grades
      self.carried = carried
      self.body = body
      self.part = part
      self.parts = parts
    }
  }

  public struct YearGrade: Codable, Equatable, Sendable {
    public var account: Account
    public var rating: Points
    public var grade: String

    public init(account: Account, rating: Points, grade: String) {
      self.account = account
      self.rating = rating
      self.grade = grade
    }
  }

  public struct CarriedBreach: Codable, Equatable, Sendable {
    public var entry: EntryNumber
    /// Signed: what it takes from the next year's rating.
    public var points: Points

    package init(entry: EntryNumber, points: Points) {
      self.entry = entry
      self.points = points
    }
  }

  /// Spendable points that have run out are written off (清零).
  public struct SpendableExpired: Codable, Equatable, Sendable {
    /// The year in which the points took effect.
    public var year: Year
    public var lines: [ExpiredLine]
    public var part: Int?
    public var parts: Int?

    package init(year: Year, lines: [ExpiredLine], part: Int? = nil, parts: Int? = nil) {
      self.year = year
      self.lines = lines
      self.part = part
      self.parts = parts
    }
  }

  public struct ExpiredLine: Codable, Equatable, Sendable {
    public var account: Account
    /// A magnitude.
    public var points: Points

    package init(account: Account, points: Points) {
      self.account = account
      self.points = points
    }
  }
}

extension Account: Codable {
  private enum Key: String, CodingKey {
    case person, household
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if container.contains(.household) {
      self = .household(try container.decode(HouseholdNumber.self, forKey: .household))
    } else {
      self = .person(try container.decode(PersonNumber.self, forKey: .person))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .person(let person): try container.encode(person, forKey: .person)
    case .household(let household): try container.encode(household, forKey: .household)
    }
  }
}
