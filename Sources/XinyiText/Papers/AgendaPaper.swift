public import XinyiLedger

/// What a meeting of the council has before it (议程), on paper for the members' pens. It names
/// people in full, is collected after the meeting, and never hangs.
public struct AgendaPaper: Sendable, Equatable {
  public var village: PaperVillage
  public var month: Month
  public var state: ReviewMonth.State
  /// The day of the meeting; nil before it was opened.
  public var meeting: Day?
  public var members: [String]
  public var quorum: Int
  /// The most doubtful first.
  public var lines: [Line]
  /// What the town sent back, a sentence each: the meeting hears of it.
  public var returned: [String]

  public struct Line: Sendable, Equatable {
    public var entry: EntryNumber
    public var doubt: AgendaDoubt
    /// nil where no name may stand (S7.3).
    public var name: String?
    public var on: Day
    public var deed: String
    public var points: Points
    /// What the meeting should look at: 加倍, 缺佐证.
    public var remarks: [String]
    /// Members who do not vote on it.
    public var recused: [String]
  }
}

extension PaperSource {
  /// The agenda of a month as things stand.
  public func agenda(of month: Month) -> AgendaPaper {
    let held = ledger.reviewMonth(month)
    let members = held.meeting?.members ?? ledger.roster.holders(of: .council, on: today)
    let agenda = ledger.agendaInOrderOfDoubt(of: month)
    let names = fileNames(of: members + agenda.map(\.entry.recorded.person))
    return AgendaPaper(
      village: village, month: month, state: held.state, meeting: held.meeting?.openedOn,
      members: members.map { names[$0] ?? $0.text },
      quorum: Council.quorum(members: members.count),
      lines: agenda.map { agendaLine($0.entry, $0.doubt, names) },
      returned: ledger.returnedByTown.map { entry in
        let why = entry.platformAnswer?.why.map { "：\($0)" } ?? ""
        return "\(entry.number) \(entry.recorded.title)\(why)"
      })
  }

  /// Members who do not vote on an entry: as decided, as the meeting's attendance has it, or of
  /// all members while no meeting was opened.
  public func recused(from entry: Entry) -> [PersonNumber] {
    if let decision = entry.decision { return decision.recused }
    if let council = ledger.council(of: entry.month) {
      return ledger.recused(from: entry, council: council)
    }
    return ledger.roster.holders(of: .council, on: today).filter {
      ledger.isBiased($0, of: entry, meetingOn: today)
    }
  }

  /// Full names for a paper where no group stands beside them: two of a name are told apart by
  /// their households.
  func fileNames(of people: [PersonNumber]) -> [PersonNumber: String] {
    paperNames(
      for: people.map {
        PaperPerson(
          number: $0, name: naming.name(of: $0), group: "",
          household: ledger.roster[$0]?.household(on: today))
      }
    ).mapValues(\.full)
  }

  private func agendaLine(
    _ entry: Entry, _ doubt: AgendaDoubt, _ names: [PersonNumber: String]
  ) -> AgendaPaper.Line {
    let isSecret = ledger.item(of: entry)?.mask == .noName
    return AgendaPaper.Line(
      entry: entry.number, doubt: doubt,
      name: isSecret ? nil : names[entry.recorded.person] ?? entry.recorded.person.text,
      on: entry.recorded.on, deed: agendaDeed(of: entry, isSecret: isSecret),
      points: ledger.assessment(of: entry).points,
      // That it is doubled or cut by a cap is said behind the deed.
      remarks: ledger.flags(of: entry).filter { $0 != .doubled && $0 != .capped }.map(\.word),
      recused: isSecret
        ? [] : recused(from: entry).map { names[$0] ?? naming.name(of: $0) })
  }

  /// The council has to judge it, so that general wording does not do; what names nobody does not
  /// say what it was either.
  private func agendaDeed(of entry: Entry, isSecret: Bool) -> String {
    if isSecret { return "\(ledger.item(of: entry)?.group ?? "")类（当面核对）" }
    let deed = "\(entry.recorded.rule) \(entry.recorded.title)"
    if let other = ledger.reference(of: entry) {
      return "更正\(other.number.spoken(in: entry.month.year))：\(deed)"
    }
    return deed + (detail(of: entry).map { "（\($0)）" } ?? "")
  }
}
