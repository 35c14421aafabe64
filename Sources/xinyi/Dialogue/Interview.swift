import XinyiFiles
import XinyiLedger
import XinyiText

/// Completes a command by asking for what is missing, question by question, and carries it out.
///
/// The questions come from the command's own declaration and from what the rule chosen needs; the
/// outcome is a form with the same values as a typed line has. Nothing is written before the yes.
struct Interview {
  let dialogue: Dialogue
  let surroundings: Surroundings
  var form: Form
  /// The village as it was when the questions began; nil for a command that makes one.
  let view: VillageView?
  /// What was asked, in order; `<` goes back along it.
  var asked: [Slot] = []
  /// What the command itself said was missing.
  var demanded: [Slot] = []
  /// Whether what may be left out is offered too: not where only one word of a whole line is wrong.
  var offersOptions: Bool

  enum End {
    case answered(Answer)
    /// Somebody said no; nothing was done.
    case declined
    /// Back before the first question.
    case left
  }

  /// - Parameter complaint: what was wrong with the line, where it was whole.
  init(
    _ form: Form, complaint: (any Error)?, dialogue: Dialogue, surroundings: Surroundings
  ) throws {
    self.form = form
    self.dialogue = dialogue
    self.surroundings = surroundings
    offersOptions = complaint == nil
    let session = Session(arguments: form.arguments, surroundings: surroundings)
    view = form.command.path.makesVillage ? nil : try session.look()
    if let faults = complaint as? UsageFaults { demanded = faults.omissions }
  }

  var session: Session { Session(arguments: form.arguments, surroundings: surroundings) }

  /// Asks until everything is there, shows it, and does it on a yes.
  mutating func work() throws -> End {
    try settleTyped()
    while true {
      if let question = nextQuestion {
        guard try put(question) || stepBack() else { return .left }
        continue
      }
      guard form.command.effect.isWriting, !form.isFilled(.option(.dryRun)) else {
        if let answer = try attempt(form) { return .answered(answer) }
        continue
      }
      var trial = form
      trial.values[.option(.dryRun)] = Values(kind: .flag, all: [.given])
      guard let tried = try attempt(trial) else { continue }
      if tried.recordsNothing { return .answered(tried) }
      try tell(tried)
      switch try confirm(tried) {
      case .yes: if let answer = try attempt(form) { return .answered(answer) }
      case .no: return .declined
      case .back: guard try stepBack() else { return .left }
      }
    }
  }

  /// Empties the place that was asked for last; false when there is none.
  private mutating func stepBack() throws -> Bool {
    guard let slot = asked.popLast() else { return false }
    form.values[slot] = nil
    return true
  }

  /// Carries the form out. What is missing is asked for; what is refused is told, and the last
  /// answer asked for again; nil in both cases.
  private mutating func attempt(_ form: Form) throws -> Answer? {
    do {
      var session = Session(arguments: form.arguments, surroundings: surroundings)
      return try session.carryOut(form.command)
    } catch let faults as UsageFaults where faults.omissions.contains(where: isNew) {
      demanded += faults.omissions
      return nil
    } catch let report as RefusalReport {
      try dialogue.say(report.report.text)
      if let slot = report.refusal.remedy.map(Slot.option), isNew(slot),
        form.command.option(.why) != nil || slot != .option(.why)
      {
        demanded.append(slot)
        return nil
      }
      guard !asked.isEmpty else { throw Told(status: report.status) }
      _ = try stepBack()
      return nil
    } catch let error as any ReportableError where error.status == .usage {
      try dialogue.say(error.report.text)
      guard !asked.isEmpty else { throw Told(status: error.status) }
      _ = try stepBack()
      return nil
    }
  }

  /// An error that has been told already.
  struct Told: Error {
    let status: ExitStatus
  }

  private func isNew(_ slot: Slot) -> Bool { !demanded.contains(slot) && !form.isFilled(slot) }
}

extension UsageFaults {
  /// The places that are missing.
  var omissions: [Slot] {
    faults.compactMap { fault in
      switch fault {
      case .missingWord(let word): .word(word)
      case .missingOption(let option): .option(option)
      case .missingOneOf(let options): options.first.map(Slot.option)
      default: nil
      }
    }
  }
}

extension Refusal {
  /// The option that would turn the refusal away, where a word is all that lacks.
  fileprivate var remedy: OptionName? {
    switch self {
    case .lateNeedsReason: .why
    case .outsideNeedsDocument: .document
    default: nil
    }
  }
}

extension CommandPath {
  /// Whether the command needs no village, for it makes one.
  var makesVillage: Bool { [.initialise, .demo, .restore].contains(self) }
}
