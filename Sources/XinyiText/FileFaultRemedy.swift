public import XinyiLedger

/// How to put the fault right; nil where only the sentence itself can be said.
public func remedy(of kind: FileFault.Kind) -> String? {
  switch kind {
  case .unexpectedCharacter(_, let meant): replacement(meant)
  case .missingValue: "补上内容；没有内容的项目整项删去"
  case .missingComma: "在两项之间加半角逗号 ,"
  case .missingColon: "在项目名和内容之间加半角冒号 :"
  case .trailingComma: "删去这个逗号"
  case .unclosed(let bracket): "在这里补上 \(bracket)"
  case .unquotedWord(let word): "加上半角引号，写成 \(quoted(word.filter { $0 != "\"" }))"
  case .comment: "删去注释；要说明的话写在别的文件里"
  case .unterminatedString: "在文字的末尾补上半角引号 \""
  case .badEscape: "文字里的反斜杠写两个 \\\\，引号写成 \\\""
  case .controlCharacter(9): "删去它；制表符写成 \\t"
  case .controlCharacter: "删去它"
  case .malformedNumber(let digits): numberRemedy(digits)
  case .textAfterEnd: "删去多出的内容，或检查前面的括号"
  case .invalidUTF8: "用编辑器另存为 UTF-8 编码"
  case .byteOrderMark: "用编辑器另存为不带 BOM 的 UTF-8 编码"
  case .tooDeep: "减少括号的层数"
  case .tooLarge, .tooManyValues: "检查是不是拿错了文件"
  case .duplicateKey: "两处只留一处"
  case .unknownKey(_, let nearest):
    nearest.map { "是不是 \(quoted($0))？不是就删去这一项" } ?? "删去这一项"
  case .missingKey(let key): "在这组内容里补上 \(quoted(key))"
  case .wrongType(.text, let expectation?, _, _, _): "请写\(expectation)，两边加半角引号"
  case .wrongType(let expected, _, let key, let found, let source):
    typeRemedy(expected, key, found, source)
  case .explicitNull: "没有内容就整项删去"
  case .notWhole: "写成整数，不带小数点，如 3"
  case .outOfRange(let bounds, let expectation, _, _):
    expectation.map { "请写\($0)" }
      ?? bounds.flatMap(rangeRemedy) ?? "写一个小得多的数"
  case .malformedValue(let expectation, _, _): "请写\(expectation)"
  case .other(_, _, let hint): hint
  }
}

private func replacement(_ meant: String?) -> String {
  switch meant {
  case nil: "删去它"
  case " ": "删去它，或换成半角空格"
  case let meant?: "改成半角的 \(meant)"
  }
}

/// Nobody needs to be told the range of a machine word.
private func rangeRemedy(_ bounds: ClosedRange<Int>) -> String? {
  guard bounds.upperBound < 1_000_000_000_000 else { return nil }
  return "写 \(bounds.lowerBound) 到 \(bounds.upperBound) 之间的整数"
}

private func numberRemedy(_ digits: String) -> String {
  let unsigned = digits.drop { $0 == "-" || $0 == "+" }
  if digits.hasPrefix("+") { return "删去加号" }
  let whole = unsigned.drop { $0 == "0" }
  if whole.count < unsigned.count, let first = whole.first, first.isNumber {
    return "删去开头的 0；编号一类要保留 0 的，加上引号"
  }
  return "只用数字、负号和小数点，如 5、-2、0.5"
}

private func typeRemedy(
  _ expected: FileFault.Shape, _ key: String?, _ found: FileFault.Shape, _ source: String
) -> String {
  let label = key.map { quoted($0) + ": " } ?? ""
  switch (expected, found) {
  case (.number, .text), (.wholeNumber, .text):
    let digits = number(source.dropFirst().dropLast()) ?? "5"
    let isWrong = expected == .wholeNumber && digits.contains(".")
    return "写成 \(label)\(isWrong ? "5" : digits)（不加引号）"
  case (.text, .number): return "写成 \(label)\(quoted(source))（加引号）"
  case (.text, _): return "写成 \(label)\"文字\"（加引号）"
  case (.number, _), (.wholeNumber, _): return "写成 \(label)5 这样的数字（不加引号）"
  case (.yesOrNo, _): return "写成 \(label)true 或 \(label)false（不加引号）"
  case (.list, _): return "写成 \(label)[ ]，内容放在方括号里"
  case (.group, _): return "写成 \(label){ }，内容放在花括号里"
  case (.nothing, _): return "删去这一项"
  }
}

/// What a number in words or in other digits says: “五” is 5, “十二” is 12, “２” is 2.
private func number(_ text: some StringProtocol) -> String? {
  if let plain = plainNumber(text) { return plain }
  let digits = "零一二三四五六七八九"
  func digit(_ character: Character) -> Int? {
    if character == "两" { return 2 }
    return digits.firstIndex(of: character).map { digits.distance(from: digits.startIndex, to: $0) }
  }
  let parts = text.split(separator: "十", omittingEmptySubsequences: false)
  guard !text.isEmpty, parts.count <= 2, parts.allSatisfy({ $0.count <= 1 }) else { return nil }
  if parts.count == 1 { return parts[0].first.flatMap(digit).map(String.init) }
  let tens = parts[0].isEmpty ? 1 : parts[0].first.flatMap(digit)
  let ones = parts[1].isEmpty ? 0 : parts[1].first.flatMap(digit)
  guard let tens, let ones else { return nil }
  return String(tens * 10 + ones)
}

private func plainNumber(_ text: some StringProtocol) -> String? {
  let plain = text.compactMap { character -> String? in
    if "-.".contains(character) { return String(character) }
    return character.isWholeNumber && character.isNumber && !isIdeograph(character)
      ? character.wholeNumberValue.map(String.init) : nil
  }
  guard !text.isEmpty, plain.count == text.count else { return nil }
  return Points(plain.joined())?.description
}

private func isIdeograph(_ character: Character) -> Bool {
  character.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
}
