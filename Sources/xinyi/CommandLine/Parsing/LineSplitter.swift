/// A command line taken apart into words and options, before its command is known.
struct SplitLine {
  /// The words without an option before them, as typed.
  var words: [String] = []
  /// How many of `words` stand before `--`; those after it are taken as they are.
  var plainWords = 0
  var options: [TypedOption] = []
  var faults: [LineFault] = []

  struct TypedOption {
    let name: OptionName
    /// With its dashes, as it was typed.
    let typed: String
    /// nil for a flag.
    let value: String?
  }

  /// A fault that only the command can complete: which option was meant depends on it.
  enum LineFault {
    case unknownOption(typed: String)
    case complete(UsageFault)
  }

  func isGiven(_ name: OptionName) -> Bool { options.contains { $0.name == name } }
}

/// Tells options from words, whatever dashes an input method made of them.
struct LineSplitter {
  private var rest: ArraySlice<String>
  private var line = SplitLine()

  static func split(_ arguments: [String]) -> SplitLine {
    var splitter = LineSplitter(rest: arguments[...])
    return splitter.split()
  }

  private mutating func split() -> SplitLine {
    while let piece = rest.popFirst() {
      if piece == "--" {
        line.plainWords = line.words.count
        line.words += rest
        return line
      }
      if let parts = Self.partedAtOptions(piece) {
        rest = parts + rest
        continue
      }
      switch Spelling(piece) {
      case .word: line.words.append(piece)
      case .option(let name, let typed, let value): take(name, typed, value)
      case .unknown(let typed, let hasValue): takeUnknown(typed, hasValue: hasValue)
      }
    }
    line.plainWords = line.words.count
    return line
  }

  /// The parts of a line in which wide spaces stand for plain ones, so that the shell handed it
  /// over as one piece; nil when no option comes to light in it.
  private static func partedAtOptions(_ piece: String) -> ArraySlice<String>? {
    let parts = InputText.partedByWideSpace(piece)
    let hasOption = parts.dropFirst().contains { part in
      if case .option = Spelling(part) { true } else { false }
    }
    return hasOption ? parts[...] : nil
  }

  private mutating func take(_ name: OptionName, _ typed: String, _ value: String?) {
    if name.isFlag {
      line.options.append(SplitLine.TypedOption(name: name, typed: typed, value: nil))
      if let value { line.faults.append(.complete(.valueForFlag(name, typed: value))) }
    } else if let value = value ?? nextValue() {
      line.options.append(SplitLine.TypedOption(name: name, typed: typed, value: value))
    } else {
      line.options.append(SplitLine.TypedOption(name: name, typed: typed, value: nil))
      line.faults.append(.complete(.missingValue(of: name)))
    }
  }

  /// What follows an unknown option is its value unless it looks like an option itself or the
  /// option was surely meant to stand alone; it would only be a second, misleading fault.
  private mutating func takeUnknown(_ typed: String, hasValue: Bool) {
    line.faults.append(.unknownOption(typed: typed))
    let bare = typed.drop { $0 == "-" }
    let nearest = OptionName.nearest(to: String(bare), among: OptionName.allCases)
    if !hasValue, let nearest, !nearest.isFlag { _ = nextValue() }
  }

  private mutating func nextValue() -> String? {
    guard let next = rest.first, !next.hasPrefix("--") else { return nil }
    if case .option = Spelling(next) { return nil }
    return rest.popFirst()
  }
}

extension LineSplitter {
  /// What one piece of the line is by its look.
  private enum Spelling {
    case word
    case option(OptionName, typed: String, value: String?)
    case unknown(typed: String, hasValue: Bool)

    init(_ piece: String) {
      let dashes = piece.unicodeScalars.prefix(while: InputText.isDash)
      let body = String(piece.unicodeScalars.dropFirst(dashes.count))
      let (typed, value) = Self.parted(body)
      let shown = String(String.UnicodeScalarView(dashes)) + typed
      let isLong = dashes.count > 1 || dashes.first != "-"
      if dashes.isEmpty || typed.isEmpty {
        self = .word
      } else if isLong, let name = OptionName.named(typed) {
        self = .option(name, typed: shown, value: value)
      } else if dashes.count == 1, let (name, value) = Self.lettered(body) {
        self = .option(name, typed: shown, value: value)
      } else if piece.hasPrefix("--") || dashes.count == 1 && Self.startsLikeName(body) {
        self = .unknown(typed: shown, hasValue: value != nil)
      } else {
        self = .word
      }
    }

    /// The name and what follows its `=`, or the wide space that a shell does not part at.
    private static func parted(_ body: String) -> (name: String, value: String?) {
      guard let sign = body.firstIndex(where: { "=＝\u{3000}".contains($0) }) else {
        return (InputText.normalised(body), nil)
      }
      let value = String(body[body.index(after: sign)...])
      return (InputText.normalised(String(body[..<sign])), value)
    }

    /// `-C DIR`, `-CDIR`, `-h`, `-o FILE`.
    private static func lettered(_ body: String) -> (OptionName, String?)? {
      guard let first = InputText.normalised(String(body.prefix(1))).first,
        let name = OptionName.lettered(first)
      else { return nil }
      let value = body.dropFirst()
      if name.isFlag { return value.isEmpty ? (name, nil) : nil }
      return (name, value.isEmpty ? nil : String(value))
    }

    /// `-5` and `-` are words.
    private static func startsLikeName(_ body: String) -> Bool {
      InputText.normalised(body).first?.isLetter ?? false
    }
  }
}

extension OptionName {
  /// The nearest option to a mistyped one, or nil. `--来源` where a command has `--信息来源` is that.
  static func nearest(to typed: String, among options: [OptionName]) -> OptionName? {
    let typed = InputText.normalised(typed)
    if let exact = named(typed) {
      if options.contains(exact) { return exact }
      return options.first { $0.name.chinese.contains { $0.hasSuffix(typed) } }
    }
    let name = Suggestion.nearest(to: typed, among: options.map(\.name))
    return options.first { $0.name == name }
  }
}
