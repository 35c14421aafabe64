public import XinyiLedger

// Days, months and points as the tests of the domain write them. A malformed literal is a mistake
// in the test and ends it.

extension Day: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    precondition(parts.count == 3, text)
    guard let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
      preconditionFailure(text)
    }
    self = day
  }
}

extension Month: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    precondition(parts.count == 2, text)
    guard let month = Month(year: parts[0], month: parts[1]) else { preconditionFailure(text) }
    self = month
  }
}

extension Points: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int32) { self = .whole(value) }
  public init(floatLiteral value: Double) {
    guard let points = Points(tenths: Int((value * 10).rounded())) else {
      preconditionFailure("\(value)")
    }
    self = points
  }
}
