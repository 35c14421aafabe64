import XinyiFiles
import XinyiLedger

/// Program and model differ, or a ledger and its replay.
public struct Mismatch: Error, CustomStringConvertible {
  public let description: String
}

/// Applies all lines again, one by one, as they are read back from their bytes; every invariant
/// holds after each, and the same ledger comes of it.
func requireReplay(of lines: [RecordedEvent], gives ledger: Ledger, seed: UInt64) throws {
  var again: Ledger?
  for line in lines {
    let bytes = try JSONWriter.compact(LedgerLine(previous: .zero, recorded: line))
    let read = try JSONDocument(parsingLine: bytes, number: line.sequence, of: "")
      .decode(LedgerLine.self)
    let second = try JSONWriter.compact(read)
    guard second == bytes, read.recorded == line else {
      throw Mismatch(description: "seed \(seed): line \(line.sequence) reads otherwise")
    }
    if again == nil {
      again = try Ledger(opening: read.recorded, catalogs: ledger.catalogs)
    } else {
      try again?.apply(read.recorded)
    }
    if let fault = again?.invariantFaults().first {
      throw Mismatch(description: "seed \(seed): after line \(line.sequence) \(fault)")
    }
  }
  if again != ledger { throw Mismatch(description: "seed \(seed): replay differs") }
}
