import XinyiLedger
import XinyiText

/// One run of the program: the words of the line in, an exit status out.
///
/// Everything from outside comes in as a value or a closure, so that tests run it whole.
struct Program {
  let table: CommandTable
  let clock: Day
  let ask: @Sendable (Question) -> String?
  /// The columns of the screen that a stream goes to; nil for a file or a pipe.
  let columns: (Stream) -> Int?
  /// Carries the command out; what it returns is printed as it is.
  let perform: (Command, Arguments) throws -> Output
  let write: (Stream, [UInt8]) -> Writing

  enum Stream {
    case answer, messages
  }

  /// How writing to a descriptor ended.
  enum Writing {
    case written
    /// The reader has gone away, as `head` does; nothing to complain of.
    case closed
    case failed
  }

  func run(_ arguments: [String]) -> ExitStatus {
    let parser = CommandLineParser(table: table, clock: clock, ask: ask)
    do {
      switch try parser.parse(arguments) {
      case .help(let topic):
        let page = HelpPage(table: table, screen: columns(.answer) ?? HelpPage.greatestWidth)
        return answer(Output(text: page.text(about: topic)), hasWritten: false)
      case .run(let command, let parsed):
        let output = try perform(command, parsed)
        let hasWritten =
          command.effect == .writes && !parsed[.dryRun].isGiven && !output.recordsNothing
        return answer(output, hasWritten: hasWritten)
      }
    } catch {
      return complain(error, asJSON: LineSplitter.split(arguments).isGiven(.json))
    }
  }

  /// A record that stands is never reported as failed: what could not be printed has status 8.
  private func answer(_ output: Output, hasWritten: Bool) -> ExitStatus {
    if !output.warnings.isEmpty {
      say(output.warnings.map { $0 + "\n" }.joined())
    }
    let answer = output.isWords ? Self.folded(output.answer, columns(.answer)) : output.answer
    return switch write(.answer, answer) {
    case .written, .closed: output.status
    case .failed:
      hasWritten && [.done, .unprinted].contains(output.status) ? .unprinted : .notWritten
    }
  }

  private func complain(_ error: any Error, asJSON: Bool) -> ExitStatus {
    let known = error as? any ReportableError
    let report = known?.report ?? Self.unexpected(error)
    if asJSON {
      _ = write(.messages, report.json.compact + [0x0A])
    } else {
      say(report.text)
    }
    return known?.status ?? .bug
  }

  /// The status stands even when a message cannot be written.
  private func say(_ text: String) {
    _ = write(.messages, Self.folded(Array(text.utf8), columns(.messages)))
  }

  /// Lines that are wider than the screen go on below, further in.
  private static func folded(_ text: [UInt8], _ columns: Int?) -> [UInt8] {
    guard let columns else { return text }
    return Array(XinyiText.folded(String(decoding: text, as: UTF8.self), width: columns).utf8)
  }

  /// An error that nobody meant to be seen. Its own words may hold names, so only its type is
  /// told.
  private static func unexpected(_ error: any Error) -> ErrorReport {
    ErrorReport(
      code: "X070", message: "程序出错（\(type(of: error))），请把这一行连同所用命令告诉开发者",
      hint: "先查账：\(CommandText(.verify).text(in: .chinese))")
  }
}
