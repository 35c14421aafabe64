public import XinyiLedger

/// What a villager's statement says (对账单). It goes only to him or to whom he sent in writing,
/// so it names him in full.
public struct StatementPaper: Sendable, Equatable {
  public var village: PaperVillage
  public var from: Day
  public var to: Day
  public var person: StatementPerson
  public var shop: String
  /// What the shop takes today.
  public var spendable: Points
  public var rating: StatementRating
  /// The spendable effect of all lines that are not yet effective.
  public var pending: Points
  public var unusedCards: Int
  public var spendableLines: StatementLines
  public var ratingLines: StatementLines
  /// Sentences under the rating lines: items that count for one score only.
  public var ratingNotes: [String]
  /// nil when spendable points do not run out.
  public var carry: StatementCarry?
  /// What can still be earned in this month; nil leaves the item out.
  public var earnable: StatementEarnable?
  public var objectionWorkingDays: Int
  public var printed: Day
  public var record: StatementRecord

  public init(
    village: PaperVillage, from: Day, to: Day, person: StatementPerson, shop: String,
    spendable: Points, rating: StatementRating, pending: Points, unusedCards: Int,
    spendableLines: StatementLines, ratingLines: StatementLines, ratingNotes: [String],
    carry: StatementCarry?, earnable: StatementEarnable?, objectionWorkingDays: Int,
    printed: Day, record: StatementRecord
  ) {
    self.village = village
    self.from = from
    self.to = to
    self.person = person
    self.shop = shop
    self.spendable = spendable
    self.rating = rating
    self.pending = pending
    self.unusedCards = unusedCards
    self.spendableLines = spendableLines
    self.ratingLines = ratingLines
    self.ratingNotes = ratingNotes
    self.carry = carry
    self.earnable = earnable
    self.objectionWorkingDays = objectionWorkingDays
    self.printed = printed
    self.record = record
  }
}

/// Whose statement it is.
public struct StatementPerson: Sendable, Equatable {
  public var number: PersonNumber
  public var name: String
  public var group: String
  public var household: HouseholdNumber?
  public var head: Head

  /// Who is the head of the household.
  public enum Head: Sendable, Equatable {
    case own
    case other(String)
    case none
  }

  public init(
    number: PersonNumber, name: String, group: String, household: HouseholdNumber?,
    head: Head
  ) {
    self.number = number
    self.name = name
    self.group = group
    self.household = household
    self.head = head
  }
}

/// Where the person stands in the rating (评级).
public enum StatementRating: Sendable, Equatable {
  /// The points, the grade, and the next grade; nil at the top.
  case graded(points: Points, grade: String, next: NextGrade?)
  /// Not evaluated, and why: `在校学生`.
  case notEvaluated(reason: String)

  /// The next grade begins above this many points, for upper edges are inclusive.
  public struct NextGrade: Sendable, Equatable {
    public var name: String
    public var above: Points

    public init(name: String, above: Points) {
      self.name = name
      self.above = above
    }
  }
}

/// One of the two accounts over the period. Balances are worked out from the opening one.
public struct StatementLines: Sendable, Equatable {
  /// `上期结余`, perhaps with a remark in （）.
  public var openingText: String
  public var opening: Points
  public var lines: [StatementLine]

  public init(openingText: String, opening: Points, lines: [StatementLine]) {
    self.openingText = openingText
    self.opening = opening
    self.lines = lines
  }
}

/// One movement of an account.
public struct StatementLine: Sendable, Equatable {
  /// The day it took effect.
  public var on: Day
  public var reason: String
  public var change: Points
  /// The line of a notice or the slip it comes from: `10月011条`, `单1103-02`, `见上`.
  public var voucher: String

  public init(on: Day, reason: String, change: Points, voucher: String) {
    self.on = on
    self.reason = reason
    self.change = change
    self.voucher = voucher
  }
}

/// Until when the spendable points of a year can be used.
public struct StatementCarry: Sendable, Equatable {
  public var year: Year
  public var until: Day
  /// The day from which the village reminds of it on the board.
  public var remindedFrom: Day?

  public init(year: Year, until: Day, remindedFrom: Day?) {
    self.year = year
    self.until = until
    self.remindedFrom = remindedFrom
  }
}

/// Items that the person can still earn points by in a month.
public struct StatementEarnable: Sendable, Equatable {
  public var month: Month
  public var items: [Item]

  public init(month: Month, items: [Item]) {
    self.month = month
    self.items = items
  }

  public struct Item: Sendable, Equatable {
    public var title: String
    /// What the cap leaves.
    public var atMost: Points

    public init(title: String, atMost: Points) {
      self.title = title
      self.atMost = atMost
    }
  }
}

/// The state of the ledger that the statement was made from.
public struct StatementRecord: Sendable, Equatable {
  public var records: Int
  public var digest: Digest

  public init(records: Int, digest: Digest) {
    self.records = records
    self.digest = digest
  }
}
