import XinyiLedger

/// How a case comes into the books.
extension DemoVillage {
  /// Plans to record a case for people (or homes, for household items), as far as they have none
  /// of this item on that day.
  mutating func note(_ code: String, _ who: [Int], on day: Day, _ frame: DemoMonth) {
    guard let item = frame[code] else { return }
    let free = claim(item, who, on: day)
    guard !free.isEmpty else { return }
    file(request(item, free, on: day), frame)
  }

  /// Those who have no case of an item on a day yet; they have one from now on.
  mutating func claim(_ item: Catalog.Item, _ who: [Int], on day: Day) -> [Int] {
    who.filter { one in
      let isHousehold = item.subject == .household
      return memory.cases.insert(
        DemoCase(rule: item.code, who: one, isHousehold: isHousehold, on: day)
      ).inserted
    }
  }

  /// Plans when the clerk records a request: within two days, and before the meeting where it
  /// happened before.
  mutating func file(_ request: RecordRequest, _ frame: DemoMonth) {
    let written = request.on + random.below(3)
    let thousandth = random.below(1000)
    let moment: Moment
    if request.on < frame.review {
      moment =
        written < frame.review
        ? DemoClock.moment(on: written, thousandth: thousandth)
        : DemoClock.moment(on: frame.review, thousandth: thousandth / 3)
    } else {
      moment = DemoClock.moment(on: max(written, frame.review + 1), thousandth: thousandth)
    }
    schedule.add(.record(request), at: moment)
  }

  /// A whole request, with what the item needs and the proof it asks for.
  mutating func request(_ item: Catalog.Item, _ who: [Int], on day: Day) -> RecordRequest {
    let isHousehold = item.subject == .household
    let home = isHousehold ? who[0] : population.people[who[0]].home
    var request = RecordRequest(
      rule: item.code,
      recipients: who.map {
        isHousehold ? .household(population.homes[$0].number) : .person(number($0))
      },
      on: day, evidence: evidence(for: item, people: who.count),
      collector: number(population.offices.collectors[population.homes[home].group]))
    setValue(of: item, in: &request)
    setSource(of: item, in: &request)
    return request
  }

  private mutating func setValue(of item: Catalog.Item, in request: inout RecordRequest) {
    switch item.amount {
    case .fixed, .tier: break
    case .perUnit(_, _, let measure):
      switch measure {
      case "小时": request.quantity = Quantity(tenths: 5 * random.number(in: 4...16))
      case "元": request.quantity = Quantity(tenths: 10 * random.pick(DemoItems.gifts))
      case "月": request.quantity = Quantity(tenths: 60)
      default: break
      }
    case .level(let levels):
      request.level = levels[lowIndex(levels.count)].name
    case .choice(let values):
      request.points = values[lowIndex(values.count)]
    }
  }

  /// The first of a list mostly, the second now and then, the third hardly ever.
  private mutating func lowIndex(_ count: Int) -> Int {
    min(count - 1, random.pick(weighted: [(0, 62), (1, 32), (2, 6)]))
  }

  private mutating func setSource(of item: Catalog.Item, in request: inout RecordRequest) {
    if item.platform == .document || item.mask == .noName {
      memory.documents += 1
      let year = request.on.year
      request.document = "侯营镇核查〔\(year)〕\(memory.documents)号"
      request.source = item.level == .town ? .outside : .town
      request.collector = nil
    } else if item.code.text.hasPrefix("GL") {
      // What collectors and members do wrong is noted by those who watch over them.
      request.collector = population.offices.supervisors.first.map(number)
    } else if item.sign == .plus && request.recipients.count == 1 && random.chance(percent: 15) {
      request.source = .own
      request.collector = nil
    }
  }

  /// The proof that the item asks for; sometimes there is none for something good.
  private mutating func evidence(for item: Catalog.Item, people: Int) -> [String] {
    if item.sign == .plus && people < 8 && random.chance(percent: 12) { return [] }
    let kinds = item.evidence.split(whereSeparator: { $0 == "、" || $0 == "，" })
    return kinds.prefix(2).map { kind in
      let isPicture = kind.contains("照片") || kind.contains("截图")
      return isPicture ? "\(kind)\(random.number(in: 1...3))张" : "\(kind)1份"
    }
  }
}
