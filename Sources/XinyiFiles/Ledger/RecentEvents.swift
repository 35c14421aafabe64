public import XinyiLedger

extension VillageFolder {
  /// The events of the ledger's last lines, in their order; empty where they cannot be read.
  ///
  /// Neither the chain nor the history is checked, so that it takes the same short time however
  /// long the ledger is: for what is only suggested to a person.
  public func recentEvents(within bytes: Int) -> [RecordedEvent] {
    guard let tail = try? tail(of: bytes) else { return [] }
    // The first piece is a whole line only where the file begins with it.
    return tail.split(separator: LedgerFormat.newline).compactMap { line in
      let body = Array(line.dropLast(LedgerFormat.endingLength)) + [UInt8(ascii: "}")]
      let document = JSONDocument(
        parsingLine: body, number: 1, of: LedgerDamage.File.ledger.rawValue)
      return (try? document.decode(LedgerLine.self))?.recorded
    }
  }

  private func tail(of bytes: Int) throws -> ArraySlice<UInt8> {
    let ledger = try openLedger(for: .reading)
    guard try ledger.status().kind == .file else { return [] }
    var last: [UInt8] = []
    while true {
      let piece = try ledger.read(atMost: bytes)
      if piece.count < bytes { return (last + piece).suffix(bytes) }
      last = piece
    }
  }
}
