import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let personHouseholdSplit = Command(
    .personHouseholdSplit, .writes, summary: "分户：一户里的几个人另立一户",
    examples: ["xinyi 村民 户籍 分户 0013 0015 --户 051 --新户主 0013 --理由 分户协议"],
    words: [Word(.who, .people, .many, "分出去的人")],
    options: [
      .required(.household, .household, "新户的户号"), .optional(.newHead, .person, "新户的户主；一人一户就是他"),
      .optional(.points, .points, "按户记账时，商定分出的可兑换积分；不写就不分"),
      .optional(.on, .day, "从哪天起，不写就是今天"), .required(.why, .text, "理由，如协议"),
    ]
  ) { session, arguments in
    let new = try arguments.newHousehold()
    return try session.write { change in
      let people = try arguments[word: .who].texts.map { try change.directory.person($0) }
      let head = try arguments[.newHead].text.map { try change.directory.person($0) }
      try change.draft.split(
        people.unique, into: new, head: head, points: arguments[.points].points ?? .zero,
        on: arguments[.on].day ?? change.today, why: arguments[.why].text ?? "")
    } answer: { outcome in
      outcome.splitAnswer(into: new)
    }
  }

  static let personHouseholdMerge = Command(
    .personHouseholdMerge, .writes, summary: "并户：一户整个并到另一户",
    examples: ["xinyi 村民 户籍 并户 051 012 --理由 回到父母家"],
    words: [
      Word(.household, .household, .one, "要并走的户"), Word(.into, .household, .one, "并到哪一户"),
    ],
    options: [
      .optional(.newHead, .person, "并后的户主；不写就还是并入户的户主"),
      .optional(.on, .day, "从哪天起，不写就是今天"), .required(.why, .text, "理由"),
    ]
  ) { session, arguments in
    var from: HouseholdNumber?
    return try session.write { change in
      let household = try change.directory.household(arguments[word: .household].text ?? "")
      let into = try change.directory.household(arguments[word: .into].text ?? "")
      guard household != into else { throw WordFault.sameHousehold(household) }
      let head = try arguments[.newHead].text.map { try change.directory.person($0) }
      from = household
      try change.draft.merge(
        household, into: into, head: head, on: arguments[.on].day ?? change.today,
        why: arguments[.why].text ?? "")
    } answer: { outcome in
      outcome.mergeAnswer(of: from)
    }
  }

  static let personHouseholdHead = Command(
    .personHouseholdHead, .writes, summary: "换户主：从某天起这一户的户主是谁",
    examples: ["xinyi 村民 户籍 换户主 012 0013 --日期 10-08"],
    words: [
      Word(.household, .household, .one, "哪一户"), Word(.person, .person, .one, "新户主"),
    ],
    options: [.optional(.on, .day, "从哪天起，不写就是今天")]
  ) { session, arguments in
    try session.write { change in
      let household = try change.directory.household(arguments[word: .household].text ?? "")
      let person = try change.directory.person(arguments[word: .person].text ?? "")
      try change.draft.nameHead(
        person, of: household, from: arguments[.on].day ?? change.today)
    } answer: { outcome in
      outcome.headAnswer
    }
  }
}

extension Arguments {
  /// A household's number that nobody need have yet.
  fileprivate func newHousehold() throws -> HouseholdNumber {
    let typed = try words(.household, limit: FreeText.limit) ?? ""
    guard let household = HouseholdNumber(typed) else {
      throw usage(
        .invalidValue(
          .option(.household), typed: typed,
          .malformed(expectation: HouseholdNumber.expectation)))
    }
    return household
  }
}

extension Outcome {
  /// The household that somebody named in this command belonged to before.
  private var householdBefore: HouseholdNumber? {
    rosterChanges.first { $0.what == .household }.flatMap { change in
      earlier(.household, before: change) { _ in true }
        .flatMap { HouseholdNumber($0.value) }
    }
  }

  fileprivate func splitAnswer(into new: HouseholdNumber) -> Answer {
    let people = rosterChanges.filter { $0.what == .household }.map(\.person)
    let day = rosterChanges.first?.from ?? today
    var words = ""
    if ledger.opened.account == .household && movedBalances.isEmpty {
      words += "户的积分没有分，全部留在原户。\n"
    }
    if ledger.roster.head(of: new, on: day) == nil { words += withoutHead(new, since: day) }
    let back = CommandText(.personHouseholdMerge).word(new.text)
      .word(householdBefore?.text ?? "").option(.why, "理由")
    return lifeAnswer(
      "已分户", people.unique, words: words, back: "分错了，再并回去：\(shown(back))\n")
  }

  fileprivate func mergeAnswer(of household: HouseholdNumber?) -> Answer {
    let moved = rosterChanges.filter { $0.what == .household }
    let people = moved.map(\.person).unique
    let day = moved.first?.from ?? today
    let into = moved.first.flatMap { HouseholdNumber($0.value) }
    var words = ""
    if let into, ledger.roster.head(of: into, on: day) == nil {
      words += withoutHead(into, since: day)
    }
    var back = CommandText(.personHouseholdSplit)
    for person in people where ledger.roster[person]?.status(on: day).isHouseholdMember == true {
      back = back.word(person.text)
    }
    back = back.option(.household, (household ?? householdBefore)?.text ?? "").option(.why, "理由")
    let note = ledger.opened.account == .household ? "（评级分并在一起后不再拆开）" : ""
    return lifeAnswer(
      "已并户", people, words: words, back: "并错了，再分出来\(note)：\(shown(back))\n")
  }

  fileprivate var headAnswer: Answer {
    guard let change = rosterChanges.first else {
      return answer("没有变化", [], "户主已经是这个人，没有换。\n" + movedWords)
    }
    let household = HouseholdNumber(unchecked: change.value)
    // Who the head was before stands in the roster without this line.
    let old = ledger.roster.headsNamed(of: household).dropLast()
      .last { $0 != change.person && ledger.roster.members(of: household, on: today).contains($0) }
    let back = old.map {
      CommandText(.personHouseholdHead).word(household.text).word($0.text)
        .option(.on, change.from.description)
    }
    return lifeAnswer(
      "已换户主", [change.person] + (old.map { [$0] } ?? []), words: "",
      back: back.map { "换错了，这样换回：\(shown($0))\n" } ?? "换错了，再换一次户主。\n")
  }
}
