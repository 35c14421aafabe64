import XinyiFiles
import XinyiLedger

/// A table laid beside the roster: who is in it already, who is new, and what is wrong.
///
/// Made again after the writing it finds everybody known, and the same differences as before.
struct RosterComparison {
  private let table: TitledTable<RosterColumn>
  private let roster: RosterIndex
  private(set) var lines: [Line] = []
  private(set) var faults: [ErrorReport] = []
  /// The numbers that are written in some row, and those of the people found so far.
  private var taken: Set<PersonNumber> = []
  /// The row of each household's head.
  private var heads: [HouseholdNumber: Int] = [:]

  /// A row that could be read.
  struct Line {
    let row: CSV.Row
    let person: PersonInput
    /// The person's number in the roster; nil for a newcomer.
    let known: PersonNumber?
    /// Where the roster says something else.
    let differences: [RosterColumn]
  }

  init(_ table: TitledTable<RosterColumn>, _ roster: RosterIndex) {
    self.table = table
    self.roster = roster
    faults = table.overfullRows
    let numbers = table.rows.map { PersonNumber(typed: table.text($0, .number)) }
    taken = Set(numbers.compactMap(\.self))
    var written: Set<PersonNumber> = []
    for (row, number) in zip(table.rows, numbers) {
      var reader = RosterRowReader(table, row)
      let person = reader.person()
      faults += reader.faults
      guard var person else { continue }
      person.household = roster.known(person.household)
      if let number, !written.insert(number).inserted {
        add("E412", "编号 \(number) 写了两次", row, .number)
      }
      add(person, row)
    }
  }

  /// Who is to be added; throws every fault of the table.
  func newcomers() throws -> [PersonInput] {
    if !faults.isEmpty { throw TitledTable<RosterColumn>.failure(faults) }
    return lines.filter { $0.known == nil }.map(\.person)
  }

  /// The rows that say something else than the roster of the people in it.
  var differing: [Line] { lines.filter { !$0.differences.isEmpty } }
}

extension RosterComparison {
  private mutating func add(_ person: PersonInput, _ row: CSV.Row) {
    if person.isHead, let first = heads.updateValue(row.line, forKey: person.household) {
      add("E413", "户 \(person.household) 有两个户主，另一个在第 \(first) 行", row, .head)
    }
    if let fault = roster.conflict(of: person) {
      add(fault.code, fault.message, row, fault.column)
      return
    }
    let alike = roster.people(like: person)
    let known = alike.first { $0 == person.number || !taken.contains($0) }
    if let known {
      taken.insert(known)
    } else if let other = alike.first {
      add("E412", "与编号 \(other) 那一行是同一个人；是另一个人的，请写编号", row, .number)
    } else if person.isHead, roster.hasHead(person.household) {
      add("E422", "户 \(person.household) 在名册里已有户主", row, .head)
    }
    let differences = known.map { roster.differences(of: person, from: $0) } ?? []
    lines.append(
      Line(
        row: row, person: person, known: known, differences: differences.filter(table.has)))
  }

  private mutating func add(
    _ code: String, _ message: String, _ row: CSV.Row, _ column: RosterColumn
  ) {
    faults.append(table.fault(code, message, row, column))
  }
}
