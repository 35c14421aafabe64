import Testing

@testable import xinyi

struct VocabularyTests {
  @Test func `No two commands of one level share a spelling`() {
    for (parent, children) in Dictionary(grouping: CommandPath.allCases, by: \.parent) {
      let spellings = children.flatMap(\.name.spellings)
      #expect(Set(spellings).count == spellings.count, "under \(String(describing: parent))")
    }
  }

  @Test func `No two options share a spelling`() {
    let spellings = OptionName.allCases.flatMap(\.name.spellings)
    #expect(Set(spellings).count == spellings.count)
  }

  @Test func `No two values of a choice share a spelling`() {
    let sets: [ChoiceSet] = [
      .accounts, .consents, .outcomes, .roles, .sources, .states, .absences, .noticeFormats,
      .exportFormats, .shells,
    ]
    for set in sets {
      let spellings = set.values.flatMap(\.spellings)
      #expect(Set(spellings).count == spellings.count, "\(set.title)")
    }
  }

  @Test func `Every command, option and word has a Chinese name`() {
    let names =
      CommandPath.allCases.map(\.name) + OptionName.allCases.map(\.name)
      + WordName.allCases.map(\.name)
    for name in names {
      #expect(!name.chinese.isEmpty, "\(name.english)")
      #expect(!name.english.isEmpty)
    }
  }

  @Test func `Every sub-command stands under a command of the table`() {
    for path in CommandPath.allCases where path.words.count > 1 {
      #expect(path.parent != nil, "\(path.words)")
    }
  }

  @Test func `The overview has a place for every command of the first level`() {
    for path in CommandPath.allCases where path.words.count == 1 {
      #expect(path.topic != nil, "\(path.words)")
    }
  }

  @Test func `Initials are the first letters of the pinyin`() {
    for path in CommandPath.allCases {
      // 冲正 is czh, since cz is 查账.
      guard let initials = path.name.initials, path != .reverse else { continue }
      let letters = path.name.chinese.map { word in
        String(word.compactMap { pinyin(of: String($0)).first })
      }
      #expect(letters.contains(initials))
    }
  }

  @Test(arguments: Self.agreed.split(separator: "\n").map(String.init))
  func `Every agreed word leads to its command`(_ line: String) {
    let all = CommandTable(CommandPath.allCases.map(Self.bare), opening: nil)
    let parts = line.split(separator: " ").map(String.init)
    let words = parts[0].split(separator: ".").map(String.init)
    let expected = CommandPath(words: words)
    let parent = CommandPath(words: Array(words.dropLast()))
    #expect(expected != nil, "\(words)")
    for word in parts.dropFirst() + words.suffix(1) {
      #expect(all.child(of: parent, named: word) == expected, "\(word)")
    }
  }

  @Test(arguments: Self.agreedOptions.split(separator: "\n").map(String.init))
  func `Every agreed word leads to its option`(_ line: String) {
    let parts = line.split(separator: " ").map(String.init)
    let option = OptionName.allCases.first { $0.english == parts[0] }
    #expect(option != nil, "\(parts[0])")
    for word in parts.dropFirst() { #expect(OptionName.named(word) == option, "\(word)") }
  }

  @Test func `The list of agreed words is whole`() {
    #expect(Self.agreed.split(separator: "\n").count == CommandPath.allCases.count)
    #expect(Self.agreedOptions.split(separator: "\n").count == OptionName.allCases.count)
  }

  private static func bare(_ path: CommandPath) -> Command {
    Command(
      path, .reads, summary: "", examples: [""], run: { _, _ in throw Sample.NothingBehindIt() })
  }
}
