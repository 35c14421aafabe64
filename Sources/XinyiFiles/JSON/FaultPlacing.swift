import XinyiLedger

/// From offsets in the bytes of a file to the lines and columns a person looks for.
struct FaultPlacing {
  private let tape: JSONTape
  /// The offset of the first byte of every so many lines: a table of all of them would be larger
  /// than a file that has nothing but line ends.
  private let blocks: [Int]
  private static let linesInBlock = 256

  /// The longest line that is shown whole, in characters; of a longer one only the part around the
  /// fault is shown.
  private static let wholeLine = 120
  private static let before = 40
  private static let behind = 60

  init(_ tape: JSONTape) {
    self.tape = tape
    var blocks = [0]
    var count = 0
    // A file that is too large was not read and has one fault, at its start.
    let length = tape.bytes.count <= JSONParser.sizeLimit ? tape.bytes.count : 0
    for index in 0..<length where tape.bytes[index] == .newline {
      count += 1
      if count % Self.linesInBlock == 0 { blocks.append(index + 1) }
    }
    self.blocks = blocks
  }

  /// The faults with their places, in order of place, each place and kind once.
  func place(_ faults: [RawFault]) -> FileFaults {
    var result: [FileFault] = []
    var last: (line: Int, offset: Int, column: Int)?
    let sorted = faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
    for (index, fault) in sorted.enumerated() where !isRepeated(index, in: sorted) {
      let offset = fault.range.lowerBound
      let (line, start) = line(of: offset)
      // Columns go on from the fault before in the same line, so that one long line stays cheap.
      var known = (line: line, offset: start, column: 1)
      if let last, last.line == line { known = last }
      let column = known.column + characters(in: known.offset..<offset)
      last = (line, offset, column)
      result.append(place(fault, line: line, from: start, column: column))
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

  private func place(_ fault: RawFault, line: Int, from first: Int, column: Int) -> FileFault {
    let window = window(around: fault.range, from: first)
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
    return .duplicateKey(key, firstLine: tape.firstLine + line(of: place).number)
  }

  /// The line that holds `offset`, counted from 0, and its first byte.
  private func line(of offset: Int) -> (number: Int, start: Int) {
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle] <= offset { low = middle } else { high = middle }
    }
    var number = low * Self.linesInBlock
    var start = blocks[low]
    for index in start..<max(start, offset) where tape.bytes[index] == .newline {
      number += 1
      start = index + 1
    }
    return (number, start)
  }

  /// The bytes of the line, or those around the fault when the line is very long.
  private func window(around range: Range<Int>, from start: Int) -> Range<Int> {
    // What lies further behind the fault is not shown.
    let furthest = min(tape.bytes.count, range.lowerBound + Self.wholeLine * 8 + 1)
    var end = min(range.lowerBound, furthest)
    while end < furthest, tape.bytes[end] != .newline { end += 1 }
    if end > start, end < tape.bytes.count, tape.bytes[end] == .newline, tape.bytes[end - 1] == 13 {
      end -= 1
    }
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

  /// What a person would count; in a stretch that nobody counts, what stands for itself in it: marks
  /// without end upon one letter would be looked through again and again.
  private func characters(in range: Range<Int>) -> Int {
    guard range.count > 4_096 else { return text(range).count }
    return tape.bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: tape.bytes[range], as: UTF8.self)
  }
}
