import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let platformReceipt = Command(
    .platformReceipt, .writes, summary: "读入镇里对上报包的答复：受理带编号，退回带原因",
    examples: ["xinyi 上报 回执 回执.csv --试算", "xinyi 上报 回执 回执.csv"],
    words: [Word(.file, .path, .one, "答复文件：CSV（条目,结果,平台编号,原因）或 JSON")]
  ) { session, arguments in
    let path = arguments[word: .file].text ?? ""
    let bytes = try session.namedFile(path)
    var count = 0
    return try session.write { change in
      let columns = change.ledger.settings(on: change.today).platformColumns ?? []
      let rows =
        isJSON(bytes, path)
        ? try TownAnswerPage.rows(of: bytes, file: path.lastComponent)
        : try TownAnswerTable(
          session.table(of: bytes, in: path), file: path.lastComponent,
          entryTitles: columns.filter { $0.field == .entry }.map(\.title)
        ).answers
      let answers = try TownAnswerCheck(rows, change.ledger).answers()
      count = answers.count
      try change.draft.take(answers)
    } answer: { outcome in
      outcome.receiptAnswer(answers: count)
    }
  }
}

/// By its name, or by how it begins.
private func isJSON(_ bytes: [UInt8], _ path: String) -> Bool {
  if path.lowercased().hasSuffix(".json") { return true }
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  let content = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
  return content.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{")
}

// MARK: - The answer

extension Outcome {
  fileprivate func receiptAnswer(answers count: Int) -> Answer {
    var answered: [(package: PackageNumber, answer: Event.PlatformAnswer)] = []
    for case .platformAnswered(let event) in events.map(\.event) {
      answered += event.entries.map { (event.package, $0) }
    }
    let returned = answered.filter { $0.answer.outcome == .returned }.map(\.answer.entry)
    let unchanged = max(0, count - answered.count)
    var text = "回执里没有条目，什么也没有变。\n"
    if !answered.isEmpty {
      text = "已登记镇里的答复：受理 \(answered.count - returned.count) 条，退回 \(returned.count) 条"
      text += unchanged > 0 ? "（另有 \(unchanged) 条以前登记过）。\n" : "。\n"
      text += directory.table(ofAnswers: answered.map(\.answer))
      text += "登记后不能撤回；镇里改了答复，请镇里另出文书，按异议或冲正办。\n"
      text += words(forReturned: returned)
    } else if unchanged > 0 {
      text = "回执里的 \(unchanged) 条以前都登记过，什么也没有变。\n"
    }
    return Answer(
      rows: answered.map { directory.row(of: $0.answer, in: $0.package) }, text: text,
      with: [("answered", .int(answered.count)), ("unchanged", .int(unchanged))])
  }

  private func words(forReturned returned: [EntryNumber]) -> String {
    let months = returned.compactMap { ledger[$0]?.month }.unique.sorted()
    guard !months.isEmpty else { return "" }
    let commands = months.map { directory.command("platform", "export", $0.description) }
    return "退回的条目村里照算，下次议事会通报；补齐后可以再报：\(commands.joined(separator: "；"))\n"
  }
}

extension Directory {
  fileprivate func row(of answer: Event.PlatformAnswer, in package: PackageNumber) -> Row {
    let entry = ledger[answer.entry]
    return [
      ("entry", .text(answer.entry)), ("person", .optional(entry?.recorded.person)),
      ("name", .optional(entry.map { naming.name(of: $0.recorded.person) })),
      ("rule", .optional(entry?.recorded.rule)), ("title", .optional(entry?.recorded.title)),
      ("package", .text(package)), ("outcome", .text(answer.outcome)),
      ("number", .optional(answer.number)), ("why", .optional(answer.why)),
      ("state", .optional(entry?.state)),
    ]
  }

  fileprivate func table(ofAnswers answers: [Event.PlatformAnswer]) -> String {
    answerTable(
      columns: [
        AnswerColumn("条目", .code), AnswerColumn("姓名", .text), AnswerColumn("事项", .text),
        AnswerColumn("结果", .text), AnswerColumn("平台编号", .code), AnswerColumn("原因", .text),
      ],
      rows: answers.map { answer in
        let recorded = ledger[answer.entry]?.recorded
        return [
          answer.entry.description, recorded.map { naming.person($0.person) } ?? "",
          recorded?.title ?? "", answer.outcome.word, answer.number ?? "", answer.why ?? "",
        ]
      }, width: width)
  }
}
