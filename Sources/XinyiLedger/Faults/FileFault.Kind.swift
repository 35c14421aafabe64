extension FileFault {
  /// What a value in a file is, or should be.
  public enum Shape: Sendable, Equatable, CaseIterable {
    case text, number, wholeNumber, yesOrNo, list, group, nothing
  }

  /// What is wrong, with the facts that its sentence needs.
  ///
  /// `key` is the name of the member whose value is faulty, nil inside a list. `source` is the
  /// value as it stands in the file, cut when it is long. `expectation` is the one of the value
  /// type that was wanted, where there is one.
  public enum Kind: Sendable, Equatable {
    // The spelling of the file.
    /// `meant` is the character that was probably meant, such as `,` for `，`.
    case unexpectedCharacter(String, meant: String?)
    case missingValue
    case missingComma
    case missingColon
    case trailingComma
    /// A bracket that was opened is not closed; `expected` is the closing one.
    case unclosed(expected: String)
    case unquotedWord(String)
    case comment
    case unterminatedString
    case badEscape(String)
    /// A control character stands unescaped in a string.
    case controlCharacter(UInt8)
    case malformedNumber(String)
    case textAfterEnd
    case invalidUTF8
    case byteOrderMark
    case tooDeep(limit: Int)
    case tooLarge(limit: Int)
    /// More values than any data file has.
    case tooManyValues(limit: Int)

    // The members of a group.
    case duplicateKey(String, firstLine: Int)
    case unknownKey(String, nearest: String?)
    case missingKey(String)

    // The values.
    case wrongType(
      expected: Shape, expectation: String?, key: String?, found: Shape, source: String)
    case explicitNull(key: String?)
    case notWhole(key: String?, source: String)
    /// `bounds` is the range of the wanted whole number, nil where `expectation` says it.
    case outOfRange(
      bounds: ClosedRange<Int>?, expectation: String?, key: String?, source: String)
    case malformedValue(expectation: String, key: String?, source: String)

    /// A fault of meaning, found after reading; the one who finds it brings code and words.
    case other(code: String, message: String, hint: String?)
  }
}

extension FileFault.Kind {
  /// Codes never change their meaning and are never used again; new kinds take new codes.
  public var code: String {
    switch self {
    case .unexpectedCharacter: "E201"
    case .duplicateKey: "E202"
    case .unknownKey: "E203"
    case .wrongType: "E204"
    case .missingKey: "E205"
    case .notWhole: "E206"
    case .outOfRange: "E207"
    case .malformedValue: "E208"
    case .trailingComma: "E209"
    case .missingComma: "E210"
    case .missingColon: "E211"
    case .missingValue: "E212"
    case .unterminatedString: "E213"
    case .badEscape: "E214"
    case .controlCharacter: "E215"
    case .malformedNumber: "E216"
    case .textAfterEnd: "E217"
    case .invalidUTF8: "E218"
    case .tooDeep: "E219"
    case .tooLarge: "E220"
    case .byteOrderMark: "E221"
    case .unclosed: "E222"
    case .explicitNull: "E223"
    case .unquotedWord: "E224"
    case .comment: "E225"
    case .tooManyValues: "E226"
    case .other(let code, _, _): code
    }
  }
}
