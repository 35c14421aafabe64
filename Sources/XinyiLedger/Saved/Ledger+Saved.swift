/// The part of a ledger that every command needs, whatever it is about; small, whatever the age of
/// the village.
package struct LedgerCore: Codable, Sendable {
  let opened: Event.LedgerOpened
  let sequence: Int
  let lastAt: Moment
  let settings: [Event.SettingsSet]
  package let adoptions: [Event.CatalogAdopted]
  let people: CodeList<PersonNumber>
  let groupLabels: Set<String>
  let officers: [PersonNumber]
  let serials: [Month: Int]
  let batches: Int
  let unsettled: UnsettledPlaces
  let noticeOrder: [NoticeNumber]
  let uninformed: [EntryNumber]
  let unclosedReminders: [ReminderNumber]
  let goods: [ItemCode]
  let cardSerials: [CardNumber]
  let cardsInTill: Set<CardNumber>
  let cardCounts: [CardBook.Count]
  let repairs: [Repair]

  package init(of ledger: Ledger) {
    opened = ledger.opened
    sequence = ledger.sequence
    lastAt = ledger.lastAt
    settings = ledger.settingsHistory
    adoptions = ledger.adoptions
    people = CodeList(codes: ledger.roster.order)
    groupLabels = ledger.roster.groupLabels
    officers = ledger.roster.officers
    serials = ledger.serials
    batches = ledger.index.batches
    unsettled = ledger.unsettled
    noticeOrder = ledger.noticeOrder
    uninformed = ledger.uninformed
    unclosedReminders = ledger.unclosedReminders
    goods = ledger.stock.order
    cardSerials = ledger.cards.serials.map { CardNumber(value: $0.key, serial: $0.value) }
    cardsInTill = ledger.cards.inTill
    cardCounts = ledger.cards.counts
    repairs = ledger.repairs
  }
}

/// Takes the long lists and tables of a ledger to where they can be fetched from: files, of which
/// nothing here knows.
package protocol LedgerShelving {
  mutating func take<Element>(_ list: LongList<Element>, as shelf: LedgerShelf)
  where Element: Codable
  mutating func take<Key, Value>(_ table: LongTable<Key, Value>, as shelf: LedgerShelf)
  where Key: Codable, Value: Codable
}

/// Fetches what a `LedgerShelving` took.
package protocol LedgerShelves {
  func list<Element>(_ shelf: LedgerShelf) -> LongList<Element>
  where Element: Codable & HasStandIn
  func table<Key, Value>(_ shelf: LedgerShelf) -> LongTable<Key, Value>
  where Key: Codable, Value: Codable
}

/// The long lists and tables of a ledger, besides its entries.
package enum LedgerShelf: String, Codable, Sendable {
  case accounts, entryIndex, byPerson, byHousehold, byBatch, byDeed, byCampaign, byMonth
  case corrections
  case referring, months, notices, objections, packages, reminders, reminderOrder, campaigns, years
  case carriedBreaches, moves, expiries, redemptions, redemptionsByReceipt, redemptionsBySlip
  case refunds, cardMoves, cardFlows, bookings, slipSerials, receipts
  case people, households, heads, goods, prices, stockMoves, cards
}

extension Ledger {
  package func shelve(in shelving: inout some LedgerShelving) {
    shelving.take(accounts, as: .accounts)
    shelving.take(entryIndex.all, as: .entryIndex)
    shelving.take(index.byPerson, as: .byPerson)
    shelving.take(index.byHousehold, as: .byHousehold)
    shelving.take(index.byBatch, as: .byBatch)
    shelving.take(index.byDeed, as: .byDeed)
    shelving.take(index.byCampaign, as: .byCampaign)
    shelving.take(entriesByMonth, as: .byMonth)
    shelving.take(correctionsByBatch, as: .corrections)
    shelving.take(referring, as: .referring)
    shelving.take(months, as: .months)
    shelving.take(notices, as: .notices)
    shelving.take(objections, as: .objections)
    shelving.take(packages, as: .packages)
    shelving.take(reminders, as: .reminders)
    shelving.take(reminderOrder, as: .reminderOrder)
    shelving.take(campaigns, as: .campaigns)
    shelving.take(years, as: .years)
    shelving.take(carriedBreaches, as: .carriedBreaches)
    shelving.take(moves, as: .moves)
    shelving.take(expiries, as: .expiries)
    shelving.take(redemptions, as: .redemptions)
    shelving.take(redemptionsByReceipt, as: .redemptionsByReceipt)
    shelving.take(redemptionsBySlip, as: .redemptionsBySlip)
    shelving.take(refunds, as: .refunds)
    shelving.take(cardMoves, as: .cardMoves)
    shelving.take(cardFlows, as: .cardFlows)
    shelving.take(bookings, as: .bookings)
    shelving.take(slipSerials, as: .slipSerials)
    shelving.take(index.receipts, as: .receipts)
    shelving.take(roster.people, as: .people)
    shelving.take(roster.members, as: .households)
    shelving.take(roster.heads, as: .heads)
    shelving.take(stock.goods, as: .goods)
    shelving.take(stock.prices, as: .prices)
    shelving.take(stock.moves, as: .stockMoves)
    shelving.take(cards.cards, as: .cards)
  }

  /// A ledger that lies over a saved one: what it is asked for is fetched from there.
  package init(
    _ core: LedgerCore, entries: SavedList<Entry>, _ shelves: some LedgerShelves,
    catalogs: [Int: Catalog]
  ) {
    opened = core.opened
    self.catalogs = catalogs
    householdItems = catalogs.mapValues(\.householdItems)
    sequence = core.sequence
    lastAt = core.lastAt
    settingsHistory = core.settings
    adoptions = core.adoptions
    serials = core.serials
    index = LedgerIndex(entries: entries.count, batches: core.batches)
    unsettled = core.unsettled
    noticeOrder = core.noticeOrder
    uninformed = core.uninformed
    unclosedReminders = core.unclosedReminders
    repairs = core.repairs
    self.entries = LongList(entries)
    accounts = shelves.table(.accounts)
    entryIndex = EntryPlaces(shelves.table(.entryIndex))
    index.byPerson = shelves.table(.byPerson)
    index.byHousehold = shelves.table(.byHousehold)
    index.byBatch = shelves.table(.byBatch)
    index.byDeed = shelves.table(.byDeed)
    index.byCampaign = shelves.table(.byCampaign)
    entriesByMonth = shelves.table(.byMonth)
    correctionsByBatch = shelves.table(.corrections)
    referring = shelves.table(.referring)
    months = shelves.table(.months)
    notices = shelves.table(.notices)
    objections = shelves.table(.objections)
    packages = shelves.table(.packages)
    reminders = shelves.table(.reminders)
    reminderOrder = shelves.list(.reminderOrder)
    campaigns = shelves.table(.campaigns)
    years = shelves.table(.years)
    carriedBreaches = shelves.table(.carriedBreaches)
    moves = shelves.list(.moves)
    expiries = shelves.list(.expiries)
    redemptions = shelves.list(.redemptions)
    redemptionsByReceipt = shelves.table(.redemptionsByReceipt)
    redemptionsBySlip = shelves.table(.redemptionsBySlip)
    refunds = shelves.list(.refunds)
    cardMoves = shelves.list(.cardMoves)
    cardFlows = shelves.list(.cardFlows)
    bookings = shelves.table(.bookings)
    slipSerials = shelves.table(.slipSerials)
    index.receipts = shelves.table(.receipts)
    roster.people = shelves.table(.people)
    roster.order = core.people.codes
    roster.groupLabels = core.groupLabels
    roster.officers = core.officers
    roster.members = shelves.table(.households)
    roster.heads = shelves.table(.heads)
    stock.goods = shelves.table(.goods)
    stock.order = core.goods
    stock.prices = shelves.list(.prices)
    stock.moves = shelves.list(.stockMoves)
    cards.cards = shelves.table(.cards)
    for last in core.cardSerials { cards.serials[last.value] = last.serial }
    cards.inTill = core.cardsInTill
    cards.counts = core.cardCounts
  }
}
