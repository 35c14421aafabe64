import XinyiFiles
import XinyiLedger
import XinyiText

extension VillageView {
  /// For groups, people by number or name, and ranges of numbers; for nobody in particular the
  /// whole village. In the order of the doors, whatever order they were typed in.
  func signInPaper(_ request: PaperRequest) throws -> Sheet {
    let everybody = directory.peopleByDoor
    guard !request.subjects.isEmpty else {
      return signInSheet(directory.paperSource.signIn(everybody, scope: "全村"))
    }
    let chosen = Set(try request.subjects.flatMap { try people($0, of: everybody) })
    let scope = request.subjects.joined(separator: "、")
    return signInSheet(
      directory.paperSource.signIn(everybody.filter(chosen.contains), scope: scope))
  }

  /// Who is meant by one word: a group, `1-12`, or somebody.
  private func people(_ typed: String, of everybody: [PersonNumber]) throws -> [PersonNumber] {
    let word = InputText.normalised(typed)
    let ofGroup = everybody.filter { ledger.roster[$0]?.group(on: today) == word }
    if !ofGroup.isEmpty { return ofGroup }
    let ends = word.split(separator: "-").map { Int($0) }
    if ends.count == 2, let first = ends[0], let last = ends[1], first <= last {
      return everybody.filter { person in
        Int(person.text).map { (first...last).contains($0) } ?? false
      }
    }
    return [try directory.person(typed)]
  }
}
