import TestSupport
import Testing

/// One of the exceptions that occur in a village: its name, and what is lived through by commands.
struct ExceptionCase: Sendable, CustomTestStringConvertible {
  let name: String
  let live: @Sendable () throws -> Void
  var testDescription: String { name }

  init(_ name: String, _ live: @escaping @Sendable () throws -> Void) {
    self.name = name
    self.live = live
  }
}

/// What happens that nobody planned: forgotten, mixed up, objected to, moved away, taken back.
@Suite struct ExceptionTests {
  static let all =
    recordingExceptions + mistakeExceptions + peopleExceptions + householdExceptions
    + objectionExceptions + councilExceptions + yearExceptions

  @Test(arguments: all)
  func `Every exception that occurs has an answer, and the ledger stays sound`(
    _ exception: ExceptionCase
  ) throws {
    try exception.live()
  }

  @Test func `No exception is missing from the table, and none stands there twice`() {
    let names = Self.all.map(\.name)
    #expect(names.sorted() == Self.names.sorted())
    #expect(Set(names).count == 34)
  }

  private static let names = [
    "Late event", "Wrong person", "Same name", "Double entry", "Group event", "Group honour",
    "Household breach", "Head changes, dies", "Villager moves out", "Dies",
    "Marries in, returns, comes of age", "Student, soldier", "Household splits or merges",
    "Objection upheld", "Objection rejected", "Objection late", "Objection on another's entry",
    "Partial objection", "Withdrawn objection", "Council lacks quorum or even number",
    "Member is the person or a near relative", "Tie", "Town returns an entry", "Event outside",
    "Still uncorrected at 31 Dec", "Corrected after the deduction", "Own deletion request",
    "Consent withdrawn", "Rule changed in the year", "Rule list at more than 66/87",
    "Minus arrives after redemption", "Fraud found: a villager", "Fraud found: a manager",
    "Clerk changes",
  ]
}

// MARK: - Words for the tests

extension Village {
  /// Opens a month's meeting, decides everything as it stands, posts it and confirms it.
  func finish(_ month: String, met: String, confirmed: String) throws {
    try done(met, "review open --month \(month) \(meeting)")
    try decideAll(met)
    try done(met, "notice publish --month \(month)")
    try done(confirmed, "confirm --month \(month)")
  }

  /// Approves every line of the meeting, by name where it must be, and ends the meeting.
  func decideAll(_ day: String) throws {
    try done(day, "review approve --rest")
    for row in try done(day, "review agenda")["rows"].list ?? [] {
      guard row["state"].text == "pending", row["follows"].text == nil else { continue }
      try done(day, "review approve \(row["entry"].text ?? "")")
    }
    try done(day, "review close")
  }

  /// A member of an entry's row.
  func entry(_ number: String, _ key: String, on day: String) throws -> Answer {
    try done(day, "entry show \(number)")["rows"][0][key]
  }

  func spendable(_ person: String, on day: String) throws -> Double? {
    try done(day, "balance \(person)")["rows"][0]["spendable"].number
  }

  func rating(_ person: String, on day: String) throws -> Double? {
    try done(day, "balance \(person)")["rows"][0]["rating"].number
  }
}
