import XinyiLedger
import XinyiText

/// Lists of people: all that is wrong with one is said at once, and asked for one by one.
extension Interview {
  /// The words of a list with numbers in the place of names that could not stand; nil when the
  /// list is to be asked for again.
  func settledPeople(_ typed: [String], _ slot: Slot, _ view: VillageView) throws -> [String]? {
    var words = PeopleWord.parted(typed)
    while true {
      let list = PeopleList(words, for: purpose(slot, view), in: view.directory)
      if list.problems.isEmpty {
        if words.count > 1 || list.lines.count > 1 { try echo(list, view) }
        return words
      }
      if list.problems.count > 1 { try tell(list.problems, view) }
      for problem in list.problems {
        guard let better = try instead(of: problem, view) else { return nil }
        words = words.flatMap { $0 == problem.word ? better : [$0] }
      }
      if words.isEmpty { return nil }
    }
  }

  private func purpose(_ slot: Slot, _ view: VillageView) -> PeopleList.Purpose {
    .init(
      day: form.values[.option(.on)]?.day ?? view.today,
      item: slot == .word(.who) ? chosenItem : nil)
  }

  private func tell(_ problems: [PeopleList.Problem], _ view: VillageView) throws {
    try dialogue.say("名单里有 \(problems.count) 处不对：\n")
    for problem in problems { try dialogue.say("  \(sentence(of: problem, view))\n") }
    try dialogue.say("一个一个来，别的不用重写。\n")
  }

  private func sentence(of problem: PeopleList.Problem, _ view: VillageView) -> String {
    let told = session.told(problem.reason, view.naming) as? any ReportableError
    guard let report = told?.report else { return safe(problem.word) }
    let facts = report.facts.isEmpty ? "" : "（\(report.facts.joined())）"
    return shortened(report.message) + facts
  }

  /// The words to put in the place of a wrong one: none to leave it out; nil for a step back.
  private func instead(
    of problem: PeopleList.Problem, _ view: VillageView
  ) throws -> [String]? {
    let quantity = problem.word.split(separator: "=", maxSplits: 1).dropFirst().first
    let suffix = quantity.map { "=\($0)" } ?? ""
    if case WordFault.ambiguousPerson(_, let people, _) = problem.reason {
      try dialogue.say("“\(safe(problem.word))”可以是 \(people.count) 个人：\n")
      let person = try dialogue.choose(people, "是哪一位：", shown: view.directory.told)
      return person.map { [$0.text + suffix] }
    }
    try dialogue.say("\(sentence(of: problem, view))。\n")
    let prompt = "“\(safe(problem.word))”改成（回车去掉）："
    switch try dialogue.put(prompt, help: "写编号或姓名；回车就不记这一个；< 重写整个名单。\n") {
    case .back: return nil
    case .nothing: return []
    case .text(let typed): return InputText.listed(typed)
    }
  }

  /// How many they are, so that a slip in a range shows before anything is written.
  private func echo(_ list: PeopleList, _ view: VillageView) throws {
    let names = list.lines.map { line in
      let name =
        switch line.recipient {
        case .person(let person): view.naming.name(of: person)
        case .household(let household): "\(household)户"
        }
      return name + (line.quantity.map { "=\($0)" } ?? "")
    }
    let shown = names.prefix(12).joined(separator: "、")
    let more = names.count > 12 ? "等" : ""
    try dialogue.say("共 \(names.count) 个：\(shown)\(more)\n")
    if !list.skipped.isEmpty {
      let left = list.skipped.prefix(12).map(view.naming.person).joined(separator: "、")
      try dialogue.say("那天不参加评价，不算：\(left)\n")
    }
  }
}
