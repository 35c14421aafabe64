/// Two lower-case digits a byte.
public func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.reduce(into: "") { text, byte in
    text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

/// The bytes that hexadecimal digits spell; nil for anything else.
public func bytesOf(hexadecimal text: String) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count.isMultiple(of: 2) else { return nil }
  var bytes: [UInt8] = []
  for index in stride(from: 0, to: digits.count, by: 2) {
    let pair = String(decoding: digits[index...index + 1], as: UTF8.self)
    guard pair.utf8.allSatisfy({ $0 != 43 && $0 != 45 }), let byte = UInt8(pair, radix: 16) else {
      return nil
    }
    bytes.append(byte)
  }
  return bytes
}

/// The eight lower-case digits of a word as eight bytes, the first digit in the highest place.
///
/// The half bytes are spread out over the bytes of a double word and become digits all at once:
/// every line of a ledger has three times 64 of them.
func hexadecimalDigits(of word: UInt32) -> UInt64 {
  var spread = UInt64(word)
  spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFF
  spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF
  spread = (spread | spread << 4) & 0x0F0F_0F0F_0F0F_0F0F
  let letters = (spread &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
  return spread &+ 0x3030_3030_3030_3030 &+ letters &* 39
}

/// The word that eight lower-case digits spell, the first one in the highest place; nil where one
/// of the bytes is none.
func word(ofHexadecimalDigits digits: UInt64) -> UInt32? {
  let letters = digits >> 6 & 0x0101_0101_0101_0101
  var packed = (digits & 0x0F0F_0F0F_0F0F_0F0F) &+ letters &* 9
  packed = (packed | packed >> 4) & 0x00FF_00FF_00FF_00FF
  packed = (packed | packed >> 8) & 0x0000_FFFF_0000_FFFF
  let word = UInt32(truncatingIfNeeded: packed | packed >> 16)
  return hexadecimalDigits(of: word) == digits ? word : nil
}
