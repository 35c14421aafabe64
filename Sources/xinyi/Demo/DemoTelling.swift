import XinyiFiles
import XinyiLedger
import XinyiText

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
  /// Over all lines written: 账本校验码 without reading the ledger again.
  private var fingerprint = SHA256()
  private var villageBook: VillageBook?

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
      noteProgress(move.at.day.month)
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
      case .closeYear(let year): try close(year, &draft, &waiting, &writer)
      case .addPeople, .assign, .endRole, .setStatus, .die, .consent, .set, .addGoods, .receive,
        .redeem, .record, .withdraw, .openReview, .decide, .closeReview, .object, .resolve,
        .confirm, .export, .takeAnswers, .setCampaign, .remind, .closeReminder, .redress,
        .reverse, .expire:
        note(move.step)
        try draft.carryOut(move.step)
      }
    }
    waiting += draft.recordedEvents
    try write(&waiting, draft.ledger, &writer)
  }

  private func noteProgress(_ month: Month) {
    let months = village.options.story
    guard let done = months.firstIndex(of: month) else { return }
    folder.files.progress.note(.months, done, of: months.count)
  }

  private mutating func openDraft(_ writer: borrowing LedgerWriter) throws -> Draft {
    let snapshot = try folder.snapshot(of: writer.scan)
    fingerprint.update(snapshot.lines.bytes.prefix(snapshot.lines.length))
    villageBook = snapshot.village
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

  private mutating func write(
    _ waiting: inout [RecordedEvent], _ ledger: Ledger, _ writer: inout LedgerWriter
  ) throws {
    guard !waiting.isEmpty else { return }
    var books = BookChanges()
    books.roster = roster.updated(from: ledger.roster)
    books.shop = shop.updated(from: ledger.stock)
    let village = VillageBook(opened: ledger.opened, settings: ledger.latestSettings)
    if village != villageBook { books.village = village }
    villageBook = village
    fingerprint.update(try folder.commit(waiting, books, holding: &writer).bytes)
    waiting = []
  }

  /// What stands outside the ledger.
  private mutating func note(_ step: DemoStep) {
    if case .addGoods(let row) = step { shop.goods.append(row) }
    guard case .addPeople(let people) = step else { return }
    roster.people += people.map {
      RosterBook.Row(person: $0.facts.number, name: $0.name, pinyin: nil, born: $0.born, facts: [])
    }
  }

  /// Posts a notice as the command does: text and salt, the line, then the completed text.
  private mutating func post(
    _ plan: NoticePlan, _ draft: inout Draft, _ waiting: inout [RecordedEvent],
    _ writer: inout LedgerWriter
  ) throws {
    let text = noticeText(paperSource(of: draft).notice(plan))
    let body = try keep(text, as: "\(plan.number)", &writer)
    try draft.publish(plan, body: body)
    waiting += draft.begin(draft.stamp)
    try write(&waiting, draft.ledger, &writer)
    lastNotice = try complete(text, as: "\(plan.number)", writer)
  }

  /// Closes a year as the command does, with the grade list on the board.
  private mutating func close(
    _ year: Year, _ draft: inout Draft, _ waiting: inout [RecordedEvent],
    _ writer: inout LedgerWriter
  ) throws {
    let name = Posting.name(of: year)
    let text = gradeText(paperSource(of: draft).grades(draft.ledger.yearEnd(of: year)))
    let body = try keep(text, as: name, &writer)
    try draft.closeYear(year, body: body)
    waiting += draft.begin(draft.stamp)
    try write(&waiting, draft.ledger, &writer)
    _ = try complete(text, as: name, writer)
  }

  private func paperSource(of draft: Draft) -> PaperSource {
    PaperSource(ledger: draft.ledger, roster: roster, shop: shop, today: draft.today)
  }

  /// Keeps a paper and its salt before the line that names it; the digest that the line bears.
  private func keep(
    _ text: NoticeText, as name: String, _ writer: inout LedgerWriter
  ) throws -> Digest {
    let salt = Self.bytes(16, "salt \(name)", seed: seed)
    let body = Array(text.body.utf8)
    for paper in KeptNotice.papers(name, salt: salt, text: body) {
      try folder.replace(paper.file, with: paper.bytes, holding: writer)
    }
    return SHA256.digest(of: salt + body)
  }

  /// Adds the 账本校验码 of the ledger as it is now to a kept paper.
  private func complete(
    _ text: NoticeText, as name: String, _ writer: borrowing LedgerWriter
  ) throws -> Digest {
    let digest = fingerprint.finalize()
    let ending = text.ending(
      records: writer.head.seq, digest: digest, previousDigest: lastNotice)
    if let file = KeptNotice.file(name) {
      try folder.replace(
        file, with: Array(text.body.utf8) + Array(ending.utf8), holding: writer)
    }
    return digest
  }

  /// Bytes that depend on the seed and on what they are for, and on nothing else.
  private static func bytes(_ count: Int, _ purpose: String, seed: UInt64) -> [UInt8] {
    let digest = SHA256.digest(of: "demo\n\(seed)\n\(purpose)".utf8).description
    return bytesOf(hexadecimal: String(digest.prefix(count * 2))) ?? []
  }
}
