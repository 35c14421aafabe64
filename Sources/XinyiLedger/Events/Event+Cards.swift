extension Event {
  /// Paper cards that the office hands out. With a person their worth leaves the account in this
  /// line; without one they are change for the shop's till and worth nothing yet.
  public struct CardsIssued: Codable, Equatable, Sendable {
    public var person: PersonNumber?
    public var cards: [Card]
    /// The month whose points were turned into cards for everybody.
    public var month: Month?
    /// The barred card in whose place these stand; nothing leaves the account again.
    public var replaces: CardNumber?

    /// A card and the year whose points it carries (S3.6).
    public struct Card: Codable, Equatable, Sendable {
      public var card: CardNumber
      public var year: Year

      package init(card: CardNumber, year: Year) {
        self.card = card
        self.year = year
      }
    }

    package init(
      person: PersonNumber? = nil, cards: [Card], month: Month? = nil, replaces: CardNumber? = nil
    ) {
      self.person = person
      self.cards = cards
      self.month = month
      self.replaces = replaces
    }
  }

  /// Cards that somebody brings back without buying: into the account with a person, for others
  /// of the same worth from the till without one.
  public struct CardsTaken: Codable, Equatable, Sendable {
    public var person: PersonNumber?
    public var cards: [CardNumber]
    public var change: [CardNumber]

    package init(person: PersonNumber? = nil, cards: [CardNumber], change: [CardNumber]) {
      self.person = person
      self.cards = cards
      self.change = change
    }
  }

  /// Cards that the shop's till hands back to the office (交回); they are done with.
  public struct CardsReturned: Codable, Equatable, Sendable {
    public var cards: [CardNumber]
  }

  /// A card reported as lost (挂失), or found again.
  public struct CardBarred: Codable, Equatable, Sendable {
    public var card: CardNumber
    /// Who lost it.
    public var person: PersonNumber?
    /// It was found again and counts as before.
    public var lifted: Bool?
  }

  /// The till's cards as they were counted (点卡), by denomination.
  public struct CardsCounted: Codable, Equatable, Sendable {
    public var counts: [Count]

    public struct Count: Codable, Equatable, Sendable {
      /// The denomination in points.
      public var value: Int
      public var count: Int
    }
  }
}
