import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let ruleCheck = Command(
    .ruleCheck, .reads, summary: "检查一份新细则：JSON 文件，或表格（CSV）",
    examples: ["xinyi 细则 检查 新细则.csv", "xinyi 细则 检查 新细则.json"],
    words: [Word(.file, .path, .one, "新细则的文件")]
  ) { session, arguments in
    try session.readingCatalog(arguments) { directory, _, new in
      let objections = new.unfitMinusItems()
      let text = "细则可用：加分 \(new.plus) 项，扣分 \(new.minus) 项。\n"
      return Answer(
        rows: objections.map(\.row),
        text: text + objections.map { $0.sentence + "\n" }.joined(),
        with: [("plus", .int(new.plus)), ("minus", .int(new.minus))])
    }
  }

  static let ruleImport = Command(
    .ruleImport, .reads, summary: "看一份新细则与现行的有哪些不同；不启用",
    examples: ["xinyi 细则 导入 新细则.csv"],
    words: [Word(.file, .path, .one, "新细则的文件")]
  ) { session, arguments in
    try session.readingCatalog(arguments) { directory, old, new in
      let changes = CatalogComparison(from: old, to: new)
      var answer = directory.answer(of: changes, from: old, to: new)
      answer.text += new.unfitMinusItems().map { $0.sentence + "\n" }.joined()
      if !changes.isEmpty {
        let file = arguments[word: .file].text ?? ""
        let next = directory.command(
          "rule", "adopt", file, "--from", (directory.today + 1).description, "--why", "村民会议通过")
        answer.text += "还没有启用。启用：\(next)\n"
      }
      return answer
    }
  }

  static let ruleAdopt = Command(
    .ruleAdopt, .writes, summary: "启用一份新细则，从某天起；以前的事仍按旧版记",
    examples: ["xinyi 细则 启用 新细则.csv --起 2027-01-01 --理由 村民会议通过"],
    words: [Word(.file, .path, .one, "新细则的文件")],
    options: [
      .required(.from, .dayAhead, "从哪天起，今天或以后"), .required(.why, .text, "谁决定的，为什么"),
    ]
  ) { session, arguments in
    var before: Catalog?
    return try session.write { change in
      guard let current = change.ledger.catalog(on: change.today) else { return }
      before = current
      let path = arguments[word: .file].text ?? ""
      var catalog = try session.newCatalog(in: path, beside: current)
      catalog.version = change.ledger.nextCatalogVersion
      let page = try JSONWriter.page(catalog)
      guard let file = DataFile("catalog-\(catalog.version).json") else { return }
      try change.draft.adopt(
        catalog, sha256: SHA256.digest(of: page),
        from: arguments[.from].day?.nearest(to: change.today) ?? change.today)
      change.papers = [(file, page)]
    } answer: { outcome in
      outcome.adoptionAnswer(from: before)
    }
  }
}

extension Session {
  fileprivate func readingCatalog(
    _ arguments: Arguments, _ body: (Directory, Catalog, Catalog) throws -> Answer
  ) throws -> Answer {
    try read { view in
      guard let current = view.ledger.catalog(on: view.today) else {
        return Answer(json: [], text: "")
      }
      let new = try newCatalog(in: arguments[word: .file].text ?? "", beside: current)
      return try body(view.directory, current, new)
    }
  }
}

extension UnfitMinusItem {
  fileprivate var sentence: String {
    "注意：\(item.code) “\(item.title)”：为“\(word)”这样的事不宜扣分，请议事会再议。"
  }

  fileprivate var row: Row {
    [
      ("rule", .text(item.code)), ("title", .string(item.title)), ("word", .string(word)),
      ("warning", .string(sentence)),
    ]
  }
}

// MARK: - What a version changes

extension Directory {
  fileprivate func answer(
    of changes: CatalogComparison, from old: Catalog, to new: Catalog
  ) -> Answer {
    var rows: [Row] = changes.added.map { row($0, "added", nil, $0.pointsLabel) }
    rows += changes.removed.map { row($0, "removed", $0.pointsLabel, nil) }
    for change in changes.changed {
      for (before, after) in zip(change.old.facts, change.new.facts)
      where before.value != after.value {
        rows.append(row(change.new, "changed", before.value, after.value, before.what))
      }
    }
    return Answer(
      rows: rows,
      text: changes.isEmpty ? "与第 \(old.version) 版相同，没有改动。\n" : table(of: rows, changes),
      with: [
        ("version", .int(old.version)), ("plus", .int(new.plus)), ("minus", .int(new.minus)),
        ("added", .int(changes.added.count)), ("removed", .int(changes.removed.count)),
        ("changed", .int(changes.changed.count)), ("unchanged", .int(changes.unchanged)),
      ])
  }

  private func row(
    _ item: Catalog.Item, _ change: String, _ old: String?, _ new: String?, _ what: String? = nil
  ) -> Row {
    [
      ("rule", .text(item.code)), ("change", .string(change)), ("title", .string(item.title)),
      ("what", .optional(what)), ("old", .optional(old)), ("new", .optional(new)),
    ]
  }

  private func table(of rows: [Row], _ changes: CatalogComparison) -> String {
    let words = ["added": "新增", "removed": "取消", "changed": "改动"]
    func cell(_ row: Row, _ key: String) -> String {
      guard case .string(let text)? = row.first(where: { $0.0 == key })?.1 else { return "" }
      return text
    }
    return answerTable(
      columns: [
        AnswerColumn("改动", .code), AnswerColumn("编码", .code), AnswerColumn("事项", .text),
        AnswerColumn("哪一栏", .text), AnswerColumn("旧", .text), AnswerColumn("新", .text),
      ],
      rows: rows.map { row in
        [
          words[cell(row, "change")] ?? "", cell(row, "rule"), cell(row, "title"),
          cell(row, "what"), cell(row, "old"), cell(row, "new"),
        ]
      }, width: width)
      + "新增 \(changes.added.count) 项，取消 \(changes.removed.count) 项，"
      + "改动 \(changes.changed.count) 项，不变 \(changes.unchanged) 项。\n"
  }
}

extension Outcome {
  fileprivate func adoptionAnswer(from before: Catalog?) -> Answer {
    guard case .catalogAdopted(let adopted) = events.last?.event,
      let new = ledger.catalogs[adopted.version],
      let old = before ?? ledger.catalogs[adopted.version - 1]
    else { return Answer(json: [], text: "") }
    var answer = directory.answer(
      of: CatalogComparison(from: old, to: new), from: old, to: new)
    let file = old.version == 1 ? "catalog.json" : "catalog-\(old.version).json"
    let back = directory.command(
      "rule", "adopt", "\(folder.path)/\(file)", "--from", adopted.from.description, "--why", "撤回")
    answer.text +=
      "第 \(adopted.version) 版从 \(adopted.from) 起施行，取代第 \(old.version) 版；"
      + "此前发生的事仍按当时的一版记。文件 catalog-\(adopted.version).json。\n"
      + "改回去（另出一版）：\(back)\n"
    answer.text += new.unfitMinusItems().map { $0.sentence + "\n" }.joined()
    answer.json.removeAll { $0.0 == "version" }
    answer.json += [
      ("version", .int(adopted.version)), ("replaces", .int(old.version)),
      ("from", .text(adopted.from)), ("sha256", .text(adopted.sha256)), ("back", .string(back)),
    ]
    return answer
  }
}
