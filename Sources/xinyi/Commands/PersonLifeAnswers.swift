import XinyiFiles
import XinyiLedger
import XinyiText

/// What the commands on people's lives answer: each change from what into what, points that went
/// over, what is left to be done, and the way back.
extension Outcome {
  var movedBalances: [Event.BalanceMoved] {
    events.compactMap { if case .balanceMoved(let moved) = $0.event { moved } else { nil } }
  }

  func lifeAnswer(
    _ verb: String, _ people: [PersonNumber], words: String, back: String
  ) -> Answer {
    let changes = rosterChanges.map(words(of:)).joined()
    let heads = rosterChanges.filter { $0.what != .head }.map(householdWithoutHead(after:))
    var answer = answer(
      verb, people, changes + movedWords + words + heads.unique.joined() + back)
    answer.json += [
      ("changes", .array(rosterChanges.map { .object(row(of: $0)) })),
      ("moved", .array(movedBalances.map { .object(row(of: $0)) })),
    ]
    return answer
  }

  /// `苏玉强（0012）户：012 → 2026-10-08 起 050`.
  private func words(of change: Event.RosterChanged) -> String {
    if change.what == .head { return headWords(of: change) }
    let old = oldValue(of: change)
    let (what, word): (String, (String) -> String) =
      switch change.what {
      case .household: ("户", { $0 })
      case .head: ("户主", { $0 })
      case .group: ("组", { safe($0) })
      case .role: ("职务", { Role($0)?.word ?? safe($0) })
      case .status: ("状态", { ResidentStatus($0)?.word ?? safe($0) })
      case .relation: ("亲属", relation)
      }
    let before = old.map(word) ?? (change.what == .status ? ResidentStatus.resident.word : "无")
    let gap = change.what == .status ? "" : " "
    return "\(naming.person(change.person)) \(what)：\(before) → \(change.from) 起\(gap)"
      + "\(word(change.value))\n"
  }

  /// `户 012 户主：苏玉强（0012） → 2026-10-08 起 苏玉霞（0013）`.
  private func headWords(of change: Event.RosterChanged) -> String {
    let household = HouseholdNumber(unchecked: change.value)
    let old = ledger.roster.headsNamed(of: household).dropLast().last
    return "户 \(household) 户主：\(old.map(naming.person) ?? "无") → \(change.from) 起 "
      + "\(naming.person(change.person))\n"
  }

  private func relation(_ value: String) -> String {
    let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let person = PersonNumber(parts[0]) else { return safe(value) }
    let kind = parts[1] == Person.endedRelation ? "不再登记" : safe(parts[1])
    return "\(naming.person(person)) \(kind)"
  }

  private func oldValue(of change: Event.RosterChanged) -> String? {
    earlier(change.what, before: change) { value in
      guard change.what == .relation else { return true }
      let other = change.value.split(separator: ":").first
      return value.split(separator: ":").first == other
    }?.value
  }

  private func row(of change: Event.RosterChanged) -> Row {
    [
      ("person", .text(change.person)), ("what", .text(change.what)),
      ("from", .text(change.from)), ("old", .optional(oldValue(of: change))),
      ("new", .string(change.value)),
    ]
  }

  private func row(of moved: Event.BalanceMoved) -> Row {
    [
      ("from", .string(moved.from.shown)), ("to", .string(moved.to.shown)),
      ("spendable", .tenths(moved.spendable.sum)), ("rating", .tenths(moved.rating.sum)),
      ("why", .string(moved.why)),
    ]
  }

  /// What went from one account to another, and what each can spend now.
  var movedWords: String {
    movedBalances.map { moved in
      let spendable = moved.spendable.sum.signed
      let rating = moved.rating.isEmpty ? "" : "、评级分 \(moved.rating.sum.signed)"
      let left = ledger.spendable(of: moved.from, on: today)
      let held = ledger.spendable(of: moved.to, on: today)
      return "可兑换积分 \(spendable)\(rating)：\(words(for: moved.from)) → \(words(for: moved.to))"
        + "（现在各有 \(left)、\(held) 分）\n"
    }.joined()
  }

  private func words(for account: Account) -> String {
    switch account {
    case .person(let person): naming.person(person)
    case .household(let household): "户 \(household)"
    }
  }
}

extension [Event.YearPoints] {
  fileprivate var sum: Points { reduce(.zero) { $0 + $1.points } }
}

extension Account {
  fileprivate var shown: String {
    switch self {
    case .person(let person): person.text
    case .household(let household): "户:\(household)"
    }
  }
}

// MARK: - One by one

extension Outcome {
  var joinAnswer: Answer {
    guard let change = rosterChanges.first else { return answer("已登记迁入", [], "") }
    let leave = CommandText(.personLeave).word(change.person.text)
      .option(.on, change.from.description)
    let isNew = change.what == .household
    return lifeAnswer(
      "已登记迁入", [change.person],
      words: isNew ? "从 \(change.from) 起参加评价，评级分从基础分起。\n" : "",
      back: "登记错了：\(isNew ? "编号 \(change.person) 不再收回，" : "")可以登记迁出：\(shown(leave))\n")
  }

  var dieAnswer: Answer {
    guard let change = rosterChanges.first else { return answer("已登记去世", [], "") }
    let resume = CommandText(.personResume).word(change.person.text)
      .option(.on, change.from.description)
    let heir = rosterChanges.first { $0.what == .head }.map { [$0.person] } ?? []
    return lifeAnswer(
      "已登记去世", [change.person] + heir,
      words: estateWords(of: change.person) + rolesLeftOpen(by: change),
      back: "登记错了，写同一天恢复：\(shown(resume))\n")
  }

  /// What became of the balance, where nothing went over.
  private func estateWords(of person: PersonNumber) -> String {
    guard movedBalances.isEmpty else { return "" }
    guard ledger.opened.account == .person else { return "户的积分仍由全户使用。\n" }
    let held = ledger.spendable(of: .person(person), on: today)
    return held > .zero
      ? "还有 \(held) 分，户里有了户主就由户主承接。\n" : "没有可以承接的积分；低于 0 的不由家人承担。\n"
  }

  func suspendAnswer(isStated: Bool) -> Answer {
    guard let change = rosterChanges.first else { return answer("已登记暂停", [], "") }
    let resume = CommandText(.personResume).word(change.person.text)
      .option(.on, max(change.from, today).description)
    let others = ChoiceSet.absences.values.map { $0.shown(in: directory.language) }
    let option = OptionName.state.spelled(in: directory.language, of: .personSuspend)
    let note = "没有写为什么，按外出登记；可写 \(option)：\(others.joined(separator: "、"))。\n"
    return lifeAnswer(
      "已登记暂停", [change.person],
      words: (isStated ? "" : note) + "暂停期间不评级、不扣分，只记入伍、立功等项。\n",
      back: "恢复时：\(shown(resume))\n")
  }

  var resumeAnswer: Answer {
    guard let change = rosterChanges.first else { return answer("已恢复", [], "") }
    let old = oldValue(of: change).flatMap { ResidentStatus($0) } ?? .away
    let isDeath = old == .dead
    var back = CommandText(isDeath ? .personDie : .personSuspend).word(change.person.text)
    if !isDeath { back = back.option(.state, old.rawValue, of: .absences) }
    return lifeAnswer(
      "已恢复", [change.person], words: "",
      back: "登记错了：\(shown(back.option(.on, change.from.description)))\n")
  }

  var relateAnswer: Answer {
    guard let change = rosterChanges.first else { return answer("没有变化", [], "") }
    let other = change.value.split(separator: ":").first.map(String.init) ?? ""
    let pair = CommandText(.personRelate).word(change.person.text).word(other)
    let old = oldValue(of: change)?.split(separator: ":", maxSplits: 1).last.map(String.init)
    let isEnd = change.value.hasSuffix(":\(Person.endedRelation)")
    let back =
      isEnd
      ? pair.option(.as, old ?? "亲属").option(.from, change.from.description)
      : pair.option(.to, (change.from + -1).description)
    return lifeAnswer(
      isEnd ? "已终止亲属登记" : "已登记亲属",
      [change.person] + (PersonNumber(other).map { [$0] } ?? []),
      words: isEnd ? "" : "两人互相回避：议事不投对方的票，采集对方的事会标出。\n",
      back: "登记错了：\(shown(back))\n")
  }
}
