import XinyiFiles
import XinyiLedger

/// One row of a table of entries, understood.
struct EntryRow {
  let row: CSV.Row
  /// What it asks for, with one recipient.
  let request: RecordRequest
  let recipient: RecordRequest.Recipient
}

/// Reads the rows of a table of entries. Rules and collectors come up again and again, so each is
/// looked up once.
struct EntryRowReader {
  private let sheet: TitledTable<EntryColumn>
  private let directory: Directory
  private let people: PeopleOfTables
  private var rules: [RuleKey: Catalog.Item] = [:]
  private(set) var faults: [ErrorReport] = []

  private struct RuleKey: Hashable {
    let text: String
    let catalog: Int?
  }

  init(_ sheet: TitledTable<EntryColumn>, _ directory: Directory) {
    self.sheet = sheet
    self.directory = directory
    people = PeopleOfTables(directory)
    faults = sheet.overfullRows
  }

  /// The rows that could be understood.
  mutating func entryRows() -> [EntryRow] { sheet.rows.compactMap { entryRow($0) } }

  private mutating func entryRow(_ row: CSV.Row) -> EntryRow? {
    var cells = RowReader(sheet, row, today: directory.today)
    let on = day(&cells)
    let item = on.flatMap { rule(&cells, on: $0) }
    if on == nil, cells.text(.rule).isEmpty { requireRule(&cells) }
    let recipient = recipient(&cells, item)
    let quantity = cells.values(.quantity, .quantity).quantity
    let points = cells.values(.points, .points).points
    let deed = cells.values(.deed, .deed).code(as: DeedNumber.self)
    let campaign = campaign(&cells)
    let collector = collector(&cells)
    let source = cells.values(.source, .choice(.sources)).choice(as: EntrySource.self)
    let document = cells.values(.document, .document).text
    let evidence = cells.values(.evidence, .text).text
    let note = cells.values(.note, .text).text
    let why = cells.values(.why, .text).text
    faults += cells.faults
    guard cells.faults.isEmpty, let on, let item, let recipient else { return nil }
    let level = cells.text(.level)
    return EntryRow(
      row: row,
      request: RecordRequest(
        rule: item.code, recipients: [recipient], on: on, quantity: quantity,
        level: level.isEmpty ? nil : level, points: points, deed: deed, campaign: campaign,
        document: document, evidence: evidence.map { [$0] } ?? [], collector: collector,
        source: source ?? .collector, note: note, why: why),
      recipient: recipient)
  }
}

// MARK: - The columns

extension EntryRowReader {
  private func day(_ cells: inout RowReader<EntryColumn>) -> Day? {
    if cells.text(.on).isEmpty { cells.require(.on, "写上发生的日期，如 2026-10-04") }
    return cells.values(.on, .day).day
  }

  private func requireRule(_ cells: inout RowReader<EntryColumn>) {
    cells.require(.rule, "写上细则的编码，如 GI04，或名称")
  }

  private mutating func rule(
    _ cells: inout RowReader<EntryColumn>, on day: Day
  ) -> Catalog.Item? {
    let text = cells.text(.rule)
    if text.isEmpty {
      requireRule(&cells)
      return nil
    }
    let key = RuleKey(text: text, catalog: directory.ledger.catalog(on: day)?.version)
    if let known = rules[key] { return known }
    do throws(WordFault) {
      let item = try directory.rule(text, on: day)
      rules[key] = item
      return item
    } catch {
      cells.add("E445", Self.words(error), .rule, hint: Self.meant(error))
      return nil
    }
  }

  private func recipient(
    _ cells: inout RowReader<EntryColumn>, _ item: Catalog.Item?
  ) -> RecordRequest.Recipient? {
    let (number, name) = (cells.text(.number), cells.text(.name))
    let household = cells.text(.household)
    if number.isEmpty && name.isEmpty {
      guard item?.subject == .household, !household.isEmpty else {
        cells.add(
          "E441", "编号、姓名都是空的", sheet.has(.number) ? .number : .name,
          hint: "写上编号或姓名；记给户的也可以只写户号")
        return nil
      }
      if let number = try? directory.household(household) { return .household(number) }
      cells.add(
        "E442", "没有“\(TitledTable<EntryColumn>.short(household))”这一户", .household, hint: "核对户号")
      return nil
    }
    switch people.person(number: number, name: name, household: household) {
    case .person(let person): return .person(person)
    case .fault(let code, let message, let hint, let place):
      let column: EntryColumn =
        switch place {
        case .number: .number
        case .name: .name
        case .household: .household
        }
      cells.add(code, message, column, hint: hint)
      return nil
    }
  }

  private func campaign(_ cells: inout RowReader<EntryColumn>) -> CampaignCode? {
    guard let text = cells.values(.campaign, .campaign).text else { return nil }
    do throws(WordFault) {
      return try directory.campaign(text).campaign
    } catch {
      cells.add("E440", Self.words(error), .campaign)
      return nil
    }
  }

  private func collector(_ cells: inout RowReader<EntryColumn>) -> PersonNumber? {
    let text = cells.text(.collector)
    if text.isEmpty { return nil }
    do throws(WordFault) {
      return try directory.person(text)
    } catch {
      cells.add("E442", "采集员：" + Self.words(error), .collector, hint: "写编号")
      return nil
    }
  }

  /// What is wrong with a word, without what was not done because of it.
  private static func words(_ fault: WordFault) -> String {
    fault.sentence.message.withoutVerdict
  }

  private static func meant(_ fault: WordFault) -> String {
    let items = fault.candidates.prefix(6).map { candidate in
      candidate.fields.map(\.value).joined(separator: " ")
    }
    return items.isEmpty ? "写细则的编码" : "写细则的编码，如 \(items.joined(separator: "、"))"
  }
}
