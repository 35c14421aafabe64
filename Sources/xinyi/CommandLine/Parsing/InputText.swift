/// What an input method makes of commands, options and numbers, brought back to plain words.
///
/// Never applied to free text, which stays as it was typed.
enum InputText {
  /// Full-width letters, digits and signs become ASCII, Chinese commas become `,`, all dashes
  /// `-`, wide spaces plain ones; surrounding space goes; composed as NFC.
  static func normalised(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in composed(text).unicodeScalars { result.append(plain(scalar)) }
    return trimmed(String(result))
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0x00A0: " "
    case 0x3001: ","
    case 0x3002: "."
    case 0x00D7, 0x2715, 0x2716: "x"
    default: isDash(scalar) ? "-" : scalar
    }
  }

  /// Hyphens, dashes and minus signs of every width.
  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x2500, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// The values of a list such as `苏玉强、王芳`, parted by commas, semicolons or spaces.
  static func listed(_ text: String) -> [String] {
    normalised(text).split { $0 == "," || $0 == ";" || $0 == " " }.map(String.init)
  }

  /// The pieces of what a shell takes for one word since only wide spaces part them.
  static func partedByWideSpace(_ text: String) -> [String] {
    text.split(separator: "\u{3000}").map(String.init)
  }

  static func trimmed(_ text: String) -> String {
    trimmedEnd(String(text.drop { $0.isWhitespace }))
  }

  static func trimmedEnd(_ text: String) -> String {
    String(text.dropLast(text.reversed().prefix { $0.isWhitespace }.count))
  }
}
