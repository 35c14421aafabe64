import XinyiLedger

/// A ledger that is read piece by piece into one buffer of its size, each piece with the whole
/// lines that became complete with it.
struct LedgerPieces {
  /// How much is read at a time, in bytes.
  private static let length = 1 << 20

  private let buffer: UnsafeMutableRawBufferPointer
  private let end: Int
  /// How many bytes were read.
  private(set) var filled = 0
  /// The file had fewer bytes than were to be read.
  private(set) var hasEnded = false
  /// How far its bytes were given out.
  private var given = 0

  init(buffer: UnsafeMutableRawBufferPointer, end: Int) {
    self.buffer = buffer
    self.end = end
  }

  /// How many pieces there are at most.
  var count: Int { (end + Self.length - 1) / Self.length }

  /// Reads the next piece; nil when there is none.
  mutating func next(of ledger: borrowing Descriptor) throws(SystemFailure) -> LedgerPiece? {
    guard filled < end, !hasEnded else { return nil }
    let room = UnsafeMutableRawBufferPointer(
      rebasing: buffer[filled..<min(filled + Self.length, end)])
    let count = try ledger.read(into: room)
    let fresh = filled
    filled += count
    hasEnded = count < room.count
    let isLast = hasEnded || filled == end
    // The rest of a line that goes on waits for the next piece, unless it is too long already.
    let newline = isLast ? nil : buffer[fresh..<filled].lastIndex(of: LedgerFormat.newline)
    let whole = newline.map { $0 + 1 } ?? given
    let stop = isLast || filled - whole >= LedgerFormat.maximumLine ? filled : whole
    defer { given = stop }
    return LedgerPiece(
      all: UnsafeRawBufferPointer(rebasing: buffer[..<stop]), start: given, isLast: isLast)
  }
}

/// A stretch of a ledger's bytes; it may only be used while the ledger is being read.
///
/// Unchecked, since a pointer is never Sendable: threads only read these bytes, all of which were
/// written before the piece was made, and the buffer outlives the `convey` that carries the piece.
struct LedgerPiece: @unchecked Sendable {
  /// The bytes of the ledger up to the end of this piece, which nobody changes any more.
  fileprivate let all: UnsafeRawBufferPointer
  fileprivate let start: Int
  let isLast: Bool

  /// Checks the piece by itself.
  func scanned() -> ScannedPiece {
    var scanner = LedgerScanner(at: start, in: all)
    let damage = scanner.scan(all, areAll: isLast)
    return ScannedPiece(piece: self, scanner: scanner, damage: damage)
  }
}

/// A piece with what a scan of it alone has found.
struct ScannedPiece: Sendable {
  fileprivate let piece: LedgerPiece
  fileprivate let scanner: LedgerScanner
  fileprivate let damage: LedgerDamage?

  /// Takes the lines over, and answers the first damage. A piece that does not begin with the line
  /// that comes next is checked again from there, to tell what is wrong.
  func joined(to whole: inout LedgerScanner) -> LedgerDamage? {
    whole.append(scanner) ? damage : whole.scan(piece.all, areAll: piece.isLast)
  }
}
