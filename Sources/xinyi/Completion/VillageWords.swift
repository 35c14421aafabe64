import XinyiFiles
import XinyiLedger

/// What a village's files offer for an unfinished line.
///
/// Nothing is checked and nothing is noted: a file that cannot be read offers nothing, since a
/// prompt is no place for a complaint, and whatever is run then will tell.
struct VillageWords {
  typealias Candidate = Completion.Candidate

  let folder: VillageFolder
  let today: Day

  /// About the last thousand lines: who completes an entry or a receipt means a recent one.
  private static let recentBytes = 512 << 10
  /// More than a screen or two of anything but people helps nobody.
  private static let most = 60

  func candidates(_ kind: ValueKind, _ start: String) -> [Candidate] {
    switch kind {
    case .person, .people: return people(start)
    case .household: return Completion.fitting(households, start)
    case .rule, .rules: return Completion.fitting(rules, start)
    case .item, .basket: return Completion.fitting(goods, start)
    case .operatorLabel: return Completion.fitting(operators, start)
    case .month, .monthAhead: return Completion.fitting(months, start)
    case .day, .dayAhead, .dayOrMoment:
      return Completion.fitting(["今天", "昨天"].map { Candidate(word: $0, note: "") }, start)
    case .entry, .entries, .entryOrBatch, .batch, .objection, .notice, .reminder, .cards,
      .receiptKey, .campaign, .deed:
      return Array(Completion.fitting(recent(kind), start).prefix(Self.most))
    case .newPerson, .denominations, .money, .code, .fingerprint, .year, .points, .quantity,
      .count, .number, .votes, .choice, .flag, .text, .document, .evidence, .word, .path,
      .unfinished:
      return []
    }
  }
}

// MARK: - The books

extension VillageWords {
  private var roster: RosterBook {
    guard let bytes = try? folder.read(.roster), let book = try? readRosterBook(bytes) else {
      return RosterBook(people: [])
    }
    return book
  }

  /// By number where digits are typed or nothing yet, else by name, or by the letters of its
  /// sound. Where all that is left is one name of several people, their numbers.
  private func people(_ start: String) -> [Candidate] {
    let people = roster.people
    if start.first?.isNumber ?? true {
      return Completion.fitting(people.map(Self.numbered), start)
    }
    var found = people.filter { $0.name.hasPrefix(start) }
    if found.isEmpty, let sound = SpelledWord(start) {
      let index = SpellingIndex(roster: RosterBook(people: people), shop: ShopList(goods: []))
      let fitting = index.people.filter { $0.spelling.fit(sound) != nil }.map(\.number)
      found = people.filter { fitting.contains($0.person) }
    }
    let names = Set(found.map(\.name))
    if names.count == 1 && found.count > 1 { return found.map(Self.numbered) }
    return found.map { row in
      Candidate(word: row.name, note: "\(row.person) \(Self.home(of: row))")
    }
  }

  private static func numbered(_ row: RosterBook.Row) -> Candidate {
    Candidate(word: row.person.text, note: "\(row.name) \(home(of: row))")
  }

  /// `3组 012户`: what tells two of a name apart.
  private static func home(of row: RosterBook.Row) -> String {
    let group = row.facts.last { $0.what == .group }.map { "\($0.value) " } ?? ""
    return group + (row.facts.last { $0.what == .household }.map { "\($0.value)户" } ?? "")
  }

  private var households: [Candidate] {
    var members: [String: [String]] = [:]
    var order: [String] = []
    for row in roster.people {
      guard let home = row.facts.last(where: { $0.what == .household })?.value else { continue }
      if members[home] == nil { order.append(home) }
      members[home, default: []].append(row.name)
    }
    return order.map { Candidate(word: $0, note: (members[$0] ?? []).joined(separator: "、")) }
  }

  /// Of the latest list that lies in the folder.
  private var rules: [Candidate] {
    var items: [Catalog.Item] = []
    var version = 1
    while let file = DataFile(version == 1 ? "catalog.json" : "catalog-\(version).json"),
      let bytes = try? folder.read(file)
    {
      if let catalog = try? readCatalog(bytes, file: file.name) { items = catalog.items }
      version += 1
    }
    return items.map { Candidate(word: $0.code.text, note: $0.title) }
  }

  private var goods: [Candidate] {
    guard let bytes = try? folder.read(.shop), let list = try? readShopList(bytes) else {
      return []
    }
    return list.goods.map { Candidate(word: $0.item.text, note: "\($0.name) \($0.price) 分") }
  }

  private var operators: [Candidate] {
    guard let bytes = try? folder.read(.village), let book = try? readVillageBook(bytes) else {
      return []
    }
    return book.settings.operators.map { Candidate(word: $0.text, note: "经手人") }
  }

  private var months: [Candidate] {
    let last = folder.recentEvents(within: 64 << 10).last?.at.day.month ?? today.month
    return sequence(first: last, next: \.previous).prefix(6).map {
      Candidate(word: $0.description, note: "")
    }
  }
}

// MARK: - The ledger

extension VillageWords {
  /// The latest first.
  private func recent(_ kind: ValueKind) -> [Candidate] {
    let names = Dictionary(
      roster.people.map { ($0.person, $0.name) }, uniquingKeysWith: { first, _ in first })
    let all = folder.recentEvents(within: Self.recentBytes).reversed().flatMap { line in
      Self.words(of: line, kind) { names[$0] ?? $0.text }
    }
    var seen: Set<String> = []
    return all.filter { seen.insert($0.word).inserted }
  }

  private static func words(
    of line: RecordedEvent, _ kind: ValueKind, name: (PersonNumber) -> String
  ) -> [Candidate] {
    switch (line.event, kind) {
    case (.recorded(let entry), .entry), (.recorded(let entry), .entries):
      return [candidate(entry, name)]
    case (.recorded(let entry), .entryOrBatch):
      return [candidate(entry, name), Candidate(word: entry.batch.text, note: "一次记的一批")]
    case (.recorded(let entry), .batch):
      return [Candidate(word: entry.batch.text, note: entry.title)]
    case (.recorded(let entry), .deed):
      return entry.deed.map { [Candidate(word: $0.text, note: entry.title)] } ?? []
    case (.objectionFiled(let objection), .objection):
      return [Candidate(word: "\(objection.objection)", note: "条目 \(objection.entry)")]
    case (.noticePublished(let notice), .notice):
      return [Candidate(word: "\(notice.notice)", note: "\(notice.month)，到 \(notice.to) 止")]
    case (.reminderIssued(let reminder), .reminder):
      return [
        Candidate(word: "\(reminder.reminder)", note: "\(name(reminder.person)) \(reminder.rule)")
      ]
    case (.redeemed(let sale), .receiptKey):
      let who = sale.person.map(name) ?? "积分卡"
      return [Candidate(word: line.receipt.text, note: "\(sale.on) \(who) \(sale.total) 分")]
    case (.refunded, .receiptKey):
      return [Candidate(word: line.receipt.text, note: "退货")]
    case (.cardsIssued(let issued), .cards):
      let who = issued.person.map(name) ?? "备零"
      return issued.cards.map { Candidate(word: "\($0.card)", note: who) }
    case (.campaignSet(let campaign), .campaign):
      return [Candidate(word: campaign.campaign.text, note: campaign.title)]
    default: return []
    }
  }

  private static func candidate(
    _ entry: Event.Recorded, _ name: (PersonNumber) -> String
  ) -> Candidate {
    Candidate(
      word: "\(entry.entry)", note: "\(name(entry.person)) \(entry.rule) \(entry.on)")
  }
}
