import Foundation
import Testing
import XinyiLedger

@testable import xinyi

/// The story of a practice village, carried out in memory with the domain's own decisions.
struct DemoRehearsal {
  let village: DemoVillage
  let ledger: Ledger
  let moves: [DemoMove]
  let events: [Event]

  init(people: Int, months: Int, seed: UInt64 = 1, start: String = "2026-01") throws {
    let month = try #require(Month(start))
    let options = try #require(
      DemoOptions(people: people, months: months, seed: seed, start: month))
    var village = DemoVillage(options)
    var ledger = try Self.open(village)
    var moves: [DemoMove] = []
    var events: [Event] = []
    while let move = village.next(ledger) {
      let stamp = Draft.Stamp(
        at: move.at, by: move.by,
        receipt: ReceiptKey(unchecked: "k\(moves.count)"), request: .zero)
      // The draft must be the only owner, else every step copies the whole ledger.
      var draft = Draft(consume ledger, stamp: stamp)
      do {
        try draft.take(move.step)
      } catch {
        throw Failure(move: move, error: error)
      }
      moves.append(move)
      events += draft.events
      ledger = draft.ledger
    }
    self.village = village
    self.ledger = ledger
    self.moves = moves
    self.events = events
  }

  /// A step that the ledger did not accept.
  struct Failure: Error {
    let move: DemoMove
    let error: any Error
  }

  /// The default catalog as it stands in the sources.
  static func catalog() throws -> Catalog {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardized
    let file = sources.appending(path: "XinyiFiles/Resources/catalog.json")
    return try JSONDecoder().decode(Catalog.self, from: Data(contentsOf: file))
  }

  private static func open(_ village: DemoVillage) throws -> Ledger {
    let month = village.options.start
    let opened = Event.ledgerOpened(
      .init(
        village: village.village, account: .person, practice: true,
        origin: String(repeating: "0", count: 32), firstMonth: month,
        operator: village.operators[0]))
    var settings = Settings.standard(operator: village.operators[0])
    settings.operators = village.operators
    let events: [Event] = [
      opened, .settingsSet(.init(from: month, settings: settings, why: nil)),
      .catalogAdopted(
        .init(version: 1, from: month.firstDay, sha256: .zero, plus: 66, minus: 87)),
    ]
    let lines = events.enumerated().map { index, event in
      RecordedEvent(
        sequence: index + 1, at: village.openedAt, by: village.operators[0],
        receipt: ReceiptKey(unchecked: "init"), request: .zero, event: event)
    }
    var ledger = try Ledger(opening: lines[0], catalogs: [1: catalog()])
    for line in lines.dropFirst() { try ledger.apply(line) }
    return ledger
  }
}

extension DemoRehearsal {
  var people: [DemoPerson] {
    moves.flatMap { move -> [DemoPerson] in
      if case .addPeople(let people) = move.step { people } else { [] }
    }
  }

  var recorded: [Event.Recorded] {
    events.compactMap { event -> Event.Recorded? in
      if case .recorded(let recorded) = event { recorded } else { nil }
    }
  }

  /// The last day of the story.
  var lastDay: Day { ledger.lastAt.day }

  func count(_ isMeant: (DemoStep) -> Bool) -> Int { moves.count { isMeant($0.step) } }
}

extension Draft {
  /// Carries a step out as the commands do, papers without a text.
  fileprivate mutating func take(_ step: DemoStep) throws {
    switch step {
    case .publish(let month):
      try publish(
        ledger.planNotice(of: month, from: today, today: today, calendar: .weekdays), body: .zero)
    case .supplement(let month):
      try publish(
        ledger.planSupplement(of: month, from: today, today: today, calendar: .weekdays),
        body: .zero)
    case .closeYear(let year): try closeYear(year, body: .zero)
    default:
      let before = recordedEvents.count
      try carryOut(step)
      try #require(recordedEvents.count > before)
    }
  }
}
