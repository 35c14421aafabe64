/// A rule of the village says no (exit status 1): nothing was written.
///
/// The cases carry the facts; `XinyiText` makes the sentences. Codes never change meaning.
public enum Refusal: Error, Equatable, Sendable {
  // Recording (R1xx), in order of precedence.
  case futureDay(Day, today: Day)
  case beforeFirstMonth(Day, first: Month)
  case noSuchRuleThen(RuleCode, on: Day)
  case recordedByProgram(RuleCode)
  case noHead(HouseholdNumber, on: Day)
  case noHousehold(PersonNumber, on: Day)
  case notEvaluated(PersonNumber, ResidentStatus, on: Day)
  case lateNeedsReason(Day, days: Int, limit: Int)
  case sameDay(EntryNumber, person: PersonNumber, rule: RuleCode, on: Day)
  case outOfSet(RuleCode, asked: Points, allowed: PointsSet)
  case tooManyPoints(RuleCode)
  case twiceInOne(PersonNumber, rule: RuleCode)
  case notWithdrawable(EntryNumber, Entry.State, ReviewMonth.State)
  case outsideNeedsDocument(EntrySource, rule: RuleCode)

  // People (R15x).
  case numberTaken(PersonNumber)
  case householdHasHead(HouseholdNumber, head: PersonNumber)
  case alreadyGone(PersonNumber, ResidentStatus, since: Day)
  case roleNotHeld(PersonNumber, Role, on: Day)

  // Households and what people live through (R160 to R169).
  case notGone(PersonNumber, ResidentStatus, on: Day)
  case notSuspended(PersonNumber, ResidentStatus, on: Day)
  case notOfHousehold(PersonNumber, HouseholdNumber, on: Day)
  case severalHouseholds([PersonNumber], on: Day)
  case householdInUse(HouseholdNumber)
  case nobodyStays(HouseholdNumber, on: Day)
  case shareTooLarge(HouseholdNumber, held: Points, asked: Points)
  case notRelated(PersonNumber, PersonNumber, on: Day)
  case pointsArePersonal(HouseholdNumber)
  case notHideable(EntryNumber, HidingProblem)

  // Settings and the catalog (R170 to R179).
  case settingInPast(Settings.Key, Month, current: Month)
  case settingAtOnce(Settings.Key, Month, current: Month)
  case settingByYear(Settings.Key, Month, next: Month)
  case catalogInPast(version: Int, Day, today: Day)

  // The month (R2xx).
  case monthIs(Month, ReviewMonth.State, needed: ReviewMonth.State)
  case monthNotBegun(Month, today: Day)
  case earlierMonthFirst(Month, earlier: Month)
  case councilTooSmall(members: Int)
  case councilEven(members: Int)
  case secretaryInCouncil(PersonNumber)
  case memberBelowGrade(PersonNumber, rating: Points, needed: Points)
  case notAMember(PersonNumber)
  case noQuorum(present: Int, quorum: Int, members: Int)
  case chairNotPresent(PersonNumber)
  case notInReview(EntryNumber, Month, Entry.State)
  case alreadyDecided(EntryNumber, DecisionOutcome)
  case votesDiffer(given: Int, voters: Int)
  case rejectionOutvoted(EntryNumber, for: Int)
  case postedInThePast(Day, today: Day)
  case postedTooFarAhead(Day, today: Day, limit: Int)
  case noMonthIn(ReviewMonth.State)
  case meetingNotHeld(Month, first: Month, today: Day)
  case nothingToSupplement(Month)
  case notOnNotice(EntryNumber, Entry.State)
  case noticeNotBegun(EntryNumber, from: Day)
  case objectionOpen(EntryNumber, ObjectionNumber)
  case objectionClosed(ObjectionNumber)
  case resolutionNotPassed(ObjectionNumber, for: Int, needed: Int)
  case noticeStillHangs(NoticeNumber, to: Day, today: Day)

  // The council and its papers (R226 to R239).
  case memberNotPresent(PersonNumber, Month)
  case alreadyRecused(EntryNumber, PersonNumber)
  case recusalNotStated(EntryNumber, PersonNumber)
  case specialCorrection(EntryNumber)
  case noticeOver(NoticeNumber, isVoid: Bool)
  case noticeInEffect(NoticeNumber, lines: Int)
  case noticeObjected(NoticeNumber, ObjectionNumber)
  case supplementHangs(NoticeNumber, NoticeNumber)
  case secretaryOrCouncil(PersonNumber, held: Role, asked: Role, on: Day)
  case supervisorOrCommittee(PersonNumber, on: Day)
  case supervisorRelated(PersonNumber, to: PersonNumber, on: Day)

  // Corrections, reminders, campaigns (R240 to R259).
  case notEffective(EntryNumber, Entry.State)
  case alreadyReversed(EntryNumber, by: EntryNumber)
  case correctionUnderWay(EntryNumber, by: EntryNumber)
  case secondIsFirst(Operator)
  case notDouble(EntryNumber)
  case followsReversal(EntryNumber, leader: EntryNumber)
  case notAmendable(EntryNumber)
  case notFixable(EntryNumber, Entry.State, ReviewMonth.State)
  case notABreach(EntryNumber)
  case tooMuchGivenBack(EntryNumber, asked: Points, left: Points)
  case notRemindable(RuleCode)
  case reminderOpen(ReminderNumber, due: Day)
  case reminderClosed(ReminderNumber)
  case reminderOverdue(ReminderNumber, due: Day, on: Day)
  case reminderNotDue(ReminderNumber, due: Day, today: Day)
  case reminderMissing(RuleCode)
  case notInCampaign(CampaignCode, CampaignMiss)
  case campaignBackwards(from: Day, to: Day)
  case campaignItem(RuleCode)

  // The year (R260 to R269).
  case yearAlreadyClosed(Year)
  case yearBeforeFirst(Year, first: Month)
  case yearNotOver(Year, today: Day)
  case earlierYearFirst(Year, earlier: Year)
  case yearMonthOpen(Year, Month, ReviewMonth.State)
  case yearLineOpen(Year, EntryNumber, Entry.State)
  case nothingExpired(Day)

  // The town (R280 to R289).
  case evidenceTooLate(EntryNumber, Entry.State)
  case noReportOf(Month, first: Month, last: Month)
  case noReportOfYear(Year, first: Year, last: Year)

  // The shop (R3xx).
  case balanceShort(PersonNumber, held: Points, basket: [Event.BasketLine], total: Points)
  case stockShort(ItemCode, held: Int, asked: Int)
  case accountClosed(PersonNumber, AccountClosure)
  case overLimit(ItemCode, limit: Int, taken: Int, asked: Int)
  case sameBasketAgain(slip: String, minutes: Int)
  case itemExists(ItemCode)
  case basketTooLarge(limit: Points)
  case shop(ShopRefusal)
  case card(CardRefusal)

  // Any command (R4xx).
  case receiptUsed(ReceiptKey)
  case clockBehind(Moment, last: Moment)
}

/// Why an entry cannot be kept from public view, or shown again.
public enum HidingProblem: Equatable, Sendable {
  case notPlus
  /// It stands nowhere in public any more.
  case dead(Entry.State)
  case alreadyHidden
  case notHidden
}

/// Why the shop gives nothing to an account.
public enum AccountClosure: Equatable, Sendable {
  case belowZero(Points)
  case left(on: Day, usableUntil: Day)
  case dead
}

/// The magnitudes a council may give for one entry (S4.8).
public enum PointsSet: Equatable, Sendable {
  /// These values or zero.
  case values([Points])
  /// Every amount from zero up to this one.
  case upTo(Points)

  public func contains(_ points: Points) -> Bool {
    switch self {
    case .values(let values): points == .zero || values.contains(points)
    case .upTo(let ceiling): (.zero...ceiling).contains(points)
    }
  }
}

extension Refusal {
  /// The code a person can look up by `help`.
  public var code: String {
    switch self {
    case .futureDay: "R101"
    case .beforeFirstMonth: "R102"
    case .noSuchRuleThen: "R103"
    case .recordedByProgram: "R104"
    case .noHead: "R105"
    case .noHousehold: "R106"
    case .notEvaluated: "R107"
    case .lateNeedsReason: "R108"
    case .sameDay: "R109"
    case .outOfSet: "R110"
    case .tooManyPoints: "R111"
    case .twiceInOne: "R113"
    case .notWithdrawable: "R112"
    case .outsideNeedsDocument: "R114"
    case .numberTaken: "R151"
    case .householdHasHead: "R152"
    case .alreadyGone: "R153"
    case .roleNotHeld: "R154"
    // Households and what people live through.
    case .notGone: "R160"
    case .notSuspended: "R161"
    case .notOfHousehold: "R162"
    case .severalHouseholds: "R163"
    case .householdInUse: "R164"
    case .nobodyStays: "R165"
    case .shareTooLarge: "R166"
    case .notRelated: "R167"
    case .pointsArePersonal: "R168"
    case .notHideable: "R169"

    // Settings and the catalog.
    case .settingInPast: "R170"
    case .settingAtOnce: "R171"
    case .settingByYear: "R172"
    case .catalogInPast: "R173"

    case .monthIs: "R201"
    case .monthNotBegun: "R202"
    case .earlierMonthFirst: "R203"
    case .councilTooSmall: "R204"
    case .councilEven: "R205"
    case .secretaryInCouncil: "R206"
    case .memberBelowGrade: "R207"
    case .notAMember: "R208"
    case .noQuorum: "R209"
    case .chairNotPresent: "R210"
    case .notInReview: "R211"
    case .alreadyDecided: "R212"
    case .votesDiffer: "R213"
    case .rejectionOutvoted: "R222"
    case .postedInThePast: "R214"
    case .postedTooFarAhead: "R223"
    case .noMonthIn: "R224"
    case .meetingNotHeld: "R225"
    case .nothingToSupplement: "R215"
    case .notOnNotice: "R216"
    case .noticeNotBegun: "R217"
    case .objectionOpen: "R218"
    case .objectionClosed: "R219"
    case .resolutionNotPassed: "R220"
    case .noticeStillHangs: "R221"
    case .memberNotPresent: "R226"
    case .alreadyRecused: "R227"
    case .recusalNotStated: "R228"
    case .specialCorrection: "R229"
    case .noticeOver: "R230"
    case .noticeInEffect: "R231"
    case .noticeObjected: "R232"
    case .supplementHangs: "R233"
    case .secretaryOrCouncil: "R234"
    case .supervisorOrCommittee: "R235"
    case .supervisorRelated: "R236"

    // Corrections, reminders, campaigns.
    case .notEffective: "R240"
    case .alreadyReversed: "R241"
    case .correctionUnderWay: "R242"
    case .secondIsFirst: "R243"
    case .notDouble: "R244"
    case .followsReversal: "R245"
    case .notAmendable: "R246"
    case .notFixable: "R247"
    case .notABreach: "R248"
    case .tooMuchGivenBack: "R249"
    case .notRemindable: "R250"
    case .reminderOpen: "R251"
    case .reminderClosed: "R252"
    case .reminderOverdue: "R253"
    case .reminderNotDue: "R254"
    case .reminderMissing: "R255"
    case .notInCampaign: "R256"
    case .campaignBackwards: "R257"
    case .campaignItem: "R258"

    // The year.
    case .yearAlreadyClosed: "R260"
    case .yearBeforeFirst: "R261"
    case .yearNotOver: "R262"
    case .earlierYearFirst: "R263"
    case .yearMonthOpen: "R264"
    case .yearLineOpen: "R265"
    case .nothingExpired: "R266"

    // The town.
    case .evidenceTooLate: "R280"
    case .noReportOf: "R281"
    case .noReportOfYear: "R282"

    case .balanceShort: "R301"
    case .stockShort: "R302"
    case .accountClosed: "R303"
    case .overLimit: "R304"
    case .sameBasketAgain: "R305"
    case .itemExists: "R306"
    case .basketTooLarge: "R307"
    case .shop(let refusal): refusal.code
    case .card(let refusal): refusal.code
    case .receiptUsed: "R401"
    case .clockBehind: "R402"
    }
  }
}
