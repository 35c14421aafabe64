/// Codes as one text, which is read faster than thousands of texts.
struct CodeList<Code: AsciiCode>: Codable, Equatable, Sendable {
  var codes: [Code]

  init(codes: [Code] = []) { self.codes = codes }

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    codes = text.utf8.split(separator: 0x20).map { Code(unchecked: String(Substring($0))) }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(codes.map(\.text).joined(separator: " "))
  }
}
