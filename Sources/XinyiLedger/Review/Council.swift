/// The council (议事会) of one meeting: who may vote, and what passes (S5).
public struct Council: Equatable, Sendable {
  /// Everybody who is a member on the day of the meeting.
  public let members: [PersonNumber]
  public let present: [PersonNumber]
  /// The day of the meeting.
  let day: Day
  let votesOf: Settings.VotesOf

  /// Half of the members, a half counted as one: 7 → 4.
  public var quorum: Int { Self.quorum(members: members.count) }

  /// The quorum of so many members.
  public static func quorum(members: Int) -> Int { (members + 1) / 2 }

  /// The votes a line needs when so many present members may vote on it.
  public func passMark(voters: Int) -> Int {
    switch votesOf {
    case .members: quorum
    case .present: (voters + 1) / 2
    }
  }
}

/// Votes for, against and abstained (赞成、反对、弃权).
public struct Votes: Hashable, Sendable, CustomStringConvertible {
  public var `for`: Int
  public var against: Int
  public var abstain: Int

  public init(for: Int, against: Int, abstain: Int) {
    self.for = `for`
    self.against = against
    self.abstain = abstain
  }

  public var count: Int { `for` + against + abstain }
  public var description: String { "\(`for`)-\(against)-\(abstain)" }
}

extension Ledger {
  /// The council of a month's meeting; nil before it was opened.
  public func council(of month: Month) -> Council? {
    reviewMonth(month).meeting.map {
      Council(
        members: $0.members, present: $0.present, day: $0.openedOn,
        votesOf: settings(in: month).votesOf)
    }
  }

  /// Present members who may not vote on an entry: their own, their household's, that of declared
  /// relations, and where they said so for reasons of their own (S5.2).
  public func recused(from entry: Entry, council: Council) -> [PersonNumber] {
    council.present.filter {
      isBiased($0, of: entry, meetingOn: council.day) || entry.recused.contains($0)
    }
  }

  /// Of one's own, the household's or a relation's line, as it was when it happened or as it is
  /// when the council meets: who has married into the household since votes no more than who
  /// lived there then (S5.2).
  public func isBiased(_ member: PersonNumber, of entry: Entry, meetingOn day: Day) -> Bool {
    isKin(member, of: entry, on: entry.recorded.on) || isKin(member, of: entry, on: day)
  }

  /// The entries a month's meeting has to go through or has gone through, by number.
  public func agenda(of month: Month) -> [Entry] {
    (entriesByMonth[month] ?? []).filter { entries[$0].state != .withdrawn }
      .sorted { entries[$0].number < entries[$1].number }.map { entries[$0] }
  }
}
