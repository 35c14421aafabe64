private let tail = "Ledger/LedgerTail.swift"
private let reading = "Ledger/LedgerReading.swift"
private let scanner = "Ledger/LedgerScanner.swift"
private let scan = "Ledger/LedgerScan.swift"
private let format = "Ledger/LedgerFormat.swift"
private let head = "Ledger/LedgerHead.swift"

/// What can go wrong with bytes that nobody was ever told of.
let tailMutants = [
  Mutant(
    "tail-trusted", "Whole lines behind the acknowledged end are taken for records",
    killer: unacknowledgedTails,
    .expression(
      "min(reading.head?.end ?? status.size, status.size)", "status.size",
      in: "func scan(", of: reading),
    .expression("seq != lines.count", "seq > lines.count", in: "func disagreement(", of: scan),
    .expression("self.last != last", "false", in: "func disagreement(", of: scan)),
  Mutant(
    "tail-not-kept", "A tail is cut off and kept nowhere", killer: unacknowledgedTails,
    .expression(
      "keepTail(of: ledger, after: head)", #""""#, in: "func discardTail(", of: tail)),
  Mutant(
    "tail-left", "A tail is left where it is, and lines are added behind it",
    killer: unacknowledgedTails,
    .statement(
      "guard count > 0 else { return nil }", "return nil", in: "func discardTail(", of: tail)),
  Mutant(
    "kept-tail-not-synced", "A tail is cut off before its copy is on the disk", killer: powerCuts,
    .statement("try target.synchronize()", in: "func keepAside(", of: tail)),
  Mutant(
    "kept-name-not-synced", "A tail is cut off before its copy's name is on the disk",
    killer: powerCuts,
    .statement("try quarantine.synchronize()", in: "func keepAside(", of: tail)),
]

/// What can go wrong when damage is looked for.
let readingMutants = [
  Mutant(
    "ledger-before-head", "A reader reads the ledger first and the head afterwards",
    killer: interleavedReaders,
    .statement(
      "return try scan(ledger, under: head)",
      """
      let early = try scan(ledger, under: .damage(.headMissing))
      let late = try wrapped { () throws(SystemFailure) in try readHead() }
      return LedgerScan(
        head: late.head, lines: early.lines,
        damage: late.head?.disagreement(with: early.lines), tail: 0, status: early.status)
      """,
      in: "public func readLedger()", of: reading)),
  Mutant(
    "size-below-head", "A ledger shorter than its head says is not told as rolled back",
    killer: cutEnds,
    .expression("size < head.end", "false", in: "private func damage(under", of: reading)),
  Mutant(
    "hash-not-compared", "A line's hash is not compared with its content", killer: changedBytes,
    .expression(
      "LedgerFormat.hasEnding(line, words)", "LedgerFormat.writtenHash(of: line) != nil",
      in: "private mutating func next(", of: scanner)),
  Mutant(
    "predecessor-not-compared", "A line's predecessor is not compared with the line before",
    killer: editedLines,
    .expression(
      "found.isEqual(to: $0)", "!found.isEmpty", in: "static func hasBeginning(", of: format)),
  Mutant(
    "number-not-compared", "A line's number is not compared with its place", killer: editedLines,
    .expression(
      "value == number", "value > 0", in: "fileprivate func has(number", of: format)),
  Mutant(
    "head-hash-not-compared", "The head's own hash is not compared", killer: changedBytes,
    .expression(
      "bytes == self.bytes", "bytes.dropLast(67) == self.bytes.dropLast(67)",
      in: "package init?(bytes", of: head)),
  Mutant(
    "head-last-not-compared", "The last hash in the head is not compared", killer: editedLines,
    .expression("self.last != last", "false", in: "func disagreement(", of: scan)),
  Mutant(
    "head-count-not-compared", "The number of lines in the head is not compared",
    killer: editedLines,
    .expression("seq != lines.count", "false", in: "func disagreement(", of: scan)),
]
