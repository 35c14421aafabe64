/// The number of an entry (条目号): the month it was recorded in and a serial, `2026-10-0017`.
public struct EntryNumber: TextValue, Comparable {
  public let month: Month
  public let serial: Int

  public init(month: Month, serial: Int) {
    self.month = month
    self.serial = serial
  }

  public init?(_ text: String) {
    guard text.utf8.count >= 12, let month = Month(String(text.prefix(7))),
      text.utf8.dropFirst(7).first == 45, let serial = decimal(text.utf8.dropFirst(8)),
      serial >= 1
    else { return nil }
    self.init(month: month, serial: serial)
    if description != text { return nil }
  }

  public var description: String { "\(month)-\(padded(serial, 4))" }
  public static let expectation = "条目号，写成 2026-10-0017"
  public static let placeholder = EntryNumber(month: .placeholder, serial: 1)
  public static func < (left: EntryNumber, right: EntryNumber) -> Bool {
    (left.month, left.serial) < (right.month, right.serial)
  }
}

/// The number of an objection (异议号): `O-2026-10-01`, by the month it was filed in.
public struct ObjectionNumber: TextValue, Comparable {
  public let month: Month
  public let serial: Int

  public init(month: Month, serial: Int) {
    self.month = month
    self.serial = serial
  }

  public init?(_ text: String) {
    guard text.hasPrefix("O-"), text.utf8.count >= 12,
      let month = Month(String(text.dropFirst(2).prefix(7))),
      text.utf8.dropFirst(9).first == 45, let serial = decimal(text.utf8.dropFirst(10)),
      serial >= 1
    else { return nil }
    self.init(month: month, serial: serial)
    if description != text { return nil }
  }

  public var description: String { "O-\(month)-\(padded(serial, 2))" }
  public static let expectation = "异议号，写成 O-2026-10-01"
  public static let placeholder = ObjectionNumber(month: .placeholder, serial: 1)
  public static func < (left: ObjectionNumber, right: ObjectionNumber) -> Bool {
    (left.month, left.serial) < (right.month, right.serial)
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
