import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let personImport = Command(
    .personImport, .writes, summary: "从表格导入名册；同一个文件导两次，第二次什么也不变",
    examples: ["xinyi 村民 导入 名册.csv --试算", "xinyi 村民 导入 名册.csv"],
    words: [Word(.file, .path, .one, "CSV 文件：姓名,编号,户号,组,户主,出生日期,角色")]
  ) { session, arguments in
    let path = arguments[word: .file].text ?? ""
    let table = try session.table(in: path)
    return try session.write { change in
      let people = try RosterTable(table, file: path.lastComponent)
        .people(beside: change.directory)
      for person in people { try change.add(person) }
    } answer: { outcome in
      let added = Set(
        outcome.events.compactMap { event -> PersonNumber? in
          if case .rosterChanged(let change) = event.event { change.person } else { nil }
        }
      ).count
      let unchanged = table.rows.count - 1 - added
      return Answer(
        json: [("added", .int(added)), ("unchanged", .int(max(unchanged, 0)))],
        text: "添加 \(added) 人，\(max(unchanged, 0)) 人没有变化。\n")
    }
  }
}

extension String {
  /// The name of the file in a path.
  var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}

extension Session {
  /// A table of a file that the person named.
  func table(in path: String) throws -> CSV.Table {
    let bytes: [UInt8]
    do throws(SystemFailure) {
      bytes = try files.readInput(path)
    } catch {
      throw Failure(error, writing: false)
    }
    do throws(CSVFault) {
      return try CSV.read(bytes)
    } catch {
      throw Failure(
        status: .badData,
        report: ErrorReport(
          code: error.kind.code, message: "未导入：\(error.kind.sentence)", hint: "改好后再导入",
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
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .undecodable: "文字既不是 UTF-8 也不是 GB 18030"
    case .quoteWithoutEnd: "这里的引号没有配对"
    case .textAfterQuote: "引号后面多了文字"
    case .quoteInsideCell: "没有加引号的格子里有引号"
    case .zeroCharacter: "有不是文字的字符"
    }
  }
}

/// A roster as a spreadsheet has it: one person a row, columns in any order.
struct RosterTable {
  private let rows: [CSV.Row]
  private let columns: [Column: Int]
  private let file: String
  private var faults: [ErrorReport] = []

  enum Column: String, CaseIterable {
    case name = "姓名"
    case number = "编号"
    case household = "户号"
    case group = "组"
    case head = "户主"
    case born = "出生日期"
    case roles = "角色"

    var others: [String] {
      switch self {
      case .name: ["名字"]
      case .number: ["人员编号"]
      case .household: ["户"]
      case .group: ["组别", "胡同"]
      case .head: ["是否户主"]
      case .born: ["出生", "生日"]
      case .roles: ["职务"]
      }
    }
  }

  init(_ table: CSV.Table, file: String) throws {
    let head = table.rows.first
    var columns: [Column: Int] = [:]
    var faults: [ErrorReport] = []
    for (index, cell) in (head?.cells ?? []).enumerated() {
      let title = InputText.normalised(cell.text)
      let column = Column.allCases.first { $0.rawValue == title || $0.others.contains(title) }
      if let column, columns[column] != nil {
        faults.append(
          Self.fault("E411", "“\(safe(title))”这一列写了两次", file, cell.line, cell.column))
      } else if let column {
        columns[column] = index
      }
    }
    for column in [Column.name, .household] where columns[column] == nil {
      faults.append(
        Self.fault("E410", "缺少“\(column.rawValue)”这一列", file, head?.line ?? 1, 1))
    }
    self.rows = Array(table.rows.dropFirst())
    self.columns = columns
    self.file = file
    if !faults.isEmpty { throw Self.failure(faults) }
  }

  /// The people to be added, those who are in the roster already left out; throws every fault.
  func people(beside directory: Directory) throws -> [PersonInput] {
    var reader = self
    var found: [PersonInput] = []
    var numbers: Set<PersonNumber> = []
    var heads: [HouseholdNumber: Int] = [:]
    var next = directory.ledger.roster.nextNumber
    for row in rows {
      guard var person = reader.person(row) else { continue }
      if person.number == .placeholder {
        if let known = directory.known(person) {
          person.number = known
        } else {
          while numbers.contains(next) || directory.ledger.roster[next] != nil {
            next = next.successor
          }
          person.number = next
        }
      }
      if !numbers.insert(person.number).inserted {
        reader.add("E412", "编号 \(person.number) 写了两次", row, .number)
      }
      if person.isHead, let first = heads.updateValue(row.line, forKey: person.household) {
        reader.add("E413", "户 \(person.household) 有两个户主，另一个在第 \(first) 行", row, .head)
      }
      if let fault = directory.conflict(of: person) {
        reader.add(fault.code, fault.message, row, fault.column)
      } else if directory.ledger.roster[person.number] == nil {
        found.append(person)
      }
    }
    if !reader.faults.isEmpty { throw Self.failure(reader.faults) }
    return found
  }

  private mutating func person(_ row: CSV.Row) -> PersonInput? {
    let before = faults.count
    let name = text(row, .name)
    if name.isEmpty { add("E414", "姓名是空的", row, .name) }
    let household = HouseholdNumber(text(row, .household))
    if household == nil { add("E415", "户号不合格：\(HouseholdNumber.expectation)", row, .household) }
    let typedNumber = text(row, .number)
    let number = typedNumber.isEmpty ? PersonNumber.placeholder : PersonNumber(typed: typedNumber)
    if number == nil { add("E416", "编号不合格：\(PersonNumber.expectation)", row, .number) }
    let typedDay = text(row, .born)
    let born = Self.day(typedDay)
    if !typedDay.isEmpty && born == nil { add("E417", "出生日期看不懂", row, .born) }
    let isHead = Self.yes(text(row, .head))
    if isHead == nil { add("E418", "户主一列写 是 或留空", row, .head) }
    let roles = text(row, .roles).split { "、，,;； ".contains($0) }.map { word in
      ChoiceSet.roles.named(String(word)).flatMap { Role($0.english) }
    }
    if roles.contains(where: { $0 == nil }) { add("E419", "没有这个角色", row, .roles) }
    guard faults.count == before, let household, let number, let isHead else { return nil }
    let group = text(row, .group)
    return PersonInput(
      number: number, name: name, born: born, household: household,
      group: group.isEmpty ? nil : group, isHead: isHead, roles: roles.compactMap(\.self))
  }

  private func text(_ row: CSV.Row, _ column: Column) -> String {
    guard let index = columns[column], row.cells.indices.contains(index) else { return "" }
    return InputText.normalised(row.cells[index].text)
  }

  /// `是`, `1`, `√`; nothing, `否`, `0` for no; nil for anything else.
  private static func yes(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "是", "1", "y", "yes", "√", "户主": true
    case "", "否", "0", "n", "no": false
    default: nil
    }
  }

  /// `1970-05-01`, `1970/5/1`, `1970年5月1日`, `19700501`.
  private static func day(_ text: String) -> Day? {
    let digits = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    if digits.count == 3 { return Day(year: digits[0], month: digits[1], day: digits[2]) }
    guard digits.count == 1, text.utf8.count == 8 else { return nil }
    let number = digits[0]
    return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  private mutating func add(_ code: String, _ message: String, _ row: CSV.Row, _ column: Column) {
    let index = columns[column] ?? 0
    let cell = row.cells.indices.contains(index) ? row.cells[index] : row.cells.first
    faults.append(Self.fault(code, message, file, cell?.line ?? row.line, cell?.column ?? 1))
  }

  private static func fault(
    _ code: String, _ message: String, _ file: String, _ line: Int, _ column: Int
  ) -> ErrorReport {
    ErrorReport(
      code: code, message: message, place: .init(file: file, line: line, column: column))
  }

  private static func failure(_ faults: [ErrorReport]) -> Failure {
    let first = faults[0]
    return Failure(
      status: .badData,
      report: ErrorReport(
        code: first.code, message: "未导入：表格有 \(faults.count) 处错误，一个人也没有添加",
        hint: "改好后再导入；先加试算看看", place: first.place, faults: faults))
  }
}

extension PersonNumber {
  /// The number after this one.
  fileprivate var successor: PersonNumber {
    let next = String((Int(text) ?? 0) + 1)
    return PersonNumber(typed: next) ?? self
  }
}

extension Directory {
  /// The person of the same name and household, for rows without a number.
  fileprivate func known(_ person: PersonInput) -> PersonNumber? {
    roster.people.first { row in
      row.name == person.name
        && ledger.roster[row.person]?.household(on: today) == person.household
    }?.person
  }

  /// What in the village speaks against a row.
  fileprivate func conflict(
    of person: PersonInput
  ) -> (code: String, message: String, column: RosterTable.Column)? {
    if let known = ledger.roster[person.number] {
      let name = naming.name(of: person.number)
      if name != person.name {
        return ("E420", "编号 \(person.number) 在名册里是另一个人", .number)
      }
      if known.household(on: today) != person.household {
        return ("E421", "编号 \(person.number) 在名册里是另一户", .household)
      }
      return nil
    }
    if person.isHead, ledger.roster.head(of: person.household, on: today) != nil {
      return ("E422", "户 \(person.household) 在名册里已有户主", .head)
    }
    return nil
  }
}
