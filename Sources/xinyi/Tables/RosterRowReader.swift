import XinyiFiles
import XinyiLedger

/// Reads one row of a roster table, collecting every fault in it.
struct RosterRowReader {
  private let table: TitledTable<RosterColumn>
  private let row: CSV.Row
  private(set) var faults: [ErrorReport] = []

  init(_ table: TitledTable<RosterColumn>, _ row: CSV.Row) {
    self.table = table
    self.row = row
  }

  /// The person of the row; nil where something in it is wrong.
  mutating func person() -> PersonInput? {
    let name = name()
    let household = household()
    let number = number()
    let born = born()
    let isHead = isHead()
    let roles = roles()
    let spelling = spelling(of: name)
    let group = words(.group, limit: PersonInput.longestGroup)
    guard faults.isEmpty, let name, let household, let isHead else { return nil }
    return PersonInput(
      number: number, name: name, pinyin: spelling, born: born, household: household, group: group,
      isHead: isHead, roles: roles)
  }
}

// MARK: - The columns

extension RosterRowReader {
  private mutating func name() -> String? {
    if table.text(row, .name).isEmpty { add("E414", "姓名是空的", .name) }
    if table.text(row, .name).looksLikeFormula {
      add("E427", "这一格是公式，不是姓名：\(String.nameExpectation)", .name)
    }
    return words(.name, limit: FreeText.limit).map(Self.closedUp)
  }

  /// `王　芳`, spaced out so that short names fill the column, is 王芳.
  private static func closedUp(_ name: String) -> String {
    name.contains(where: \.isHan) ? name.filter { $0 != " " } : name
  }

  /// What the roster keeps of it: nothing where the name says the same by itself.
  private mutating func spelling(of name: String?) -> Pinyin? {
    let text = table.text(row, .pinyin)
    guard let name, !text.isEmpty else { return nil }
    if let pinyin = Pinyin(typed: text), pinyin.fits(name) { return pinyin.unlessPlain(for: name) }
    add("E426", "拼音不合格：\(Pinyin.expectation)", .pinyin)
    return nil
  }

  private mutating func household() -> HouseholdNumber? {
    if !table.text(row, .household).isEmpty {
      guard let text = words(.household, limit: FreeText.limit) else { return nil }
      if let household = HouseholdNumber(text) { return household }
    }
    add("E415", "户号不合格：\(HouseholdNumber.expectation)", .household)
    return nil
  }

  /// nil as well where no number was written.
  private mutating func number() -> PersonNumber? {
    guard let text = words(.number, limit: FreeText.limit) else { return nil }
    if let number = PersonNumber(typed: text) { return number }
    add("E416", "编号不合格：\(PersonNumber.expectation)", .number)
    return nil
  }

  private mutating func born() -> Day? {
    let text = table.text(row, .born)
    if text.isEmpty { return nil }
    if let day = Self.day(text) { return day }
    add("E417", "出生日期看不懂", .born)
    return nil
  }

  private mutating func isHead() -> Bool? {
    switch table.text(row, .head).lowercased() {
    case "是", "1", "y", "yes", "√", "户主": return true
    case "", "否", "0", "n", "no": return false
    default:
      add("E418", "户主一列写 是 或留空", .head)
      return nil
    }
  }

  private mutating func roles() -> [Role] {
    guard let text = words(.roles, limit: FreeText.limit) else { return [] }
    let roles = text.split { "、，,;； ".contains($0) }.map { word in
      ChoiceSet.roles.named(String(word)).flatMap { Role($0.english) }
    }
    if roles.contains(where: { $0 == nil }) { add("E419", "没有这个角色", .roles) }
    return roles.compactMap(\.self)
  }

  /// The words of a cell by the rules for what is typed (S8.5); nil for none and for a fault.
  private mutating func words(_ column: RosterColumn, limit: Int) -> String? {
    let text = table.text(row, column)
    if text.isEmpty { return nil }
    do throws(ValueProblem) {
      return try FreeText.checked(text, .noLongNumber, limit: limit)
    } catch {
      add("E423", column.rawValue + error.sentence(in: .chinese), column)
      return nil
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

  private mutating func add(_ code: String, _ message: String, _ column: RosterColumn) {
    faults.append(table.fault(code, message, row, column))
  }
}
