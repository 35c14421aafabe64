import XinyiLedger
import XinyiText

/// How a name is read aloud, in plain letters, so that it is found by typing them.
struct Spelling: Hashable, Sendable {
  /// The readings of each character that has any, the likeliest first; `v` stands for ü.
  private let syllables: [[[UInt8]]]

  /// How well letters fit.
  enum Fit {
    /// Every syllable has a share in them: `suyuqiang`, `syq`, `suyq`.
    case whole
    /// Some neighbours have: `yuqiang`, `yq`, `su`.
    case part
  }

  private init(_ readings: [[String]]) {
    syllables = readings.filter { !$0.isEmpty }.map { $0.flatMap(Self.typedForms) }
  }

  /// A person's name, whose surname may have a reading of its own; that of the same characters
  /// elsewhere is understood too, since not everybody knows.
  init(name: String, _ readings: HanReadings) {
    let characters = name.filter { !$0.isWhitespace }
    let surname = surname(of: characters)
    let usual = surname.map { readings[$0] }
    let own = SurnameReadings.readings(of: surname) ?? usual
    let first = zip(own, usual).map { own, usual in own + usual.filter { !own.contains($0) } }
    self.init(first + characters.dropFirst(surname.count).map { readings[$0] })
  }

  /// A title, or what goods are called.
  init(title: String, _ readings: HanReadings) {
    self.init(title.map { readings[$0] })
  }

  /// A spelling that somebody wrote: `zeng guang wen`.
  init(written: Pinyin) {
    self.init(written.syllables.map { [$0.replacing("ü", with: "v")] })
  }

  /// As it is written in the roster: `lü bu wei`; nil where no character is known.
  var pinyin: Pinyin? {
    let words = syllables.compactMap(\.first).map { String(decoding: $0, as: UTF8.self) }
    return Pinyin(words.joined(separator: " ").replacing("v", with: "ü"))
  }

  /// ü is typed as `v`, and where there is no such key, as `u` or `yu`.
  private static func typedForms(_ syllable: String) -> [[UInt8]] {
    guard syllable.contains("v") else { return [Array(syllable.utf8)] }
    return ["v", "u", "yu"].map { Array(syllable.replacing("v", with: $0).utf8) }
  }
}

extension Pinyin {
  /// What a person types: capitals and full-width letters too, `v` or `u:` for ü.
  init?(typed: String) {
    let plain = InputText.normalised(typed).lowercased()
      .replacing("u:", with: "ü").replacing("v", with: "ü")
    let syllables = plain.split { $0.isWhitespace || "'-".contains($0) }
    self.init(syllables.joined(separator: " "))
  }

  /// Whether it can be the spelling of a name: as many syllables as characters that are read.
  func fits(_ name: String) -> Bool {
    let han = name.count(where: \.isHan)
    return han == 0 || han == syllables.count
  }

  /// nil for the spelling that a name has by itself, which the roster does not keep.
  func unlessPlain(for name: String) -> Pinyin? {
    Spelling(name: name, HanReadings(of: [name])).pinyin == self ? nil : self
  }
}

// MARK: - Fitting

extension Spelling {
  func fit(_ word: SpelledWord) -> Fit? {
    if isWhole(from: 0, word.letters[...]) { return .whole }
    return syllables.indices.contains { isPart(from: $0, word.letters[...], pieces: 0) }
      ? .part : nil
  }

  /// Whether all syllables from one on, each with a beginning of it, make up the letters.
  private func isWhole(from index: Int, _ letters: ArraySlice<UInt8>) -> Bool {
    guard index < syllables.count else { return letters.isEmpty }
    guard !letters.isEmpty else { return false }
    return syllables[index].contains { reading in
      let shared = zip(reading, letters).prefix { $0 == $1 }.count
      return (0..<shared).reversed().contains {
        isWhole(from: index + 1, letters.dropFirst($0 + 1))
      }
    }
  }

  /// Whether whole syllables and initials from one on make up the letters; a single initial is too
  /// little to go by.
  private func isPart(from index: Int, _ letters: ArraySlice<UInt8>, pieces: Int) -> Bool {
    if letters.isEmpty { return pieces > 1 }
    guard index < syllables.count else { return false }
    return syllables[index].contains { reading in
      if letters.elementsEqual(reading) { return true }
      return Set([1, Self.initial(of: reading), reading.count]).contains { length in
        letters.starts(with: reading.prefix(length))
          && isPart(from: index + 1, letters.dropFirst(length), pieces: pieces + 1)
      }
    }
  }

  /// `zh`, `ch` and `sh` are one sound.
  private static func initial(of reading: [UInt8]) -> Int {
    reading.count > 1 && reading[1] == UInt8(ascii: "h") ? 2 : 1
  }
}

/// Letters typed to find something by its sound: `SYQ`, `su yu qiang`, `ｓｙｑ`.
struct SpelledWord {
  /// Small letters; `v` stands for ü.
  let letters: [UInt8]

  /// nil for what is not spelled, and for a single letter.
  init?(_ typed: String) {
    let plain = InputText.normalised(typed).lowercased().replacing("ü", with: "v")
    let letters = plain.filter { !$0.isWhitespace && !"'-".contains($0) }
    guard letters.utf8.count > 1, letters.utf8.allSatisfy({ (97...122).contains($0) }) else {
      return nil
    }
    self.letters = Array(letters.utf8)
  }
}
