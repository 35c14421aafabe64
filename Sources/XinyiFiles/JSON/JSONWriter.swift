/// Writes `Encodable` values as JSON, in the one spelling that our files use.
///
/// Keys stand in the order in which the type writes them, and what is nil is left out. Types hold no
/// dictionaries: their order would change from run to run.
public enum JSONWriter {
  /// Without any space: the form of ledger lines. Throws `EncodingError` for a number that is none.
  public static func compact(_ value: some Encodable) throws -> [UInt8] {
    let output = JSONOutput()
    try output.write(value)
    return output.bytes
  }

  /// For files that people edit by hand: one item is one line; the last line ends with a newline.
  public static func page(_ value: some Encodable) throws -> [UInt8] {
    JSONPage.page(ofCompact: try compact(value))
  }
}

/// The bytes that are being written and the brackets that are open.
final class JSONOutput {
  private(set) var bytes: [UInt8] = []
  private var levels: [Level] = []

  private struct Level {
    let closer: UInt8
    var count = 0
  }

  init() { bytes.reserveCapacity(512) }

  var depth: Int { levels.count }

  /// The number of members that the container at `level` has so far.
  func count(at level: Int) -> Int { levels[level].count }

  func write<T: Encodable>(_ value: T) throws {
    let depth = levels.count
    let length = bytes.count
    try value.encode(to: JSONEncoding(output: self, depth: depth))
    close(downTo: depth)
    if bytes.count == length { bytes.append(contentsOf: [.openBrace, .closeBrace]) }
  }

  /// Opens a container at `depth`, or goes on with the one that the same value opened before.
  func open(_ opener: UInt8, closer: UInt8, at depth: Int) -> Int {
    if levels.count > depth {
      close(downTo: depth + 1)
    } else {
      bytes.append(opener)
      levels.append(Level(closer: closer))
    }
    return depth
  }

  func close(downTo depth: Int) {
    while levels.count > depth { bytes.append(levels.removeLast().closer) }
  }

  /// Makes room for the next member of the container at `level`.
  func next(at level: Int) {
    close(downTo: level + 1)
    if levels[level].count > 0 { bytes.append(.comma) }
    levels[level].count += 1
  }

  func next(at level: Int, key: String) {
    next(at: level)
    JSONSpelling.append(key, to: &bytes)
    bytes.append(.colon)
  }

  func write(_ text: String) { JSONSpelling.append(text, to: &bytes) }
  func write(digits: String) { bytes.append(contentsOf: digits.utf8) }
  func write(_ value: Bool) { write(digits: value ? "true" : "false") }
  func write(_ value: Double) throws {
    guard let digits = JSONSpelling.digits(of: value) else {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: [], debugDescription: "no JSON number"))
    }
    write(digits: digits)
  }
}
