/// What a value on the command line is, and thereby how it is read.
enum ValueKind: Hashable, Sendable {
  // Resolved later against the village's files; kept as normalised text until then.
  case person, people, newPerson, household, rule, rules, entry, entries, entryOrBatch, item,
    basket
  case reminder

  // Complete in themselves.
  case cards
  /// Cards by denomination: `5x10`.
  case denominations
  case money
  case batch, deed, campaign, objection, notice, receiptKey, operatorLabel, code, fingerprint
  case day, month
  /// A day or month still to come when it is said without its year: a term, a shelf life.
  case dayAhead, monthAhead
  case dayOrMoment, year
  /// A magnitude; the rule gives the sign.
  case points
  case quantity
  /// At least 1.
  case count
  /// May be 0.
  case number
  case votes
  case choice(ChoiceSet)
  case flag

  // Free words (S8.5).
  case text, document, evidence
  /// A short label such as a group or a unit: normalised, unlike free text.
  case word
  case path
  /// A word of a line that is not finished, whatever it is.
  case unfinished

  /// Whether one piece of the line may hold several values, parted by commas.
  var isList: Bool {
    switch self {
    case .people, .entries, .rules, .basket, .cards, .denominations: true
    default: false
    }
  }

  /// Whether the value names something in the village's files, which the session looks up.
  var isReference: Bool {
    switch self {
    case .person, .people, .newPerson, .household, .rule, .rules, .entry, .entries, .entryOrBatch,
      .item, .basket, .reminder:
      true
    default: false
    }
  }

  /// Whether the value stays as it was typed, with the wide spaces and letters in it.
  var isVerbatim: Bool {
    switch self {
    case .text, .document, .evidence, .path, .unfinished: true
    default: false
    }
  }

  /// What stands for the value in help: `日期`, `数`.
  var placeholder: String {
    switch self {
    case .person: "人"
    case .newPerson: "编号"
    case .people: "人、人"
    case .household: "户号"
    case .rule: "细则"
    case .rules: "细则、细则"
    case .entry: "条目"
    case .entries: "条目、条目"
    case .entryOrBatch: "条目或批号"
    case .item: "商品"
    case .basket: "商品x数量"
    case .cards: "卡号、卡号"
    case .denominations: "面值x张数"
    case .money: "元"
    case .reminder: "提示书号"
    case .batch: "批号"
    case .deed: "事件号"
    case .campaign: "活动代号"
    case .objection: "异议号"
    case .notice: "公示号"
    case .receiptKey: "单号"
    case .operatorLabel: "代号"
    case .code: "12位数字"
    case .fingerprint: "校验码"
    case .day, .dayAhead: "日期"
    case .month, .monthAhead: "月份"
    case .dayOrMoment: "日期或时刻"
    case .year: "年份"
    case .points: "分"
    case .quantity, .count, .number: "数"
    case .votes: "赞成-反对-弃权"
    case .choice(let set): set.title
    case .flag: ""
    case .text: "文字"
    case .document: "文号"
    case .evidence: "文字或@文件"
    case .word: "字"
    case .path: "路径"
    case .unfinished: "词"
    }
  }
}
