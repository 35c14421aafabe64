import XinyiFiles
import XinyiLedger

/// A ledger in memory whose lines say nothing but their place and a mark: what the protocol
/// promises, it promises for any lines.
struct BareLedger {
  let system: MemorySystem
  let folder: VillageFolder

  static let path = "/village"
  static let ledgerPath = path + "/ledger.jsonl"
  static let headPath = path + "/head.json"

  /// A disk with a village folder whose ledger has so many lines, each in a command of its own.
  static func disk(lines: Int, filler: Int = 45) throws -> MemoryDisk {
    let system = MemorySystem()
    let folder = try VillageFolder.create(path, files: system.files)
    try folder.createLedger { writer in
      try folder.create(.village, with: Array("{}\n".utf8), holding: writer)
      for _ in 0..<lines {
        _ = try writer.append(count: 1) { body(seq: $0, prev: $1, mark: "first", filler: filler) }
      }
    }
    return system.disk
  }

  init(_ disk: MemoryDisk, seed: UInt64 = 1) throws {
    self.init(try Self.open(MemorySystem(disk, seed: seed)))
  }

  private init(_ opened: (MemorySystem, VillageFolder)) { (system, folder) = opened }

  /// The same machine, as a program sees it that starts now.
  func again() throws -> BareLedger { BareLedger(try Self.open(system)) }

  private static func open(_ system: MemorySystem) throws -> (MemorySystem, VillageFolder) {
    (system, try VillageFolder.open(path, files: system.files))
  }

  var ledger: [UInt8] { system.disk.content(Self.ledgerPath) ?? [] }
  var head: [UInt8] { system.disk.content(Self.headPath) ?? [] }

  func setLedger(_ bytes: [UInt8]) { system.disk.setContent(Self.ledgerPath, bytes) }
  func setHead(_ bytes: [UInt8]) { system.disk.setContent(Self.headPath, bytes) }

  /// Adds lines with a mark and acknowledges them.
  func append(_ count: Int, mark: String, patience: Int = 0) throws -> LedgerCommit {
    try folder.withWriter(patience: patience) { writer in
      try writer.append(count: count) { Self.body(seq: $0, prev: $1, mark: mark, filler: 45) }
    }
  }
}

extension BareLedger {
  static func body(seq: Int, prev: Digest, mark: String, filler: Int) -> [UInt8] {
    let filling = String(repeating: "x", count: max(0, filler - 18 - mark.utf8.count))
    return LedgerFormat.beginning(seq: seq, prev: prev)
      + Array(#""mark":"\#(mark)","fill":"\#(filling)""#.utf8)
  }

  /// A whole line with its line end and the hash that fits its body.
  static func line(_ body: [UInt8]) -> [UInt8] {
    body + Array(#","hash":"\#(SHA256.digest(of: body))"}"#.utf8) + [10]
  }

  /// A head that says this and has the hash that fits.
  static func head(seq: Int, end: Int, last: Digest) -> [UInt8] {
    line(Array(#"{"seq":\#(seq),"end":\#(end),"last":"\#(last)""#.utf8))
  }

  /// The lines of a ledger, each with its line end.
  static func lines(of ledger: [UInt8]) -> [[UInt8]] {
    ledger.split(separator: 10).map { Array($0) + [10] }
  }

  static func body(of line: [UInt8]) -> [UInt8] { Array(line.dropLast(76)) }

  static func hash(of line: [UInt8]) -> Digest { SHA256.digest(of: body(of: line)) }
}

extension BareLedger {
  /// Makes sure that reader and writer both see the damage, and that the writer changes nothing.
  @discardableResult
  func requireRefusal(
    _ what: @autoclosure () -> String
  ) throws -> (damage: LedgerDamage, sound: LedgerLines) {
    let scan = try folder.readLedger()
    guard let damage = scan.damage else { throw Broken("\(what()): a reader takes it for sound") }
    let before = system.changes
    do {
      let commit = try append(1, mark: "after damage")
      throw Broken("\(what()): a writer recorded line \(commit.first)")
    } catch LedgerWriteFailure.damaged(let found) where found == damage {
      guard before == system.changes else { throw Broken("\(what()): refused, and changed") }
      return (damage, scan.lines)
    }
  }

  /// Makes sure that the ledger is sound and has so many lines; answers what was read.
  @discardableResult
  func requireSound(lines: Int? = nil, _ what: String) throws -> LedgerScan {
    let scan = try folder.readLedger()
    if let damage = scan.damage { throw Broken("\(what): false alarm \(damage)") }
    guard lines == nil || scan.lines.count == lines else {
      throw Broken("\(what): \(scan.lines.count) lines instead of \(lines ?? 0)")
    }
    return scan
  }
}
