import XinyiLedger

extension JSONDecodingSession {
  func string(at node: Int, _ expectation: String? = nil) -> String? {
    guard node >= 0 else { return nil }
    guard tape.nodes[node].kind == .string else {
      reportType(.text, expectation, at: node)
      return nil
    }
    return tape.nodes[node].flags.contains(.faulty) ? nil : tape.text(of: node)
  }

  func bool(at node: Int) -> Bool {
    guard node >= 0 else { return false }
    let kind = tape.nodes[node].kind
    if kind != .yes && kind != .no { reportType(.yesOrNo, nil, at: node) }
    return kind == .yes
  }

  func integer<I: FixedWidthInteger>(_ type: I.Type, at node: Int) -> I {
    guard node >= 0, tape.nodes[node].kind == .number else {
      reportType(.wholeNumber, nil, at: node)
      return 0
    }
    if let value = wholeNumber(node) {
      if let value = I(exactly: value) { return value }
    } else if isFraction(node) {
      report(.notWhole(key: tape.key(of: node), source: snippet(of: node)), at: node)
      return 0
    }
    let bounds = Int(clamping: I.min)...Int(clamping: I.max)
    let key = tape.key(of: node)
    report(
      .outOfRange(bounds: bounds, expectation: nil, key: key, source: snippet(of: node)), at: node)
    return 0
  }

  private func isFraction(_ node: Int) -> Bool {
    tape.bytes[tape.nodes[node].range].contains { !$0.isDigit && $0 != UInt8(ascii: "-") }
  }

  /// The value of digits with or without a sign; nil when there is more to it, or too much of it.
  private func wholeNumber(_ node: Int) -> Int? {
    var index = Int(tape.nodes[node].start)
    let end = Int(tape.nodes[node].end)
    let isNegative = tape.bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var value = 0
    while index < end {
      guard tape.bytes[index].isDigit else { return nil }
      let (tens, over) = value.multipliedReportingOverflow(by: 10)
      let digit = Int(tape.bytes[index]) - 48
      let (sum, beyond) = tens.addingReportingOverflow(isNegative ? -digit : digit)
      if over || beyond { return nil }
      value = sum
      index += 1
    }
    return value
  }

  func double(at node: Int) -> Double {
    guard node >= 0, tape.nodes[node].kind == .number else {
      reportType(.number, nil, at: node)
      return 0
    }
    if let value = Double(tape.source(of: node)), value.isFinite { return value }
    let kind = FileFault.Kind.outOfRange(
      bounds: nil, expectation: nil, key: tape.key(of: node), source: snippet(of: node))
    report(kind, at: node)
    return 0
  }

  func text<V: TextValue>(_ type: V.Type, at node: Int) -> V {
    guard let text = string(at: node, V.expectation) else { return V.placeholder }
    if let value = V(text) { return value }
    reportMalformed(V.expectation, at: node)
    return V.placeholder
  }

  /// Takes the digits of the file, never a binary number.
  func tenths<V: TenthsValue>(_ type: V.Type, at node: Int) -> V {
    guard node >= 0, tape.nodes[node].kind == .number else {
      reportType(.number, V.expectation, at: node)
      return V.placeholder
    }
    let digits = tape.source(of: node)
    if let value = V(digits) { return value }
    if isPlainTenths(digits) {
      let kind = FileFault.Kind.outOfRange(
        bounds: nil, expectation: V.expectation, key: tape.key(of: node),
        source: snippet(of: node))
      report(kind, at: node)
    } else {
      reportMalformed(V.expectation, at: node)
    }
    return V.placeholder
  }

  /// Digits with at most one decimal that is not zero: well written, so it can only be too much.
  private func isPlainTenths(_ digits: String) -> Bool {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard digits != "-0", digits.utf8.allSatisfy({ $0 != 69 && $0 != 101 }) else { return false }
    return parts.count == 1 || parts[1].utf8.count == 1 && parts[1] != "0"
  }

  private func reportMalformed(_ expectation: String, at node: Int) {
    let key = tape.key(of: node)
    report(.malformedValue(expectation: expectation, key: key, source: snippet(of: node)), at: node)
  }

  /// Every element that can be read; an element that cannot does not hide the faults of the others,
  /// up to as many as are told.
  func list<E: Decodable>(of type: E.Type, at node: Int) -> [E] {
    guard node >= 0, tape.nodes[node].kind == .array else {
      reportType(.list, nil, at: node)
      return []
    }
    var result: [E] = []
    var element = node + 1
    while element < Int(tape.nodes[node].after), !isFull {
      if let value = try? value(type, at: element) { result.append(value) }
      element = Int(tape.nodes[element].after)
    }
    return result
  }
}
