public import XinyiLedger

// Numbers and codes as the tests of the domain write them, like the days of `Literals.swift`.

extension PersonNumber: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(unchecked: text) }
}

extension HouseholdNumber: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(unchecked: text) }
}

extension RuleCode: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(unchecked: text) }
}

extension ItemCode: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(unchecked: text) }
}

extension EntryNumber: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let number = EntryNumber(text) else { preconditionFailure(text) }
    self = number
  }
}

extension NoticeNumber: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let number = NoticeNumber(text) else { preconditionFailure(text) }
    self = number
  }
}

extension ObjectionNumber: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let number = ObjectionNumber(text) else { preconditionFailure(text) }
    self = number
  }
}

extension PackageNumber: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let number = PackageNumber(text) else { preconditionFailure(text) }
    self = number
  }
}
