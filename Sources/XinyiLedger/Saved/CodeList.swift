/// Codes as one text, which is read faster than thousands of texts.
struct CodeList<Code: AsciiCode>: Codable, Equatable, Sendable {
  var codes: [Code]

  init(codes: [Code] = []) { self.codes = codes }

  init(from decoder: any Decoder) throws {
    var text = try decoder.singleValueContainer().decode(String.self)
    codes = text.withUTF8 { bytes in
      bytes.split(separator: 0x20).map { code in
        Code(unchecked: String(decoding: UnsafeBufferPointer(rebasing: code), as: UTF8.self))
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(codes.map(\.text).joined(separator: " "))
  }
}
