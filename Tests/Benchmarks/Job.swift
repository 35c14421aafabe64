import XinyiFiles
import XinyiLedger

/// What this program does in a process of its own, whose memory is its own: a process begins with the
/// largest size of the one that starts it on its account.
enum Job {
  /// What is measured as "verified replay": everything but the words and the papers.
  case replay(String)
  /// Makes the beginning of a story; tells its lines, its bytes and its last day.
  case village(story: String, path: String, events: Int)
  /// Tells somebody in the middle of the list, and then who has something to spend.
  case people(String)
  /// Tells what the machine can do at best.
  case limits

  init?(_ words: [String]) {
    switch (words.first, words.count) {
    case ("replay", 2): self = .replay(words[1])
    case ("village", 4):
      guard let events = Int(words[3]) else { return nil }
      self = .village(story: words[1], path: words[2], events: events)
    case ("people", 2): self = .people(words[1])
    case ("limits", 1): self = .limits
    default: return nil
    }
  }

  func run() throws {
    switch self {
    case .replay(let path): try Self.tellReplay(of: path)
    case .village(let story, let path, let events):
      let made = try BenchmarkVillage(story: story, path: path, events: events)
      print(made.lines, made.bytes, made.today)
    case .people(let path): try Self.tellPeople(of: path)
    case .limits:
      let limits = try Limits.measure()
      print(limits.sha256, limits.memory, limits.fsync)
    }
  }

  private static func tellReplay(of path: String) throws {
    let folder = try VillageFolder.open(path, files: .host)
    let village = try folder.readVillage()
    guard village.damages.isEmpty else { throw BenchmarkFault("\(path) is damaged") }
    let day = village.ledger.lastAt.day
    let points = village.ledger.allAccounts(on: day).reduce(Points.zero) {
      $0 + village.ledger.spendable(of: $1, on: day)
    }
    print("\(village.lines.count) lines, \(points) points")
  }

  private static func tellPeople(of path: String) throws {
    let ledger = try VillageFolder.open(path, files: .host).readVillage().ledger
    let today = ledger.lastAt.day
    let residents = ledger.roster.order.filter {
      ledger.roster[$0]?.status(on: today) == .resident
    }
    print(residents[residents.count / 2].text)
    for person in residents
    where ledger.spendable(of: .person(person), on: today) >= .whole(3) {
      print(person.text)
    }
  }
}
