extension Command {
  /// An option as one command takes it.
  struct Option: Sendable {
    let name: OptionName
    let kind: ValueKind
    let number: Number
    let help: String
    /// Whether it is asked for although it may be left out, once questions are asked.
    private(set) var isAsked = false

    enum Number: Sendable {
      case optional, required, repeatable
    }

    static func optional(_ name: OptionName, _ kind: ValueKind, _ help: String) -> Option {
      Option(name: name, kind: kind, number: .optional, help: help)
    }

    static func required(_ name: OptionName, _ kind: ValueKind, _ help: String) -> Option {
      Option(name: name, kind: kind, number: .required, help: help)
    }

    static func repeatable(_ name: OptionName, _ kind: ValueKind, _ help: String) -> Option {
      Option(name: name, kind: kind, number: .repeatable, help: help)
    }

    /// The same option, offered among the questions; Enter leaves it out or takes the last used.
    var asked: Option {
      var copy = self
      copy.isAsked = true
      return copy
    }

    static func flag(_ name: OptionName, _ help: String) -> Option {
      Option(name: name, kind: .flag, number: .optional, help: help)
    }
  }
}

extension Command.Option {
  /// What every command takes.
  static let common: [Command.Option] = [
    .flag(.json, "答案写成一个 JSON 对象，供别的程序读"),
    .optional(.by, .operatorLabel, "代号；不写取 XINYI_OPERATOR 或登录名"),
    .optional(.today, .dayOrMoment, "把这一天当作今天，只限演练账本"),
    .optional(.folder, .path, "账本的文件夹；不写取 XINYI_HOME 或就近找"),
    .flag(.help, "看这个命令的用法"),
  ]

  /// What every writing command takes.
  static let ofWriters: [Command.Option] = [
    .flag(.dryRun, "只试算给您看，什么也不写"),
    .optional(.receipt, .receiptKey, "单号：同一单号的同一件事只办一次"),
  ]
}
