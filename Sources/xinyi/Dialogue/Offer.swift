import XinyiLedger
import XinyiText

/// What may be answered to a question: a list to pick from, and what Enter stands for.
struct Offer {
  struct Row {
    /// As it would be typed.
    let value: String
    let shown: String
  }

  var rows: [Row] = []
  /// Whether a number typed is the place in the list; not where digits mean something themselves,
  /// as the numbers of people and entries do.
  var isNumbered = false
  /// What Enter takes.
  var fallback: String?
  /// The same in words, where the value alone says little.
  var fallbackShown: String?

  /// More are not listed; a screen has 24 lines.
  static let most = 16

  /// The answer as it would be typed on a command line.
  func value(of typed: String) -> String {
    guard isNumbered else { return typed }
    let line = BasketLine(typed: InputText.normalised(typed))
    guard let number = Int(line.item), rows.indices.contains(number - 1),
      !rows.contains(where: { $0.value == line.item })
    else { return typed }
    let value = rows[number - 1].value
    return line.item == line.typed ? value : "\(value)x\(line.count)"
  }

  /// An answer of several values, each as it would be typed.
  func pieces(of typed: String, _ kind: ValueKind) -> [String] {
    if kind.isVerbatim { return [typed] }
    return ValueReader.joiningCounts(InputText.listed(typed), kind).map(value)
  }
}

extension Offer {
  static let nothing = Offer()

  /// A list of which the only one is what Enter takes.
  init(_ rows: [Row], isNumbered: Bool) {
    self.rows = rows
    self.isNumbered = isNumbered
    if rows.count == 1 { fallback = rows[0].value }
  }

  init(of set: ChoiceSet, _ language: Language) {
    self.init(
      set.values.map { Row(value: $0.english, shown: $0.shown(in: language)) }, isNumbered: true)
  }
}

extension Interview {
  /// What fits a question, from its kind, its place and the village's files.
  func offer(for question: Question) -> Offer {
    if case .choice(let set) = question.kind { return Offer(of: set, form.language) }
    guard let view else { return .nothing }
    if case .option(let option) = question.slot, let offer = offer(for: option, view) {
      return offer
    }
    let isCouncil = form.command.path == .reviewRecuse
    switch question.kind {
    case .person where isCouncil: return view.council
    case .rule: return view.lastUsed(by: try? session.operatorLabel()).rule
    case .entry, .entries, .entryOrBatch:
      return view.offer(of: view.entries(for: form.command.path))
    case .objection: return view.objections
    case .notice: return view.notices
    case .reminder: return view.reminders
    case .campaign: return view.campaigns
    case .item, .basket: return view.goods
    case .month: return view.months(for: form.command.path)
    case .operatorLabel where question.slot == .word(.giver): return view.operators(but: nil)
    case .word where question.slot == .word(.receipt): return view.slips
    default: return .nothing
    }
  }

  /// What an option means for the command, beyond its kind.
  private func offer(for option: OptionName, _ view: VillageView) -> Offer? {
    let label = try? session.operatorLabel()
    switch option {
    case .on where form.command.path == .record: return view.lastUsed(by: label).day
    case .collector: return view.lastUsed(by: label).collector
    case .present: return view.present
    case .chair: return view.chair(of: form.values[.option(.present)]?.texts ?? [])
    case .second: return view.operators(but: label)
    case .level:
      guard case .level(let levels) = chosenItem?.amount else { return nil }
      return Offer(
        levels.map { .init(value: $0.name, shown: "\($0.name) \($0.points.description)分") },
        isNumbered: true)
    case .points:
      guard case .choice(let values) = chosenItem?.amount else { return nil }
      return Offer(
        values.map { .init(value: $0.description, shown: "\($0.description) 分") },
        isNumbered: false)
    case .quantity:
      guard case .perUnit(let points, let per, let measure) = chosenItem?.amount else {
        return nil
      }
      let shown = "按\(measure)计：每 \(per.description) 是 \(points.description) 分"
      return Offer(rows: [.init(value: "", shown: shown)])
    default: return nil
    }
  }
}
