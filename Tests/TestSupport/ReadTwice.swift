import XinyiFiles
public import XinyiLedger

/// What is wrong with how the two readers of ledger lines take the bytes before `,"hash":"`; nil
/// where they agree: the quick one gives the same event or none at all.
public func disagreement(onReading body: [UInt8]) -> String? {
  guard let quick = CanonicalLine.event(of: body[...]) else { return nil }
  let text = String(decoding: body, as: UTF8.self)
  guard let strict = try? readStrictly(body[...], number: 1) else {
    return "only the quick reader takes \(text)"
  }
  guard quick == strict.recorded else { return "the quick reader has \(quick) from \(text)" }
  // Texts are equal in more than one spelling; the bytes are not.
  let line = LedgerLine(previous: strict.previous, recorded: quick)
  let written = (try? JSONWriter.compact(line)) ?? []
  return written == body + [UInt8(ascii: "}")]
    ? nil : "the quick reader has other texts from \(text)"
}

/// The bytes before `,"hash":"` of the line with an event.
public func body(of recorded: RecordedEvent) throws -> [UInt8] {
  Array(try JSONWriter.compact(LedgerLine(previous: .zero, recorded: recorded)).dropLast())
}
