import XinyiLedger

/// From offsets in the bytes of a file to the lines and columns a person looks for.
struct FaultPlacing {
  private let tape: JSONTape
  /// The offset of the first byte of each line.
  private let lines: [Int]

  /// The longest line that is shown whole, in characters; of a longer one only the part around the
  /// fault is shown.
  private static let wholeLine = 120
  private static let before = 40
  private static let behind = 60

  init(_ tape: JSONTape) {
    self.tape = tape
    var lines = [0]
    // A file that is too large was not read and has one fault, at its start.
    let length = tape.bytes.count <= JSONParser.sizeLimit ? tape.bytes.count : 0
    for index in 0..<length where tape.bytes[index] == .newline { lines.append(index + 1) }
    self.lines = lines
  }

  /// The faults with their places, in order of place, each place and kind once.
  func place(_ faults: [RawFault]) -> FileFaults {
    var result: [FileFault] = []
    var last: (line: Int, offset: Int, column: Int)?
    let sorted = faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
    for (index, fault) in sorted.enumerated() where !isRepeated(index, in: sorted) {
      let offset = fault.range.lowerBound
      let line = line(of: offset)
      // Columns go on from the fault before in the same line, so that one long line stays cheap.
      var known = (line: line, offset: lines[line], column: 1)
      if let last, last.line == line { known = last }
      let column = known.column + text(known.offset..<offset).count
      last = (line, offset, column)
      result.append(place(fault, line: line, column: column))
    }
    return FileFaults(result)
  }

  private func isRepeated(_ index: Int, in sorted: [RawFault]) -> Bool {
    var earlier = index - 1
    while earlier >= 0, sorted[earlier].range.lowerBound == sorted[index].range.lowerBound {
      if sorted[earlier] == sorted[index] { return true }
      earlier -= 1
    }
    return false
  }

  private func place(_ fault: RawFault, line: Int, column: Int) -> FileFault {
    let window = window(around: fault.range, line: line)
    let start = fault.range.lowerBound
    let end = min(max(fault.range.upperBound, start), max(window.upperBound, start))
    let caretStart = text(window.lowerBound..<start).count
    return FileFault(
      file: tape.file, line: tape.firstLine + line, column: column, excerpt: text(window),
      caretStart: caretStart, caretEnd: caretStart + text(start..<end).count,
      kind: kind(of: fault))
  }

  private func kind(of fault: RawFault) -> FileFault.Kind {
    guard case .duplicateKey(let key, _) = fault.kind, let place = fault.related else {
      return fault.kind
    }
    return .duplicateKey(key, firstLine: tape.firstLine + line(of: place))
  }

  /// The index of the line that holds `offset`.
  private func line(of offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of the line, or those around the fault when the line is very long.
  private func window(around range: Range<Int>, line: Int) -> Range<Int> {
    var end = line + 1 < lines.count ? lines[line + 1] - 1 : tape.bytes.count
    let start = lines[line]
    if end > start, tape.bytes[end - 1] == 13 { end -= 1 }
    let offset = min(range.lowerBound, end)
    // A line of few bytes has few characters; only the others are worth counting.
    let isShort = end - start <= Self.wholeLine
    if isShort || end - start <= Self.wholeLine * 8 && text(start..<end).count <= Self.wholeLine {
      return start..<end
    }
    return cut(start, from: offset)..<cut(end, from: offset)
  }

  /// A place some characters before or behind `offset`, at most at `limit`.
  private func cut(_ limit: Int, from offset: Int) -> Int {
    var index = offset
    var rest = limit < offset ? Self.before : Self.behind
    while index != limit, rest > 0 {
      index += limit < offset ? -1 : 1
      if index == limit || tape.bytes[index] & 0xC0 != 0x80 { rest -= 1 }
    }
    return index
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: tape.bytes[range], as: UTF8.self)
  }
}
