/// What has become of an entry, without what its ledger line says: the part that is saved.
package struct EntryCourse: Codable, Sendable {
  var month: Month
  var state: Entry.State
  var decision: Event.Decision?
  var frozen: Points?
  var isAmended: Bool
  var bonus: Points
  var recused: [PersonNumber]
  var laterEvidence: [String]
  var isHidden: Bool
  var packages: [PackageNumber]
  var platformAnswer: Event.PlatformAnswer?
  var answeredOn: Day?
  var notice: NoticeNumber?
  var openObjection: ObjectionNumber?
  var effectiveOn: Day?
  var effect: ScoreDelta

  package init(of entry: Entry) {
    month = entry.month
    state = entry.state
    decision = entry.decision
    frozen = entry.frozen
    isAmended = entry.isAmended
    bonus = entry.bonus
    recused = entry.recused
    laterEvidence = entry.laterEvidence
    isHidden = entry.isHidden
    packages = entry.packages
    platformAnswer = entry.platformAnswer
    answeredOn = entry.answeredOn
    notice = entry.notice
    openObjection = entry.openObjection
    effectiveOn = entry.effectiveOn
    effect = entry.effect
  }
}

extension Entry {
  /// An entry as its line recorded it and as it went on; nil when the line records none.
  package init?(_ line: RecordedEvent, _ course: EntryCourse) {
    guard case .recorded(let recorded) = line.event else { return nil }
    self.init(recorded: recorded, line: line.sequence, at: line.at, by: line.by)
    month = course.month
    state = course.state
    decision = course.decision
    frozen = course.frozen
    isAmended = course.isAmended
    bonus = course.bonus
    recused = course.recused
    laterEvidence = course.laterEvidence
    isHidden = course.isHidden
    packages = course.packages
    platformAnswer = course.platformAnswer
    answeredOn = course.answeredOn
    notice = course.notice
    openObjection = course.openObjection
    effectiveOn = course.effectiveOn
    effect = course.effect
  }
}
