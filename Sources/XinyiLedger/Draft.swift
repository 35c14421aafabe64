/// A ledger with the events of one command applied, before they are written.
///
/// A command decides and applies one event after the other, so that each decision sees the ones
/// before it. When a decision is refused the draft is dropped, and nothing has happened.
public struct Draft: Sendable {
  public private(set) var ledger: Ledger
  /// The new lines, in order.
  public private(set) var recordedEvents: [RecordedEvent] = []
  /// The moment, the operator, the receipt key and the request hash that all lines will carry.
  public private(set) var stamp: Stamp
  /// By which the terms that begin in this command are worked out.
  public var calendar = WorkingCalendar.weekdays

  public struct Stamp: Sendable {
    /// The moment on the lines; it never runs backwards.
    public var at: Moment
    public var by: Operator
    public var receipt: ReceiptKey
    public var request: Digest

    public init(at: Moment, by: Operator, receipt: ReceiptKey, request: Digest) {
      self.at = at
      self.by = by
      self.receipt = receipt
      self.request = request
    }

    /// The day that rules take for today.
    public var today: Day { at.day }
  }

  public init(_ ledger: consuming Ledger, stamp: Stamp) {
    self.ledger = ledger
    self.stamp = stamp
  }

  public var today: Day { stamp.today }

  public var events: [Event] { recordedEvents.map(\.event) }

  /// Begins another command on the same ledger.
  ///
  /// - Returns: the lines of the commands before it, which are to be written first.
  public mutating func begin(_ stamp: Stamp) -> [RecordedEvent] {
    self.stamp = stamp
    defer { recordedEvents = [] }
    return recordedEvents
  }

  /// Takes in the catalog that the next line puts in force.
  mutating func admit(_ catalog: Catalog) { ledger.admit(catalog) }

  /// Applies an event that a decision has just made.
  public mutating func append(_ event: Event) throws(HistoryFault) {
    let line = RecordedEvent(
      sequence: ledger.sequence + 1, at: stamp.at, by: stamp.by, receipt: stamp.receipt,
      request: stamp.request, event: event)
    try ledger.apply(line)
    recordedEvents.append(line)
  }
}

/// Cuts a list into the parts of one or more lines, so that no line passes 64 KiB; an empty list
/// is one empty part.
func parts<Row>(
  of rows: [Row], rowsPerLine: Int = 250
) -> [(rows: [Row], part: Int?, parts: Int?)] {
  guard rows.count > rowsPerLine else { return [(rows, nil, nil)] }
  let count = (rows.count + rowsPerLine - 1) / rowsPerLine
  return (0..<count).map { index in
    let start = index * rowsPerLine
    let end = min(start + rowsPerLine, rows.count)
    return (Array(rows[start..<end]), index + 1, count)
  }
}
