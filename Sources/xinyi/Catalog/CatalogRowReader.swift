import XinyiFiles
import XinyiLedger

/// Reads one row of a list's table, collecting every fault in it. What the table has no column for
/// stays as the version in force has it.
struct CatalogRowReader {
  private let table: TitledTable<CatalogColumn>
  private let row: CSV.Row
  private let current: Catalog.Item?
  private(set) var faults: [ErrorReport] = []

  init(_ table: TitledTable<CatalogColumn>, _ row: CSV.Row, in current: Catalog) {
    self.table = table
    self.row = row
    self.current = RuleCode(table.text(row, .code)).flatMap { current[$0] }
  }

  /// The item of the row; nil where something in it is wrong.
  mutating func item() -> Catalog.Item? {
    let code = RuleCode(text(.code))
    if code == nil { refuse(.code, "大写字母和数字，如 GI04") }
    let sign = word(.sign, ["加分": Sign.plus, "+": .plus, "扣分": .minus, "-": .minus], nil)
    let amount = CatalogCell.amount(text(.points), unit: text(.unit), current: current?.amount)
    if amount == nil { refuse(.points, CatalogCell.amountForm) }
    let cap = CatalogCell.cap(text(.limit))
    if cap == nil { refuse(.limit, "每月8分、每季一次、每年5分、每人一次，或留空") }
    let remindDays = remindDays()
    let account = account(sign ?? .plus)
    let rivals = rivals()
    let subject = word(.subject, ["个人": Catalog.Subject.person, "户": .household], .person)
    let level = word(.level, ["V": Catalog.ReviewLevel.village, "T": .town], .village)
    let platform = word(
      .platform, ["N": Catalog.PlatformRule.never, "C": .consent, "D": .document], .never)
    let mask = word(
      .mask, ["0": Catalog.Mask.shown, "1": .generalWording, "2": .noName], .shown)
    guard faults.isEmpty, let code, let sign, let amount, let cap, let account, let subject,
      let level, let platform, let mask
    else { return nil }
    return Catalog.Item(
      code: code, sign: sign, group: text(.group), title: text(.title), amount: amount,
      unit: text(.unit), limit: has(.limit) ? cap.limit : current?.limit, subject: subject,
      evidence: has(.evidence) ? text(.evidence) : current?.evidence ?? "", level: level,
      platform: platform, neverSend: current?.neverSend, remindDays: remindDays, mask: mask,
      whileAway: current?.whileAway, account: account,
      sources: has(.sources) ? text(.sources).map(String.init) : current?.sources ?? ["K"],
      rivals: rivals)
  }
}

// MARK: - The columns

extension CatalogRowReader {
  private func has(_ column: CatalogColumn) -> Bool { table.said(row, column) != nil }

  private func text(_ column: CatalogColumn) -> String { table.said(row, column) ?? "" }

  private mutating func word<Word>(
    _ column: CatalogColumn, _ words: [String: Word], _ standard: Word?
  ) -> Word? {
    // A sign of one dash is what an empty cell is elsewhere.
    let typed = text(column).isEmpty && column == .sign && has(.sign) ? "-" : text(column)
    if typed.isEmpty, let standard { return kept(column) as? Word ?? standard }
    if let word = words[typed.uppercased()] ?? words[typed] { return word }
    refuse(column, words.keys.sorted().joined(separator: "、") + " 之一")
    return nil
  }

  /// The item in force, member by member, for columns that the table lacks.
  private func kept(_ column: CatalogColumn) -> Any? {
    guard !has(column), let current else { return nil }
    return switch column {
    case .subject: current.subject
    case .level: current.level
    case .platform: current.platform
    case .mask: current.mask
    case .sign, .group, .code, .title, .points, .unit, .limit, .evidence, .remindDays, .sources,
      .account, .rivals:
      nil
    }
  }

  private mutating func remindDays() -> Int? {
    guard has(.remindDays) else { return current?.remindDays }
    guard !text(.remindDays).isEmpty else { return nil }
    if let days = Int(text(.remindDays)), (1...366).contains(days) { return days }
    refuse(.remindDays, "天数，1 至 366，或留空")
    return nil
  }

  private mutating func account(_ sign: Sign) -> Catalog.AccountEffect? {
    guard has(.account), !text(.account).isEmpty else {
      return current?.account ?? .init(rating: true, spendable: sign == .plus ? .all : .bySetting)
    }
    switch text(.account).uppercased() {
    case "B": return .init(rating: true, spendable: .all)
    case "B10": return .init(rating: true, spendable: .upTo(.whole(10)))
    case "X": return .init(rating: false, spendable: .all)
    case "R": return .init(rating: true, spendable: .none)
    case "R*": return .init(rating: true, spendable: .bySetting)
    default:
      refuse(.account, "B、B10、X、R、R* 之一")
      return nil
    }
  }

  private mutating func rivals() -> [RuleCode] {
    guard has(.rivals) else { return current?.rivals ?? [] }
    let codes = InputText.listed(text(.rivals)).map { RuleCode($0) }
    if codes.contains(where: { $0 == nil }) { refuse(.rivals, "编码，用顿号分开") }
    return codes.compactMap(\.self)
  }

  private mutating func refuse(_ column: CatalogColumn, _ allowed: String) {
    let typed = text(column)
    let what = typed.isEmpty ? "“\(column.rawValue)”是空的" : "“\(column.rawValue)”看不懂"
    faults.append(table.fault("E432", "\(what)，要写\(allowed)", row, column))
  }
}
