import XinyiLedger
import XinyiText

/// One run of the program: the words of the line in, an exit status out.
///
/// Everything from outside comes in as a value or a closure, so that tests run it whole.
struct Program {
  let table: CommandTable
  let clock: Day
  /// The columns of the screen that a stream goes to; nil for a file or a pipe.
  let columns: (Stream) -> Int?
  /// Asks for what is missing; nil where nobody sits at a terminal.
  let asking: Asking?
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

  /// How what is missing is asked for.
  struct Asking {
    /// Completes a command and carries it out; the complaint is what was wrong with a whole line.
    let complete: (Form, (any Error)?) throws -> Output
    /// Which of the commands under a group is meant; nil for none of them.
    let choose: (CommandPath, [CommandPath]) throws -> CommandPath?
  }

  func run(_ arguments: [String]) -> ExitStatus {
    let asksJSON = LineSplitter.split(arguments).isGiven(.json)
    let asking = asksJSON ? nil : asking
    do {
      return try run(arguments, asking)
    } catch let told as Interview.Told {
      return told.status
    } catch let ended as Dialogue.Ended {
      if ended.status == .done { _ = write(.answer, Array("\n没有问完，什么也没有办。\n".utf8)) }
      return ended.status == .done ? .usage : ended.status
    } catch {
      return complain(error, asJSON: asksJSON)
    }
  }

  private func run(_ arguments: [String], _ asking: Asking?) throws -> ExitStatus {
    let invocation: Invocation
    do throws(UsageFaults) {
      invocation = try CommandLineParser(table: table, clock: clock).understand(arguments)
    } catch {
      guard case .missingSubcommand(let group, let available) = error.faults.first, let asking
      else { throw error }
      guard let child = try asking.choose(group, available) else { return .done }
      return try run(arguments + [child.name.shown(in: error.language)], asking)
    }
    switch invocation {
    case .help(let topic):
      let page = HelpPage(table: table, screen: columns(.answer) ?? HelpPage.greatestWidth)
      return answer(Output(text: page.text(about: topic)), hasWritten: false)
    case .incomplete(let form, let faults):
      guard let asking else { throw faults }
      return answer(try asking.complete(form, nil), to: form)
    case .run(let command, let parsed):
      return answer(try output(of: command, parsed, asking), to: Form(command, parsed))
    }
  }

  /// A whole line is carried out without a question; what cannot be taken back, or names somebody
  /// who could be several, is asked about where somebody sits there.
  private func output(
    of command: Command, _ parsed: Arguments, _ asking: Asking?
  ) throws -> Output {
    let form = Form(command, parsed)
    guard let asking else { return try perform(command, parsed) }
    if command.effect == .writesForGood && !parsed[.dryRun].isGiven {
      return try asking.complete(form, nil)
    }
    do {
      return try perform(command, parsed)
    } catch let faults as UsageFaults where faults.faults.allSatisfy(\.isOmission) {
      return try asking.complete(form, faults)
    } catch let report as WordFaultReport where report.fault.isAboutWords {
      return try asking.complete(form, report)
    } catch let report as PeopleListReport {
      return try asking.complete(form, report)
    }
  }

  private func answer(_ output: Output, to form: Form) -> ExitStatus {
    let dryRun = form.isFilled(.option(.dryRun))
    let hasWritten = form.command.effect.isWriting && !dryRun && !output.recordsNothing
    return answer(output, hasWritten: hasWritten)
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
