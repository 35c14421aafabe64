import Foundation

/// How characters are read, in plain letters without tones; `v` stands for ü.
///
/// Foundation knows one reading of a character, not always the one of names. It is asked once for
/// all characters of a list, since each question costs far more than its answer.
struct HanReadings {
  private let readings: [Character: [String]]

  /// Learns the characters of some texts.
  init(of texts: some Sequence<String>) {
    var characters: Set<Character> = []
    for text in texts { characters.formUnion(text) }
    let asked = characters.filter(\.isHan).sorted()
    let latin =
      asked.map(String.init).joined(separator: "\n")
      .applyingTransform(.toLatin, reverse: false)?
      .split(separator: "\n", omittingEmptySubsequences: false) ?? []
    guard latin.count == asked.count else {
      readings = [:]
      return
    }
    readings = zip(asked, latin).reduce(into: [:]) { known, pair in
      known[pair.0] = Self.readings(of: pair.0, latin: String(pair.1))
    }
  }

  /// The likeliest reading first; none for what cannot be read aloud, and for a rare character.
  subscript(character: Character) -> [String] {
    if let known = readings[character] { return known }
    let letters = String(character).lowercased()
    return letters.utf8.allSatisfy { (97...122).contains($0) } ? [letters] : []
  }

  private static func readings(of character: Character, latin: String) -> [String] {
    let usual = plain(latin).map { [$0] } ?? []
    return CommonReadings.all[character] ?? usual
  }

  /// `lǚ` becomes `lv`; nil where a character was left as it was.
  private static func plain(_ latin: String) -> String? {
    let marked = String(composed(latin).map { "üǖǘǚǜ".contains($0) ? "v" : $0 })
    let bare = marked.applyingTransform(.stripDiacritics, reverse: false) ?? marked
    let letters = bare.lowercased().filter { $0 != "'" && !$0.isWhitespace }
    let isPlain = !letters.isEmpty && letters.utf8.allSatisfy { (97...122).contains($0) }
    return isPlain ? letters : nil
  }
}

extension Character {
  /// A Chinese character, of whatever plane.
  var isHan: Bool {
    unicodeScalars.first.map { $0.properties.isIdeographic && $0.value >= 0x2E80 } ?? false
  }
}
