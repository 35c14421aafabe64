import XinyiLedger
import XinyiText

/// What the commands on the roster answer: what changed from what into what, everybody concerned
/// as they are now, and the way back.
extension Outcome {
  var rosterChanges: [Event.RosterChanged] {
    events.compactMap { if case .rosterChanged(let change) = $0.event { change } else { nil } }
  }

  var addAnswer: Answer {
    guard let person = rosterChanges.first?.person else { return answer("已添加", [], "") }
    let leave = CommandText(.personLeave).word(person.text).option(.on, today.description)
    return answer(
      "已添加", [person], "登记错了：编号 \(person) 不再收回，可以登记迁出：\(shown(leave))\n")
  }

  var roleAnswer: Answer {
    let begin = rosterChanges.first { $0.endedRole == nil }
    let end = rosterChanges.first { $0.endedRole != nil }
    guard let change = begin ?? end, let role = change.endedRole ?? Role(change.value) else {
      return answer("已登记任职", [], "")
    }
    let isOld = held(role, before: change)
    let until = end.map { "\($0.from + -1) 止" }
    let new = [begin.map { "\($0.from) 起在任" }, until].compactMap(\.self)
    return answer(
      begin == nil ? "已登记卸任" : "已登记任职", [change.person],
      "\(role.word)：\(isOld ? "在任" : "未任") → \(new.joined(separator: "，"))\n"
        + wayBack(
          role, change.person, wasHeld: isOld, from: begin?.from, to: end.map { $0.from + -1 }))
  }

  var leaveAnswer: Answer {
    guard let change = rosterChanges.first else { return answer("已登记迁出", [], "") }
    let status = earlier(.status, before: change) { _ in true }
    let old = status.flatMap { ResidentStatus($0.value) } ?? .resident
    return answer(
      "已登记迁出", [change.person],
      "状态：\(old.word) → \(change.from) 起\(ResidentStatus.left.word)\n"
        + rolesLeftOpen(by: change) + householdWithoutHead(after: change)
        + joiningAgain(change))
  }

  /// `wasGiven` is what held before.
  func consentAnswer(wasGiven: Bool) -> Answer {
    let changes = events.compactMap { event -> Event.ConsentChanged? in
      if case .consentChanged(let change) = event.event { change } else { nil }
    }
    guard let change = changes.first else { return answer("已登记同意书", [], "") }
    let again = CommandText(.personConsent).word(change.person.text)
      .option(.for, change.scope.rawValue, of: .consents)
    let back = change.given ? again.flag(.withdraw) : again
    return answer(
      change.given ? "已登记同意书" : "已登记收回同意", [change.person],
      "\(change.scope.word)：\(wasGiven ? "同意" : "未同意") → \(change.given ? "同意" : "已收回")\n"
        + "\(change.given ? "要收回" : "要再同意")：\(shown(back))\n")
  }

  func shown(_ command: CommandText) -> String {
    command.text(in: directory.language)
  }

  func answer(_ verb: String, _ people: [PersonNumber], _ words: String) -> Answer {
    Answer(
      rows: people.map(directory.row(of:)),
      text: "\(verb)。\n" + directory.table(of: people) + words + namesakes(of: people))
  }

  /// Two people of one name are told apart by number only; the clerk should know.
  private func namesakes(of people: [PersonNumber]) -> String {
    people.compactMap { person in
      let name = naming.name(of: person)
      let others = directory.roster.people.filter { $0.name == name && $0.person != person }
      guard !others.isEmpty else { return nil }
      let numbers = others.map(\.person.text).joined(separator: "、")
      return "注意：名册里还有同名的 \(safe(name))（\(numbers)），办事请写编号。\n"
    }.joined()
  }
}

// MARK: - What held before

extension Outcome {
  /// The fact in force on the first day of a change, had this command not been.
  func earlier(
    _ topic: RosterFact.Topic, before change: Event.RosterChanged, where holds: (String) -> Bool
  ) -> RosterFact? {
    let own = rosterChanges.count { $0.person == change.person }
    let facts = (ledger.roster[change.person]?.facts ?? []).dropLast(own).filter {
      $0.what == topic && $0.from <= change.from && holds($0.value)
    }
    // Of facts with the same first day the one recorded later holds.
    return facts.reversed().max { $0.from < $1.from }
  }

  private func held(_ role: Role, before change: Event.RosterChanged) -> Bool {
    let both = [role.rawValue, "-" + role.rawValue]
    return earlier(.role, before: change, where: both.contains)?.value == role.rawValue
  }
}

extension Event.RosterChanged {
  /// The role that ended the day before `from`.
  fileprivate var endedRole: Role? {
    what == .role && value.hasPrefix("-") ? Role(String(value.dropFirst())) : nil
  }
}

// MARK: - The way back, and what is left to do

extension Outcome {
  private func command(_ role: Role, _ person: PersonNumber) -> CommandText {
    CommandText(.personRole).word(person.text)
      .word(ChoiceSet.roles.shown(role.rawValue, in: directory.language))
  }

  /// An end before the first day takes a tenure back, unless it goes on from an older one.
  private func wayBack(
    _ role: Role, _ person: PersonNumber, wasHeld: Bool, from: Day?, to: Day?
  ) -> String {
    switch (from, to) {
    case (let from?, nil):
      let end = command(role, person).option(.to, "\(max(from, today))")
      let wrong = wasHeld ? "" : "；登记错了就写 \(from + -1)"
      return "卸任时：\(shown(end))（止日是在任的最后一天\(wrong)）\n"
    case (let from?, _?) where wasHeld:
      return "止日登记错了，这样恢复：\(shown(command(role, person).option(.from, "\(from)")))\n"
    case (let from?, _?):
      return "登记错了，这样取消：\(shown(command(role, person).option(.to, "\(from + -1)")))\n"
    case (nil, let to?):
      return "卸任登记错了，这样恢复：\(shown(command(role, person).option(.from, "\(to + 1)")))\n"
    case (nil, nil): return ""
    }
  }

  /// Who has left holds no office; ending it stays with the village.
  func rolesLeftOpen(by change: Event.RosterChanged) -> String {
    let person = ledger.roster[change.person]
    return (person?.roles(on: max(change.from, today)) ?? []).map { role in
      let last = person?.has(role, on: change.from) == true ? change.from + -1 : today
      let end = command(role, change.person).option(.to, "\(last)")
      return "还任 \(role.word)，请卸任：\(shown(end))\n"
    }.joined()
  }

  /// A household that has lost its head by a change, with the command that names another.
  func householdWithoutHead(after change: Event.RosterChanged) -> String {
    let roster = ledger.roster
    guard let household = roster[change.person]?.household(on: change.from + -1),
      roster.head(of: household, on: change.from + -1) == change.person,
      roster.head(of: household, on: today) == nil
    else { return "" }
    return withoutHead(household, since: change.from)
  }

  func withoutHead(_ household: HouseholdNumber, since day: Day) -> String {
    guard let member = ledger.roster.members(of: household, on: today).first else { return "" }
    let name = CommandText(.personHouseholdHead).word(household.text).word(member.text)
      .option(.on, day.description)
    return "户 \(household) 没有户主了，户的积分要等新户主。\n换户主，如：\(shown(name))\n"
  }

  private func joiningAgain(_ change: Event.RosterChanged) -> String {
    let join = CommandText(.personJoin).word(change.person.text)
      .option(.on, change.from.description)
    return "登记错了，这样恢复：\(shown(join))\n"
  }
}
