import Foundation
import TestSupport
import XinyiFiles
import XinyiLedger

/// A few commands on one village that change books besides the ledger; what was answered, and what
/// must therefore be there after any power cut.
struct VillageHistory {
  enum Answer: Equatable { case notRecorded, open, recorded }

  let system: MemorySystem
  var random: SeededRandom
  private(set) var commands: [VillageCommand] = []
  private(set) var answers: [Answer] = []
  private(set) var crashes = 0

  init(_ disk: MemoryDisk, _ random: SeededRandom) {
    self.random = random
    system = MemorySystem(disk)
    for number in 1...Int.random(in: 1...3, using: &self.random) {
      commands.append(VillageCommand(number, &self.random))
      answers.append(.notRecorded)
    }
  }

  /// Carries out one command as the program does: what a stopped command left is settled first,
  /// and a command that was recorded before is only made sure of.
  mutating func carryOut(_ index: Int, _ faults: [MemoryFault]) throws {
    system.faults = faults
    do {
      let folder = try VillageFolder.open(MemoryVillage.path, files: system.files)
      try folder.withWriter(patience: 0) { writer in
        let snapshot = try folder.snapshot(of: writer.scan)
        try snapshot.requireSound("under the lock")
        try folder.settleStagedBooks(of: snapshot, holding: writer)
        if snapshot.ledger.receipts[commands[index].receipt] != nil {
          return try writer.ensureDurable()
        }
        let (events, books) = try commands[index].decide(on: snapshot)
        _ = try folder.commit(events, books, holding: &writer)
      }
      answers[index] = .recorded
    } catch {
      try note(error, of: index)
    }
    system.faults = []
  }

  private mutating func note(_ error: any Error, of index: Int) throws {
    var isOpen = system.isStopped
    switch error {
    case LedgerWriteFailure.outcomeUnknown: isOpen = true
    case LedgerWriteFailure.notWritten, is SystemFailure, VillageFolderFault.system,
      VillageFault.system:
      break
    default: throw error
    }
    if isOpen, answers[index] == .notRecorded { answers[index] = .open }
  }

  /// Cuts the power and reads what is left: books and ledger agree, every open question is
  /// answered, and every answer holds.
  mutating func crash() throws {
    system.crash(&random)
    crashes += 1
    let folder = try VillageFolder.open(MemoryVillage.path, files: system.files)
    let snapshot = try folder.readVillage()
    try snapshot.requireSound("after a power cut")
    for index in commands.indices {
      let use = snapshot.ledger.receipts[commands[index].receipt]
      switch (answers[index], use) {
      case (.recorded, nil):
        throw Broken("\(commands[index].receipt) was recorded and is not there")
      case (.notRecorded, .some):
        throw Broken("\(commands[index].receipt) was refused and is there")
      case (_, nil): answers[index] = .notRecorded
      case (_, let use?):
        answers[index] = .recorded
        try commands[index].requireWhole(use, in: snapshot, system.disk)
      }
    }
  }

  /// Makes sure that nothing half done is left lying about.
  func requireTidy() throws {
    let left = system.disk.names(MemoryVillage.path).filter { $0.hasSuffix(".new") }
    if !left.isEmpty { throw Broken("\(left) was not settled") }
  }
}

/// A command that changes one book, and may keep a paper.
struct VillageCommand {
  enum Kind: CaseIterable { case person, goods, settings }

  let number: Int
  let kind: Kind
  let keepsPaper: Bool

  init(_ number: Int, _ random: inout SeededRandom) {
    self.number = number
    kind = random.pick(Kind.allCases)
    keepsPaper = random.oneIn(2)
  }

  var receipt: ReceiptKey { ReceiptKey(unchecked: "r\(number)") }
  private var person: PersonNumber { PersonNumber(unchecked: "000\(number)") }
  private var item: ItemCode { ItemCode(unchecked: "G\(number)") }
  private var name: String { "苏玉\(number)" }
  private var price: Points { .whole(Int32(10 + number)) }
  private var noticeDays: Int { 5 + number }
  private var paper: [UInt8] { Array(String(repeating: "公示 \(number)\n", count: 70).utf8) }
  private var paperFile: DataFile? { DataFile("paper-\(number).txt", in: .notices) }

  func decide(on snapshot: VillageSnapshot) throws -> ([RecordedEvent], BookChanges) {
    let at = Moment(seconds: snapshot.ledger.lastAt.seconds + 60)
    let stamp = Draft.Stamp(at: at, by: MemoryVillage.clerk, receipt: receipt, request: .zero)
    var draft = Draft(snapshot.ledger, stamp: stamp)
    var books = BookChanges()
    switch kind {
    case .person:
      try draft.add(
        NewPerson(
          number: person, household: HouseholdNumber(unchecked: "00\(number)"), group: "1组",
          isHead: true, roles: [], from: MemoryVillage.day.month.firstDay))
      var roster = snapshot.roster
      roster.people.append(.init(person: person, name: name, pinyin: nil, born: nil, facts: []))
      books.roster = roster.updated(from: draft.ledger.roster)
    case .goods:
      try draft.setPrice(price, of: item)
      var shop = snapshot.shop
      shop.goods.append(
        .init(item: item, name: name, unit: "袋", price: price, limit: nil))
      books.shop = shop.updated(from: draft.ledger.stock)
    case .settings:
      var settings = snapshot.ledger.latestSettings
      settings.noticeDays = noticeDays
      try draft.append(
        .settingsSet(.init(from: MemoryVillage.day.month, settings: settings, why: nil)))
      books.village = VillageBook(opened: draft.ledger.opened, settings: settings)
    }
    if keepsPaper, let paperFile { books.papers = [(paperFile, paper)] }
    return (draft.recordedEvents, books)
  }

  /// All lines are there, and the books and the paper say what they are to say.
  func requireWhole(
    _ use: ReceiptUse, in snapshot: VillageSnapshot, _ disk: MemoryDisk
  ) throws {
    let isWhole =
      switch kind {
      case .person: use.last - use.first == 2 && snapshot.roster[person]?.name == name
      case .goods: use.last == use.first && snapshot.shop[item]?.name == name
      case .settings: use.last == use.first
      }
    let kept = paperFile.flatMap { disk.content("\(MemoryVillage.path)/\($0)") }
    guard isWhole, !keepsPaper || kept == paper else {
      throw Broken("\(receipt) (\(kind)) is there in part")
    }
  }
}
