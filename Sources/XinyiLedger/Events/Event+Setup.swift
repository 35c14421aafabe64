/// Who the village is.
public struct Village: Codable, Equatable, Sendable {
  public var name: String
  public var town: String
  public var county: String
  /// Twelve digits of the administrative division, where known.
  public var code: String?

  public init(name: String, town: String, county: String, code: String?) {
    self.name = name
    self.town = town
    self.county = county
    self.code = code
  }
}

/// Whether each person has an account, or each household one. Chosen once, when the ledger opens.
public enum AccountHolder: String, WordValue {
  case person, household
}

extension Event {
  public struct LedgerOpened: Codable, Equatable, Sendable {
    public var format: Int
    public var village: Village
    public var account: AccountHolder
    /// A practice village (演练) takes its dates from `--today`.
    public var practice: Bool
    /// 32 hexadecimal digits, random, so that no two ledgers begin alike.
    public var origin: String
    public var firstMonth: Month
    public var `operator`: Operator

    public init(
      village: Village, account: AccountHolder, practice: Bool, origin: String,
      firstMonth: Month, operator: Operator
    ) {
      self.format = 1
      self.village = village
      self.account = account
      self.practice = practice
      self.origin = origin
      self.firstMonth = firstMonth
      self.operator = `operator`
    }
  }

  /// The whole of the village's settings, in force from a month on.
  public struct SettingsSet: Codable, Equatable, Sendable {
    public var from: Month
    public var settings: Settings
    public var why: String?

    public init(from: Month, settings: Settings, why: String?) {
      self.from = from
      self.settings = settings
      self.why = why
    }
  }

  public struct CatalogAdopted: Codable, Equatable, Sendable {
    public var version: Int
    public var from: Day
    /// SHA-256 of the catalog's file.
    public var sha256: Digest
    public var plus: Int
    public var minus: Int

    public init(version: Int, from: Day, sha256: Digest, plus: Int, minus: Int) {
      self.version = version
      self.from = from
      self.sha256 = sha256
      self.plus = plus
      self.minus = minus
    }
  }

  /// One dated fact about a person. The meaning of `value` depends on `what`; see `RosterFact`.
  public struct RosterChanged: Codable, Equatable, Sendable {
    public var person: PersonNumber
    public var from: Day
    public var what: RosterFact.Topic
    public var value: String
    /// Why a household was split or merged.
    public var why: String?

    public init(
      person: PersonNumber, from: Day, what: RosterFact.Topic, value: String,
      why: String?
    ) {
      self.person = person
      self.from = from
      self.what = what
      self.value = value
      self.why = why
    }

    public init(person: PersonNumber, from: Day, what: RosterFact.Topic, value: String) {
      self.init(person: person, from: from, what: what, value: value, why: nil)
    }
  }

  public struct ConsentChanged: Codable, Equatable, Sendable {
    public var person: PersonNumber
    public var scope: ConsentScope
    public var given: Bool

    public init(person: PersonNumber, scope: ConsentScope, given: Bool) {
      self.person = person
      self.scope = scope
      self.given = given
    }
  }
}

/// What a person agreed to: the full name on notices, or sending entries to the platform.
public enum ConsentScope: String, WordValue {
  case names, platform
}
