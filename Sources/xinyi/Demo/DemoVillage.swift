import XinyiLedger

/// The story of a practice village (演示), one step at a time.
///
///     options ──┐
///               ├── next(ledger) ──▸ moment, operator, step ──▸ carried out by the commands' own
///     ledger  ──┘        ▴                                      functions
///                        └────────────── the ledger after it ◂──┘
///
/// It never writes. Every choice comes from the dice of the seed, in a fixed order, so that the
/// same options give the same steps. It proposes only what the ledger is going to accept.
struct DemoVillage: Sendable {
  let options: DemoOptions
  var population: DemoPopulation
  var cast: DemoCast
  let village = Village(name: "苏庄村", town: "侯营镇", county: "东昌府区", code: nil)
  /// The moment of the ledger's first line; the settings name all `operators` from then on.
  let openedAt: Moment
  let operators = [DemoVillage.clerk, DemoVillage.keeper]

  static let clerk = Operator(unchecked: "clerk")
  static let keeper = Operator(unchecked: "keeper")

  var random: DemoRandom
  var schedule = DemoSchedule()
  var memory = DemoMemory()
  /// The steps of the task under way, the next one last.
  private var steps: [DemoMove] = []
  private var clock: Moment

  init(_ options: DemoOptions) {
    var random = DemoRandom(seed: options.seed)
    self.options = options
    self.population = DemoPopulation(options, &random)
    self.cast = DemoCast(population, options, on: options.start.firstDay)
    self.random = random
    self.openedAt = DemoClock.moment(on: options.start.firstDay, hour: 8, minute: 0)
    self.clock = openedAt
    openVillage()
    for month in options.story {
      schedule.add(
        .planMonth(month), at: DemoClock.moment(on: month.firstDay, hour: 8, minute: 0))
    }
  }

  /// What the village does next; nil when the story has been told.
  mutating func next(_ ledger: Ledger) -> DemoMove? {
    while steps.isEmpty {
      guard let task = schedule.next() else { return nil }
      perform(task, ledger)
    }
    guard var move = steps.popLast() else { return nil }
    clock = max(move.at, clock, ledger.lastAt)
    move.at = clock
    return move
  }

  /// Sets steps after those already set, from a moment on with so many seconds between them.
  mutating func take(_ list: [DemoStep], at moment: Moment, every seconds: Int, by: Operator) {
    take(
      list.enumerated().map { index, step in
        DemoMove(at: Moment(seconds: moment.seconds + index * seconds), by: by, step: step)
      })
  }

  mutating func take(_ step: DemoStep, at moment: Moment) {
    take([step], at: moment, every: 0, by: Self.clerk)
  }

  /// Sets steps with moments of their own, in order, after those already set.
  mutating func take(_ moves: [DemoMove]) { steps = moves.reversed() + steps }
}

/// What the generator keeps in mind besides the ledger.
struct DemoMemory: Sendable {
  /// How objections are going to be answered in this round.
  var answersLeft: [DemoTask.Answer] = []
  /// The cases recorded or planned so far; only asked, never listed.
  var cases: Set<DemoCase> = []
  /// How many entries of the ledger have been looked through for breaches.
  var entriesSeen = 0
  var breaches: [EntryNumber] = []
  /// The groups of minus items whose turn has not come in this round.
  var breachGroupsLeft: [Int] = []
  var valourLeft: [String] = []
  var deeds = 0
  var documents = 0
  var platformNumber = 0
  var shopDay: Day?
  /// The member who missed the last meeting without a word.
  var truant: (member: Int, meeting: Day)?
  var truancies: [Int: Int] = [:]
  /// Pieces of limited goods that an account took in a month; only asked, never listed.
  var taken: [DemoPurchase: Int] = [:]
}

/// One item, one day, one person or household: recorded once without a deed number.
struct DemoCase: Hashable, Sendable {
  var rule: RuleCode
  var who: Int
  var isHousehold: Bool
  var on: Day
}

struct DemoPurchase: Hashable, Sendable {
  var item: ItemCode
  var account: Account
  var month: Month
}

extension DemoVillage {
  private mutating func perform(_ task: DemoTask, _ ledger: Ledger) {
    let at = task.at
    switch task.kind {
    case .planMonth(let month): plan(month, ledger)
    case .planRepeats(let month): planRepeats(in: month, ledger)
    case .record(let request): record(request, ledger, at: at)
    case .mistake(let wrong, let right): recordWrongly(wrong, right, ledger, at: at)
    case .takeBack(let right): takeBack(ledger, right, at: at)
    case .later(let event): perform(event, ledger, at: at)
    case .leave(let person): leave(person, at: at)
    case .openReview(let month): openReview(of: month, at: at)
    case .decide(let month): decide(month, ledger, at: at)
    case .publish(let month): publish(month, at: at)
    case .posted(let month): planObjections(to: month, ledger)
    case .object(let month, let answer): object(to: month, answer, ledger, at: at)
    case .answer(let month, let entry, let how): self.answer(month, entry, how, ledger, at: at)
    case .supplement(let month): supplement(month, ledger, at: at)
    case .supplementPosted(let month): planConfirm(of: month, ledger)
    case .confirm(let month): confirm(month, ledger, at: at)
    case .confirmed(let month): export(month, ledger, at: at)
    case .restock: restock(ledger, at: at)
    case .openShop: openShop(on: at.day, ledger)
    case .redeem(let request): take([.redeem(request)], at: at, every: 0, by: Self.keeper)
    }
  }

  func number(_ person: Int) -> PersonNumber { population.people[person].number }
}
