extension Ledger {
  /// The flags of an entry: what was frozen when it was recorded, and what follows from the rest
  /// of the ledger as it stands (S8.1).
  public func flags(of entry: Entry) -> [EntryFlag] {
    flags(of: entry, worth: assessment(of: entry))
  }

  /// The flags of an entry whose worth is known.
  public func flags(of entry: Entry, worth assessment: Assessment) -> [EntryFlag] {
    let held: [EntryFlag: Bool] = [
      .capped: assessment.isCapped && !entry.isAmended,
      .doubled: assessment.isDoubled,
      .sameDay: hasTwin(entry),
      .related: isCollectedByKin(entry),
      .maybeOneDeed: hasRivalOfTheDay(entry),
      .special: entry.decision?.minute != nil,
      .noEvidence: entry.recorded.flags.contains(.noEvidence) && entry.laterEvidence.isEmpty,
    ]
    return EntryFlag.allCases.filter { held[$0] ?? entry.recorded.flags.contains($0) }
  }

  /// Another live entry of the same person (or household), item and day.
  private func hasTwin(_ entry: Entry) -> Bool {
    guard entry.recorded.isOriginal else { return false }
    return places(of: subject(of: entry.recorded)).contains {
      let other = entries[$0]
      guard other.recorded.on == entry.recorded.on else { return false }
      return other.recorded.isOriginal && other.number != entry.number && other.state.isLive
        && !isReversed(other.number)
        && other.recorded.corrects != entry.number && entry.recorded.corrects != other.number
    }
  }

  private func isCollectedByKin(_ entry: Entry) -> Bool {
    guard let collector = entry.recorded.collector else { return false }
    return isKin(collector, of: entry, on: entry.recorded.on)
  }

  /// The person itself, the same household, or a declared relation, on a day. The household is the
  /// entry's own, or the one that its person has gone to by that day.
  func isKin(_ person: PersonNumber, of entry: Entry, on day: Day) -> Bool {
    if person == entry.recorded.person { return true }
    if roster.areRelated(person, entry.recorded.person, on: day) { return true }
    guard let household = roster[person]?.household(on: day) else { return false }
    return household == entry.recorded.household
      || household == roster[entry.recorded.person]?.household(on: day)
  }

  /// A live entry of a rival item on the same day, not told apart by a deed number (S4.7).
  private func hasRivalOfTheDay(_ entry: Entry) -> Bool {
    guard entry.recorded.deed == nil, entry.recorded.isOriginal, let item = item(of: entry),
      !item.rivals.isEmpty
    else {
      return false
    }
    return (index.byPerson[entry.recorded.person]?.places ?? []).contains {
      let other = entries[$0]
      guard other.recorded.on == entry.recorded.on else { return false }
      return other.state.isLive && other.recorded.deed == nil && other.recorded.isOriginal
        && !isReversed(other.number) && item.rivals.contains(other.recorded.rule)
    }
  }
}
