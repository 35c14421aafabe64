import XinyiLedger

/// The roster by number and by name with household, so that long tables are compared quickly.
struct RosterIndex {
  private let roster: Roster
  private let rows: [PersonNumber: RosterBook.Row]
  private let namesakes: [Key: [PersonNumber]]
  /// By number without leading zeros.
  private let households: [Substring: [HouseholdNumber]]
  /// What holds on this day is compared: today, or the day from which added people count.
  private let day: Day

  private struct Key: Hashable {
    let name: NameKey
    let household: HouseholdNumber
  }

  init(_ directory: Directory) {
    let roster = directory.ledger.roster
    let day = max(directory.today, directory.ledger.opened.firstMonth.firstDay)
    var namesakes: [Key: [PersonNumber]] = [:]
    var rows: [PersonNumber: RosterBook.Row] = [:]
    for row in directory.roster.people {
      rows[row.person] = row
      guard let household = roster[row.person]?.household(on: day) else { continue }
      namesakes[Key(name: NameKey(row.name), household: household), default: []].append(row.person)
    }
    households = Dictionary(grouping: roster.households.sorted(), by: Self.bare)
    self.roster = roster
    self.rows = rows
    self.namesakes = namesakes
    self.day = day
  }

  /// The household as the roster writes it: a spreadsheet makes 12 of 012.
  func known(_ household: HouseholdNumber) -> HouseholdNumber {
    let bare = Self.bare(household)
    return households[bare].map { $0.contains(household) || $0.count > 1 ? household : $0[0] }
      ?? household
  }

  private static func bare(_ household: HouseholdNumber) -> Substring {
    household.text.drop { $0 == "0" }
  }

  /// Whom in the roster a row may mean: the person of its number, or where it has none those of
  /// its name and household.
  func people(like person: PersonInput) -> [PersonNumber] {
    if let number = person.number { return roster[number] == nil ? [] : [number] }
    return namesakes[Key(name: NameKey(person.name), household: person.household)] ?? []
  }

  func hasHead(_ household: HouseholdNumber) -> Bool {
    roster.head(of: household, on: day) != nil
  }

  /// What the roster has otherwise than a row.
  func differences(of person: PersonInput, from number: PersonNumber) -> [RosterColumn] {
    guard let known = roster[number] else { return [] }
    let isHead = roster.head(of: person.household, on: day) == number
    var found: [RosterColumn] = []
    if known.group(on: day) != person.group { found.append(.group) }
    if isHead != person.isHead { found.append(.head) }
    if rows[number]?.born != person.born { found.append(.born) }
    if let pinyin = person.pinyin, rows[number]?.pinyin != pinyin { found.append(.pinyin) }
    if Set(known.roles(on: day)) != Set(person.roles) { found.append(.roles) }
    return found
  }

  /// What speaks against a row whose number is somebody's already.
  func conflict(
    of person: PersonInput
  ) -> (code: String, message: String, column: RosterColumn)? {
    guard let number = person.number, let known = roster[number] else { return nil }
    if NameKey(rows[number]?.name ?? number.text) != NameKey(person.name) {
      return ("E420", "编号 \(number) 在名册里是另一个人", .number)
    }
    if known.household(on: day) != person.household {
      return ("E421", "编号 \(number) 在名册里是另一户", .household)
    }
    return nil
  }
}
