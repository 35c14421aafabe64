/// One dated fact about a person, in force from a day until a later fact of its topic.
public struct RosterFact: Codable, Equatable, Sendable {
  public var from: Day
  public var what: Topic
  public var value: String

  public init(from: Day, what: Topic, value: String) {
    self.from = from
    self.what = what
    self.value = value
  }

  /// What a fact is about, and what its value means:
  /// household – the number of the household the person lives in;
  /// head – the number of the household whose head the person becomes, ending the former head's;
  /// group – the group or street, as the village calls it;
  /// role – a role's word, or the word after `-` when the role ended the day before;
  /// status – a status word;
  /// relation – another person's number, `:` and the kind of relation in words, or `-` where the
  /// relation ended the day before.
  public enum Topic: String, WordValue {
    case household, head, group, role, status, relation
  }
}

/// What somebody does for the village, from a day to a day (任职).
public enum Role: String, WordValue {
  case council, chair, secretary, committee, supervisor, collector, keeper, partyMember
  case representative
}

/// Whether somebody is evaluated (S6.1); only residents are.
public enum ResidentStatus: String, WordValue {
  case resident, student, soldier, away, inquiry, left, dead

  public var isEvaluated: Bool { self == .resident }
  /// Still a member of the household, wherever the person is.
  public var isHouseholdMember: Bool { self != .left && self != .dead }
}
