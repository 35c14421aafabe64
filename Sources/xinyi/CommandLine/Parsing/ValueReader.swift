import XinyiLedger

/// Reads one piece of the command line as the kind of value its place asks for.
struct ValueReader {
  let today: Day

  /// The values in the piece: one, or for a list kind as many as it holds, and never none.
  func values(_ typed: String, _ kind: ValueKind) throws(ValueProblem) -> [Value] {
    guard kind.isList else { return [try value(typed, kind)] }
    let parts = Self.joiningCounts(InputText.listed(typed), kind)
    if parts.isEmpty { throw .empty }
    var values: [Value] = []
    for part in parts { values.append(try value(part, kind)) }
    return values
  }

  /// `×2` parted from its goods by a space belongs to what stands before it.
  static func joiningCounts(_ parts: [String], _ kind: ValueKind) -> [String] {
    guard kind == .basket else { return parts }
    return parts.reduce(into: []) { joined, part in
      let text = InputText.normalised(part)
      if let line = splitCount(text), line.item.isEmpty, let last = joined.popLast() {
        joined.append(last + part)
      } else {
        joined.append(part)
      }
    }
  }

  private func value(_ typed: String, _ kind: ValueKind) throws(ValueProblem) -> Value {
    if kind.isVerbatim { return .text(try Self.verbatim(typed, kind)) }
    let text = InputText.normalised(typed)
    if text.isEmpty { throw .empty }
    if let date = try dated(text, kind) { return date }
    switch kind {
    case .points: return .points(try Self.points(text))
    case .quantity: return .quantity(try Self.quantity(text))
    case .count: return .number(try Self.whole(text, atLeast: 1))
    case .number: return .number(try Self.whole(text, atLeast: 0))
    case .votes: return .votes(try Self.votes(text))
    case .choice(let set): return .choice(try Self.choice(text, set))
    case .basket: return .goods(try Self.goods(text))
    case .objection: return .objection(try Self.objection(text))
    case .notice: return .notice(try notice(text))
    default: return .text(try Self.label(text, kind))
    }
  }

  private func dated(_ text: String, _ kind: ValueKind) throws(ValueProblem) -> Value? {
    let dates = DateReader(today: today)
    switch kind {
    case .day: return .day(try dates.day(text, .past))
    case .dayAhead: return .day(try dates.day(text, .ahead))
    case .month: return .month(try dates.month(text, .past))
    case .monthAhead: return .month(try dates.month(text, .ahead))
    case .dayOrMoment: return .today(try dates.stated(text))
    case .year: return .year(try dates.year(text))
    default: return nil
    }
  }

  /// A notice number, or the month whose first notice is meant.
  private func notice(_ text: String) throws(ValueProblem) -> NoticeNumber {
    if let number = NoticeNumber(text) { return number }
    guard let month = try? DateReader(today: today).month(text, .past) else {
      throw .malformed(expectation: NoticeNumber.expectation)
    }
    return NoticeNumber(month: month, part: 1)
  }
}

extension ValueReader {
  private static func verbatim(_ typed: String, _ kind: ValueKind) throws(ValueProblem) -> String {
    switch kind {
    case .path: return try path(typed)
    case .unfinished: return typed
    case .evidence where typed.hasPrefix("@") || typed.hasPrefix("＠"):
      return "@" + (try path(String(typed.dropFirst())))
    case .document: return try FreeText.checked(typed, .anyNumber, limit: FreeText.limit)
    default: return try FreeText.checked(typed, .noLongNumber, limit: FreeText.limit)
    }
  }

  /// A path is taken byte for byte; only what no file name here can have is refused.
  private static func path(_ typed: String) throws(ValueProblem) -> String {
    if typed.isEmpty { throw .empty }
    for (index, scalar) in typed.unicodeScalars.enumerated()
    where scalar.properties.generalCategory == .control || scalar == "\u{FFFD}" {
      throw .forbidden(scalar, position: index + 1)
    }
    return typed
  }

  /// Labels and references: short, of visible characters, and where their form is fixed, in it.
  private static func spelled<Spelled: TextValue>(
    _ value: Spelled?
  ) throws(ValueProblem) -> String {
    guard let value else { throw .malformed(expectation: Spelled.expectation) }
    return value.description
  }

  /// `5x10`: ten cards of five points; `5` alone is one of them.
  private static func denomination(_ text: String) throws(ValueProblem) -> String {
    let (value, count) = splitCount(text) ?? (text, "1")
    guard let value = Int(value), (1...CardNumber.largestValue).contains(value),
      let count = Int(count), (0...99_999).contains(count)
    else { throw .malformed(expectation: "面值和张数，写成 5x10") }
    return "\(value)x\(count)"
  }

  private static func label(_ text: String, _ kind: ValueKind) throws(ValueProblem) -> String {
    switch kind {
    case .cards: return try spelled(CardNumber(typed: text))
    case .denominations: return try denomination(text)
    case .money: return try spelled(Money(typed: text))
    case .batch: return try ascii(text.uppercased(), BatchNumber.self)
    case .deed: return try ascii(text, DeedNumber.self)
    case .campaign: return try ascii(text, CampaignCode.self)
    case .receiptKey: return try ascii(text, ReceiptKey.self)
    case .operatorLabel: return try ascii(text, Operator.self)
    case .code:
      guard text.utf8.count == 12, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
        throw .malformed(expectation: "区划码，12 位数字")
      }
      return text
    case .fingerprint:
      let bare = text.lowercased().filter { $0 != " " }
      guard (16...64).contains(bare.utf8.count), bare.allSatisfy(\.isHexDigit) else {
        throw .malformed(expectation: "账本校验码，开头 16 位起、至多 64 位十六进制数字")
      }
      return bare
    default: return try FreeText.checked(text, .anyNumber, limit: 40)
    }
  }

  private static func ascii<Code: AsciiCode>(
    _ text: String, _: Code.Type
  ) throws(ValueProblem) -> String {
    guard let code = Code(text) else { throw .malformed(expectation: Code.expectation) }
    return code.text
  }

  private static func choice(_ text: String, _ set: ChoiceSet) throws(ValueProblem) -> String {
    if let name = set.named(text) { return name.english }
    throw .notOffered(set, nearest: Suggestion.nearest(to: text, among: set.values))
  }

  private static func objection(_ text: String) throws(ValueProblem) -> ObjectionNumber {
    let upper = text.uppercased()
    guard let number = ObjectionNumber(upper.hasPrefix("O-") ? upper : "O-" + upper) else {
      throw .malformed(expectation: ObjectionNumber.expectation)
    }
    return number
  }
}
