import Foundation

/// JSON as any other program reads it: with a library that is not the program's own.
struct Answer: CustomStringConvertible {
  let value: Any?

  init(_ value: Any?) { self.value = value }

  /// Exactly one JSON text.
  init(_ bytes: [UInt8]) throws {
    value = try JSONSerialization.jsonObject(with: Data(bytes))
  }

  subscript(_ key: String) -> Answer { Answer((value as? [String: Any])?[key]) }
  subscript(_ index: Int) -> Answer {
    guard let list = value as? [Any], list.indices.contains(index) else { return Answer(nil) }
    return Answer(list[index])
  }

  /// The row of a list whose member has this text.
  func row(where key: String, is text: String) -> Answer {
    list?.first { $0[key].text == text } ?? Answer(nil)
  }

  var isMissing: Bool { value == nil }
  var isNull: Bool { value is NSNull }
  var isObject: Bool { value is [String: Any] }
  var text: String? { value as? String }
  var items: [Answer] { list ?? [] }
  var list: [Answer]? { (value as? [Any])?.map { Answer($0) } }
  var texts: [String]? { list?.compactMap(\.text) }
  var truth: Bool? { number(isTruth: true)?.boolValue }
  var number: Double? { number(isTruth: false)?.doubleValue }
  var whole: Int? { number.flatMap { Int(exactly: $0) } }
  var keys: [String] { ((value as? [String: Any]) ?? [:]).keys.sorted() }

  /// Equal for equal values: the keys of an object stand in ascending order.
  var description: String {
    guard let value else { return "nothing" }
    guard JSONSerialization.isValidJSONObject(value),
      let bytes = try? JSONSerialization.data(withJSONObject: value, options: .sortedKeys)
    else { return "\(value)" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `true` and `1` are one class of object; their C types tell them apart.
  private func number(isTruth: Bool) -> NSNumber? {
    guard !(value is String), let number = value as? NSNumber else { return nil }
    let kind = String(cString: number.objCType)
    return (kind == "c") == isTruth ? number : nil
  }
}
