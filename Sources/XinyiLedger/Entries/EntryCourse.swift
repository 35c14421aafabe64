/// What has become of an entry, beyond what its ledger line says: the part of it that changes, and
/// that is saved.
public struct EntryCourse: Codable, Equatable, Sendable {
  /// The month in whose review it is decided; moves on when the entry is put off.
  public internal(set) var month: Month
  public internal(set) var state: Entry.State = .pending
  /// The council gave other points than were worked out, in a review or in answer to an objection.
  public internal(set) var isAmended = false
  /// The person asked to have it kept from public view.
  public internal(set) var isHidden = false
  /// The day it took effect (生效).
  public internal(set) var effectiveOn: Day?
  /// Signed points as the council, or an answer to an objection, fixed them (S2.3).
  public internal(set) var frozen: Points?
  /// How much of the frozen points a campaign added.
  public internal(set) var bonus: Points = .zero
  /// What it moved when it took effect.
  public internal(set) var effect: ScoreDelta = .zero
  /// The notice the line stands on, once it was posted.
  public internal(set) var notice: NoticeNumber?
  /// The objection that is open against it.
  public internal(set) var openObjection: ObjectionNumber?
  /// The council's last decision.
  public internal(set) var decision: Event.Decision?
  /// Members who keep out of the vote for reasons of their own.
  public internal(set) var recused: [PersonNumber] = []
  /// Evidence brought after it was recorded.
  public internal(set) var laterEvidence: [String] = []
  /// The packages it went to the town with, in order.
  public internal(set) var packages: [PackageNumber] = []
  /// What the town answered last.
  public internal(set) var platformAnswer: Event.PlatformAnswer?
  /// The day that answer was read in.
  public internal(set) var answeredOn: Day?

  init(month: Month) { self.month = month }
}

extension EntryCourse {
  mutating func take(_ decision: Event.Decision) {
    self.decision = decision.outcome == .undone ? nil : decision
    isAmended = decision.outcome == .amended
    bonus = decision.bonus ?? .zero
    switch decision.outcome {
    case .approved, .amended:
      state = .approved
      frozen = decision.points
    case .rejected: state = .rejected
    case .deferred: state = .deferred
    case .undone:
      state = .pending
      frozen = nil
    }
  }

  mutating func takeEffect(_ delta: ScoreDelta, worth points: Points, on day: Day) {
    state = .effective
    frozen = points
    effectiveOn = day
    effect = delta
  }
}
