import XinyiLedger

// MARK: - Texts

extension String: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    let (bytes, isASCII) = try line.quoted()
    if isASCII, bytes.count <= 15 {
      // So short a text lies in the value itself, and there is nothing to share.
      self.init(decoding: bytes, as: UTF8.self)
    } else {
      let text =
        if let texts = line.texts { texts.text(bytes) } else {
          String(utf8: bytes)
        }
      guard let text else { throw LineCursor.Unfamiliar() }
      self = text
    }
  }
}

extension AsciiCode where Self: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    let bytes = try line.code()
    self.init(unchecked: String(decoding: bytes, as: UTF8.self))
  }
}

extension PersonNumber: LineReadable {}
extension HouseholdNumber: LineReadable {}
extension RuleCode: LineReadable {}
extension ItemCode: LineReadable {}
extension ReceiptKey: LineReadable {}
extension Operator: LineReadable {}
extension BatchNumber: LineReadable {}
extension DeedNumber: LineReadable {}
extension CampaignCode: LineReadable {}

/// Values of which a line has few: their own reading decides.
extension TextValue where Self: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    let (bytes, isASCII) = try line.quoted()
    guard isASCII, let value = Self(String(decoding: bytes, as: UTF8.self)) else {
      throw LineCursor.Unfamiliar()
    }
    self = value
  }
}

extension Money: LineReadable {}
extension CardNumber: LineReadable {}

extension EntrySource: LineReadable {}
extension EntryFlag: LineReadable {}
extension DecisionOutcome: LineReadable {}
extension ObjectionOutcome: LineReadable {}
extension PlatformOutcome: LineReadable {}
extension ReminderOutcome: LineReadable {}
extension ConsentScope: LineReadable {}
extension Event.Payer: LineReadable {}

// MARK: - Numbers

extension LineCursor {
  /// The value of exactly so many digits.
  @inline(__always)
  mutating func digits(_ count: Int) throws(Unfamiliar) -> Int {
    var value = 0
    for byte in try bytes(count) {
      guard byte.isDigit else { throw Unfamiliar() }
      value = value &* 10 &+ Int(byte &- 48)
    }
    return value
  }

  /// A whole number that is not negative, in so many digits at most, without a zero in front.
  @inline(__always)
  mutating func wholeNumber(atMost most: Int = 15) throws(Unfamiliar) -> Int {
    let first = try byte()
    guard first.isDigit else { throw Unfamiliar() }
    var value = Int(first &- 48)
    var count = 1
    while let digit = next, digit.isDigit {
      guard count < most, value > 0 else { throw Unfamiliar() }
      value = value &* 10 &+ Int(digit &- 48)
      count += 1
      _ = try byte()
    }
    return value
  }
}

extension Int: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.wholeNumber()
  }
}

extension Bool: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    if line.skips("true") {
      self = true
    } else {
      try line.skip("false")
      self = false
    }
  }
}

extension TenthsValue where Self: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    let isNegative = line.skips("-")
    var tenths = try line.wholeNumber(atMost: 9) * 10
    if line.skips(".") {
      let tenth = try line.digits(1)
      guard tenth > 0 else { throw LineCursor.Unfamiliar() }
      tenths += tenth
    }
    guard tenths > 0 || !isNegative, let value = Self(tenths: isNegative ? -tenths : tenths) else {
      throw LineCursor.Unfamiliar()
    }
    self = value
  }
}

extension Points: LineReadable {}
extension Quantity: LineReadable {}

// MARK: - The calendar

extension LineCursor {
  /// `2026-10`, without quotes.
  @inline(__always)
  mutating func month() throws(Unfamiliar) -> Month {
    let year = try digits(4)
    try skip("-")
    guard let month = Month(year: year, month: try digits(2)) else { throw Unfamiliar() }
    return month
  }

  /// `2026-10-04`, without quotes.
  @inline(__always)
  mutating func day() throws(Unfamiliar) -> Day {
    let year = try digits(4)
    try skip("-")
    let month = try digits(2)
    try skip("-")
    guard let day = Day(year: year, month: month, day: try digits(2)) else { throw Unfamiliar() }
    return day
  }
}

extension Month: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    try line.skip("\"")
    self = try line.month()
    try line.skip("\"")
  }
}

extension Day: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    try line.skip("\"")
    self = try line.day()
    try line.skip("\"")
  }
}

extension Year: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    try line.skip("\"")
    let number = try line.digits(4)
    try line.skip("\"")
    guard (1900...2199).contains(number) else { throw LineCursor.Unfamiliar() }
    self.init(number: number)
  }
}

extension Moment: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    try line.skip("\"")
    let day = try line.day()
    try line.skip("T")
    let hour = try line.digits(2)
    try line.skip(":")
    let minute = try line.digits(2)
    try line.skip(":")
    let second = try line.digits(2)
    try line.skip("+08:00\"")
    guard hour < 24, minute < 60, second < 60 else { throw LineCursor.Unfamiliar() }
    self.init(day: day, secondOfDay: (hour * 60 + minute) * 60 + second)
  }
}

// MARK: - Numbers of things

extension MonthlyNumber where Self: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    try line.skip("\"")
    for byte in Self.prefix.utf8 {
      guard try line.byte() == byte else { throw LineCursor.Unfamiliar() }
    }
    let month = try line.month()
    try line.skip("-")
    let first = line.next
    var (serial, count) = (0, 0)
    while let digit = line.next, digit.isDigit, count < 10 {
      serial = serial * 10 + Int(digit - 48)
      count += 1
      _ = try line.byte()
    }
    try line.skip("\"")
    // Filled up to its width and no further.
    let isPadded = count == Self.width || count > Self.width && first != UInt8(ascii: "0")
    guard isPadded, count <= 9, serial >= 1 else { throw LineCursor.Unfamiliar() }
    self.init(month: month, serial: serial)
  }
}

extension EntryNumber: LineReadable {}
extension ObjectionNumber: LineReadable {}
extension PackageNumber: LineReadable {}
extension ReminderNumber: LineReadable {}

extension NoticeNumber: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    try line.skip("\"")
    let month = try line.month()
    var part = 1
    if line.skips("-") {
      part = try line.wholeNumber()
      // The first part is never written.
      guard part > 1 else { throw LineCursor.Unfamiliar() }
    }
    try line.skip("\"")
    self.init(month: month, part: part)
  }
}

extension Digest: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    try line.skip("\"")
    guard let digest = Digest(digits: try line.bytes(64)) else { throw LineCursor.Unfamiliar() }
    try line.skip("\"")
    self = digest
  }
}
