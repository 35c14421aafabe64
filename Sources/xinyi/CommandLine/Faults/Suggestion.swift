/// Finds what a person most likely meant by a word that is not known.
enum Suggestion {
  /// The nearest name, or nil when none is near enough to be worth saying. Of equally near ones
  /// the first is taken.
  static func nearest(to typed: String, among names: [Name]) -> Name? {
    // What is longer than any name, and than any slip makes one, is not worth the comparing.
    if typed.utf8.count > 60 { return nil }
    let word = Word(typed)
    var best: (name: Name, cost: Int)?
    for name in names {
      guard let cost = word.cost(of: name), cost < best?.cost ?? .max else { continue }
      best = (name, cost)
    }
    return best?.name
  }

  /// The number of characters to put in, take out, change or swap with their neighbour.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var rows = [Array(0...right.count)]
    for (i, from) in left.enumerated() {
      var row = [i + 1]
      for (j, to) in right.enumerated() {
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (from == to ? 0 : 1))
        let isSwap = i > 0 && j > 0 && from == right[j - 1] && left[i - 1] == to
        if isSwap { cost = min(cost, rows[i - 1][j - 1] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}

extension Suggestion {
  /// A typed word with its sound, which an input method keeps when it picks the wrong character.
  private struct Word {
    let text: String
    let sound: String
    let initials: String

    init(_ typed: String) {
      self.text = typed.lowercased()
      let syllables = Suggestion.syllables(of: text)
      self.sound = syllables.joined()
      self.initials = String(syllables.compactMap(\.first))
    }

    func cost(of name: Name) -> Int? {
      let spelled = ([name.english.lowercased()] + name.chinese).compactMap(cost(ofSpelling:))
      return (spelled + name.chinese.compactMap(cost(ofSound:)) + cost(ofInitialsOf: name)).min()
    }

    /// One slip in a short word, one in three characters of a long one, or a beginning.
    private func cost(ofSpelling spelling: String) -> Int? {
      let isChinese = Language(of: spelling) == .chinese
      let distance = Suggestion.distance(text, spelling)
      let allowed = isChinese ? text.count / 2 : max(text.count > 2 ? 1 : 0, text.count / 3)
      if distance <= allowed { return distance * 2 }
      return text.count >= (isChinese ? 2 : 3) && spelling.hasPrefix(text) ? 5 : nil
    }

    /// 积分 sounds like 记分, and `jifen` is how it is spelled out.
    private func cost(ofSound word: String) -> Int? {
      let other = Suggestion.syllables(of: word).joined()
      if sound == other { return 1 }
      return sound.count > 4 && Suggestion.distance(sound, other) == 1 ? 3 : nil
    }

    private func cost(ofInitialsOf name: Name) -> [Int] {
      Language(of: text) == .chinese && initials.count > 1 && initials == name.initials ? [4] : []
    }
  }

  private static func syllables(of text: String) -> [String] {
    text.unicodeScalars.reduce(into: []) { parts, scalar in
      let isChinese = scalar.value >= 0x2E80
      let part = isChinese ? pinyin(of: String(scalar)) : String(scalar)
      parts.append(part)
    }
  }
}
