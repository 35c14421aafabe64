import XinyiLedger

/// The checked arguments of one command.
///
/// Read by place: `arguments[.on].day`, `arguments[.rest].isGiven`, `arguments[word: .who].texts`.
struct Arguments: Sendable {
  let path: CommandPath
  /// The last word of the command as it was typed: `扣分` insists on a minus rule.
  let typedName: String
  /// The language in which answers quote commands.
  let language: Language
  /// The command's words in the order in which they are declared.
  let wordOrder: [WordName]
  let values: [Slot: Values]

  subscript(option: OptionName) -> Values { values[.option(option)] ?? .none }

  subscript(word word: WordName) -> Values { values[.word(word)] ?? .none }

  /// A fault that the values show only together, found by the command itself.
  func usage(_ fault: UsageFault) -> UsageFaults {
    UsageFaults(faults: [fault], path: path, language: language)
  }
}

/// The values of one place of the command line, in the order typed; none when it was left out.
///
/// A reader of another kind than the place was declared with finds nothing.
struct Values: Sendable, Equatable {
  let kind: ValueKind
  let all: [Value]

  static let none = Values(kind: .flag, all: [])

  var isGiven: Bool { !all.isEmpty }

  /// Free text, paths, labels, and the references that the session resolves.
  var texts: [String] { all.compactMap { if case .text(let text) = $0 { text } else { nil } } }
  var text: String? { texts.first }

  var day: Day? { if case .day(let day) = all.first { day } else { nil } }
  var today: StatedToday? { if case .today(let today) = all.first { today } else { nil } }
  var month: Month? { if case .month(let month) = all.first { month } else { nil } }
  var year: Year? { if case .year(let year) = all.first { year } else { nil } }
  var points: Points? { if case .points(let points) = all.first { points } else { nil } }
  var quantity: Quantity? { if case .quantity(let amount) = all.first { amount } else { nil } }
  var number: Int? { if case .number(let number) = all.first { number } else { nil } }
  var votes: Votes? { if case .votes(let votes) = all.first { votes } else { nil } }
  var objection: ObjectionNumber? {
    if case .objection(let number) = all.first { number } else { nil }
  }
  var notice: NoticeNumber? { if case .notice(let number) = all.first { number } else { nil } }
  var basket: [BasketLine] {
    all.compactMap { if case .goods(let line) = $0 { line } else { nil } }
  }

  /// The English words of a choice, for a choice that may be repeated.
  var cards: [CardNumber] { texts.compactMap { CardNumber($0) } }
  var money: Money? { text.flatMap { Money($0) } }
  /// By denomination, as typed.
  var denominations: [(value: Int, count: Int)] {
    texts.compactMap { text in
      let parts = text.split(separator: "x").compactMap { Int($0) }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }
  var choices: [String] { all.compactMap { if case .choice(let word) = $0 { word } else { nil } } }
  var choice: String? { choices.first }

  /// A choice as the ledger's own enumeration of the same words.
  func choice<Word: WordValue>(as _: Word.Type) -> Word? {
    choice.flatMap { Word(rawValue: $0) }
  }

  /// A label whose form was checked when it was read: a batch, a deed, a receipt, an operator.
  func code<Code: AsciiCode>(as _: Code.Type) -> Code? { text.flatMap { Code($0) } }
}
