import XinyiLedger

extension Directory {
  /// The one spelling of a typed reference: persons, rules and goods as numbers (S1.2).
  func canonical(
    _ kind: ValueKind, _ typed: String, in place: EntryPlace
  ) throws(WordFault) -> String {
    switch kind {
    case .person: return try person(typed).text
    case .newPerson: return PersonNumber(typed: typed)?.text ?? typed
    case .people: return PeopleWord.parted([typed]).map(canonicalPeople).joined(separator: "\n")
    case .rule, .rules: return try rule(typed).code.text
    case .item: return try item(typed).text
    case .basket:
      let piece = try basketLine(BasketLine(typed: typed))
      return "\(piece.item)x\(piece.count)"
    case .entry, .entries: return try entry(typed, place).description
    case .entryOrBatch:
      return try entries(ofBatchOr: typed, place).map(\.description).joined(separator: ",")
    case .reminder: return try reminder(typed).number.description
    default: return typed
    }
  }
}

extension Directory {
  /// A word of a list of people; who is in a group then is no part of the request. What names
  /// nobody stays as it is: the command itself tells all that is wrong with the list.
  private func canonicalPeople(_ typed: String) -> String {
    let word = PeopleWord(typed) { isGroup($0, on: today) }
    let who: String
    switch word.meaning {
    case .except: who = "除"
    case .everybody: who = "全村"
    case .group(let label): who = "组:\(label)"
    case .range(let first, let last): who = "\(first)-\(last)"
    case .one(let name):
      switch try? recipient(name) {
      case .person(let person)?: who = person.text
      case .household(let household)?: who = "户:\(household)"
      case nil: who = name
      }
    }
    return word.quantity.map { "\(who)=\($0)" } ?? who
  }
}

extension CommandPath {
  /// Where a bare entry number of this command is looked for (S8.3).
  var entryPlace: Directory.EntryPlace {
    switch lineage.first {
    case .review: .inReview
    case .objection, .fix: .onNotice
    default: .open
    }
  }
}
