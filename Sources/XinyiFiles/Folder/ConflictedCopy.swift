/// Names of copies that a synchronizing program made of a village's files where two machines had
/// written: `ledger (conflicted copy 2026-11-21).jsonl`, `ledger-DESKTOP-1.jsonl`.
enum ConflictedCopy {
  /// Whether a name is that of a copy of one of the village's own files. A copy that a person
  /// made and named, such as `ledger-旧.jsonl`, is none.
  static func isNamed(_ name: String) -> Bool {
    let lower = name.lowercased()
    return stems.contains { stem in
      guard lower.hasPrefix(stem.name) else { return false }
      let addition = lower.dropFirst(stem.name.count)
      // Another word, such as `villagers`.
      if let first = addition.first, first.isASCII && first.isLetter { return false }
      if words.contains(where: { addition.contains($0) }) { return true }
      guard lower.hasSuffix(stem.end), addition.count > stem.end.count else { return false }
      let between = name.dropFirst(stem.name.count).dropLast(stem.end.count)
      return isCounted(between) || isMachine(between)
    }
  }

  /// The village's own files, and what their names end in.
  private static let stems = [
    ("ledger", ".jsonl"), ("head", ".json"), ("lock", ""), ("village", ".json"),
    ("roster", ".json"), ("shop", ".json"), ("catalog", ".json"), ("notices", ""),
  ].map { (name: $0.0, end: $0.1) }

  /// What synchronizing programs write into the name, in lower case.
  private static let words = [
    "conflicted copy", "case conflict", "sync-conflict", "_conflict-", "(conflict", "conflict)",
    "冲突",
  ]

  /// ` (1)` and ` 2`: a second file of the same name.
  private static func isCounted(_ addition: Substring) -> Bool {
    guard addition.first == " " || addition.first == "(" else { return false }
    let digits = addition.filter { !" ()".contains($0) }
    return !digits.isEmpty && digits.count <= 3 && digits.allSatisfy { "0"..."9" ~= $0 }
  }

  /// `-DESKTOP-1`: the name of a machine, which Windows writes in capitals.
  private static func isMachine(_ addition: Substring) -> Bool {
    guard addition.first == "-" else { return false }
    let machine = addition.dropFirst()
    return machine.contains { "A"..."Z" ~= $0 }
      && machine.allSatisfy { "A"..."Z" ~= $0 || "0"..."9" ~= $0 || $0 == "-" }
  }
}
