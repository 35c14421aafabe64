import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let confirm = Command(
    .confirm, .writes, summary: "公示期满，无异议的条目生效", examples: ["xinyi 生效", "xinyi 生效 --月份 2026-10"],
    options: [.optional(.month, .month, "哪个月；不写就是公示到期的月")]
  ) { session, arguments in
    try session.write { change in
      let month = try arguments[.month].month ?? change.dueMonth()
      try change.draft.confirm(month)
    } answer: { outcome in
      outcome.confirmAnswer(arguments[.month].month)
    }
  }

  static let platformExport = Command(
    .platformExport, .writes, summary: "导出给镇里和平台的包：只含可以出村的已生效条目",
    examples: ["xinyi 上报 导出 2026-10 --输出 上报.csv"],
    words: [Word(.month, .month, .one, "哪个月")],
    options: [
      .optional(.output, .path, "写到文件；.csv 是表格，其余是 JSON"),
      .optional(.format, .choice(.packageForms), "不写文件时打出的格式"),
    ]
  ) { session, arguments in
    let answer = try session.write { change in
      guard let month = arguments[word: .month].month else { return }
      if let path = arguments[.output].text { try session.checkSaving(to: path) }
      let state = change.ledger.reviewMonth(month).state
      guard state == .confirmed else { throw Refusal.monthIs(month, state, needed: .confirmed) }
      _ = try change.draft.export(change.ledger.platformPackage(of: month), of: month)
    } answer: { outcome in
      outcome.platformAnswer(of: arguments[word: .month].month ?? outcome.today.month)
    }
    return try session.deliver(answer, arguments)
  }
}

extension ChoiceSet {
  fileprivate static let packageForms = ChoiceSet("格式", "csv 表格", "json 数据")
}

extension Change {
  /// The month whose notice is due, else the one that is on notice.
  fileprivate func dueMonth() throws -> Month {
    let open = ledger.noticeOrder.compactMap { ledger.notices[$0] }.filter(\.isHanging)
    if let due = open.first(where: { $0.to < today }) ?? open.first { return due.month }
    return try directory.month(nil, in: .onNotice, orElse: ledger.noticeOrder.last?.month)
  }
}

extension Outcome {
  fileprivate func confirmAnswer(_ named: Month?) -> Answer {
    let entries = touchedEntries
    let noticed = ledger.noticeOrder.last?.month
    let confirmed: Month? = events.compactMap { event in
      if case .confirmed(let confirmed) = event.event { confirmed.month } else { nil }
    }.first
    guard let month = confirmed ?? named ?? noticed else { return Answer(json: [], text: "") }
    let waiting = ledger.entries.filter { $0.month == month && $0.state == .objected }
    var text = "\(month) 生效 \(entries.count) 条"
    text += waiting.isEmpty ? "。\n" : "，\(waiting.count) 条有异议，单独等待。\n"
    text += entries.isEmpty ? "" : directory.table(of: entries)
    text += "上报：\(directory.command("platform", "export", month.description))\n"
    return Answer(
      rows: entries.map(directory.row(of:)), text: text,
      with: [
        ("month", .text(month)), ("effective", .array(entries.map { .text($0.number) })),
        ("waiting", .array(waiting.map { .text($0.number) })),
      ])
  }

  /// The package that this command made, or an empty one, and what was left with its reason.
  fileprivate func platformAnswer(of month: Month) -> Answer {
    let number: PackageNumber? = events.compactMap { event in
      if case .platformExported(let exported) = event.event { exported.package } else { nil }
    }.first
    let sent = touchedEntries
    let left = ledger.platformPackage(of: month).left.filter { row in
      !sent.contains { $0.number == row.entry.number }
    }
    var text = number.map { "上报包 \($0)：\(sent.count) 条。\n" } ?? "没有可以上报的条目。\n"
    text += sent.isEmpty ? "" : directory.table(of: sent)
    if !left.isEmpty {
      text += "未上报 \(left.count) 条：\n" + directory.table(ofLeft: left)
    }
    return Answer(
      rows: sent.map(directory.platformRow(of:)), text: text,
      with: [
        ("package", .optional(number)), ("month", .text(month)),
        (
          "left",
          .array(
            left.map { entry, reason in
              JSON.object([
                ("entry", .text(entry.number)), ("rule", .text(entry.recorded.rule)),
                ("reason", .text(reason)), ("reasonText", .string(reason.word)),
              ])
            })
        ),
      ])
  }
}

extension Directory {
  /// What stays in the village, by reason and item.
  fileprivate func table(
    ofLeft left: [(entry: Entry, reason: PlatformPackage.Reason)]
  ) -> String {
    var rows: [[String]] = []
    for reason in PlatformPackage.Reason.allCases {
      let entries = left.filter { $0.reason == reason }.map(\.entry)
      for rule in entries.map(\.recorded.rule).unique {
        let ofRule = entries.filter { $0.recorded.rule == rule }
        rows.append([reason.word, rule.text, ofRule[0].recorded.title, String(ofRule.count)])
      }
    }
    return answerTable(
      columns: [
        AnswerColumn("原因", .text), AnswerColumn("编码", .code), AnswerColumn("事项", .text),
        AnswerColumn("条数", .number),
      ], rows: rows, width: width)
  }

  /// What may be known outside of the village: no name where the item is masked (S4.10).
  fileprivate func platformRow(of entry: Entry) -> Row {
    let item = ledger.item(of: entry)
    let recorded = entry.recorded
    return [
      ("entry", .text(entry.number)), ("person", .text(recorded.person)),
      (
        "name", item?.mask == .shown ? .string(naming.name(of: recorded.person)) : .null
      ),
      ("rule", .text(recorded.rule)), ("title", .string(recorded.title)),
      ("on", .text(recorded.on)), ("points", .tenths(entry.frozen ?? .zero)),
      ("effectiveOn", .optional(entry.effectiveOn)), ("level", .optional(item?.level)),
      ("platform", .optional(item?.platform)), ("document", .optional(recorded.document)),
    ]
  }
}

extension Session {
  /// Hands a package over in the form asked for; the ledger has been durable since the write.
  fileprivate func deliver(_ answer: Answer, _ arguments: Arguments) throws -> Answer {
    var answer = answer
    let json = JSON.object([("schema", 1)] + answer.json)
    guard let path = arguments[.output].text else {
      switch arguments[.format].choice {
      case "csv": answer.raw = json.packageTable
      case "json": answer.raw = json.page
      default: break
      }
      return answer
    }
    guard !arguments[.dryRun].isGiven, answer.hasRows else {
      answer.text += answer.hasRows ? "" : "没有写文件。\n"
      return answer
    }
    let isTable = path.lowercased().hasSuffix(".csv") || arguments[.format].choice == "csv"
    do {
      try files.writeOutput(path, isTable ? json.packageTable : json.page, besides: try folder())
      answer.text += "已写到 \(safe(path))。\n"
    } catch {
      // The package is recorded by now; only the file is missing.
      answer.warnings.append("已记入账本，但文件没有写成。请加上面的单号原样再执行一次，就会写出。")
      answer.status = .unprinted
    }
    return answer
  }

  /// Refuses a file name that could not be written, before anything is recorded.
  fileprivate func checkSaving(to path: String) throws {
    let village = try folder()
    do throws(OutputFault) {
      try files.checkOutput(path, besides: village)
    } catch {
      switch error {
      case .dataFile(let name):
        throw Failure(
          status: .usage,
          report: ErrorReport(
            code: "U125", message: "未写出：\(safe(name)) 是账本自己的文件名", hint: "换一个文件名"))
      case .notAPlainFile(let name):
        throw Failure(
          status: .usage,
          report: ErrorReport(
            code: "U126", message: "未写出：\(safe(name)) 不是普通文件", hint: "换一个文件名"))
      case .system(let failure): throw Failure(failure, writing: true)
      }
    }
  }
}

extension JSON {
  /// The rows of a package as a table that opens right in an office's spreadsheet.
  fileprivate var packageTable: [UInt8] {
    guard case .object(let members) = self,
      case .array(let rows) = members.first(where: { $0.key == "rows" })?.value
    else { return [] }
    let columns = [
      ("entry", "条目"), ("person", "编号"), ("name", "姓名"), ("rule", "编码"), ("title", "事项"),
      ("on", "发生日期"), ("points", "分值"), ("effectiveOn", "生效日期"), ("level", "级别"),
      ("platform", "上报类别"), ("document", "文号"),
    ]
    let body = rows.map { row in columns.map { row.cell($0.0) } }
    return CSV.write([columns.map { CSV.Value.text($0.1) }] + body)
  }

  private func cell(_ key: String) -> CSV.Value {
    guard case .object(let members) = self,
      let value = members.first(where: { $0.key == key })?.value
    else { return .text("") }
    return switch value {
    case .string(let text): .text(text)
    case .number(let digits): .number(digits)
    case .int(let number): .number(String(number))
    case .object, .array, .bool, .null: .text("")
    }
  }
}
