import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

/// A village folder with a ledger of a few lines.
struct SmallLedger {
  let temporary: TemporaryFolder
  let system = ScriptedSystem()
  let folder: VillageFolder

  init(lines: Int = 5) throws {
    temporary = try TemporaryFolder()
    let folder = try VillageFolder.create(
      temporary.path("village"), files: FileSystem(calls: system))
    try folder.createLedger { writer in
      try folder.create(.village, with: Array("{}\n".utf8), holding: writer)
      _ = try writer.append(count: lines, SmallLedger.body)
    }
    self.folder = folder
  }

  static func body(seq: Int, prev: Digest) -> [UInt8] {
    LedgerFormat.beginning(seq: seq, prev: prev) + Array(#""note":"第 \#(seq) 行""#.utf8)
  }

  /// A whole line with its line end and the hash that fits its body.
  static func line(_ body: [UInt8]) -> [UInt8] {
    body + Array(#","hash":"\#(SHA256.digest(of: body))"}"#.utf8) + [10]
  }

  static func head(seq: Int, end: Int, last: Digest) -> [UInt8] {
    line(Array(#"{"seq":\#(seq),"end":\#(end),"last":"\#(last)""#.utf8))
  }

  func append(_ count: Int) throws -> LedgerCommit {
    try folder.withWriter { writer in try writer.append(count: count, SmallLedger.body) }
  }

  var ledger: [UInt8] { temporary.bytes("village/ledger.jsonl") ?? [] }
  var head: [UInt8] { temporary.bytes("village/head.json") ?? [] }

  /// The lines as they lie in the file, each with its line end.
  var lines: [[UInt8]] { ledger.split(separator: 10).map { Array($0) + [10] } }

  func setLedger(_ bytes: [UInt8]) throws {
    try temporary.write(bytes, to: "village/ledger.jsonl")
  }

  func setHead(_ bytes: [UInt8]) throws { try temporary.write(bytes, to: "village/head.json") }

  /// Puts other lines in the ledger's place, with a head that acknowledges all of them.
  func forge(_ lines: [[UInt8]], seq: Int? = nil, last: Digest? = nil) throws {
    let bytes = joined(lines)
    try setLedger(bytes)
    let digits = lines.last?.dropLast(3).suffix(64) ?? []
    let written = Digest(String(decoding: digits, as: UTF8.self)) ?? .zero
    try setHead(Self.head(seq: seq ?? lines.count, end: bytes.count, last: last ?? written))
  }
}

/// Lines one behind the other: byte by byte, as `joined()` goes, large ledgers would take minutes.
func joined(_ lines: some Sequence<[UInt8]>) -> [UInt8] { lines.reduce(into: []) { $0 += $1 } }

/// The failure that a writing command ended in; nil when it did not fail.
func failure(of body: () throws -> Void) -> LedgerWriteFailure? {
  do {
    try body()
    return nil
  } catch let error as LedgerWriteFailure {
    return error
  } catch {
    Issue.record("another error: \(error)")
    return nil
  }
}
