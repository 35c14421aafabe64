/// A second of the clock, written with the offset of Asia/Shanghai: `2026-11-21T16:02:11+08:00`.
public struct Moment: TextValue, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int

  private static let offset = 8 * 3600

  public init(seconds: Int) { self.seconds = seconds }

  /// `secondOfDay` counts from midnight in Shanghai.
  public init(day: Day, secondOfDay: Int) {
    self.seconds = Int(day.number) * 86_400 + secondOfDay - Self.offset
  }

  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 25, text.hasSuffix("+08:00"), bytes[10] == 84, bytes[13] == 58,
      bytes[16] == 58, let day = Day(String(text.prefix(10))),
      let hour = decimal(bytes[11..<13]), let minute = decimal(bytes[14..<16]),
      let second = decimal(bytes[17..<19]), hour < 24, minute < 60, second < 60
    else { return nil }
    self.init(day: day, secondOfDay: (hour * 60 + minute) * 60 + second)
  }

  public var description: String {
    "\(day)T\(clock):\(padded(secondOfDay % 60, 2))+08:00"
  }
  /// Hours and minutes: `16:02`.
  public var clock: String {
    "\(padded(secondOfDay / 3600, 2)):\(padded(secondOfDay / 60 % 60, 2))"
  }
  public static let expectation = "时刻，写成 2026-10-04T08:00:00+08:00"
  public static let placeholder = Moment(seconds: 0)

  /// The day in Shanghai.
  public var day: Day { Day(number: Int32((seconds + Self.offset - secondOfDay) / 86_400)) }
  /// 0 ..< 86400, from midnight in Shanghai.
  public var secondOfDay: Int {
    let remainder = (seconds + Self.offset) % 86_400
    return remainder < 0 ? remainder + 86_400 : remainder
  }

  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}
