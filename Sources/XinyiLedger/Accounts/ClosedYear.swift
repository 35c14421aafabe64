/// A year that was closed (年结).
public struct ClosedYear: Codable, Equatable, Sendable {
  public let year: Year
  public let closedOn: Day
  public internal(set) var grades: [Event.YearGrade]
  /// Breaches that weigh on the next year's rating until they are put right (整改).
  public internal(set) var carried: [Event.CarriedBreach]
  /// SHA-256 of the salt and the body of the posted grade list.
  public let body: Digest
  /// The last ledger line of the closing.
  public internal(set) var sequence: Int
}

/// A balance that went over to another account.
public struct BalanceMove: Codable, Equatable, Sendable {
  public let on: Day
  public let sequence: Int
  public let moved: Event.BalanceMoved
}

/// Points that had run out and were written off.
public struct Expiry: Codable, Equatable, Sendable {
  public let on: Day
  public let sequence: Int
  public let expired: Event.SpendableExpired
}
