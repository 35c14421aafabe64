import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

/// What a snapshot makes of lines that are whole and chained.
@Suite struct ReplayTests {
  private static let month = Month(year: 2026, month: 10) ?? .placeholder

  /// A village of one person with an entry under a household item.
  private static func story() throws -> [Event] {
    let item = try #require(try defaultCatalog().items.first { $0.subject == .household })
    let person = PersonNumber(unchecked: "0001")
    let opened = Event.LedgerOpened(
      village: Village(name: "苏庄村", town: "侯营镇", county: "东昌府区", code: nil),
      account: .person, practice: true, origin: String(repeating: "0", count: 32),
      firstMonth: month, operator: Operator(unchecked: "clerk"))
    let recorded = Event.Recorded(
      entry: EntryNumber(month: month, serial: 1), batch: BatchNumber(unchecked: "B0001"),
      person: person, household: HouseholdNumber(unchecked: "001"), rule: item.code, catalog: 1,
      title: item.title, on: month.firstDay, month: month, evidence: [], source: .town,
      asked: .zero, flags: [])
    return [
      .ledgerOpened(opened),
      .catalogAdopted(
        .init(
          version: 1, from: month.firstDay, sha256: SHA256.digest(of: defaultCatalogBytes),
          plus: 66, minus: 87)),
      .rosterChanged(
        .init(person: person, from: month.firstDay, what: .household, value: "001")),
      .recorded(recorded),
    ]
  }

  private static func lines(_ events: [Event]) -> [RecordedEvent] {
    events.enumerated().map { index, event in
      RecordedEvent(
        sequence: index + 1, at: Moment(day: month.firstDay, secondOfDay: 30_000 + index),
        by: Operator(unchecked: "clerk"), receipt: ReceiptKey(unchecked: "r\(index)"),
        request: .zero, event: event)
    }
  }

  private func village(
    _ lines: [RecordedEvent]
  ) throws -> (temporary: TemporaryFolder, folder: VillageFolder) {
    let temporary = try TemporaryFolder()
    let folder = try VillageFolder.create(temporary.path("village"))
    try folder.found(lines, settings: .standard(operator: Operator(unchecked: "clerk")))
    return (temporary, folder)
  }

  private func snapshot(of lines: [RecordedEvent]) throws -> VillageSnapshot {
    let (temporary, folder) = try village(lines)
    return try withExtendedLifetime(temporary) { try folder.readVillage() }
  }

  private func ledger(_ lines: [RecordedEvent]) throws -> Ledger {
    var ledger = try Ledger(opening: lines[0], catalogs: [1: try defaultCatalog()])
    for line in lines.dropFirst() { try ledger.apply(line) }
    return ledger
  }

  @Test func `the events of a snapshot are those of its lines`() throws {
    let lines = Self.lines(try Self.story())
    let snapshot = try snapshot(of: lines)
    #expect(snapshot.damages.isEmpty)
    #expect(Array(snapshot.events) == lines)
    #expect(snapshot.ledger == (try ledger(lines)))
    #expect(try snapshot.ledger(upTo: 3) == (try ledger(Array(lines.prefix(3)))))
  }

  @Test func `a catalog counts for lines that named it before it was adopted`() throws {
    var story = try Self.story()
    story.append(story.remove(at: 1))
    let lines = Self.lines(story)
    let snapshot = try snapshot(of: lines)
    #expect(snapshot.damages.isEmpty)
    #expect(snapshot.ledger == (try ledger(lines)))
  }

  @Test func `a line that cannot be read is told before an earlier one that cannot be true`() throws
  {
    var story = try Self.story()
    let unknown = Event.ConsentChanged(
      person: PersonNumber(unchecked: "0009"), scope: .names, given: true)
    story += [.consentChanged(unknown), story[2]]
    let lines = Self.lines(story)
    let (temporary, folder) = try village(lines)
    // The last line says the same with a space in it.
    let last = try folder.readLedger().lines[line: 5].hash
    let body = try body(of: lines[5]).drop { $0 != UInt8(ascii: "a") }
    let spaced =
      LedgerFormat.beginning(seq: 6, prev: last) + Array(" \"".utf8) + Array(body)
    let ledger = try #require(temporary.bytes("village/ledger.jsonl"))
    let kept = ledger.split(separator: 10).prefix(5)
    let before: [UInt8] = Array(kept.joined(separator: [10])) + [10]
    let bytes = before + SmallLedger.line(spaced)
    try temporary.write(bytes, to: "village/ledger.jsonl")
    try temporary.write(
      SmallLedger.head(seq: 6, end: bytes.count, last: SHA256.digest(of: spaced)),
      to: "village/head.json")
    let snapshot = try folder.readVillage()
    #expect(
      snapshot.damages == [
        .replay(ReplayFault(line: 6, kind: .notCanonical)),
        .replay(ReplayFault(line: 5, kind: .impossible(.unknownPerson(unknown.person)))),
      ])
    #expect(snapshot.events.count == 4)
    #expect(snapshot.ledger == (try self.ledger(Array(lines.prefix(4)))))
  }

  @Test(arguments: [3, 4, 5])
  func `of a receipt used again and another fault the earlier line is told`(_ other: Int) throws {
    var lines = Self.lines(try Self.story() + [try Self.story()[2], try Self.story()[2]])
    lines[3].receipt = lines[1].receipt
    let unknown = Event.ConsentChanged(
      person: PersonNumber(unchecked: "0009"), scope: .names, given: true)
    lines[other - 1].event = .consentChanged(unknown)
    let snapshot = try snapshot(of: lines)
    let fault =
      other < 4
      ? HistoryFault.unknownPerson(unknown.person) : .receiptReused(lines[1].receipt)
    let line = min(other, 4)
    #expect(snapshot.damages == [.replay(ReplayFault(line: line, kind: .impossible(fault)))])
    #expect(snapshot.ledger == (try ledger(Array(lines.prefix(line - 1)))))
  }

  @Test func `a catalog that is not the adopted one is told whatever the lines say`() throws {
    let (temporary, folder) = try village(Self.lines(try Self.story()))
    try temporary.write(defaultCatalogBytes + [10], to: "village/catalog.json")
    #expect(throws: VillageFault.self) { try folder.readVillage() }
  }
}
