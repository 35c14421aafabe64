import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let personAdd = Command(
    .personAdd, .writes, summary: "在名册里添加一个人",
    examples: ["xinyi 村民 添加 苏玉强 --户 012 --组 3组 --户主"],
    words: [Word(.name, .text, .one, "姓名")],
    options: [
      .required(.household, .household, "户号"), .optional(.group, .word, "组或胡同"),
      .optional(.number, .word, "编号；不写就排下一个号"), .flag(.head, "是这一户的户主"),
      .optional(.born, .day, "出生日期"),
      .repeatable(.role, .choice(.roles), "职务；可以写几个"),
    ]
  ) { session, arguments in
    try session.write { change in
      let row = try PersonInput(arguments, next: change.ledger.roster.nextNumber)
      try change.add(row)
    } answer: { outcome in
      outcome.peopleAnswer(verb: "已添加")
    }
  }

  static let personList = Command(
    .personList, .reads, summary: "列出名册", examples: ["xinyi 村民 名册", "xinyi 村民 名册 --组 3组"],
    options: [.optional(.group, .word, "只列这一组"), .optional(.role, .choice(.roles), "只列有这个职务的")]
  ) { session, arguments in
    try session.read { view in
      let role = arguments[.role].choice(as: Role.self)
      let group = arguments[.group].text
      let people = view.ledger.roster.order.sorted().filter { number in
        let person = view.ledger.roster[number]
        return (group == nil || person?.group(on: view.today) == group)
          && (role.map { person?.has($0, on: view.today) == true } ?? true)
      }
      return Answer(
        rows: people.map(view.directory.row(of:)),
        text: view.directory.table(of: people) + "共 \(people.count) 人。\n")
    }
  }

  static let personFind = Command(
    .personFind, .reads, summary: "按编号、姓名、姓名的一部分或拼音首字母找人",
    examples: ["xinyi 村民 查找 玉强", "xinyi 村民 查找 syq"],
    words: [Word(.term, .text, .one, "要找的字")]
  ) { session, arguments in
    try session.read { view in
      let typed = arguments[word: .term].text ?? ""
      var found = view.directory.people(matching: typed)
      if let number = PersonNumber(typed: typed), view.ledger.roster[number] != nil {
        found = [number] + found.filter { $0 != number }
      }
      return Answer(
        rows: found.map(view.directory.row(of:)), text: view.directory.table(of: found))
    }
  }

  static let personShow = Command(
    .personShow, .reads, summary: "看一个人的登记情况", examples: ["xinyi 村民 查看 0012"],
    words: [Word(.person, .person, .one, "谁")]
  ) { session, arguments in
    try session.read { view in
      let person = try view.directory.person(arguments[word: .person].text ?? "")
      let facts = (view.ledger.roster[person]?.facts ?? []).map {
        "  \($0.from) 起  \($0.what.word) \($0.value)\n"
      }
      return Answer(
        rows: [view.directory.row(of: person)],
        text: view.directory.table(of: [person]) + facts.joined())
    }
  }

  static let personRole = Command(
    .personRole, .writes, summary: "任职；写止日就是卸任",
    examples: ["xinyi 村民 任职 苏广文 议事会成员 --起 2026-10-01"],
    words: [
      Word(.person, .person, .one, "谁"), Word(.role, .choice(.roles), .one, "职务"),
    ],
    options: [.optional(.from, .day, "从哪天起"), .optional(.to, .day, "到哪天止（当天还算）")]
  ) { session, arguments in
    guard arguments[.from].isGiven || arguments[.to].isGiven else {
      throw arguments.usage(.missingOneOf([.from, .to]))
    }
    return try session.write { change in
      let person = try change.directory.person(arguments[word: .person].text ?? "")
      guard let role = arguments[word: .role].choice(as: Role.self) else { return }
      try change.draft.assign(
        role, to: person, from: arguments[.from].day, to: arguments[.to].day)
    } answer: { outcome in
      outcome.peopleAnswer(verb: "已登记任职")
    }
  }

  static let personLeave = Command(
    .personLeave, .writes, summary: "登记迁出：从这天起不再参加评价", examples: ["xinyi 村民 迁出 0012 --日期 10-08"],
    words: [Word(.person, .person, .one, "谁")],
    options: [.required(.on, .day, "迁出的日期")]
  ) { session, arguments in
    try session.write { change in
      let person = try change.directory.person(arguments[word: .person].text ?? "")
      guard let day = arguments[.on].day else { return }
      try change.draft.setStatus(.left, of: person, from: day)
    } answer: { outcome in
      outcome.peopleAnswer(verb: "已登记迁出")
    }
  }

  static let personConsent = Command(
    .personConsent, .writes, summary: "登记本人同意实名公示或上报平台，或收回同意",
    examples: ["xinyi 村民 同意书 0012 --用途 上报平台"],
    words: [Word(.person, .person, .one, "谁")],
    options: [
      .required(.for, .choice(.consents), "同意做什么"), .flag(.withdraw, "收回同意"),
    ]
  ) { session, arguments in
    try session.write { change in
      let person = try change.directory.person(arguments[word: .person].text ?? "")
      guard let scope = arguments[.for].choice(as: ConsentScope.self) else { return }
      try change.draft.consent(
        of: person, to: scope, given: !arguments[.withdraw].isGiven)
    } answer: { outcome in
      outcome.peopleAnswer(verb: "已登记同意书")
    }
  }
}

/// A person as typed or as a row of a table gives one.
struct PersonInput {
  var number: PersonNumber
  var name: String
  var born: Day?
  var household: HouseholdNumber
  var group: String?
  var isHead: Bool
  var roles: [Role]

  init(
    number: PersonNumber, name: String, born: Day?, household: HouseholdNumber, group: String?,
    isHead: Bool, roles: [Role]
  ) {
    self.number = number
    self.name = name
    self.born = born
    self.household = household
    self.group = group
    self.isHead = isHead
    self.roles = roles
  }

  init(_ arguments: Arguments, next: PersonNumber) throws {
    let typed = arguments[.number].text
    guard let number = typed.map({ PersonNumber(typed: $0) }) ?? next else {
      throw arguments.usage(
        .invalidValue(
          .option(.number), typed: typed ?? "", .malformed(expectation: PersonNumber.expectation)))
    }
    let householdText = arguments[.household].text ?? ""
    guard let household = HouseholdNumber(householdText) else {
      throw arguments.usage(
        .invalidValue(
          .option(.household), typed: householdText,
          .malformed(expectation: HouseholdNumber.expectation)))
    }
    self.init(
      number: number, name: arguments[word: .name].text ?? "", born: arguments[.born].day,
      household: household, group: arguments[.group].text, isHead: arguments[.head].isGiven,
      roles: arguments[.role].choices.compactMap { Role($0) })
  }
}

extension Change {
  /// Adds a person to the ledger and, with the name, to the roster's book.
  mutating func add(_ person: PersonInput) throws {
    try draft.add(
      NewPerson(
        number: person.number, household: person.household, group: person.group,
        isHead: person.isHead, roles: person.roles,
        from: ledger.opened.firstMonth.firstDay))
    roster.people.removeAll { $0.person == person.number }
    roster.people.append(
      RosterBook.Row(person: person.number, name: person.name, born: person.born, facts: []))
  }
}

extension Outcome {
  /// Everybody whom the lines of this command concern.
  func peopleAnswer(verb: String) -> Answer {
    var people: [PersonNumber] = []
    for event in events {
      let person: PersonNumber? =
        switch event.event {
        case .rosterChanged(let change): change.person
        case .consentChanged(let change): change.person
        default: nil
        }
      if let person, !people.contains(person) { people.append(person) }
    }
    return Answer(
      rows: people.map(directory.row(of:)),
      text: "\(verb)。\n" + directory.table(of: people) + namesakes(of: people))
  }

  /// Two people of one name are told apart by number only; the clerk should know.
  private func namesakes(of people: [PersonNumber]) -> String {
    people.compactMap { person in
      let name = naming.name(of: person)
      let others = directory.roster.people.filter { $0.name == name && $0.person != person }
      guard !others.isEmpty else { return nil }
      let numbers = others.map(\.person.text).joined(separator: "、")
      return "注意：名册里还有同名的 \(name)（\(numbers)），办事请写编号。\n"
    }.joined()
  }
}

extension RosterFact.Topic {
  var word: String {
    switch self {
    case .household: "户"
    case .head: "户主，户"
    case .group: "组"
    case .role: "职务"
    case .status: "状态"
    case .relation: "亲属"
    }
  }
}
