/// `village.json`: who the village is and how it keeps its points. A copy of what the ledger
/// holds, for people to read, and checked against it.
public struct VillageBook: Codable, Equatable, Sendable {
  public var format: Int
  public var village: Village
  public var account: AccountHolder
  public var practice: Bool
  public var settings: Settings

  package init(
    village: Village, account: AccountHolder, practice: Bool, settings: Settings
  ) {
    self.format = 1
    self.village = village
    self.account = account
    self.practice = practice
    self.settings = settings
  }

  public init(opened: Event.LedgerOpened, settings: Settings) {
    self.init(
      village: opened.village, account: opened.account, practice: opened.practice,
      settings: settings)
  }

  /// Whether the book says what the ledger's first line and latest settings say.
  public func agrees(with ledger: Ledger) -> Bool {
    self == VillageBook(opened: ledger.opened, settings: ledger.latestSettings)
  }
}
