/// The form for people: two spaces of indentation, and every item on a line of its own.
///
/// A group stands on one line when it holds only scalars and short lists or groups of scalars; a
/// list stands on one line when it holds only scalars. The outermost value always stands open.
enum JSONPage {
  /// The longest list or group inside a line, in bytes of its compact form.
  private static let shortLength = 60

  /// `bytes` is JSON without faults.
  static func page(ofCompact bytes: [UInt8]) -> [UInt8] {
    let tape = JSONTape(bytes: bytes, file: "", firstLine: 1, allowsBOM: false)
    // A value beyond the limits of our reader stays as it is.
    guard tape.faults.isEmpty else { return bytes + [.newline] }
    var page = Page(tape: tape)
    page.bytes.reserveCapacity(bytes.count + bytes.count / 4)
    page.append(0, indentation: 0, isLine: false)
    page.bytes.append(.newline)
    return page.bytes
  }

  private struct Page {
    let tape: JSONTape
    var bytes: [UInt8] = []

    mutating func append(_ node: Int, indentation: Int, isLine: Bool) {
      switch tape.nodes[node].kind {
      case .object: container(node, .openBrace, .closeBrace, indentation, isLine)
      case .array: container(node, .openBracket, .closeBracket, indentation, isLine)
      default: bytes.append(contentsOf: tape.bytes[tape.nodes[node].range])
      }
    }

    private mutating func container(
      _ node: Int, _ opener: UInt8, _ closer: UInt8, _ indentation: Int, _ isLine: Bool
    ) {
      bytes.append(opener)
      let end = Int(tape.nodes[node].after)
      var index = node + 1
      while index < end {
        if !isLine {
          startLine(indentation + 2)
        }
        if opener == .openBrace {
          bytes.append(contentsOf: tape.bytes[tape.nodes[index].range])
          bytes.append(contentsOf: ": ".utf8)
          index += 1
        }
        append(index, indentation: indentation + 2, isLine: isLine || standsOnLine(index))
        index = Int(tape.nodes[index].after)
        if index < end { bytes.append(contentsOf: (isLine ? ", " : ",").utf8) }
      }
      if !isLine, end > node + 1 { startLine(indentation) }
      bytes.append(closer)
    }

    private mutating func startLine(_ indentation: Int) {
      bytes.append(.newline)
      bytes.append(contentsOf: repeatElement(32, count: indentation))
    }

    private func standsOnLine(_ node: Int) -> Bool {
      let isObject = tape.nodes[node].kind == .object
      return values(of: node).allSatisfy {
        isScalar($0) || isObject && isShort($0) && values(of: $0).allSatisfy(isScalar)
      }
    }

    private func isShort(_ node: Int) -> Bool {
      tape.nodes[node].range.count <= JSONPage.shortLength
    }

    /// Scalars, and containers with nothing in them.
    private func isScalar(_ node: Int) -> Bool { Int(tape.nodes[node].after) == node + 1 }

    private func values(of node: Int) -> [Int] {
      let step = tape.nodes[node].kind == .object ? 2 : 1
      var values: [Int] = []
      var index = node + step
      while index < Int(tape.nodes[node].after) + step - 1 {
        values.append(index)
        index = Int(tape.nodes[index].after) + step - 1
      }
      return values
    }
  }
}
