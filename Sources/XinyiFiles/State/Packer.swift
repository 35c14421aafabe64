import XinyiLedger

/// Values one after the other in few bytes, without names: only who knows their types in order can
/// read them again. For saved states, which one version of the program writes for itself.
///
/// Whole numbers stand as variable-length integers, seven bits a byte, the sign in the lowest bit;
/// texts and lists with their length in front; what may be missing behind a byte 0 or 1.
struct Packer {
  private(set) var bytes: [UInt8] = []

  mutating func pack(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func pack(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func pack(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      pack(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// Four bytes, so that a number can take their place once it is known; answers where they are.
  mutating func packPlaceholder() -> Int {
    bytes += [0, 0, 0, 0]
    return bytes.count - 4
  }

  mutating func fill(_ place: Int, with number: Int) {
    for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: number >> (8 * index)) }
  }

  /// Any value, by its `Codable` form.
  mutating func pack(value: some Encodable) {
    let coder = PackingCoder()
    // Handed over, not copied: the bytes have one owner at any time.
    swap(&self, &coder.packer)
    // Nothing that is saved refuses to be encoded.
    do { try coder.encode(value) } catch { preconditionFailure("\(error)") }
    swap(&self, &coder.packer)
  }
}

/// Reads what a `Packer` wrote. Bytes that none wrote throw `Unpacker.Fault`, or one of decoding.
struct Unpacker {
  private let bytes: [UInt8]
  private var position: Int

  struct Fault: Error {}

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// How many bytes follow.
  var remaining: Int { bytes.count - position }

  mutating func number() throws(Fault) -> Int {
    var raw: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard position < bytes.count, shift < 64 else { throw Fault() }
      let byte = bytes[position]
      position += 1
      raw |= UInt64(byte & 127) << shift
      if byte < 128 { break }
      shift += 7
    }
    return Int(truncatingIfNeeded: raw >> 1) ^ -Int(truncatingIfNeeded: raw & 1)
  }

  mutating func flag() throws(Fault) -> Bool {
    guard position < bytes.count, bytes[position] < 2 else { throw Fault() }
    defer { position += 1 }
    return bytes[position] == 1
  }

  mutating func text() throws(Fault) -> String {
    let count = try number()
    guard count >= 0, count <= bytes.count - position else { throw Fault() }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  /// What stands where a placeholder was.
  mutating func filled() throws(Fault) -> Int {
    guard position + 4 <= bytes.count else { throw Fault() }
    defer { position += 4 }
    return (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }

  mutating func value<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
    let coder = UnpackingCoder(self)
    let value = try coder.decode(type)
    self = coder.unpacker
    return value
  }
}
