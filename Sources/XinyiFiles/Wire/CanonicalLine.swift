package import XinyiLedger

/// Ledger lines read straight from their bytes, without a tree and without writing them again.
///
/// It knows the kinds that make up the bulk of a ledger, and only in the spelling that the writer
/// gives them. What it reads is what the strict reader would read; of everything else, faulty or
/// only rare, it says nothing, and the strict reader decides.
package enum CanonicalLine {
  /// The event of a line's body by itself.
  package static func event(of body: ArraySlice<UInt8>) -> RecordedEvent? {
    body.withUnsafeBytes { event(of: $0, sharing: nil) }
  }

  /// The event of a line's body, its bytes before `,"hash":"`; nil where the strict reader is to
  /// be asked.
  static func event(of body: UnsafeRawBufferPointer, sharing texts: SharedTexts?) -> RecordedEvent?
  {
    do throws(LineCursor.Unfamiliar) {
      var line = try LineCursor(body, sharing: texts)
      let event = try RecordedEvent(reading: &line)
      return line.isAtEnd ? event : nil
    } catch {
      return nil
    }
  }
}

extension RecordedEvent: LineReadable {
  /// Up to where the body ends: the brace that closes the line stands behind the hash.
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    try line.skipOpeningBrace()
    let sequence: Int = try line.value("seq")
    let _: Digest = try line.value("prev")
    self.init(
      sequence: sequence,
      at: try line.value("at"),
      by: try line.value("by"),
      receipt: try line.value("receipt"),
      request: try line.value("request"),
      event: try Event(reading: &line))
  }
}

extension Event: LineReadable {
  /// The kind and the data. The kinds stand in the order of how often they are met.
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    try line.skip(key: "kind")
    if try line.isKind("\"recorded\"") {
      self = .recorded(try Recorded(reading: &line))
    } else if try line.isKind("\"redeemed\"") {
      self = .redeemed(try Redeemed(reading: &line))
    } else if try line.isKind("\"decided\"") {
      self = .decided(try Decided(reading: &line))
    } else if try line.isKind("\"rosterChanged\"") {
      self = .rosterChanged(try RosterChanged(reading: &line))
    } else if try line.isKind("\"consentChanged\"") {
      self = .consentChanged(try ConsentChanged(reading: &line))
    } else if try line.isKind("\"confirmed\"") {
      self = .confirmed(try Confirmed(reading: &line))
    } else if try line.isKind("\"noticePublished\"") {
      self = .noticePublished(try NoticePublished(reading: &line))
    } else if try line.isKind("\"platformAnswered\"") {
      self = .platformAnswered(try PlatformAnswered(reading: &line))
    } else if try line.isKind("\"platformExported\"") {
      self = .platformExported(try PlatformExported(reading: &line))
    } else {
      self = try Self.rarer(&line)
    }
  }

  private static func rarer(_ line: inout LineCursor) throws(LineCursor.Unfamiliar) -> Event {
    if try line.isKind("\"reminderIssued\"") {
      return .reminderIssued(try ReminderIssued(reading: &line))
    } else if try line.isKind("\"reminderClosed\"") {
      return .reminderClosed(try ReminderClosed(reading: &line))
    } else if try line.isKind("\"goodsReceived\"") {
      return .goodsReceived(try GoodsReceived(reading: &line))
    } else if try line.isKind("\"yearClosed\"") {
      return .yearClosed(try YearClosed(reading: &line))
    } else if try line.isKind("\"spendableExpired\"") {
      return .spendableExpired(try SpendableExpired(reading: &line))
    } else if try line.isKind("\"balanceMoved\"") {
      return .balanceMoved(try BalanceMoved(reading: &line))
    } else if try line.isKind("\"cardsIssued\"") {
      return .cardsIssued(try CardsIssued(reading: &line))
    } else if try line.isKind("\"cardsTaken\"") {
      return .cardsTaken(try CardsTaken(reading: &line))
    } else if try line.isKind("\"objectionFiled\"") {
      return .objectionFiled(try ObjectionFiled(reading: &line))
    } else if try line.isKind("\"objectionResolved\"") {
      return .objectionResolved(try ObjectionResolved(reading: &line))
    } else if try line.isKind("\"withdrawn\"") {
      return .withdrawn(try Withdrawn(reading: &line))
    } else if try line.isKind("\"reviewOpened\"") {
      return .reviewOpened(try ReviewOpened(reading: &line))
    } else if try line.isKind("\"reviewClosed\"") {
      return .reviewClosed(try ReviewClosed(reading: &line))
    } else if try line.isKind("\"priceSet\"") {
      return .priceSet(try PriceSet(reading: &line))
    } else {
      throw LineCursor.Unfamiliar()
    }
  }
}

extension LineCursor {
  /// Whether the kind is this word in its quotes; steps over it and up to the data if it is.
  @inline(__always)
  fileprivate mutating func isKind(_ word: StaticString) throws(Unfamiliar) -> Bool {
    guard skips(word) else { return false }
    try skip(key: "data")
    return true
  }
}
