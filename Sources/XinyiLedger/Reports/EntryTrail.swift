/// One thing that happened to an entry (来历), as a line of the ledger tells it.
public struct TrailStep: Equatable, Sendable {
  /// The line of the ledger.
  public let line: Int
  public let at: Moment
  public let by: Operator
  public let kind: Event.Kind
  public let cause: Cause

  public enum Cause: Equatable, Sendable {
    case recorded(Event.Recorded)
    case withdrawn(why: String)
    case recused(PersonNumber)
    case decided(Event.Decision)
    /// The meeting of a month left it for a later one.
    case putOff(Month)
    case posted(Event.NoticePublished, points: Points)
    case takenDown(NoticeNumber, why: String)
    case objected(Event.ObjectionFiled)
    case answered(Event.ObjectionResolved)
    case confirmed(Event.ConfirmedLine, NoticeNumber)
    case sent(PackageNumber)
    case townAnswered(Event.PlatformAnswer, PackageNumber)
    case evidence([String])
    case hidden(Bool, why: String)
    /// Weighs on the rating of the year after this one.
    case carried(Year, Points)
    /// Another entry was recorded that refers to this one.
    case referred(Event.Recorded)
    /// Such an entry took effect.
    case referredConfirmed(Event.ConfirmedLine)
  }
}

extension Ledger {
  /// Everything that happened to an entry, in the order of the lines given.
  public func trail(of number: EntryNumber, in lines: some Sequence<RecordedEvent>) -> [TrailStep] {
    let others = Set(referring(to: number).map(\.number))
    return lines.compactMap { line in
      cause(line.event, for: number, others).map {
        TrailStep(
          line: line.sequence, at: line.at, by: line.by, kind: line.event.kind, cause: $0)
      }
    }
  }

  private func cause(
    _ event: Event, for number: EntryNumber, _ others: Set<EntryNumber>
  ) -> TrailStep.Cause? {
    switch event {
    case .recorded(let event): event.entry == number ? .recorded(event) : referral(event, number)
    case .withdrawn(let event): event.entries.contains(number) ? .withdrawn(why: event.why) : nil
    case .recused(let event): event.entries.contains(number) ? .recused(event.person) : nil
    case .decided(let event): event.entries.first { $0.entry == number }.map { .decided($0) }
    case .reviewClosed(let event): event.undecided.contains(number) ? .putOff(event.month) : nil
    case .noticePublished(let event):
      event.lines.first { $0.entry == number }.map { .posted(event, points: $0.points) }
    case .noticeVoided(let event):
      notices[event.notice]?.lines.contains { $0.entry == number } == true
        ? .takenDown(event.notice, why: event.why) : nil
    case .objectionFiled(let event): event.entry == number ? .objected(event) : nil
    case .objectionResolved(let event):
      objections[event.objection]?.filed.entry == number ? .answered(event) : nil
    case .confirmed(let event):
      event.lines.first { $0.entry == number }.map { .confirmed($0, event.notice) }
        ?? event.lines.first { others.contains($0.entry) }.map { .referredConfirmed($0) }
    case .platformExported(let event): event.entries.contains(number) ? .sent(event.package) : nil
    case .platformAnswered(let event):
      event.entries.first { $0.entry == number }.map { .townAnswered($0, event.package) }
    case .evidenceAdded(let event): event.entry == number ? .evidence(event.evidence) : nil
    case .entriesHidden(let event):
      event.entries.contains(number) ? .hidden(event.hidden, why: event.why) : nil
    case .yearClosed(let event):
      event.carried.first { $0.entry == number }.map { .carried(event.year, $0.points) }
    case .ledgerOpened, .settingsSet, .catalogAdopted, .rosterChanged, .consentChanged,
      .reviewOpened, .reviewReopened, .goodsReceived, .priceSet, .redeemed, .repaired,
      .reminderIssued, .reminderClosed, .campaignSet, .balanceMoved, .spendableExpired,
      .goodsCounted, .goodsWrittenOff, .goodsReturned, .goodsDelisted, .refunded, .cardsIssued,
      .cardsTaken, .cardsReturned, .cardBarred, .cardsCounted:
      nil
    }
  }

  private func referral(_ event: Event.Recorded, _ number: EntryNumber) -> TrailStep.Cause? {
    event.reference == number ? .referred(event) : nil
  }
}
