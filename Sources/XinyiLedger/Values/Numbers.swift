/// A number that counts from 1 in each month.
public protocol MonthlyNumber: TextValue, Comparable {
  /// What stands before the month.
  static var prefix: String { get }
  /// The digits of the serial, filled up with zeros; larger serials have more.
  static var width: Int { get }

  var month: Month { get }
  var serial: Int { get }
  init(month: Month, serial: Int)
}

extension MonthlyNumber {
  public init?(_ text: String) {
    let bytes = text.utf8
    let start = Self.prefix.utf8.count
    guard bytes.starts(with: Self.prefix.utf8), bytes.count > start + 8,
      let month = Month(String(text.dropFirst(start).prefix(7))),
      let serial = decimal(bytes.dropFirst(start + 8)), serial >= 1
    else { return nil }
    self.init(month: month, serial: serial)
    if description != text { return nil }
  }

  public var description: String { "\(Self.prefix)\(month)-\(padded(serial, Self.width))" }
  public static var placeholder: Self { Self(month: .placeholder, serial: 1) }
  public static func < (left: Self, right: Self) -> Bool {
    (left.month, left.serial) < (right.month, right.serial)
  }
}

/// The number of an entry (条目号): the month it was recorded in and a serial, `2026-10-0017`.
public struct EntryNumber: MonthlyNumber {
  public static let prefix = ""
  public static let width = 4
  public static let expectation = "条目号，写成 2026-10-0017"

  public let month: Month
  public let serial: Int

  public init(month: Month, serial: Int) {
    self.month = month
    self.serial = serial
  }
}

/// The number of an objection (异议号): `O-2026-10-01`, by the month it was filed in.
public struct ObjectionNumber: MonthlyNumber {
  public static let prefix = "O-"
  public static let width = 2
  public static let expectation = "异议号，写成 O-2026-10-01"

  public let month: Month
  public let serial: Int

  public init(month: Month, serial: Int) {
    self.month = month
    self.serial = serial
  }
}

/// The number of a package for the town and the platform (上报包号): `P-2026-10-01`.
public struct PackageNumber: MonthlyNumber {
  public static let prefix = "P-"
  public static let width = 2
  public static let expectation = "上报包号，写成 P-2026-10-01"

  public let month: Month
  public let serial: Int

  public init(month: Month, serial: Int) {
    self.month = month
    self.serial = serial
  }
}

/// The number of a posted notice (公示号): `2026-10`, and `2026-10-2` for its first supplement.
public struct NoticeNumber: TextValue, Comparable {
  public let month: Month
  /// 1 for the month's notice, from 2 on for supplements.
  public let part: Int

  public init(month: Month, part: Int) {
    self.month = month
    self.part = part
  }

  public init?(_ text: String) {
    guard let month = Month(String(text.prefix(7))) else { return nil }
    let rest = text.utf8.dropFirst(7)
    let part = rest.isEmpty ? 1 : decimal(rest.dropFirst())
    guard let part, part >= 1 else { return nil }
    self.init(month: month, part: part)
    if description != text { return nil }
  }

  public var description: String { part == 1 ? "\(month)" : "\(month)-\(part)" }
  public static let expectation = "公示号，写成 2026-10 或 2026-10-2"
  public static let placeholder = NoticeNumber(month: .placeholder, part: 1)
  public static func < (left: NoticeNumber, right: NoticeNumber) -> Bool {
    (left.month, left.part) < (right.month, right.part)
  }
}
