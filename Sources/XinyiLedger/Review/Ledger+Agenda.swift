/// Why a line of the agenda deserves a second look; the most doubtful first.
public enum AgendaDoubt: String, WordValue, Comparable {
  /// A breach of ten points or more.
  case largeMinus
  /// A repeated breach.
  case repeated
  /// No meeting before this one has decided on a line of that item.
  case firstTime
  case late
  /// Another flag.
  case flagged
  /// Another breach.
  case minus
  /// A reversal or an adjustment.
  case correction
  case none

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// From so many points on a breach is large.
  static let large: Points = .whole(10)
}

extension Ledger {
  /// The lines of a month's meeting, the most doubtful first, by number where doubt is equal
  /// (S5.5).
  public func agendaInOrderOfDoubt(of month: Month) -> [(entry: Entry, doubt: AgendaDoubt)] {
    let known = decidedRules(before: month)
    return agenda(of: month).map { ($0, doubt(about: $0, known: known)) }
      .sorted { ($0.1, $0.0.number) < ($1.1, $1.0.number) }
  }

  /// Entries that the town sent back (退回), which the meeting is told about.
  public var returnedByTown: [Entry] {
    entries.filter { $0.state == .returned }.sorted { $0.number < $1.number }
  }

  /// The items on which earlier meetings have decided.
  private func decidedRules(before month: Month) -> Set<RuleCode> {
    var rules: Set<RuleCode> = []
    for entry in entries where entry.month < month {
      switch entry.decision?.outcome {
      case .approved, .amended, .rejected: rules.insert(entry.recorded.rule)
      case .deferred, .undone, nil: break
      }
    }
    return rules
  }

  private func doubt(about entry: Entry, known: Set<RuleCode>) -> AgendaDoubt {
    guard entry.recorded.isOriginal else { return .correction }
    let assessment = assessment(of: entry)
    let isMinus = item(of: entry)?.sign == .minus
    let most = max(assessment.points.magnitude, assessment.base.magnitude)
    if isMinus && most >= AgendaDoubt.large { return .largeMinus }
    if assessment.isDoubled { return .repeated }
    if !known.contains(entry.recorded.rule) { return .firstTime }
    let flags = flags(of: entry, worth: assessment)
    if flags.contains(.late) { return .late }
    if !flags.isEmpty { return .flagged }
    return isMinus ? .minus : .none
  }
}
