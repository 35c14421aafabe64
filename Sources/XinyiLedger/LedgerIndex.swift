/// What finds lines again: those of a command by its receipt, and entries by whom or what they are
/// about. No line needs it to be posted, so that a replay can make it beside the accounts.
package struct LedgerIndex: Equatable, Sendable {
  var receipts = LongTable<ReceiptKey, ReceiptUse>()
  /// How many entries it knows.
  private(set) var entries = 0
  var byPerson = LongTable<PersonNumber, RuledPlaces>()
  var byHousehold = LongTable<HouseholdNumber, RuledPlaces>()
  var byBatch = LongTable<BatchNumber, [Int]>()
  /// How many there have been.
  private(set) var batches = 0
  var byDeed = LongTable<DeedNumber, [Int]>()
  var byCampaign = LongTable<CampaignCode, [Int]>()

  package init(entries: Int = 0, batches: Int = 0) {
    self.entries = entries
    self.batches = batches
  }

  /// Takes up the next line; fails only where its receipt was used for something else.
  package mutating func add(_ line: RecordedEvent) throws(HistoryFault) {
    let new = ReceiptUse(request: line.request, first: line.sequence, last: line.sequence)
    guard receipts[line.receipt, default: new].covers(line) else {
      throw .receiptReused(line.receipt)
    }
    guard case .recorded(let entry) = line.event else { return }
    let place = entries
    entries += 1
    byPerson[entry.person, default: RuledPlaces()].add(place, rule: entry.rule)
    byHousehold[entry.household, default: RuledPlaces()].add(place, rule: entry.rule)
    if byBatch.note(place, under: entry.batch) { batches += 1 }
    if let deed = entry.deed { byDeed.note(place, under: deed) }
    if let campaign = entry.campaign { byCampaign.note(place, under: campaign) }
  }
}

/// The lines that one command wrote under its receipt key.
public struct ReceiptUse: Codable, Equatable, Sendable {
  public let request: Digest
  public let first: Int
  public private(set) var last: Int

  /// Takes in a line that was written under this key; false for one that is not the next one of
  /// the same command.
  fileprivate mutating func covers(_ line: RecordedEvent) -> Bool {
    if first == line.sequence { return true }
    guard request == line.request, last == line.sequence - 1 else { return false }
    last = line.sequence
    return true
  }
}

/// The places of somebody's entries in the list of all, in ledger order, each with its rule.
struct RuledPlaces: Codable, Equatable, Sendable {
  private(set) var places: [Int] = []
  private var rules = CodeList<RuleCode>()

  mutating func add(_ place: Int, rule: RuleCode) {
    places.append(place)
    rules.codes.append(rule)
  }

  func places(of rule: RuleCode) -> [Int] {
    zip(places, rules.codes).compactMap { $1 == rule ? $0 : nil }
  }
}
