import Testing
import XinyiText

@testable import xinyi

/// What help says must be true of the program that says it.
struct TaskGuideTests {
  /// The command that a line as people type it leads to; the fault of the line is an error.
  private func parse(_ line: String) throws -> CommandPath? {
    let words = Self.words(of: line)
    let parser = CommandLineParser(table: .all, clock: Sample.today)
    switch try parser.parse(Array(words.dropFirst())) {
    case .run(let command, _): return command.path
    case .incomplete(_, let faults): throw faults
    case .help(.overview): return .help
    case .help(.command(let path)): return path
    case .help(.task), .help(.code): return .help
    }
  }

  /// Parted at spaces that stand outside of quotation marks, as the shell does.
  private static func words(of line: String) -> [String] {
    var words = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " " && !isQuoted {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words
  }

  @Test func `Every example of a command can be typed, and leads to it`() throws {
    for command in CommandTable.all.commands {
      for example in command.examples {
        #expect(example.hasPrefix("xinyi "), "\(example)")
        #expect(try parse(example) == command.path, "\(example)")
      }
    }
  }

  @Test(arguments: TaskGuide.all.flatMap(\.steps).map(\.line).filter { !$0.hasPrefix("cd ") })
  func `Every step of a task can be typed`(_ line: String) throws {
    #expect(line.hasPrefix("xinyi "))
    _ = try #require(try parse(line))
  }

  @Test func `Commands quoted in the troubles of a task can be typed`() throws {
    let texts = TaskGuide.all.flatMap(\.troubles).map(\.remedy)
    let quoted = texts.flatMap { $0.matches(of: /“(xinyi [^”]+)”/) }.map { String($0.1) }
    let isQuoted = texts.allSatisfy { !$0.replacing("“xinyi ", with: "").contains("xinyi ") }
    #expect(isQuoted)
    #expect(quoted.count > 10)
    for line in quoted { #expect(throws: Never.self, "\(line)") { try parse(line) } }
  }

  @Test func `What an error's explanation tells to type is a command`() throws {
    let remedies = Explanation.chapters.flatMap(\.explanations)
    var count = 0
    for explanation in remedies {
      for match in explanation.remedy.matches(of: /`([^`]+)`/) {
        let words = match.1.split(separator: " ").map(String.init)
        guard let first = words.first, Language(of: first) == .chinese,
          CommandTable.all.child(of: nil, named: first) != nil
        else { continue }
        count += 1
        do {
          _ = try parse("xinyi " + match.1)
        } catch let faults as UsageFaults {
          // What is left out there is different for everybody.
          for fault in faults.faults {
            switch fault {
            case .missingWord, .missingOption, .missingOneOf, .missingValue: continue
            default: Issue.record("\(explanation.code): \(String(match.1)): \(fault)")
            }
          }
        }
      }
    }
    #expect(count > 60)
  }

  @Test(arguments: TaskGuide.all.map(\.title))
  func `The page of a task fits a screen of eighty columns`(_ title: String) throws {
    let guide = try #require(TaskGuide.named(title))
    let page = HelpPage(table: .all, screen: 80).text(about: .task(guide))
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 23, "\(lines.count) lines")
    #expect(lines.allSatisfy { displayWidth(of: String($0)) <= 80 })
    #expect(page.hasPrefix("例"))
  }

  @Test func `Help fits a screen of forty columns`() throws {
    let page = HelpPage(table: .all, screen: 40)
    let topics =
      [HelpTopic.overview] + CommandPath.allCases.filter(Self.isThere).map { .command($0) }
      + TaskGuide.all.map { .task($0) }
      + Explanation.chapters.flatMap(\.explanations).map { .code($0) }
    for topic in topics {
      for line in page.text(about: topic).split(separator: "\n") {
        #expect(displayWidth(of: String(line)) <= 40, "\(line)")
      }
    }
  }

  private static func isThere(_ path: CommandPath) -> Bool {
    CommandTable.all[path] != nil || !CommandTable.all.children(of: path).isEmpty
  }

  @Test(arguments: ["记分", "评审", "公示", "兑换", "改错"])
  func `A task is found by its word, and the command of that name still has its page`(
    _ word: String
  ) throws {
    let parser = CommandLineParser(table: .all, clock: Sample.today)
    guard case .help(.task(let guide)) = try parser.parse(["帮助", word]) else {
      Issue.record("no task")
      return
    }
    #expect(guide.title == word)
    guard case .help(.command) = try parser.parse([word, "--帮助"]) else {
      Issue.record("no page of the command")
      return
    }
  }

  @Test func `No two tasks share a word, and the overview names each`() {
    let names = TaskGuide.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
    let overview = HelpPage(table: .all, screen: 80).text(about: .overview)
    for guide in TaskGuide.all { #expect(overview.contains(guide.title)) }
  }
}
