import XinyiFiles
import XinyiLedger
import XinyiText

/// A table of entries laid beside the ledger: what is there already, and what is new, in events.
///
/// Made again after the writing it finds every row there.
struct EntryImport {
  /// Rows of one event: what they ask for differs in the person alone.
  struct Group {
    var request: RecordRequest
    var rows: [EntryRow]
  }

  /// The rows in the order of the table, with the entry that is there already.
  private(set) var rows: [(row: EntryRow, entry: Entry?)] = []
  /// What is new, in the order in which each event comes up first.
  private(set) var groups: [Group] = []
  private(set) var faults: [ErrorReport] = []
  private let sheet: TitledTable<EntryColumn>

  init(_ sheet: TitledTable<EntryColumn>, _ directory: Directory) {
    self.sheet = sheet
    var reader = EntryRowReader(sheet, directory)
    let read = reader.entryRows()
    faults = reader.faults
    var lines: [Ledger.Case: Int] = [:]
    var places: [GroupKey: Int] = [:]
    for row in read {
      let known = directory.ledger.case(of: row.request, for: row.recipient)
      if let known, let first = lines.updateValue(row.row.line, forKey: known) {
        faults.append(
          sheet.fault(
            "E446", "与第 \(first) 行是同一件事：同一人、同一项、同一天", row.row, .rule,
            hint: "删去一行；真是两件事，就各写一个事件号"))
        lines[known] = first
        continue
      }
      let entry = known.flatMap { directory.ledger.entry(listed: $0, as: row.request) }
      rows.append((row, entry))
      if entry == nil { add(row, &places) }
    }
  }

  private mutating func add(_ row: EntryRow, _ places: inout [GroupKey: Int]) {
    let key = GroupKey(row.request)
    if let place = places[key] {
      groups[place].rows.append(row)
      groups[place].request.recipients.append(row.recipient)
    } else {
      places[key] = groups.count
      groups.append(Group(request: row.request, rows: [row]))
    }
  }
}

extension EntryImport {
  /// Records everything that is new, one batch for each event; throws every fault of the table and
  /// every refusal, each at its row.
  func record(_ change: inout Change, _ language: Language) throws {
    var faults = faults
    for group in groups {
      var left = group.rows[...]
      while !left.isEmpty {
        var request = group.request
        request.recipients = left.map(\.recipient)
        let before = change.draft.recordedEvents.count
        do {
          try change.draft.record(request)
          break
        } catch {
          // Those before the one that was refused are in the draft, which is dropped in the end.
          let done = change.draft.recordedEvents[before...].count(where: \.event.isRecording)
          guard let place = left.indices.first(where: { $0 == left.startIndex + done }),
            let fault = fault(of: error, at: left[place].row, change, language)
          else { throw error }
          faults.append(fault)
          left = left[(place + 1)...]
        }
      }
    }
    if !faults.isEmpty { throw TitledTable<EntryColumn>.failure(faults) }
  }

  /// What the domain says against a row; nil for what is no fault of the table.
  private func fault(
    of error: any Error, at row: CSV.Row, _ change: Change, _ language: Language
  ) -> ErrorReport? {
    if let refusal = error as? Refusal {
      let told = RefusalReport(
        refusal: refusal, naming: change.directory.naming, language: language
      ).report
      let facts = told.facts.isEmpty ? "" : "：" + told.facts.joined()
      return sheet.fault(
        told.code, told.message.withoutVerdict + facts, row, .rule, hint: told.hint)
    }
    guard let fault = error as? RecordValueFault else { return nil }
    let told = WordFaultReport(fault: .value(fault), language: language).report
    return sheet.fault("E447", told.message.withoutVerdict, row, fault.column, hint: told.hint)
  }
}

extension String {
  /// `未记录：积分不足` without what was not done, which is said once for the whole table.
  var withoutVerdict: String {
    guard hasPrefix("未"), let colon = firstIndex(of: "：") else { return self }
    return String(self[index(after: colon)...])
  }
}

extension RecordValueFault {
  fileprivate var column: EntryColumn {
    switch self {
    case .quantityMissing, .quantityNotTaken: .quantity
    case .levelMissing, .levelUnknown, .levelNotTaken: .level
    case .pointsMissing: .points
    case .householdForPersonItem: .household
    }
  }
}

extension Event {
  fileprivate var isRecording: Bool {
    if case .recorded = self { true } else { false }
  }
}

/// Everything of a request but whom it is for.
private struct GroupKey: Hashable {
  let words: [String?]

  init(_ request: RecordRequest) {
    words = [
      request.rule.text, request.on.description, request.quantity?.description, request.level,
      request.points?.description, request.deed?.text, request.campaign?.text,
      request.document, request.evidence.joined(separator: "\n"), request.collector?.text,
      request.source.rawValue, request.note, request.why,
    ]
  }
}
