import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let platformExport = Command(
    .platformExport, .writes, summary: "导出给镇里和平台的包：只含可以出村的已生效条目",
    examples: ["xinyi 上报 导出 2026-10 --输出 上报.csv"],
    words: [Word(.month, .month, .one, "哪个月")],
    options: [
      .optional(.output, .path, "写到文件；.csv 是表格，其余是 JSON").asked,
      .optional(.format, .choice(.packageForms), "不写文件时打出的格式"),
    ]
  ) { session, arguments in
    var file = PlatformFile()
    let answer = try session.write { change in
      guard let month = arguments[word: .month].month else { return }
      if let path = arguments[.output].text { try session.checkSaving(to: path) }
      let state = change.ledger.reviewMonth(month).state
      guard state == .confirmed else { throw Refusal.monthIs(month, state, needed: .confirmed) }
      _ = try change.draft.export(change.ledger.platformPackage(of: month), of: month)
    } answer: { outcome in
      let month = arguments[word: .month].month ?? outcome.today.month
      file = outcome.platformFile(of: month)
      return outcome.platformAnswer(of: month, file)
    }
    return try session.deliver(answer, file, arguments)
  }
}

extension ChoiceSet {
  fileprivate static let packageForms = ChoiceSet("格式", "csv 表格", "json 数据")
}

// MARK: - The answer

extension Outcome {
  /// The package that this command made, or an empty one, and what the town is to check besides.
  fileprivate func platformFile(of month: Month) -> PlatformFile {
    let number: PackageNumber? = events.compactMap { event in
      if case .platformExported(let exported) = event.event { exported.package } else { nil }
    }.first
    return PlatformFile(
      package: number, month: month, village: ledger.opened.village,
      rows: touchedEntries.map(directory.platformRow(of:)),
      recheck: ledger.platformPackage(of: month).recheck.map(directory.recheckRow(of:)),
      columns: ledger.settings(on: today).platformColumns)
  }

  /// What goes, what the town checks by number, and what was left with its reason.
  fileprivate func platformAnswer(of month: Month, _ file: PlatformFile) -> Answer {
    let sent = touchedEntries
    let package = ledger.platformPackage(of: month)
    let left = package.left.filter { row in !sent.contains { $0.number == row.entry.number } }
    var text = file.package.map { "上报包 \($0)：\(sent.count) 条。\n" } ?? "没有可以上报的条目。\n"
    text += sent.isEmpty ? "" : directory.table(of: sent)
    if !package.recheck.isEmpty {
      text += "另有 \(package.recheck.count) 条镇村两级的条目，只凭条目号请镇里复核：\n"
      text += directory.table(ofRecheck: package.recheck)
    }
    if !left.isEmpty {
      text += "未上报 \(left.count) 条：\n" + directory.table(ofLeft: left)
    }
    if !sent.isEmpty {
      text += "上报后不能撤回。镇里的答复这样读入："
      text += directory.command("platform", "receipt", "回执.csv") + "\n"
    }
    return Answer(
      rows: file.rows, text: text,
      with: [
        ("package", .optional(file.package)), ("month", .text(month)),
        ("recheck", .array(file.recheck.map { .object($0) })),
        ("left", .array(left.map { directory.row(ofLeft: $0.entry, $0.reason) })),
      ])
  }
}

extension Directory {
  fileprivate func row(ofLeft entry: Entry, _ reason: PlatformPackage.Reason) -> JSON {
    .object([
      ("entry", .text(entry.number)), ("rule", .text(entry.recorded.rule)),
      ("reason", .text(reason)), ("reasonText", .string(reason.word)),
    ])
  }

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

  fileprivate func table(ofRecheck entries: [Entry]) -> String {
    answerTable(
      columns: [
        AnswerColumn("条目", .code), AnswerColumn("姓名", .text), AnswerColumn("日期", .code),
        AnswerColumn("事项", .text), AnswerColumn("分值", .number),
      ],
      rows: entries.map { entry in
        let item = ledger.item(of: entry)
        guard let item, item.platform != .never else {
          return [entry.number.description, "", "", "（不出村，只列条目号）", ""]
        }
        return [
          entry.number.description,
          item.mask == .shown ? naming.name(of: entry.recorded.person) : "",
          entry.recorded.on.description, entry.recorded.title,
          (entry.frozen ?? .zero).signed,
        ]
      }, width: width)
  }

  /// What may be known outside of the village: no name where the item is masked, nor where a
  /// correction goes for somebody who does not agree any more (S4.10).
  fileprivate func platformRow(of entry: Entry) -> Row {
    let item = ledger.item(of: entry)
    let recorded = entry.recorded
    let agrees =
      item?.platform == .document || ledger.roster[recorded.person]?.consents[.platform] != nil
    let isNamed = item?.mask == .shown && agrees
    return [
      ("entry", .text(entry.number)), ("person", .text(recorded.person)),
      ("name", isNamed ? .string(naming.name(of: recorded.person)) : .null),
      ("rule", .text(recorded.rule)), ("title", .string(recorded.title)),
      ("on", .text(recorded.on)), ("points", .tenths(entry.frozen ?? .zero)),
      ("effectiveOn", .optional(entry.effectiveOn)), ("level", .optional(item?.level)),
      ("platform", .optional(item?.platform)), ("document", .optional(recorded.document)),
      ("reverses", .optional(recorded.reverses)), ("adjusts", .optional(recorded.adjusts)),
      ("redresses", .optional(recorded.redresses)),
    ]
  }

  /// A line that the town checks by its number: of an item that never leaves the village nothing
  /// else is told, of a masked one no name.
  fileprivate func recheckRow(of entry: Entry) -> Row {
    let item = ledger.item(of: entry)
    let leaves = item.map { $0.platform != .never } ?? false
    let recorded = entry.recorded
    return [
      ("entry", .text(entry.number)), ("effectiveOn", .optional(entry.effectiveOn)),
      ("person", leaves ? .text(recorded.person) : .null),
      (
        "name",
        leaves && item?.mask == .shown ? .string(naming.name(of: recorded.person)) : .null
      ),
      ("rule", leaves ? .text(recorded.rule) : .null),
      ("title", leaves ? .string(recorded.title) : .null),
      ("on", leaves ? .text(recorded.on) : .null),
      ("points", leaves ? .tenths(entry.frozen ?? .zero) : .null),
    ]
  }
}
