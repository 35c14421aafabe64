/// The words one thing has on the command line: its English name, its Chinese ones, and the
/// pinyin initials of the first Chinese one where it has such a short form.
struct Name: Hashable, Sendable {
  let english: String
  /// The first one is shown in help and answers; the others are only understood.
  let chinese: [String]
  let initials: String?

  /// Reads the notation of the table of words: `review 议事/评审/评议(py)`.
  ///
  /// English words before the last are the names of what this one belongs to: in
  /// `person add 添加` the name is `add`. A proper name such as `hledger` has no Chinese part.
  init(_ notation: String) {
    var words = notation.split(separator: " ")
    guard words.count > 1, let last = words.last, Language(of: last) == .chinese else {
      self.english = words.last.map(String.init) ?? ""
      self.chinese = []
      self.initials = nil
      return
    }
    words.removeLast()
    let parts = last.split(separator: "(")
    self.english = words.last.map(String.init) ?? ""
    self.chinese = parts[0].split(separator: "/").map(String.init)
    self.initials = parts.count > 1 ? String(parts[1].dropLast()) : nil
  }

  /// The word that help and answers show.
  func shown(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese.first ?? english
    }
  }

  /// Every spelling that is understood.
  var spellings: [String] { [english] + chinese + (initials.map { [$0] } ?? []) }

  /// The language a spelling belongs to, or nil when it is none of this name's. Initials are
  /// pinyin, thus Chinese. Letters may be typed large or small.
  func language(ofSpelling typed: String) -> Language? {
    let lowered = typed.lowercased()
    if english.lowercased() == lowered { return .english }
    return chinese.contains(typed) || initials == lowered ? .chinese : nil
  }
}
