public import XinyiLedger

/// What is wrong, in one sentence.
public func message(of kind: FileFault.Kind) -> String {
  switch kind {
  case .unexpectedCharacter(let text, _): "这里不该有\(named(text))"
  case .missingValue: "这里缺少内容"
  case .missingComma: "这里缺少逗号"
  case .missingColon: "这里缺少冒号"
  case .trailingComma: "最后一项后面多了一个逗号"
  case .unclosed(let bracket): "括号没有配对，缺少 \(bracket)"
  case .unquotedWord(let word): "文字 \(shown(word)) 没有加引号"
  case .comment: "数据文件里不能写注释"
  case .unterminatedString: "引号没有配对，这段文字没有结束"
  case .badEscape(let text): "反斜杠的写法 \(shown(text)) 不对"
  case .controlCharacter: "文字里有看不见的控制字符"
  case .malformedNumber(let digits): "数字 \(shown(digits)) 的写法不对"
  case .textAfterEnd: "文件内容到前面已经结束，后面多出了内容"
  case .invalidUTF8: "这里的文字不是 UTF-8 编码"
  case .byteOrderMark: "文件开头多了三个看不见的字节（BOM）"
  case .tooDeep(let limit): "括号套得太深，最多 \(limit) 层"
  case .tooLarge(let limit): "文件太大，最多 \(limit >> 20) MB"
  case .tooManyValues(let limit): "文件里的值太多，最多 \(limit) 个"
  case .duplicateKey(let key, let line): "\(quoted(key)) 写了两次，第 \(line) 行已经写过"
  case .unknownKey(let key, _): "不认识的项目名 \(quoted(key))"
  case .missingKey(let key): "缺少 \(quoted(key)) 这一项"
  case .wrongType(let expected, let expectation, let key, let found, let source):
    "\(subject(key, expectation))必须是\(name(expected))，这里是\(name(found, source))"
  case .explicitNull(let key): "\(subject(key, nil))不能写成空值 null"
  case .notWhole(let key, let source): "\(subject(key, nil))必须是整数，这里是 \(shown(source))"
  case .outOfRange(_, let expectation, let key, let source):
    "\(subject(key, expectation))超出范围：\(shown(source))"
  case .malformedValue(let expectation, let key, let source):
    "\(subject(key, expectation))写得不对：\(shown(source))"
  case .other(_, let message, _): message
  }
}

private func named(_ text: String) -> String {
  switch text {
  case "\u{3000}": "全角空格"
  case "\u{A0}": "不换行空格"
  default: " \(shown(text))"
  }
}

func quoted(_ key: String) -> String { "\"\(shown(key))\"" }

/// The noun that an expectation begins with, else the name of the item.
private func subject(_ key: String?, _ expectation: String?) -> String {
  if let noun = expectation.flatMap(noun) { return noun }
  return key.map { quoted($0) + " " } ?? "这里"
}

/// “日期，写成 2026-10-04” speaks of “日期”; a list of words has no noun of its own.
private func noun(of expectation: String) -> String? {
  guard let end = expectation.firstIndex(of: "，") else { return nil }
  return String(expectation[..<end])
}

private func name(_ shape: FileFault.Shape) -> String {
  switch shape {
  case .text: "文字"
  case .number: "数字"
  case .wholeNumber: "整数"
  case .yesOrNo: "是或否（true 或 false）"
  case .list: "清单（方括号）"
  case .group: "一组内容（花括号）"
  case .nothing: "空值"
  }
}

private func name(_ shape: FileFault.Shape, _ source: String) -> String {
  switch shape {
  case .text, .number, .wholeNumber: "\(name(shape)) \(shown(source))"
  case .yesOrNo, .nothing: " \(shown(source))"
  case .list, .group: name(shape)
  }
}
