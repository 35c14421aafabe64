import TestSupport
import Testing
import XinyiText

@testable import xinyi

/// Everything a person reads is Chinese but for the names of commands and options.
struct ChineseWordsTests {
  private static let vocabulary: Set<String> = {
    let names =
      CommandPath.allCases.map(\.name) + OptionName.allCases.map(\.name)
      + WordName.allCases.map(\.name)
    let spellings = names.flatMap { [$0.english] + ($0.initials.map { [$0] } ?? []) }
    return Set(spellings.flatMap { $0.split(separator: "-").map(String.init) })
  }()

  /// The words of a page that are not names of this program.
  private func foreign(_ text: String, _ choices: Set<String> = []) -> [String] {
    foreignWords(in: text, known: Self.vocabulary.union(choices))
  }

  @Test func `Help of every command, group and task is Chinese`() {
    let page = HelpPage(table: .all, screen: 80)
    let topics =
      [HelpTopic.overview] + CommandTable.all.commands.map { .command($0.path) }
      + TaskGuide.all.map { .task($0) }
    let choices = CommandTable.all.commands.flatMap { command in
      (command.words.map(\.kind) + command.options.map(\.kind)).flatMap { kind -> [String] in
        guard case .choice(let set) = kind else { return [] }
        return set.values.map(\.english)
      }
    }
    for topic in topics {
      let words = foreign(page.text(about: topic), Set(choices).union(["OPTIONS"]))
      #expect(words.isEmpty, "\(topic): \(words)")
    }
  }

  @Test func `What a command does and takes is said in Chinese alone`() {
    for command in CommandTable.all.commands {
      let texts = [command.summary] + command.words.map(\.help) + command.options.map(\.help)
      for text in texts {
        #expect(foreignWords(in: text).isEmpty, "\(command.path): \(text)")
      }
    }
  }

  @Test func `Every explanation of a code is Chinese`() {
    for explanation in Explanation.chapters.flatMap(\.explanations) {
      // What stands between backquotes is typed or stands in a file.
      let text = (explanation.meaning + (explanation.example ?? "") + explanation.remedy)
        .replacing(/`[^`]*`/, with: "")
      #expect(foreignWords(in: text).isEmpty, "\(explanation.code): \(text)")
    }
  }
}
