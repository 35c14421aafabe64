/// What one line of the ledger moves, as bookkeeping writes it down: every posting has its counter
/// posting, so that a program that knows nothing of villages can add it all up again.
public struct JournalEntry: Equatable, Sendable {
  /// The line of the ledger file.
  public let line: Int
  /// The day on which the line was written, so that entries stand in the order of time; a slip
  /// that was keyed in later has its own day in `title`.
  public let on: Day
  public let title: String
  public let postings: [Posting]

  /// The postings of each unit add up to nothing.
  public struct Posting: Equatable, Sendable {
    public let account: JournalAccount
    public let amount: Amount
  }

  /// So much of one unit.
  public enum Amount: Equatable, Sendable {
    /// Spendable points (可兑换积分).
    case spendable(Points)
    /// Rating points (评级分).
    case rating(Points)
    case pieces(Int, ItemCode)
  }
}

/// Where points and goods are.
public enum JournalAccount: Hashable, Sendable {
  /// Spendable points of a person or a household; what has run out stays until it is written off.
  case spendable(Account)
  /// Rating points of one year, without the base.
  case rating(Account, Year)
  /// A paper card in somebody's hands holds its points; in the till or given back it holds none.
  case card(CardNumber)
  /// Pieces on the shelf.
  case shelf(ItemCode)
  /// The village's side of each act.
  case village(VillageSide)

  public enum VillageSide: Hashable, Sendable {
    /// Points that took effect, or were taken.
    case effective
    case redeemed
    case expired
    /// What breaches of an earlier year go on taking.
    case carried
    case goodsReceived
    case goodsGiven
    case goodsCounted
    case goodsWrittenOff
    case goodsSentBack
  }
}

/// What an account held at a month's end by the ledger itself, worked out apart from the postings.
public struct JournalBalance: Equatable, Sendable {
  public let account: JournalAccount
  public let amount: JournalEntry.Amount
}

/// The entries of a ledger in the order of its lines, with what its accounts held at the end of
/// each month.
public struct Journal: Equatable, Sendable {
  public internal(set) var months: [MonthPart] = []

  public struct MonthPart: Equatable, Sendable {
    public let month: Month
    /// The day of the balances: the last of the month, or that of the ledger's last line.
    public internal(set) var until: Day
    public internal(set) var entries: [JournalEntry] = []
    /// Of every account that the month moved.
    public internal(set) var balances: [JournalBalance] = []
  }
}
