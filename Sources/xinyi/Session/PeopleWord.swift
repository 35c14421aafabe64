import XinyiLedger

/// One word of a list of people, such as a clean-up day's: `1-12`, `1组`, `苏玉强`, `15=4`.
struct PeopleWord: Equatable {
  let meaning: Meaning
  /// What follows `=`, as typed: how much this person, or each of these, has done.
  let quantity: String?

  enum Meaning: Equatable {
    /// Whoever follows is left out (除).
    case except
    /// Everybody in the village (全村).
    case everybody
    /// Everybody of a group, `组:1组` or the bare label where a group bears it.
    case group(String)
    /// Everybody whose number lies between two, both included; smallest first.
    case range(Int, Int)
    /// A person or a household, as `Directory.recipient` reads it.
    case one(String)
  }

  /// - Parameter isGroup: whether a label stands for a group without `组:` before it.
  init(_ typed: String, isGroup: (String) -> Bool) {
    let parts = typed.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = InputText.trimmed(String(parts.first ?? ""))
    quantity = parts.count > 1 ? InputText.trimmed(String(parts[1])) : nil
    if quantity == nil && Self.exceptions.contains(name.lowercased()) {
      meaning = .except
    } else if ["全村", "所有人", "all"].contains(name.lowercased()) {
      meaning = .everybody
    } else if name.hasPrefix("组:") {
      meaning = .group(String(name.dropFirst(2)))
    } else if isGroup(name) {
      meaning = .group(name)
    } else if let (first, last) = Self.range(name) {
      meaning = .range(min(first, last), max(first, last))
    } else {
      meaning = .one(name)
    }
  }

  private static let exceptions: Set<String> = ["除", "除了", "除去", "except"]

  /// `1-12`, also with `~` or 到 between the numbers.
  private static func range(_ text: String) -> (Int, Int)? {
    let parts = text.split(omittingEmptySubsequences: false) { "-~到至".contains($0) }
    let numbers = parts.compactMap { part -> Int? in
      (1...9).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
        ? Int(part) : nil
    }
    return parts.count == 2 && numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  /// The words with 除 parted from what is written close to it: `1组除3` is `1组 除 3`.
  static func parted(_ typed: [String]) -> [String] {
    typed.flatMap(partedBeforeException).flatMap { word -> [String] in
      guard word.hasPrefix("除"), !exceptions.contains(word) else { return [word] }
      let rest = word.dropFirst(word.hasPrefix("除了") || word.hasPrefix("除去") ? 2 : 1)
      return ["除", String(rest.first == ":" ? rest.dropFirst() : rest)].filter { !$0.isEmpty }
    }
  }

  /// Only behind a number, a group or the whole village: a name may hold the character.
  private static func partedBeforeException(_ word: String) -> [String] {
    guard let place = word.firstIndex(of: "除"), place > word.startIndex,
      let last = word[..<place].last, last.isASCII && last.isNumber || "组村".contains(last)
    else { return [word] }
    return [String(word[..<place]), String(word[place...])]
  }
}
