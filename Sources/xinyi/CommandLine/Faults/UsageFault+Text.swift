import XinyiText

/// Every sentence about the words typed, in one place.
extension UsageFaults: ReportableError {
  var status: ExitStatus { .usage }

  var report: ErrorReport {
    let reports = faults.map { fault in
      ErrorReport(
        code: fault.code, message: sentence(of: fault), hint: next(after: fault),
        candidates: candidates(of: fault))
    }
    guard reports.count > 1, let first = reports.first else {
      return reports.first ?? ErrorReport(code: "U000", message: "命令有误")
    }
    return ErrorReport(
      code: first.code, message: "未执行：命令有 \(reports.count) 处不对", hint: usage,
      faults: reports)
  }

  private func sentence(of fault: UsageFault) -> String {
    let prefix = faults.count == 1 ? "未执行：" : ""
    return prefix + body(of: fault)
  }

  private func body(of fault: UsageFault) -> String {
    switch fault {
    case .unknownCommand(let typed, _): "没有“\(shown(typed))”这个命令"
    case .missingSubcommand(let group, let available):
      "“\(word(group))”后面还要写做什么：\(available.map(word).joined(separator: "、"))"
    case .unknownSubcommand(let group, let typed, _):
      "“\(word(group))”没有“\(shown(typed))”"
    case .unknownOption(let typed, let nearest):
      "没有选项“\(shown(typed))”" + (nearest.map { "，相近的是 \(spelled($0))" } ?? "")
    case .optionNotTaken(let typed, let nearest):
      "这个命令不用 \(shown(typed))" + (nearest.map { "，相近的是 \(spelled($0))" } ?? "")
    case .repeatedOption(let option): "\(spelled(option)) 只能写一次"
    case .missingValue(let option): "\(spelled(option)) 后面缺少内容"
    case .valueForFlag(let option, let typed):
      "\(spelled(option)) 不带内容，不能写“\(shown(typed))”"
    case .missingWord(let word): "缺少\(label(.word(word)))"
    case .missingOption(let option): "缺少 \(spelled(option))"
    case .surplusWord(let typed): "多了一个词“\(shown(typed))”"
    case .invalidValue(let slot, _, .longDigits):
      // The number itself is not shown again.
      label(slot) + ValueProblem.longDigits.sentence(in: language)
    case .invalidValue(let slot, let typed, let problem):
      "\(label(slot))“\(shown(typed))”\(problem.sentence(in: language))"
    case .exclusive(let one, let other): "\(label(one))和\(label(other))只能写一个"
    case .missingOneOf(let options):
      "要写 \(options.map(spelled).joined(separator: " 或 ")) 之一"
    case .unknownCode(let typed): "没有“\(shown(typed))”这个代码"
    }
  }

  /// One command to run next.
  private func next(after fault: UsageFault) -> String {
    switch fault {
    case .unknownCommand(_, let nearest?), .unknownSubcommand(_, _, let nearest?):
      "您要的可能是：\(CommandText(nearest).text(in: language))"
    case .missingSubcommand(_, let available) where available.count == 1:
      "您要的可能是：\(CommandText(available[0]).text(in: language))"
    case .unknownCommand(_, nil), .unknownSubcommand, .missingSubcommand, .unknownOption,
      .optionNotTaken, .repeatedOption, .missingValue, .valueForFlag, .missingWord,
      .missingOption, .surplusWord, .invalidValue, .exclusive, .missingOneOf, .unknownCode:
      usage
    }
  }

  private var usage: String {
    let command =
      path.map { $0 == .help ? CommandText(.help) : CommandText($0).flag(.help) }
      ?? CommandText(.help)
    return "查看用法：\(command.text(in: language))"
  }

  private func candidates(of fault: UsageFault) -> [ErrorReport.Candidate] {
    switch fault {
    case .unknownCommand(_, let nearest?), .unknownSubcommand(_, _, let nearest?):
      [candidate("command", nearest.words.joined(separator: " "))]
    case .missingSubcommand(_, let available):
      available.map { candidate("command", $0.words.joined(separator: " ")) }
    case .unknownOption(_, let nearest?), .optionNotTaken(_, let nearest?):
      [candidate("option", nearest.english)]
    case .invalidValue(_, _, .notOffered(let set, let nearest)):
      (nearest.map { [$0] } ?? set.values).map { candidate("value", $0.english) }
    default: []
    }
  }

  private func candidate(_ name: String, _ value: String) -> ErrorReport.Candidate {
    ErrorReport.Candidate(fields: [ErrorReport.Field(name: name, value: value)])
  }
}

extension UsageFaults {
  private func word(_ path: CommandPath) -> String { path.name.shown(in: language) }

  private func spelled(_ option: OptionName) -> String {
    option.spelled(in: language, of: path)
  }

  private func label(_ slot: Slot) -> String {
    switch (slot, language) {
    case (.option(let option), _): spelled(option) + " "
    case (.word(let word), .chinese): "“\(word.shown(in: .chinese))”"
    case (.word(let word), .english):
      "“\(word.shown(in: .chinese))”（\(word.shown(in: .english))）"
    }
  }

  /// What was typed, short and with nothing in it that a screen would act upon.
  private func shown(_ typed: String) -> String {
    let visible = typed.unicodeScalars.map { isAllowedInText($0) ? Character($0) : "?" }
    return visible.count > 40 ? String(visible.prefix(40)) + "…" : String(visible)
  }
}

extension ValueProblem {
  /// Follows what was typed: “--on “10-40”没有这一天”.
  func sentence(in language: Language) -> String {
    switch self {
    case .empty: "是空的"
    case .malformed(let expectation): "看不懂，这里要写\(expectation)"
    case .noSuchDay: "：没有这一天"
    case .negative: "不能是负数；加还是扣由细则定，这里只写大小"
    case .zero: "必须大于 0"
    case .tooManyDecimals: "小数太多，至多一位"
    case .tooLarge(let expectation): "太大，这里要写\(expectation)"
    case .tooLong(let limit): "太长，至多 \(limit) 个字"
    case .longDigits: "含有 7 位以上的数字，像电话或证件号；请改用人员编号"
    case .forbidden(let scalar, let position):
      "第 \(position) 个字符 U+\(hexadecimal(scalar)) 不能用"
    case .notOffered(let set, let nearest):
      "不在可写的词里"
        + (nearest.map { "，相近的是 \($0.shown(in: language))" }
          ?? "：" + set.values.map { $0.shown(in: language) }.joined(separator: "、"))
    }
  }

  private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
