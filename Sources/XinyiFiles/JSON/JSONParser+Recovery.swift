import XinyiLedger

extension JSONParser {
  // MARK: Telling

  mutating func append(_ kind: JSONTape.Node.Kind, from start: Int, flags: JSONTape.Flags = []) {
    nodes.append(
      JSONTape.Node(
        start: UInt32(start), end: UInt32(position), after: UInt32(nodes.count + 1), kind: kind,
        flags: flags))
  }

  mutating func report(_ range: Range<Int>, _ kind: FileFault.Kind, related: Int? = nil) {
    guard faults.count < Self.faultLimit else { return }
    faults.append(RawFault(range, kind, related: related))
  }

  /// Whether reading on is useless: no further fault is told, or there is no room for more values.
  var isFull: Bool {
    mutating get {
      if nodes.count < Self.nodeLimit { return faults.count >= Self.faultLimit }
      report(position..<position, .tooManyValues(limit: Self.nodeLimit))
      return true
    }
  }

  /// A fault that means nothing once the brackets are lost.
  mutating func reportStructure(_ range: Range<Int>, _ kind: FileFault.Kind) {
    if range.lowerBound < lostAt { report(range, kind) }
  }

  /// The character at the position stands where it cannot stand.
  mutating func reportUnexpected() {
    let length = JSONString.scalarLength(bytes, at: position)
    guard length > 0 else {
      return reportStructure(position..<position + 1, .invalidUTF8)
    }
    let text = String(decoding: bytes[position..<position + length], as: UTF8.self)
    reportStructure(
      position..<position + length, .unexpectedCharacter(text, meant: meant(position)))
  }

  /// Keys are compared without their escapes, so that one written with escapes does not slip
  /// through, and as bytes: to compare long texts as Unicode does can take forever.
  mutating func reportDuplicates(of object: Int) {
    var keys: [Int] = []
    var index = object + 1
    while index < nodes.count {
      keys.append(index)
      index = Int(nodes[index + 1].after)
    }
    if keys.count <= 16, !hasEqualSpelling(keys) { return }
    for (key, earlier) in repeated(keys.filter { !nodes[$0].flags.contains(.faulty) }) {
      nodes[key].flags.insert(.duplicate)
      if nodes[key].range.lowerBound < lostAt {
        let text = JSONString.text(of: nodes[key], in: bytes)
        let place = nodes[earlier].range.lowerBound
        report(nodes[key].range, .duplicateKey(text, firstLine: 0), related: place)
      }
    }
  }

  /// The keys that occurred before, in order, each with the first that says the same.
  ///
  /// Equal keys have equal hashes, so they stand together once sorted: a table of a million texts
  /// would take more memory than the file.
  private func repeated(_ keys: [Int]) -> [(key: Int, earlier: Int)] {
    let hashed = keys.map { (hash: hash(of: $0), key: $0) }
      .sorted { $0.hash == $1.hash ? $0.key < $1.key : $0.hash < $1.hash }
    var result: [(key: Int, earlier: Int)] = []
    var firsts: [Int] = []
    for (place, item) in hashed.enumerated() {
      if place > 0, hashed[place - 1].hash != item.hash { firsts = [] }
      if let earlier = firsts.first(where: { saysTheSame($0, item.key) }) {
        result.append((item.key, earlier))
      } else {
        firsts.append(item.key)
      }
    }
    return result.sorted { $0.key < $1.key }
  }

  private func saysTheSame(_ one: Int, _ other: Int) -> Bool {
    JSONString.text(of: nodes[one], in: bytes).utf8
      .elementsEqual(JSONString.text(of: nodes[other], in: bytes).utf8)
  }

  private func hash(of key: Int) -> Int {
    var text = JSONString.text(of: nodes[key], in: bytes)
    var hasher = Hasher()
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return hasher.finalize()
  }

  /// Whether two of a few keys may be equal: a quick look at how they are spelled.
  private func hasEqualSpelling(_ keys: [Int]) -> Bool {
    for (place, key) in keys.enumerated() {
      let node = nodes[key]
      if !node.flags.isDisjoint(with: [.escaped, .bare]) { return true }
      for other in keys[..<place] where nodes[other].range.count == node.range.count {
        if bytes[nodes[other].range].elementsEqual(bytes[node.range]) { return true }
      }
    }
    return false
  }

  // MARK: Brackets

  /// Takes the closing bracket at the position, whichever it is.
  mutating func close(_ node: Int, _ closer: UInt8) {
    if bytes[position] != closer {
      let name = String(UnicodeScalar(closer))
      if open.dropLast().contains(bytes[position]) {
        reportStructure(lastEnd..<lastEnd, .unclosed(expected: name))
        return lose(node)
      }
      let found = String(UnicodeScalar(bytes[position]))
      reportStructure(position..<position + 1, .unexpectedCharacter(found, meant: name))
    }
    position += 1
    isForgiving = false
  }

  /// The text ends inside a container.
  mutating func unclosed(_ node: Int, _ closer: UInt8) {
    reportStructure(lastEnd..<lastEnd, .unclosed(expected: String(UnicodeScalar(closer))))
    lose(node)
  }

  /// An object begins where a key should: the one before it in the same list was not closed.
  mutating func forgotten(_ node: Int, _ closer: UInt8) {
    reportStructure(lastEnd..<lastEnd, .unclosed(expected: String(UnicodeScalar(closer))))
    nodes[node].flags.insert(.damaged)
    isForgiving = true
  }

  func isOpeningInList(_ byte: UInt8) -> Bool {
    byte == .openBrace && open.count >= 2 && open[open.count - 2] == .closeBracket
  }

  private mutating func lose(_ node: Int) {
    lostAt = min(lostAt, lastEnd + 1)
    nodes[node].flags.insert(.damaged)
  }

  /// Steps over a container that lies too deep, without looking at what it holds.
  mutating func skipTooDeep() {
    let start = position
    report(start..<start + 1, .tooDeep(limit: Self.depthLimit))
    var depth = 0
    var isInString = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case .quote: isInString.toggle()
      case .backslash where isInString: position = min(position + 1, bytes.count)
      case .openBrace where !isInString, .openBracket where !isInString: depth += 1
      case .closeBrace where !isInString, .closeBracket where !isInString: depth -= 1
      default: break
      }
      if depth == 0 { break }
    }
    if depth > 0 { lostAt = min(lostAt, start + 1) }
    append(.faulty, from: start, flags: .faulty)
  }

  // MARK: Finding the way back

  /// Moves to the next separator or to the end of the line.
  mutating func synchronise() {
    while position < bytes.count, !isSeparator(bytes[position]) {
      if bytes[position] == .newline {
        isForgiving = true
        return
      }
      position += 1
    }
  }

  /// Gives up the rest of a line: the members of an object whose opening bracket is missing.
  mutating func skipLine() {
    let start = position
    while position < bytes.count, bytes[position] != .newline { position += 1 }
    if position == bytes.count { lostAt = min(lostAt, start + 1) }
    isForgiving = true
  }

  func isSeparator(_ byte: UInt8) -> Bool {
    byte == .comma || byte == .closeBrace || byte == .closeBracket
  }

  /// Whether the quote at `start` has another one behind it in its line.
  func closesInLine(_ start: Int) -> Bool {
    var index = start + 1
    while index < bytes.count, bytes[index] != .newline {
      if bytes[index] == .quote { return true }
      index += bytes[index] == .backslash ? 2 : 1
    }
    return false
  }

  /// Text right behind a string: its quotes are wrong, and its value says nothing.
  mutating func markLastString() {
    guard let last = nodes.indices.last, nodes[last].kind == .string else { return }
    nodes[last].kind = .faulty
    nodes[last].flags.insert(.faulty)
  }
}
