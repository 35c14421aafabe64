import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let demo = Command(
    .demo, .writes, summary: "演示：造一个像真的一样的演练村，带几个月的账", examples: ["xinyi 演示 演示村 --人数 120 --月数 3"],
    words: [Word(.folder, .path, .one, "放账本的文件夹")],
    options: [
      .optional(.people, .count, "多少人，5 至 3000，不写就是 120"),
      .optional(.months, .count, "几个月，1 至 12，不写就是 3"),
      .optional(.seed, .number, "种子：同一种子造出同一个村，不写就是 1"),
      .optional(.start, .month, "从哪个月起，不写就到上个月为止"),
    ]
  ) { session, arguments in
    let path = arguments[word: .folder].text ?? "."
    let options = try arguments.demoOptions(before: try session.today(practice: true).month)
    let village = DemoVillage(options)
    if let told = try session.toldBefore(village, in: path) { return told }
    if arguments[.dryRun].isGiven {
      try session.checkNew(path)
      return Answer(
        json: [("folder", .string(path)), ("people", .int(options.people)), ("events", .null)],
        text: "【试算，没有写入】将在 \(safe(path)) 造一个 \(options.people) 人的演练村。\n")
    }
    var telling = try DemoTelling(village, in: path, session)
    try telling.tell()
    return try session.demoAnswer(path)
  }
}

extension Arguments {
  fileprivate func demoOptions(before today: Month) throws -> DemoOptions {
    let people = self[.people].number ?? 120
    let months = self[.months].number ?? 3
    let start = self[.start].month ?? DemoOptions.start(ofMonths: months, before: today)
    let seed = UInt64(self[.seed].number ?? 1)
    if let options = DemoOptions(people: people, months: months, seed: seed, start: start) {
      return options
    }
    if !DemoOptions.peopleRange.contains(people) {
      throw usage(
        .invalidValue(
          .option(.people), typed: String(people), .malformed(expectation: "5 至 3000 的数")))
    }
    throw usage(
      .invalidValue(
        .option(.months), typed: String(months),
        .malformed(expectation: "1 至 12 的数，且都在同一年里")))
  }
}

extension Session {
  /// The answer for a village that this very command made before; nil when it is to be made. Only
  /// with a receipt key is a folder in use not a mistake.
  fileprivate func toldBefore(_ village: DemoVillage, in path: String) throws -> Answer? {
    guard arguments[.receipt].isGiven, let snapshot = try villageIfAny(path),
      snapshot.ledger.opened.origin == hexadecimal(DemoTelling.origin(of: village.options))
    else { return nil }
    return try demoAnswer(path)
  }

  /// The last notice, and what comes next, as of the last day of the story.
  fileprivate func demoAnswer(_ path: String) throws -> Answer {
    let folder = try VillageFolder.open(path, files: files)
    let (snapshot, sight) = try openVillage(folder)
    let ledger = snapshot.ledger
    let directory = Directory(
      ledger: snapshot.ledger, roster: snapshot.roster, shop: snapshot.shop,
      today: ledger.lastAt.day, language: language, width: surroundings.columns)
    let notice = ledger.noticeOrder.last.flatMap { KeptNotice.file($0) }
    let text = try notice.flatMap { try folder.read($0) } ?? []
    let status = directory.statusAnswer
    var answer = Answer(
      json: [
        ("folder", .string(path)), ("people", .int(ledger.roster.order.count)),
        ("events", .int(ledger.sequence)), ("start", .text(ledger.opened.firstMonth)),
        ("entries", .int(ledger.entries.count)),
        ("today", .text(ledger.lastAt.day)),
      ],
      text: String(decoding: text, as: UTF8.self)
        + "\n演示村在 \(safe(path))：\(ledger.roster.order.count) 人，账本 \(ledger.sequence) 行。\n"
        + "命令后面加 -C \(CommandText.quoted(path)) --today \(ledger.lastAt.day) 就能接着办。\n"
        + status.text)
    answer.warnings += sight.warnings
    return answer
  }
}

/// Lets a made-up village happen: each step through the functions the commands use, the lines
/// written in batches.
struct DemoTelling {
  let folder: VillageFolder
  private let files: FileSystem
  private let seed: UInt64
  private var village: DemoVillage
  private var roster = RosterBook(people: [])
  private var shop = ShopList(goods: [])
  private var step = 0
  private var lastNotice: Digest?

  /// Lines that are written at once.
  private static let batch = 1_000

  init(_ village: DemoVillage, in path: String, _ session: Session) throws {
    let options = village.options
    let founding = Founding(
      village: village.village, account: .person, isPractice: true, at: village.openedAt,
      by: village.operators[0], origin: Self.origin(of: options),
      receipt: ReceiptKey(unchecked: "demo-0"),
      request: SHA256.digest(of: "demo\n\(options.seed)".utf8),
      otherOperators: Array(village.operators.dropFirst()))
    folder = try session.found(founding, in: path)
    files = session.files
    seed = options.seed
    self.village = village
  }

  /// What tells this village from every other.
  static func origin(of options: DemoOptions) -> [UInt8] {
    let choice = "origin \(options.people) \(options.months) \(options.start)"
    return bytes(16, choice, seed: options.seed)
  }

  /// Writes the whole story.
  mutating func tell() throws {
    var telling = self
    try folder.withWriter { writer in try telling.tell(under: &writer) }
    self = telling
  }

  private mutating func tell(under writer: inout LedgerWriter) throws {
    var draft = try openDraft(writer)
    var waiting: [RecordedEvent] = []
    while let move = village.next(draft.ledger) {
      step += 1
      waiting += draft.begin(stamp(of: move))
      if waiting.count >= Self.batch { try write(&waiting, draft.ledger, &writer) }
      switch move.step {
      case .publish(let month):
        let plan = try draft.ledger.planNotice(
          of: month, from: draft.today, today: draft.today, calendar: draft.calendar)
        try post(plan, &draft, &waiting, &writer)
      case .supplement(let month):
        let plan = try draft.ledger.planSupplement(
          of: month, from: draft.today, today: draft.today, calendar: draft.calendar)
        try post(plan, &draft, &waiting, &writer)
      default: try perform(move.step, &draft)
      }
    }
    waiting += draft.recordedEvents
    try write(&waiting, draft.ledger, &writer)
  }

  private func openDraft(_ writer: borrowing LedgerWriter) throws -> Draft {
    let snapshot = try folder.snapshot(of: writer.scan)
    return Draft(
      snapshot.ledger,
      stamp: Draft.Stamp(
        at: snapshot.ledger.lastAt,
        by: snapshot.ledger.opened.operator, receipt: .placeholder, request: .zero))
  }

  private func stamp(of move: DemoMove) -> Draft.Stamp {
    Draft.Stamp(
      at: move.at, by: move.by,
      receipt: ReceiptKey(unchecked: "demo-\(step)"),
      request: SHA256.digest(of: "demo\n\(seed)\n\(step)".utf8))
  }

  private func write(
    _ waiting: inout [RecordedEvent], _ ledger: Ledger, _ writer: inout LedgerWriter
  ) throws {
    guard !waiting.isEmpty else { return }
    var books = BookChanges()
    books.roster = roster.updated(from: ledger.roster)
    books.shop = shop.updated(from: ledger.stock)
    _ = try folder.commit(waiting, books, holding: &writer)
    waiting = []
  }

  /// The steps that need nothing but the ledger.
  private mutating func perform(_ step: DemoStep, _ draft: inout Draft) throws {
    switch step {
    case .addPeople(let people):
      for person in people {
        try draft.add(person.facts)
        roster.people.append(
          RosterBook.Row(
            person: person.facts.number, name: person.name, born: person.born, facts: []))
      }
    case .assign(let role, let person, let from):
      try draft.assign(role, to: person, from: from, to: nil)
    case .setStatus(let status, let person, let from):
      try draft.setStatus(status, of: person, from: from)
    case .consent(let scope, let people):
      for person in people { try draft.consent(of: person, to: scope, given: true) }
    case .addGoods(let row):
      shop.goods.append(row)
      try draft.setPrice(row.price, of: row.item)
    case .receive(let item, let count, let from):
      try draft.receive(count, of: item, batch: nil, expires: nil, from: from)
    case .record(let request): try draft.record(request)
    case .withdraw(let entries, let why): try draft.withdraw(entries, why: why)
    case .openReview(let month, let present, let chair):
      try draft.openReview(of: month, present: present, chair: chair)
    case .decide(let entries, let motion, let votes, let why):
      try draft.decide(entries, motion, votes: votes, why: why)
    case .closeReview(let month): try draft.closeReview(of: month)
    case .object(let entry, let why, let person):
      try draft.object(to: entry, why: why, by: person)
    case .resolve(let objection, let resolution): try draft.resolve(objection, resolution)
    case .confirm(let month): try draft.confirm(month)
    case .export(let month):
      _ = try draft.export(draft.ledger.platformPackage(of: month), of: month)
    case .redeem(let request): try draft.redeem(request)
    case .publish, .supplement: break
    }
  }

  /// Posts a notice as the command does: text and salt, the line, then the completed text.
  private mutating func post(
    _ plan: NoticePlan, _ draft: inout Draft, _ waiting: inout [RecordedEvent],
    _ writer: inout LedgerWriter
  ) throws {
    let source = PaperSource(
      ledger: draft.ledger, roster: roster, shop: shop, today: draft.today)
    let text = noticeText(source.notice(plan))
    let salt = Self.bytes(16, "salt \(plan.number)", seed: seed)
    let body = Array(text.body.utf8)
    for paper in KeptNotice.papers("\(plan.number)", salt: salt, text: body) {
      try folder.replace(paper.file, with: paper.bytes, holding: writer)
    }
    try draft.publish(plan, body: SHA256.digest(of: salt + body))
    waiting += draft.begin(draft.stamp)
    try write(&waiting, draft.ledger, &writer)
    let lines = try folder.readLedger().lines
    let digest = lines.fingerprint(lines: lines.count) ?? .zero
    let ending = text.ending(records: lines.count, digest: digest, previousDigest: lastNotice)
    lastNotice = digest
    if let file = KeptNotice.file(plan.number) {
      try folder.replace(file, with: body + Array(ending.utf8), holding: writer)
    }
  }

  /// Bytes that depend on the seed and on what they are for, and on nothing else.
  private static func bytes(_ count: Int, _ purpose: String, seed: UInt64) -> [UInt8] {
    let digest = SHA256.digest(of: "demo\n\(seed)\n\(purpose)".utf8).description
    return bytesOf(hexadecimal: String(digest.prefix(count * 2))) ?? []
  }
}
