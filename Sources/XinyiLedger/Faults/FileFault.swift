/// One fault in a data file: facts only; the sentence a person reads is made by the text target.
public struct FileFault: Sendable, Equatable {
  /// The file as a person names it, such as `catalog.json`.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in characters of the line, as an editor counts.
  public let column: Int
  /// The file's own line, or the part of a very long line around the fault. Bytes that are no text
  /// stand repaired; nothing else is changed. Empty when there is no line to show.
  public let excerpt: String
  /// Where the faulty part begins and ends, in characters of `excerpt`. Both are equal where
  /// something is missing.
  public let caretStart: Int
  public let caretEnd: Int
  public let kind: Kind

  public init(
    file: String, line: Int, column: Int, excerpt: String, caretStart: Int, caretEnd: Int,
    kind: Kind
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = excerpt
    self.caretStart = caretStart
    self.caretEnd = caretEnd
    self.kind = kind
  }

  /// The fixed code of the kind, `E201`…; it never changes its meaning.
  public var code: String { kind.code }

  /// The order of place in one file.
  public func stands(before other: FileFault) -> Bool {
    (line, column, code) < (other.line, other.column, other.code)
  }
}

/// Every fault that one reading found, in order of place, files in the order they were read.
public struct FileFaults: Error, Sendable, Equatable {
  public let faults: [FileFault]

  /// Sorts the faults of one file by place; faults of several files keep the files' order.
  public init(_ faults: [FileFault]) {
    var order: [String: Int] = [:]
    for fault in faults where order[fault.file] == nil { order[fault.file] = order.count }
    self.faults = faults.enumerated().sorted { left, right in
      let files = (order[left.element.file] ?? 0, order[right.element.file] ?? 0)
      if files.0 != files.1 { return files.0 < files.1 }
      if left.element.stands(before: right.element) { return true }
      if right.element.stands(before: left.element) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }
}
