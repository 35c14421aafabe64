/// One thing that is wrong with the words typed. Facts only: the sentences are in
/// `UsageFault+Text.swift`.
enum UsageFault: Hashable, Sendable {
  case unknownCommand(typed: String, nearest: CommandPath?)
  case missingSubcommand(of: CommandPath, available: [CommandPath])
  case unknownSubcommand(of: CommandPath, typed: String, nearest: CommandPath?)
  case unknownOption(typed: String, nearest: OptionName?)
  /// A known option that this command does not take.
  case optionNotTaken(typed: String, nearest: OptionName?)
  case repeatedOption(OptionName)
  case missingValue(of: OptionName)
  case valueForFlag(OptionName, typed: String)
  case missingWord(WordName)
  case missingOption(OptionName)
  case surplusWord(typed: String)
  case invalidValue(Slot, typed: String, ValueProblem)
  /// Two options, or an option and a word, that exclude each other.
  case exclusive(Slot, Slot)
  /// One of these options is needed.
  case missingOneOf([OptionName])
  /// Help was asked for a code that no message has.
  case unknownCode(typed: String)

  /// Whether only something is missing, so that it can be asked for.
  var isOmission: Bool {
    switch self {
    case .missingWord, .missingOption, .missingOneOf: true
    case .unknownCommand, .missingSubcommand, .unknownSubcommand, .unknownOption, .optionNotTaken,
      .repeatedOption, .missingValue, .valueForFlag, .surplusWord, .invalidValue, .exclusive,
      .unknownCode:
      false
    }
  }

  /// Never changes its meaning; each has an `Explanation`.
  var code: String {
    switch self {
    case .unknownCommand: "U001"
    case .missingSubcommand: "U002"
    case .unknownSubcommand: "U003"
    case .unknownOption: "U004"
    case .optionNotTaken: "U005"
    case .repeatedOption: "U006"
    case .missingValue: "U007"
    case .valueForFlag: "U008"
    case .missingWord: "U009"
    case .missingOption: "U010"
    case .surplusWord: "U011"
    case .invalidValue(_, _, .notOffered): "U013"
    case .invalidValue: "U012"
    case .exclusive: "U014"
    case .missingOneOf: "U015"
    case .unknownCode: "U016"
    }
  }
}

/// A place on the command line that holds values.
enum Slot: Hashable, Sendable {
  case option(OptionName)
  case word(WordName)
}

/// All that is wrong with one command line.
struct UsageFaults: Error, Equatable {
  /// Never empty.
  let faults: [UsageFault]
  /// The command or group as far as it was understood.
  let path: CommandPath?
  let language: Language
}
