import XinyiLedger

/// Reads strict JSON (RFC 8259) into nodes and goes on after a fault, to find the others too.
///
/// Every step moves forward, so the time is linear in the length of the text; the depth is bounded.
/// After a fault the reader takes what was most likely meant: one mistake should give one fault.
struct JSONParser {
  /// The deepest nesting that is read.
  static let depthLimit = 64
  /// The largest text that is read, in bytes.
  static let sizeLimit = VillageFolder.largestDataFile
  /// The most nodes that are made, sixteen bytes each: the roster of 100,000 people has some three
  /// million, and a text of nothing but `1,` would have far more than its size lets expect.
  static let nodeLimit = 5_000_000
  /// A text with more faults than this is no data file; the rest of them is not told.
  static let faultLimit = 1_000

  let bytes: [UInt8]
  var position = 0
  var nodes: [JSONTape.Node] = []
  var faults: [RawFault] = []
  /// Behind this offset the brackets are guesswork; faults of structure are not told any more.
  var lostAt = Int.max
  /// The closing brackets that are waited for.
  var open: [UInt8] = []
  /// Where the last token ended: the place of what is missing.
  var lastEnd = 0
  /// A fault was told and the next separator is not known, so that its lack is no second fault.
  var isForgiving = false

  /// The comma before the next member is missing, so that member may be none.
  var isAfterLack = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func parse(allowsBOM: Bool) {
    guard bytes.count <= Self.sizeLimit else {
      report(0..<0, .tooLarge(limit: Self.sizeLimit))
      return append(.faulty, from: 0, flags: .faulty)
    }
    // Room that is never touched costs nothing, but moving a grown tape would.
    let isLarge = bytes.count > 1 << 20
    nodes.reserveCapacity(isLarge ? min(bytes.count, Self.nodeLimit) : bytes.count / 12 + 1)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      if !allowsBOM { report(0..<3, .byteOrderMark) }
    }
    skipSpace()
    valueOrNothing()
    if nodes[0].flags.contains(.faulty) { return }
    skipSpace()
    if position < bytes.count {
      reportStructure(position..<max(tokenEnd(position), position + 1), .textAfterEnd)
    }
  }

  // MARK: Values

  /// A value, or a fault where there is none.
  mutating func valueOrNothing() {
    guard position < bytes.count, !isSeparator(bytes[position]) else {
      reportStructure(lastEnd..<lastEnd, .missingValue)
      return append(.faulty, from: position, flags: .faulty)
    }
    value()
  }

  /// One value; the position stands on its first byte. Appends exactly one node and its content.
  mutating func value() {
    switch bytes[position] {
    case .quote: string()
    case .openBrace: container(.object, closer: .closeBrace)
    case .openBracket: container(.array, closer: .closeBracket)
    case UInt8(ascii: "-"), 48...57: number()
    default: word()
    }
    lastEnd = position
  }

  private mutating func container(_ kind: JSONTape.Node.Kind, closer: UInt8) {
    guard open.count < Self.depthLimit else { return skipTooDeep() }
    let node = nodes.count
    append(kind, from: position)
    open.append(closer)
    position += 1
    lastEnd = position
    members(of: node, closer: closer)
    open.removeLast()
    nodes[node].end = UInt32(position)
    nodes[node].after = UInt32(nodes.count)
    if kind == .object { reportDuplicates(of: node) }
  }

  /// The content of a container up to and with its closing bracket.
  private mutating func members(of node: Int, closer: UInt8) {
    var comma: Int?
    while true {
      skipSpace()
      if isFull { position = bytes.count }
      guard position < bytes.count else { return unclosed(node, closer) }
      let byte = bytes[position]
      if byte == .closeBrace || byte == .closeBracket {
        if let comma { reportStructure(comma..<comma + 1, .trailingComma) }
        return close(node, closer)
      }
      if byte == .comma {
        reportStructure(position..<position + 1, .unexpectedCharacter(",", meant: nil))
        isForgiving = false
      } else if closer == .closeBrace {
        if isOpeningInList(byte) { return forgotten(node, closer) }
        member(of: node)
      } else {
        value()
      }
      comma = separator(in: node, isObject: closer == .closeBrace)
    }
  }

  /// A key, its colon and its value. Appends two nodes, or none when there is no key.
  private mutating func member(of node: Int) {
    let key = nodes.count
    let isDoubtful = isAfterLack
    isAfterLack = false
    guard self.key(of: node) else { return }
    lastEnd = position
    skipSpace()
    // What had a fault before its colon is no key at all, so that the colon is not missed.
    let isKey = !isDoubtful && nodes[key].flags.isDisjoint(with: [.bare, .faulty])
    let isFollowed = colon(isMissed: isKey)
    skipSpace()
    let value = nodes.count
    if isFollowed {
      valueOrNothing()
    } else if standsAtValue, bytes[position] != .quote || closesInLine(position) {
      self.value()
      isForgiving = true
    } else {
      nodes[key].flags.insert(.faulty)
      nodes[node].flags.insert(.damaged)
      append(.faulty, from: position, flags: .faulty)
      synchronise()
    }
    nodes[value].flags.insert(.member)
  }

  private mutating func key(of node: Int) -> Bool {
    let key = nodes.count
    if bytes[position] == .quote {
      string()
    } else if isWordStart(position) {
      let end = wordEnd(position)
      reportStructure(position..<end, .unquotedWord(beginning(of: position..<end)))
      let start = position
      position = bytes[end - 1] == .quote ? end - 1 : end
      append(.string, from: start, flags: .bare)
      position = end
    } else if let end = mistypedQuotesEnd(position) {
      reportUnexpected()
      let start = position + width(position)
      position = end.content
      append(.string, from: start, flags: .bare)
      position = end.whole
    } else {
      nodes[node].flags.insert(.damaged)
      reportUnexpected()
      position += width(position)
      synchronise()
      return false
    }
    if nodes[key].flags.contains(.faulty) { nodes[node].flags.insert(.damaged) }
    return true
  }

  /// Steps over the colon; false when there is none.
  private mutating func colon(isMissed: Bool) -> Bool {
    if position < bytes.count {
      if bytes[position] == .colon {
        position += 1
        lastEnd = position
        return true
      }
      if meant(position) == ":" {
        reportUnexpected()
        position += width(position)
        lastEnd = position
        return true
      }
    }
    if isMissed { reportStructure(lastEnd..<lastEnd, .missingColon) }
    return false
  }

  /// Steps over what separates two members and gives the place of the comma, nil without one.
  private mutating func separator(in node: Int, isObject: Bool) -> Int? {
    while true {
      skipSpace()
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      if byte == .comma {
        isForgiving = false
        position += 1
        lastEnd = position
        return position - 1
      }
      if byte == .closeBrace || byte == .closeBracket { return nil }
      let isForgiven = isForgiving
      isForgiving = false
      if meant(position) == "," {
        reportUnexpected()
        position += width(position)
        lastEnd = position
        return nil
      }
      if isObject ? byte == .quote : standsAtValue {
        // A quote that never closes is the fault itself.
        if !isForgiven, byte != .quote || closesInLine(position) {
          reportStructure(lastEnd..<lastEnd, .missingComma)
        }
        isAfterLack = true
        return nil
      }
      if isObject, isOpeningInList(byte) { return nil }
      if !isForgiven { reportUnexpected() }
      nodes[node].flags.insert(.damaged)
      markLastString()
      if !isObject, byte == .colon {
        skipLine()
        continue
      }
      position += width(position)
      synchronise()
    }
  }
}
