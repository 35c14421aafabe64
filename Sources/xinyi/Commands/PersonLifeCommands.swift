import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let personJoin = Command(
    .personJoin, .writes, summary: "登记迁入：新来的人写姓名和户号，迁出后回来的人写编号",
    examples: ["xinyi 村民 迁入 赵新 --户 050 --日期 10-08", "xinyi 村民 迁入 0012 --日期 10-08"],
    words: [Word(.name, .text, .one, "新来的人的姓名，或回来的人的编号")],
    options: [
      .required(.on, .day, "迁入的日期，从这天起参加评价"),
      .optional(.household, .household, "户号；回来的人不写就是原来的户"), .optional(.group, .word, "组或胡同"),
      .optional(.number, .newPerson, "编号；不写就排下一个号"), .flag(.head, "是这一户的户主"),
      .optional(.born, .day, "出生日期"), .repeatable(.role, .choice(.roles), "职务；可以写几个"),
    ]
  ) { session, arguments in
    try session.write { change in
      guard let day = arguments[.on].day else { return }
      if let person = try change.directory.returning(arguments[word: .name].text ?? "") {
        try change.bringBack(person, on: day, arguments)
        return
      }
      guard arguments[.household].isGiven else {
        throw arguments.usage(.missingOption(.household))
      }
      guard day <= change.today else { throw Refusal.futureDay(day, today: change.today) }
      try change.add([PersonInput(arguments)], from: day)
    } answer: { outcome in
      outcome.joinAnswer
    }
  }

  static let personDie = Command(
    .personDie, .writes, summary: "登记去世：从这天起不再参加评价，可兑换积分由户主承接",
    examples: ["xinyi 村民 去世 0012 --日期 10-08", "xinyi 村民 去世 0012 --日期 10-08 --新户主 0013"],
    words: [Word(.person, .person, .one, "谁")],
    options: [
      .required(.on, .day, "去世的日期"), .optional(.newHead, .person, "去世的是户主时，新户主是谁"),
    ]
  ) { session, arguments in
    try session.write { change in
      let person = try change.directory.person(arguments[word: .person].text ?? "")
      let newHead = try arguments[.newHead].text.map { try change.directory.person($0) }
      guard let day = arguments[.on].day else { return }
      try change.draft.die(person, on: day, newHead: newHead)
    } answer: { outcome in
      outcome.dieAnswer
    }
  }

  static let personSuspend = Command(
    .personSuspend, .writes, summary: "登记暂停评价：在校、服役、外出、接受调查",
    examples: ["xinyi 村民 暂停 0012 --状态 服役 --日期 10-08"],
    words: [Word(.person, .person, .one, "谁")],
    options: [
      .required(.on, .day, "从哪天起"),
      .optional(.state, .choice(.absences), "为什么暂停，不写就是外出"),
    ]
  ) { session, arguments in
    try session.write { change in
      let person = try change.directory.person(arguments[word: .person].text ?? "")
      guard let day = arguments[.on].day else { return }
      try change.draft.suspend(
        person, as: arguments[.state].choice(as: ResidentStatus.self) ?? .away, from: day)
    } answer: { outcome in
      outcome.suspendAnswer(isStated: arguments[.state].isGiven)
    }
  }

  static let personResume = Command(
    .personResume, .writes, summary: "暂停的人恢复评价；去世登记错了，也写那一天来恢复",
    examples: ["xinyi 村民 恢复 0012 --日期 12-01"],
    words: [Word(.person, .person, .one, "谁")],
    options: [.required(.on, .day, "从哪天起")]
  ) { session, arguments in
    try session.write { change in
      let person = try change.directory.person(arguments[word: .person].text ?? "")
      guard let day = arguments[.on].day else { return }
      try change.draft.resume(person, on: day)
    } answer: { outcome in
      outcome.resumeAnswer
    }
  }

  static let personRelate = Command(
    .personRelate, .writes, summary: "登记两人是亲属：议事和采集时互相回避；写止日就是终止",
    examples: ["xinyi 村民 亲属 0012 0031 --关系 兄弟", "xinyi 村民 亲属 0012 0031 --止 10-08"],
    words: [Word(.person, .person, .one, "谁"), Word(.relative, .person, .one, "另一人")],
    options: [
      .optional(.as, .word, "什么关系，如 配偶、兄弟"), .optional(.from, .day, "从哪天起，不写就是今天"),
      .optional(.to, .day, "到哪天止（当天还算）"),
    ]
  ) { session, arguments in
    let kind = try arguments.words(.as, limit: longestRelation)
    guard kind != nil || arguments[.to].isGiven else {
      throw arguments.usage(.missingOneOf([.as, .to]))
    }
    if kind == Person.endedRelation {
      throw arguments.usage(
        .invalidValue(.option(.as), typed: "-", .malformed(expectation: "关系，如 配偶、兄弟")))
    }
    return try session.write { change in
      let one = try change.directory.person(arguments[word: .person].text ?? "")
      let other = try change.directory.person(arguments[word: .relative].text ?? "")
      guard one != other else { throw WordFault.samePerson(one) }
      let from = arguments[.from].day ?? change.today
      if let last = arguments[.to].day, kind != nil, last < from {
        throw WordFault.daysReversed(from, last)
      }
      if let kind { try change.draft.relate(one, to: other, as: kind, from: from) }
      if let last = arguments[.to].day {
        try change.draft.endRelation(one, to: other, last: last)
      }
    } answer: { outcome in
      outcome.relateAnswer
    }
  }
}

/// The characters a relation may have; it stands in the ledger.
private let longestRelation = 20

extension Directory {
  /// The person whom a newcomer's word means by number; a number that nobody has is no name.
  fileprivate func returning(_ typed: String) throws(WordFault) -> PersonNumber? {
    guard typed.utf8.allSatisfy({ $0 < 0x80 }), let number = PersonNumber(typed: typed) else {
      return nil
    }
    if ledger.roster[number] != nil { return number }
    if typed.utf8.allSatisfy({ (48...57).contains($0) }) { throw .unknownPerson(typed, [], self) }
    return nil
  }
}

extension Change {
  /// Somebody comes back under the number of before.
  fileprivate mutating func bringBack(
    _ person: PersonNumber, on day: Day, _ arguments: Arguments
  ) throws {
    for option in [OptionName.number, .born, .role] where arguments[option].isGiven {
      throw arguments.usage(
        .optionNotTaken(
          typed: option.spelled(in: arguments.language, of: arguments.path), nearest: nil))
    }
    let typed = try arguments.words(.household, limit: FreeText.limit)
    let household = typed.flatMap { HouseholdNumber($0) }
    if let typed, household == nil {
      throw arguments.usage(
        .invalidValue(
          .option(.household), typed: typed,
          .malformed(expectation: HouseholdNumber.expectation)))
    }
    try draft.rejoin(
      person, on: day, household: household,
      group: try arguments.words(.group, limit: PersonInput.longestGroup),
      isHead: arguments[.head].isGiven)
  }
}
