public import XinyiLedger

/// How far the ledger has been acknowledged: the content of `head.json`.
///
///     {"seq":57,"end":12345,"last":"<64 hex>","hash":"<64 hex>"}⏎
///
/// `hash` is the SHA-256 of the bytes before `,"hash":"`, as in a ledger line. There is exactly
/// one spelling.
public struct LedgerHead: Codable, Hashable, Sendable {
  /// The number of the last acknowledged line, and so how many there are.
  public let seq: Int
  /// Where that line ends, in bytes from the start of the ledger.
  public let end: Int
  /// The hash of that line.
  public let last: Digest

  package init(seq: Int, end: Int, last: Digest) {
    self.seq = seq
    self.end = end
    self.last = last
  }

  /// Before the first line; never written to a file.
  static let origin = LedgerHead(seq: 0, end: 0, last: .zero)

  /// Reads the one spelling, by writing it again and comparing every byte.
  package init?(bytes: [UInt8]) {
    guard bytes.count <= Self.longest else { return nil }
    var rest = bytes[...]
    guard let seq = Self.number(after: #"{"seq":"#, in: &rest), seq >= 1,
      let end = Self.number(after: #","end":"#, in: &rest), end >= 1,
      let last = Digest(String(decoding: rest.dropFirst(9).prefix(64), as: UTF8.self))
    else { return nil }
    self.init(seq: seq, end: end, last: last)
    guard bytes == self.bytes else { return nil }
  }

  package var bytes: [UInt8] {
    let body = Array(#"{"seq":\#(seq),"end":\#(end),"last":"\#(last)""#.utf8)
    return LedgerFormat.line(body: body, hash: SHA256.digest(of: body))
  }

  /// No head is longer, in bytes.
  static let longest = 256

  private static func number(after label: String, in rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.starts(with: label.utf8) else { return nil }
    rest = rest.dropFirst(label.utf8.count)
    let digits = rest.prefix(18).prefix { (48...57).contains($0) }
    rest = rest[digits.endIndex...]
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
