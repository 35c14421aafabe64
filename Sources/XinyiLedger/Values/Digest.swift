/// A SHA-256 value; on paper 账本校验码, never 指纹.
public struct Digest: TextValue {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The 32 bytes, eight in each word, the first one in the highest place.
  public init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// 64 lower-case hexadecimal digits.
  public init?(_ text: String) {
    guard text.utf8.count == 64 else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in text.utf8.enumerated() {
      let nibble: UInt8
      switch byte {
      case 48...57: nibble = byte - 48
      case 97...102: nibble = byte - 87
      default: return nil
      }
      words[index / 16] = words[index / 16] << 4 | UInt64(nibble)
    }
    self.words = (words[0], words[1], words[2], words[3])
  }

  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for word in [words.0, words.1, words.2, words.3] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let nibble = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15
        text.append(nibble < 10 ? nibble + 48 : nibble + 87)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  public static let expectation = "64 位十六进制数字（小写）"
  /// 64 zeros: what the first line of a ledger names as its predecessor.
  public static let zero = Digest(words: (0, 0, 0, 0))
  public static let placeholder = zero

  public static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}
