import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let personAdd = Command(
    .personAdd, .writes, summary: "在名册里添加一个人",
    examples: ["xinyi 村民 添加 苏玉强 --户 012 --组 3组 --户主"],
    words: [Word(.name, .text, .one, "姓名")],
    options: [
      .required(.household, .household, "户号"),
      .optional(.group, .word, "组或胡同").asked,
      .optional(.number, .newPerson, "编号；不写就排下一个号"), .flag(.head, "是这一户的户主"),
      .optional(.born, .day, "出生日期"),
      .repeatable(.role, .choice(.roles), "职务；可以写几个"),
    ]
  ) { session, arguments in
    try session.write { change in
      try change.add([PersonInput(arguments)])
    } answer: { outcome in
      outcome.addAnswer
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
    .personFind, .reads, summary: "按编号、姓名、姓名的一部分或拼音找人",
    examples: ["xinyi 村民 查找 玉强", "xinyi 村民 查找 syq", "xinyi 村民 查找 suyuqiang"],
    words: [Word(.term, .text, .one, "要找的字")]
  ) { session, arguments in
    try session.read { view in
      let typed = arguments[word: .term].text ?? ""
      var found = view.directory.people(matching: typed)
      if let number = view.directory.numbered(typed) {
        found = [number] + found.filter { $0 != number }
      }
      return Answer(
        rows: found.map(view.directory.row(of:)),
        text: view.directory.table(of: found)
          + (found.isEmpty ? view.directory.words(forNear: typed) : ""))
    }
  }

  static let personShow = Command(
    .personShow, .reads, summary: "看一个人的登记情况", examples: ["xinyi 村民 查看 0012"],
    words: [Word(.person, .person, .one, "谁")]
  ) { session, arguments in
    try session.read { view in
      let person = try view.directory.person(arguments[word: .person].text ?? "")
      let facts = (view.ledger.roster[person]?.facts ?? []).map {
        "  \($0.from) 起  \($0.words(view.naming))\n"
      }
      let adult = view.directory.born(person).flatMap { Person.comesOfAge(born: $0) }
      return Answer(
        rows: [view.directory.row(of: person) + [("adultOn", .optional(adult))]],
        text: view.directory.table(of: [person]) + view.directory.ageWords(of: person)
          + view.directory.spellingWords(of: person) + facts.joined())
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
    try session.requireOrder(of: arguments)
    return try session.write { change in
      let person = try change.directory.person(arguments[word: .person].text ?? "")
      guard let role = arguments[word: .role].choice(as: Role.self) else { return }
      try change.draft.assign(
        role, to: person, from: arguments[.from].day, to: arguments[.to].day)
    } answer: { outcome in
      outcome.roleAnswer
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
      outcome.leaveAnswer
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
    var wasGiven: Bool?
    return try session.write { change in
      let person = try change.directory.person(arguments[word: .person].text ?? "")
      guard let scope = arguments[.for].choice(as: ConsentScope.self) else { return }
      wasGiven = change.ledger.roster[person]?.consents[scope] != nil
      try change.draft.consent(
        of: person, to: scope, given: !arguments[.withdraw].isGiven)
    } answer: { outcome in
      outcome.consentAnswer(wasGiven: wasGiven ?? session.hadConsent(before: outcome))
    }
  }
}

extension Session {
  /// Nobody leaves an office before taking it.
  fileprivate func requireOrder(of arguments: Arguments) throws {
    guard let from = arguments[.from].day, let to = arguments[.to].day, to < from else { return }
    let usage = CommandText(arguments.path).flag(.help).text(in: language)
    throw Failure(
      status: .usage,
      report: ErrorReport(
        code: "U012", message: "未执行：止日 \(to) 早于起日 \(from)", hint: "查看用法：\(usage)"))
  }

  /// What a repeated command found when it was carried out: the ledger's roster keeps only the
  /// latest word, so the lines before are asked.
  fileprivate func hadConsent(before outcome: Outcome) -> Bool {
    guard case .consentChanged(let change)? = outcome.events.first?.event,
      let lines = try? outcome.folder.readVillage().events.prefix(outcome.line - 1)
    else { return false }
    let earlier = lines.reversed().lazy.compactMap { line -> Bool? in
      guard case .consentChanged(let other) = line.event, other.person == change.person,
        other.scope == change.scope
      else { return nil }
      return other.given
    }
    return earlier.first ?? false
  }
}

extension Directory {
  /// Who may have been meant by a name that nobody has.
  fileprivate func words(forNear typed: String) -> String {
    let near = people(near: typed)
    return near.isEmpty
      ? "" : "相近的有：\(near.map { naming.person($0) }.joined(separator: "、"))\n"
  }

  /// How the name is found by letters, with what to do where that is wrong.
  fileprivate func spellingWords(of person: PersonNumber) -> String {
    guard let known = spellings.people.first(where: { $0.number == person }) else { return "" }
    let row = roster.people.first { $0.person == person }
    let text = known.spelling.pinyin?.text ?? "不知道怎么读"
    let correct = CommandText(.personEdit).word(person.text).option(.pinyin, "zeng guang wen")
    return row?.pinyin == nil
      ? "  拼音 \(text)（读得不对就写，如 \(correct.text(in: language))）\n" : "  拼音 \(text)（登记的）\n"
  }

  /// Whether somebody has come of age; nothing where the day of birth is not known.
  fileprivate func ageWords(of person: PersonNumber) -> String {
    guard let born = born(person), let adult = Person.comesOfAge(born: born) else { return "" }
    return adult <= today
      ? "  \(born) 出生，已满 18 周岁\n" : "  \(born) 出生，未成年，\(adult) 满 18 周岁\n"
  }
}

extension RosterFact {
  /// The fact in the village's words: `任 议事会成员`, `户主，户 012`.
  fileprivate func words(_ naming: Naming) -> String {
    switch what {
    case .household: "户 \(safe(value))"
    case .head: "户主，户 \(safe(value))"
    case .group: "组 \(safe(value))"
    case .role where value.hasPrefix("-"): "卸任 \(Self.role(value.dropFirst()))"
    case .role: "任职 \(Self.role(value[...]))"
    case .status: "状态 \(ResidentStatus(value)?.word ?? safe(value))"
    case .relation: "亲属 \(Self.relation(value, naming))"
    }
  }

  private static func role(_ word: Substring) -> String {
    Role(String(word))?.word ?? safe(String(word))
  }

  /// `0013:配偶` becomes `苏玉霞（0013） 配偶`.
  private static func relation(_ value: String, _ naming: Naming) -> String {
    let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let person = PersonNumber(parts[0]) else { return safe(value) }
    let kind = parts[1] == Person.endedRelation ? "不再登记" : parts[1]
    return safe("\(naming.person(person)) \(kind)")
  }
}
