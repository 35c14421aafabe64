import XinyiLedger

extension Directory {
  /// The one spelling of a typed reference: persons, rules and goods as numbers (S1.2).
  func canonical(
    _ kind: ValueKind, _ typed: String, in place: EntryPlace
  ) throws(WordFault) -> String {
    switch kind {
    case .person: return try person(typed).text
    case .newPerson: return PersonNumber(typed: typed)?.text ?? typed
    case .people:
      switch try recipient(typed) {
      case .person(let person): return person.text
      case .household(let household): return "户:\(household)"
      }
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
