import Testing

@testable import xinyi

struct FreeTextTests {
  private func checked(_ text: String) throws(ValueProblem) -> String {
    try FreeText.checked(text, .noLongNumber, limit: FreeText.limit)
  }

  @Test(arguments: [
    "帮助孤寡老人 3 次", "阿依·买买提", "“好人好事”，在村口——见多人", "𬭛", "涨 5%，约 30℃", "2×3＝6",
    "　", "a",
  ])
  func `Ordinary writing passes as it is`(_ text: String) throws {
    guard text != "　" else {
      #expect(throws: ValueProblem.empty) { try checked(text) }
      return
    }
    #expect(try checked(text) == text)
  }

  @Test(arguments: [
    "\u{0}", "\u{1B}", "\n", "\t", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{E000}", "\u{2066}",
    "\u{FFFD}", "\u{1F600}", "\u{FE0F}", "\u{3164}", "\u{378}",
  ])
  func `What cannot be seen is refused with its place`(_ character: String) throws {
    let scalar = try #require(character.unicodeScalars.first)
    #expect(throws: ValueProblem.forbidden(scalar, position: 3)) {
      try checked("帮助\(character)老人")
    }
  }

  @Test func `Seven digits in a row look like a telephone`() throws {
    #expect(try checked("123456 和 654321") == "123456 和 654321")
    #expect(throws: ValueProblem.longDigits) { try checked("电话1234567") }
    #expect(throws: ValueProblem.longDigits) { try checked("电话１２３４５６７") }
    #expect(try FreeText.checked("聊政发20261234号", .anyNumber, limit: 200) == "聊政发20261234号")
  }

  @Test func `Two hundred characters are enough`() throws {
    let long = String(repeating: "长", count: 200)
    #expect(try checked(long) == long)
    #expect(throws: ValueProblem.tooLong(limit: 200)) { try checked(long + "长") }
  }

  @Test func `Text is kept composed and without the space around it`() throws {
    #expect(Array(try checked(" e\u{301} ").utf8) == Array("\u{E9}".utf8))
  }
}
