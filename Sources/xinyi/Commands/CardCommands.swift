import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let cardIssue = Command(
    .cardIssue, .writes, summary: "发积分卡：分从账户转到卡上；也给店里备找零的卡",
    examples: [
      "xinyi 积分卡 发卡 苏玉强 12", "xinyi 积分卡 发卡 --月份 2026-10 --全部", "xinyi 积分卡 发卡 --备零 1x20,2x10",
    ],
    words: [
      Word(.who, .person, .one, "谁", replacedBy: .all, .cards),
      Word(.points, .points, .one, "多少分，整数", replacedBy: .all, .cards),
    ],
    options: [
      .optional(.month, .month, "哪个月生效的积分，和 --全部 一起写"),
      .flag(.all, "给全村发那个月的卡"), .optional(.cards, .denominations, "给店里备找零的卡，写成 1x20,2x10"),
    ]
  ) { session, arguments in
    if arguments[.month].isGiven != arguments[.all].isGiven {
      throw arguments.usage(.missingOption(arguments[.all].isGiven ? .month : .all))
    }
    if arguments[.all].isGiven && arguments[.cards].isGiven {
      throw arguments.usage(.exclusive(.option(.all), .option(.cards)))
    }
    return try session.write { change in
      if let month = arguments[.month].month {
        try change.draft.issueCards(of: month)
      } else if arguments[.cards].isGiven {
        try change.draft.fillTill(try arguments.cardCounts())
      } else {
        let person = try change.directory.person(arguments[word: .who].text ?? "")
        let points = arguments[word: .points].points ?? .zero
        guard points > .zero else {
          throw arguments.usage(.invalidValue(.word(.points), typed: "0", .zero))
        }
        try change.draft.issueCards(points, to: person)
      }
    } answer: { outcome in
      outcome.issueAnswer
    }
  }

  static let cardTake = Command(
    .cardTake, .writes, summary: "收卡：没用的卡交回来，分存回账户",
    examples: ["xinyi 积分卡 收卡 苏玉强 5-0031 1-0002"],
    words: [Word(.who, .person, .one, "存到谁的账户"), Word(.cards, .cards, .many, "卡号")]
  ) { session, arguments in
    let cards = try arguments.cards(.word(.cards))
    return try session.write { change in
      let person = try change.directory.person(arguments[word: .who].text ?? "")
      try change.draft.takeCards(cards, from: person)
    } answer: { outcome in
      outcome.cardAnswer("已收卡，\(cards.points.fixed) 分存回账户")
    }
  }

  static let cardChange = Command(
    .cardChange, .writes, summary: "换零：大卡换成店里的小卡",
    examples: ["xinyi 积分卡 换零 5-0031 --换成 2x2,1x1"],
    words: [Word(.cards, .cards, .many, "交来的卡号")],
    options: [.required(.cards, .denominations, "换成哪几张，写成 2x2,1x1")]
  ) { session, arguments in
    let cards = try arguments.cards(.word(.cards))
    return try session.write { change in
      let values = try arguments.cardCounts().flatMap {
        Array(repeating: $0.value, count: $0.count)
      }
      try change.draft.changeCards(cards, into: values)
    } answer: { outcome in
      outcome.cardAnswer("已换零，交给来人的卡是“在外”的那几张")
    }
  }

  static let cardReturn = Command(
    .cardReturn, .writes, summary: "交回：店里收进的卡交给村委会，不再用",
    examples: ["xinyi 积分卡 交回 --全部", "xinyi 积分卡 交回 5-0031 5-0032"],
    words: [Word(.cards, .cards, .many, "卡号", replacedBy: .all)],
    options: [.flag(.all, "店里的全部")]
  ) { session, arguments in
    let cards = try arguments.cards(.word(.cards))
    return try session.write { change in
      try change.draft.returnCards(cards)
    } answer: { outcome in
      outcome.cardAnswer(outcome.events.isEmpty ? "店里没有卡可交" : "已交回")
    }
  }

  static let cardBar = Command(
    .cardBar, .writes, summary: "挂失：这张卡不再收；找到了可以撤回",
    examples: ["xinyi 积分卡 挂失 5-0031", "xinyi 积分卡 挂失 --村民 苏玉强 --全部", "xinyi 积分卡 挂失 5-0031 --撤回"],
    words: [Word(.cards, .cards, .many, "卡号", replacedBy: .all)],
    options: [
      .optional(.person, .person, "谁丢的"), .flag(.all, "发给这个人、还没有用的全部"),
      .flag(.withdraw, "卡找到了，撤回挂失"),
    ]
  ) { session, arguments in
    let cards = try arguments.cards(.word(.cards))
    if arguments[.all].isGiven {
      guard arguments[.person].isGiven else { throw arguments.usage(.missingOption(.person)) }
      if arguments[.withdraw].isGiven {
        throw arguments.usage(.exclusive(.option(.all), .option(.withdraw)))
      }
    }
    return try session.write { change in
      let person = try arguments[.person].text.map { try change.directory.person($0) }
      if arguments[.all].isGiven, let person {
        try change.draft.barAll(of: person)
      } else {
        for card in cards {
          try change.draft.bar(card, for: person, lifted: arguments[.withdraw].isGiven)
        }
      }
    } answer: { outcome in
      outcome.cardAnswer(arguments[.withdraw].isGiven ? "已撤回挂失，卡照常能用" : "已挂失")
    }
  }

  static let cardReissue = Command(
    .cardReissue, .writes, summary: "补发：挂失满了等待的日子，补发同样分值的卡，不再扣分",
    examples: ["xinyi 积分卡 补发 5-0031"],
    words: [Word(.cards, .cards, .one, "挂失的卡号")]
  ) { session, arguments in
    let cards = try arguments.cards(.word(.cards))
    return try session.write { change in
      for card in cards { try change.draft.reissue(card) }
    } answer: { outcome in
      outcome.issueAnswer
    }
  }

  static let cardCount = Command(
    .cardCount, .writes, summary: "点卡：写下店里各面值的卡实有几张",
    examples: ["xinyi 积分卡 点卡 5x12 2x9 1x30"],
    words: [Word(.denominations, .denominations, .many, "面值x张数；没写的面值当作没有点")]
  ) { session, arguments in
    try session.write { change in
      try change.draft.countCards(arguments[word: .denominations].denominations)
    } answer: { outcome in
      outcome.countAnswer
    }
  }

  static let cardList = Command(
    .cardList, .reads, summary: "查卡：哪些卡在谁手里、在店里、挂失了",
    examples: ["xinyi 积分卡 查卡", "xinyi 积分卡 查卡 --村民 苏玉强", "xinyi 积分卡 查卡 --状态 挂失"],
    options: [
      .optional(.person, .person, "发给谁的"), .optional(.month, .month, "哪个月的卡"),
      .optional(.state, .choice(.cardStates), "什么状态"),
    ]
  ) { session, arguments in
    try session.read { view in
      let person = try arguments[.person].text.map { try view.directory.person($0) }
      let state = arguments[.state].choice.flatMap { CardBook.State($0) }
      let cards = view.ledger.cards.cards.values.filter { card in
        (person == nil || card.person == person) && (state == nil || card.state == state)
          && (arguments[.month].month == nil || card.month == arguments[.month].month)
      }
      return view.directory.answer(ofCards: cards.map(\.number).sorted())
    }
  }
}

extension Arguments {
  /// How many cards of which denomination, none of them nothing.
  fileprivate func cardCounts() throws -> [(value: Int, count: Int)] {
    let counts = self[.cards].denominations
    if let nothing = counts.first(where: { $0.count == 0 }) {
      throw usage(.invalidValue(.option(.cards), typed: "\(nothing.value)x0", .zero))
    }
    return counts
  }
}

extension ChoiceSet {
  fileprivate static let cardStates = ChoiceSet(
    "状态", "out 在外", "till 店里", "barred 已挂失/挂失", "replaced 已补发", "repaid 已存回", "returned 已交回")
}

extension Directory {
  fileprivate func answer(ofCards cards: [CardNumber], saying verb: String? = nil) -> Answer {
    let table = answerTable(
      columns: [
        AnswerColumn("卡号", .code), AnswerColumn("分值", .number), AnswerColumn("年份", .code),
        AnswerColumn("状态", .text), AnswerColumn("自", .code), AnswerColumn("发给", .text),
      ],
      rows: cards.compactMap { ledger.cards[$0] }.map { card in
        [
          card.number.description, card.number.points.fixed, card.year.description,
          word(for: card), card.since.description, card.person.map { naming.person($0) } ?? "店里",
        ]
      }, width: width)
    let till = ledger.cards.till.sorted { $0.key < $1.key }.map { "\($0.key) 分 \($0.value) 张" }
    let sum = till.isEmpty ? "" : "店里现有：\(till.joined(separator: "，"))。\n"
    return Answer(
      rows: cards.compactMap(row(ofCard:)),
      text: (verb.map { $0 + "。\n" } ?? (cards.isEmpty ? "没有这样的卡。\n" : ""))
        + (cards.isEmpty ? "" : table) + sum)
  }

  private func word(for card: CardBook.Card) -> String {
    let rule = ledger.settings(on: today).carryRule
    let isOver = card.state == .out && !card.isUsable(on: today, by: rule)
    return isOver ? "已过期" : card.state.word
  }

  private func row(ofCard number: CardNumber) -> Row? {
    ledger.cards[number].map { card in
      [
        ("card", .text(number)), ("value", .tenths(number.points)), ("year", .text(card.year)),
        ("state", .text(card.state)), ("since", .text(card.since)),
        ("person", .optional(card.person)), ("month", .optional(card.month)),
      ]
    }
  }
}

extension Outcome {
  /// The cards that the command's lines are about.
  private var cards: [CardNumber] {
    events.flatMap { event -> [CardNumber] in
      switch event.event {
      case .cardsIssued(let issued): issued.cards.map(\.card)
      case .cardsTaken(let taken): taken.cards + taken.change
      case .cardsReturned(let returned): returned.cards
      case .cardBarred(let barred): [barred.card]
      default: []
      }
    }
  }

  fileprivate func cardAnswer(_ verb: String) -> Answer {
    directory.answer(ofCards: cards, saying: verb)
  }

  /// The sheet to be signed; for the till's own cards the list.
  fileprivate var issueAnswer: Answer {
    let issues = events.compactMap { event -> (person: PersonNumber, cards: [CardNumber])? in
      guard case .cardsIssued(let issued) = event.event, let person = issued.person else {
        return nil
      }
      return (person, issued.cards.map(\.card))
    }
    if issues.isEmpty { return cardAnswer("店里备了零卡") }
    var month: Month?
    if case .cardsIssued(let first) = events.first?.event { month = first.month }
    let paper = directory.paperSource.cardIssue(issues, month: month)
    var answer = directory.answer(ofCards: cards)
    answer.text = cardIssueSheet(paper).text
    answer.isPaper = true
    return answer
  }

  fileprivate var countAnswer: Answer {
    let rows = ledger.cards.counts.last?.rows ?? []
    let isRight = rows.allSatisfy { $0.counted == $0.held }
    let table = answerTable(
      columns: [
        AnswerColumn("面值", .number), AnswerColumn("点到", .number),
        AnswerColumn("账上", .number), AnswerColumn("相差", .number),
      ],
      rows: rows.map {
        [
          String($0.value), String($0.counted), String($0.held), String($0.counted - $0.held),
        ]
      }, width: directory.width)
    return Answer(
      rows: rows.map { row in
        [
          ("value", .int(row.value)), ("counted", .int(row.counted)), ("held", .int(row.held)),
          ("difference", .int(row.counted - row.held)),
        ]
      }, text: (isRight ? "已点卡，与账相符。\n" : "已点卡，与账不符，请再点一遍，查当天的单子。\n") + table)
  }
}
