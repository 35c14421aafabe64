import XinyiLedger
import XinyiText

/// Finds whom a row of a table means: a number, a whole name, or both, which must agree.
///
/// Nobody looks at a row while it is read, so neither parts of names nor sounds are taken.
struct PeopleOfTables {
  private let directory: Directory
  private let byName: [NameKey: [PersonNumber]]
  private let names: [PersonNumber: NameKey]

  enum Found {
    case person(PersonNumber)
    case fault(code: String, message: String, hint: String, at: Place)
  }

  enum Place { case number, name, household }

  init(_ directory: Directory) {
    self.directory = directory
    let known = directory.spellings.people.filter { directory.ledger.roster[$0.number] != nil }
    byName = Dictionary(grouping: known, by: \.key).mapValues { $0.map(\.number) }
    names = Dictionary(known.map { ($0.number, $0.key) }, uniquingKeysWith: { one, _ in one })
  }

  /// `number` and `name` are not both empty.
  func person(number: String, name: String, household: String) -> Found {
    if number.isEmpty {
      // A number that stands among the names is a number all the same.
      if let person = directory.numbered(name) { return .person(person) }
      return named(name, household: household)
    }
    guard let person = directory.numbered(number) else {
      return .fault(
        code: "E442", message: "名册里没有编号 \(safe(number))", hint: "核对编号", at: .number)
    }
    if !name.isEmpty, names[person] != NameKey(name) {
      return .fault(
        code: "E444", message: "编号 \(person) 在名册里不是“\(safe(name))”，是 \(shown(person))",
        hint: "改正编号或姓名，两个都写就要是同一个人", at: .name)
    }
    guard isOf(household, person) else {
      return .fault(
        code: "E444", message: "\(shown(person)) 不是 \(safe(household)) 户的", hint: "改正户号，或删去",
        at: .household)
    }
    return .person(person)
  }

  private func named(_ name: String, household: String) -> Found {
    let all = byName[NameKey(name)] ?? []
    let found = all.filter { isOf(household, $0) }
    if found.count == 1 { return .person(found[0]) }
    let shownName = TitledTable<EntryColumn>.short(name)
    if all.isEmpty {
      let near = directory.people(near: name).map(shown).joined(separator: "、")
      return .fault(
        code: "E442", message: "名册里没有“\(shownName)”",
        hint: near.isEmpty ? "核对姓名，或写编号" : "相近的有 \(near)", at: .name)
    }
    let people = (found.isEmpty ? all : found).map(shown).joined(separator: "；")
    return found.isEmpty
      ? .fault(
        code: "E444", message: "\(safe(household)) 户没有“\(shownName)”", hint: "有 \(people)",
        at: .household)
      : .fault(
        code: "E443", message: "有 \(found.count) 个“\(shownName)”", hint: "写上编号或户号：\(people)",
        at: .name)
  }

  private func isOf(_ household: String, _ person: PersonNumber) -> Bool {
    if household.isEmpty { return true }
    let held = directory.ledger.roster[person]?.household(on: directory.today)?.text
    return held.map { PersonNumber(typed: $0) == PersonNumber(typed: household) } ?? false
  }

  private func shown(_ person: PersonNumber) -> String { directory.toldApart(person) }
}
