import XinyiLedger

/// What the practice village has to do and when, the next thing last.
struct DemoSchedule: Sendable {
  private var tasks: [DemoTask] = []

  /// Adds a task after those of the same moment.
  mutating func add(_ kind: DemoTask.Kind, at moment: Moment) {
    var low = 0
    var high = tasks.count
    while low < high {
      let middle = (low + high) / 2
      if tasks[middle].at <= moment { high = middle } else { low = middle + 1 }
    }
    tasks.insert(DemoTask(at: moment, kind: kind), at: low)
  }

  /// Adds a task before all others, to go on right after the step just taken.
  mutating func addNext(_ kind: DemoTask.Kind, at moment: Moment) {
    tasks.append(DemoTask(at: moment, kind: kind))
  }

  mutating func next() -> DemoTask? { tasks.popLast() }
}

/// Something that turns into steps when its time has come and the ledger shows how things stand.
struct DemoTask: Sendable {
  var at: Moment
  var kind: Kind

  enum Kind: Sendable {
    case planMonth(Month)
    case planRepeats(Month)
    case record(RecordRequest)
    /// Records for the wrong person, and then for the right one.
    case mistake(wrong: RecordRequest, right: RecordRequest)
    case takeBack(right: RecordRequest)
    case leave(Int)
    case openReview(Month)
    case decide(Month)
    case publish(Month)
    case posted(Month)
    case object(Month, Answer)
    case answer(Month, EntryNumber, Answer)
    case supplement(Month)
    case supplementPosted(Month)
    case confirm(Month)
    case confirmed(Month)
    case restock
    case openShop
    case redeem(RedeemRequest)
    /// What happens now and then, or once a year.
    case later(Event)
  }

  /// What does not belong to every month's round.
  enum Event: Sendable {
    case closeYear(Year)
    case expire
    case setCampaign(Month)
    case lengthenNotice
    case changeCouncil
    case remind(RuleCode, Int)
    case putRight(RuleCode, Int)
    case recordOverdue(RuleCode, Int)
    case redress
    case objectLate
    case answerLate(EntryNumber)
    case takeDoubleBack
    case townAnswers(Month)
    case sendAgain(Month)
    case moveIn
    case moveOut
    case die
  }

  /// How an objection is going to end.
  enum Answer: Sendable {
    case dismissed, amended, cancelled
    /// The story ends before it is answered.
    case none
  }
}

/// The office hours of the practice village.
struct DemoClock: Sendable {
  private static let morning = 8 * 3600 + 1800
  private static let noon = 11 * 3600 + 2400
  private static let afternoon = 14 * 3600
  private static let evening = 17 * 3600 + 1800
  private static let seconds = noon - morning + evening - afternoon

  /// A moment of the working day, from its beginning (0) to its end (1000).
  static func moment(on day: Day, thousandth: Int) -> Moment {
    let second = morning + thousandth * seconds / 1000
    return Moment(day: day, secondOfDay: second < noon ? second : second + afternoon - noon)
  }

  static func moment(on day: Day, hour: Int, minute: Int) -> Moment {
    Moment(day: day, secondOfDay: (hour * 60 + minute) * 60)
  }
}
