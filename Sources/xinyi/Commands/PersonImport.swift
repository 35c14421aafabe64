import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let personImport = Command(
    .personImport, .writes, summary: "从表格导入名册；同一个文件导两次，第二次什么也不变",
    examples: ["xinyi 村民 导入 名册.csv --试算", "xinyi 村民 导入 名册.csv"],
    words: [Word(.file, .path, .one, "CSV 文件：姓名,编号,户号,组,户主,出生日期,角色,拼音")]
  ) { session, arguments in
    let path = arguments[word: .file].text ?? ""
    let file = try session.table(in: path)
    return try session.write { change in
      let table = try TitledTable<RosterColumn>(file, file: path.lastComponent, titles: [:])
      let people = try RosterComparison(table, RosterIndex(change.directory)).newcomers()
      try change.add(people)
    } answer: { outcome in
      outcome.answer(to: try TitledTable<RosterColumn>(file, file: path.lastComponent, titles: [:]))
    }
  }
}

extension String {
  /// The name of the file in a path.
  var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}

// MARK: - The answer

extension Outcome {
  /// How many are new, and which rows say something else than the roster: a table only adds
  /// people, so the clerk must hear of what it did not change.
  fileprivate func answer(to table: TitledTable<RosterColumn>) -> Answer {
    let added = Set(rosterChanges.map(\.person)).count
    let unchanged = table.rows.count - added
    let differing = RosterComparison(table, RosterIndex(directory)).differing
    return Answer(
      json: [
        ("added", .int(added)), ("unchanged", .int(unchanged)),
        ("differing", .array(differing.map { .object(row(of: $0)) })),
        ("unused", .array(table.unused.map { .string($0) })),
      ],
      text: "添加 \(added) 人，在册 \(unchanged) 人未动"
        + (differing.isEmpty ? "。\n" : words(for: differing)) + table.wordsForUnused
        + wayBack(ofAdding: added))
  }

  private func row(of line: RosterComparison.Line) -> Row {
    [
      ("line", .int(line.row.line)), ("person", .optional(line.known)),
      ("name", .string(line.person.name)),
      ("columns", .array(line.differences.map { .string($0.member) })),
    ]
  }

  private func words(for differing: [RosterComparison.Line]) -> String {
    let most = 10
    let rows = differing.prefix(most).map { line in
      let number = line.known.map { "（\($0)）" } ?? ""
      let columns = line.differences.map(\.rawValue).joined(separator: "、")
      return "  第 \(line.row.line) 行 \(safe(line.person.name))\(number)：\(columns)\n"
    }
    let rest = differing.count > most ? "  以上是前 \(most) 人，一共 \(differing.count) 人\n" : ""
    let role = CommandText(.personRole).flag(.help).text(in: directory.language)
    let roles =
      differing.contains { $0.differences.contains(.roles) } ? "职务另行登记，用法：\(role)\n" : ""
    return "；其中 \(differing.count) 人与表格不同：\n" + rows.joined() + rest
      + "导入只添加新人，不改在册的人。\n" + roles
  }

  private func wayBack(ofAdding added: Int) -> String {
    guard added > 0 else { return "" }
    let command = CommandText(.personLeave).word("编号").option(.on, "日期")
    return "加错了的，编号不再收回，可以登记迁出：\(command.text(in: directory.language))\n"
  }
}

// MARK: - The file

extension Session {
  /// A table of a file that the person named.
  func table(in path: String) throws -> CSV.Table {
    try table(of: try namedFile(path), in: path)
  }

  /// The bytes of a file that the person named, no larger than a table may be.
  func namedFile(_ path: String) throws -> [UInt8] {
    do throws(SystemFailure) {
      return try files.readInput(path, atMost: CSV.largestTable)
    } catch {
      throw Failure(error, writing: false)
    }
  }

  func table(of bytes: [UInt8], in path: String) throws -> CSV.Table {
    do throws(CSVFault) {
      return try CSV.read(bytes)
    } catch {
      throw Failure(
        status: .badData,
        report: ErrorReport(
          code: error.kind.code,
          message: "未导入：第 \(error.line) 行第 \(error.column) 个字，\(error.kind.sentence)",
          hint: "改好后再导入",
          place: .init(file: path.lastComponent, line: error.line, column: error.column)))
    }
  }
}

extension CSVFault.Kind {
  fileprivate var code: String {
    switch self {
    case .undecodable: "E401"
    case .quoteWithoutEnd: "E402"
    case .textAfterQuote: "E403"
    case .quoteInsideCell: "E404"
    case .zeroCharacter: "E405"
    case .tooManyCells: "E406"
    case .cellTooLong: "E407"
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .undecodable: "文字既不是 UTF-8 也不是 GB 18030"
    case .quoteWithoutEnd: "这里的引号没有配对"
    case .textAfterQuote: "引号后面多了文字"
    case .quoteInsideCell: "没有加引号的格子里有引号"
    case .zeroCharacter: "有不是文字的字符"
    case .tooManyCells:
      "表太大：至多 \(CSV.mostRows) 行、\(CSV.mostCells) 格，一行至多 \(CSV.mostColumns) 格"
    case .cellTooLong: "这一格太长：至多 \(CSV.longestCell) 个字"
    }
  }
}
