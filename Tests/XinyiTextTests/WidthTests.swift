import Testing

@testable import XinyiText

@Suite("How wide texts are")
struct WidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("苏玉强", 6), ("（不列姓名）", 12), ("ＡＢ", 4), ("한글", 4), ("e\u{301}", 1),
    ("\u{2CB5B}", 2), ("\u{31350}", 2), ("“”", 4), ("…", 2), ("·", 2), ("①", 2), ("ｶ", 1), ("👍", 2),
    ("❤\u{FE0F}", 2), ("🇨🇳", 2), ("葛\u{E0100}", 2), ("\u{E000}", 2),
  ])
  func `a text takes as many columns as its characters`(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }

  @Test(arguments: [("“a”", 3), ("·", 1), ("苏·玉", 5), ("，", 2)])
  func `an ambiguous character may be width as one column`(text: String, width: Int) {
    #expect(displayWidth(of: text, ambiguous: .narrow) == width)
  }

  /// Digest and counts were made by Python 3.11 (Unicode 14) for every scalar assigned there, in
  /// rising order, one byte 0, 1 or 2 each, FNV-1a 64:
  /// 0 for category Mn, Me, Cf except U+00AD and U+1171E (a spacing mark since Unicode 15) and
  /// for U+1160…11FF, U+D7B0…D7FF; 2 for
  /// `unicodedata.east_asian_width` W and F and for the signs that became wide in Unicode 16
  /// (U+2630…2637, 268A…268F, 4DC0…4DFF, 1D300…1D356, 1D360…1D376); 1 or 2 for A; else 1.
  /// Controls count as 1 there, and are left out of the question here in the same way.
  @Test(arguments: [
    (AmbiguousWidth.narrow, 0xa322_f98e_bc61_4081 as UInt64, [2356, 162_496, 117_378]),
    (AmbiguousWidth.wide, 0xbfa2_11e9_30aa_313a as UInt64, [2356, 24_125, 255_749]),
  ])
  func `every character of Unicode 14 is as wide as Python says`(
    ambiguous: AmbiguousWidth, digest: UInt64, counts: [Int]
  ) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var seen = [0, 0, 0]
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), isInUnicode14(scalar) else { continue }
      let isControl = scalar.properties.generalCategory == .control
      let width = isControl ? 1 : displayWidth(of: String(scalar), ambiguous: ambiguous)
      seen[width] += 1
      hash = (hash ^ UInt64(width)) &* 0x100_0000_01b3
    }
    #expect(seen == counts)
    #expect(hash == digest)
  }

  private func isInUnicode14(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age, age.major <= 14 else { return false }
    return scalar.properties.generalCategory != .unassigned
  }

  @Test func `borders of a width table rise`() {
    for table in [WidthTable.wide, WidthTable.ambiguous] {
      #expect(zip(table.borders, table.borders.dropFirst()).allSatisfy { $0 < $1 })
      #expect(table.borders.count % 2 == 0)
    }
  }
}

@Suite("What comes from outside")
struct SafeTextTests {
  @Test(arguments: [
    ("苏玉强", "苏玉强"), ("a\nb", "a?b"), ("a\u{1B}[31m", "a?[31m"), ("a\u{202E}b", "a?b"),
    ("a\u{2066}b", "a?b"), ("a\u{200B}b", "a?b"), ("a\u{200D}b", "a?b"), ("\u{FEFF}a", "?a"),
    ("\u{301}a", "?a"), ("e\u{301}", "e\u{301}"), ("a\u{2028}b", "a?b"), ("a\u{85}b", "a?b"),
    ("葛\u{E0100}", "葛\u{E0100}"), ("a\u{3164}b", "a?b"), ("\r\n", "??"), ("\u{2CB5B}", "\u{2CB5B}"),
    ("a\u{00AD}b", "a?b"), ("a\u{E0041}b", "a?b"), ("\u{FFFF}", "?"),
  ])
  func `what could change how a line is read becomes a question mark`(
    text: String, expected: String
  ) {
    #expect(Array(safe(text).utf8) == Array(expected.utf8))
  }

  @Test func `making a text safe twice changes nothing more`() {
    let text = "\u{301}a\u{200B}\u{301}b\n"
    #expect(safe(safe(text)) == safe(text))
  }

  @Test(arguments: [
    ("“缓议”", "「缓议」"), ("买买提·吐尔逊", "买买提・吐尔逊"), ("1—2", "1-2"), ("洗衣粉×2", "洗衣粉x2"),
    ("①", "(1)"), ("⑳", "(20)"), ("−2", "-2"), ("□", "[ ]"), ("…", "..."), ("Ж", "Ж"),
  ])
  func `a cell holds certain forms of uncertain characters`(text: String, expected: String) {
    #expect(tableCell(text) == expected)
  }
}
