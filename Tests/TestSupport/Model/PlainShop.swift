import XinyiLedger

/// The shop a second time: goods, slips and paper cards in the plainest way, for the tests.
///
/// Flat lists of what happened beside the village's own model, which knows people, settings and
/// points. What is on the shelf is added up from everything that moved, every time it is asked
/// for. Nothing that decides is shared with the program.
struct PlainShop {
  var village: PlainVillage
  var wares: [PlainWare] = []
  /// Every piece that came or went.
  var moves: [PlainMove] = []
  var cards: [PlainCard] = []
  var slips: [PlainSlip] = []
  /// The cards that the program gave out of the till in the command that runs. Which of several
  /// like cards go is open; the model only says whether these may.
  var given: [CardNumber] = []

  var today: Day { village.today }
}

struct PlainWare {
  let item: ItemCode
  let isService: Bool
  var price: Int
  var prices: [(from: Day, price: Int)] = []
  var isListed = true
  /// In the order they came first.
  var batches: [PlainBatch] = []
}

struct PlainBatch {
  let name: String?
  let expires: Day?
  let payer: Event.Payer?
  let cost: Money?

  func isGood(on day: Day) -> Bool { expires == nil || expires! >= day }
}

struct PlainMove {
  let item: ItemCode
  let batch: String?
  let count: Int
}

/// Pieces of one batch, in a basket or on their way.
struct PlainPieces {
  let item: ItemCode
  let batch: String?
  var count: Int
  var price = 0
}

struct PlainCard {
  let number: CardNumber
  let year: Year
  let issuedOn: Day
  let person: PersonNumber?
  let month: Month?
  var state: CardBook.State
  var since: Day
  var holder: PersonNumber?
  var loser: PersonNumber?
}

struct PlainSlip {
  let at: Moment
  let on: Day
  let person: PersonNumber?
  let account: Account?
  let bought: [PlainPieces]
  /// What was not brought back.
  var kept: [PlainPieces]
  let cards: [CardNumber]
  /// The place of the booking that took its points.
  let booking: Int
  /// What went back to the account.
  var returned = 0
}

// MARK: - Goods

extension PlainShop {
  func place(of item: ItemCode) throws -> Int {
    guard let place = wares.firstIndex(where: { $0.item == item }) else { throw PlainWordFault() }
    return place
  }

  func pieces(of item: ItemCode, in batch: String?) -> Int {
    moves.filter { $0.item == item && $0.batch == batch }.reduce(0) { $0 + $1.count }
  }

  func pieces(of item: ItemCode) -> Int {
    moves.filter { $0.item == item }.reduce(0) { $0 + $1.count }
  }

  /// Pieces by batch, what expires first going first and what never does last; nil when there are
  /// fewer.
  func pieces(
    _ count: Int, of ware: PlainWare, on day: Day? = nil,
    where isMeant: (PlainBatch) -> Bool = { _ in true }
  ) -> [PlainPieces]? {
    var waiting = ware.batches.filter(isMeant)
    var found: [PlainPieces] = []
    var rest = count
    while rest > 0 {
      guard var first = waiting.indices.first else { return nil }
      for place in waiting.indices {
        guard let expires = waiting[place].expires else { continue }
        if waiting[first].expires == nil || waiting[first].expires! > expires { first = place }
      }
      let batch = waiting.remove(at: first)
      let part = min(rest, pieces(of: ware.item, in: batch.name))
      if part > 0 {
        found.append(
          PlainPieces(
            item: ware.item, batch: batch.name, count: part,
            price: price(of: ware, on: day ?? today)))
      }
      rest -= part
    }
    return found
  }

  mutating func move(_ pieces: PlainPieces, _ sign: Int) {
    guard wares.contains(where: { $0.item == pieces.item && !$0.isService }) else { return }
    moves.append(
      PlainMove(item: pieces.item, batch: pieces.batch, count: sign * pieces.count))
  }

  mutating func list(_ item: ItemCode, _ price: Points, service: Bool) throws {
    if let place = wares.firstIndex(where: { $0.item == item }) {
      if wares[place].isListed { throw PlainRefusal("R306") }
      wares[place].isListed = true
      setPrice(at: place, price)
    } else {
      wares.append(PlainWare(item: item, isService: service, price: price.tenths))
      setPrice(at: wares.count - 1, price)
    }
  }

  mutating func setPrice(_ item: ItemCode, _ price: Points) throws {
    let place = try place(of: item)
    setPrice(at: place, price)
    wares[place].isListed = true
  }

  private mutating func setPrice(at place: Int, _ price: Points) {
    wares[place].price = price.tenths
    wares[place].prices.append((today, price.tenths))
  }

  /// A slip that is keyed in later has the price of its day.
  func price(of ware: PlainWare, on day: Day) -> Int {
    ware.prices.last { $0.from <= day }?.price ?? ware.price
  }

  mutating func delist(_ item: ItemCode) throws {
    let place = try place(of: item)
    if !wares[place].isListed { throw PlainRefusal("R317") }
    wares[place].isListed = false
  }

  private func placeOnShelf(of item: ItemCode) throws -> Int {
    let place = try place(of: item)
    if wares[place].isService { throw PlainRefusal("R315") }
    return place
  }

  mutating func receive(_ arrival: Event.GoodsReceived) throws {
    let place = try placeOnShelf(of: arrival.item)
    func isLike(_ batch: PlainBatch) -> Bool {
      batch.expires == arrival.expires && batch.payer == arrival.payer
        && batch.cost == arrival.cost
    }
    var name = arrival.batch
    if name == nil, arrival.expires != nil || arrival.payer != nil || arrival.cost != nil {
      let day = today.description.replacing("-", with: "")
      let names = [day] + (2...999).map { "\(day)-\($0)" }
      name = names.first { name in
        wares[place].batches.first { $0.name == name }.map(isLike) ?? true
      }
    }
    if let batch = wares[place].batches.first(where: { $0.name == name }) {
      if !isLike(batch) { throw PlainRefusal("R312") }
    } else {
      wares[place].batches.append(
        PlainBatch(
          name: name, expires: arrival.expires, payer: arrival.payer, cost: arrival.cost))
    }
    moves.append(PlainMove(item: arrival.item, batch: name, count: arrival.count))
  }

  mutating func count(_ item: ItemCode, _ counted: Int, batch: String?) throws {
    let ware = wares[try placeOnShelf(of: item)]
    if let batch {
      try require(batch, of: ware)
      let missing = counted - pieces(of: item, in: batch)
      return moves.append(PlainMove(item: item, batch: batch, count: missing))
    }
    guard let last = ware.batches.last else { throw PlainRefusal("R316") }
    let held = pieces(of: item)
    if counted >= held {
      moves.append(PlainMove(item: item, batch: last.name, count: counted - held))
    } else {
      for part in pieces(held - counted, of: ware) ?? [] { move(part, -1) }
    }
  }

  private func require(_ batch: String, of ware: PlainWare) throws {
    if !ware.batches.contains(where: { $0.name == batch }) { throw PlainRefusal("R313") }
  }

  /// Pieces that leave the shop without being given out.
  mutating func remove(_ item: ItemCode, _ count: Int, batch: String?) throws {
    let ware = wares[try placeOnShelf(of: item)]
    if let batch { try require(batch, of: ware) }
    guard let gone = pieces(count, of: ware, where: { batch == nil || $0.name == batch }) else {
      throw PlainRefusal("R314")
    }
    for part in gone { move(part, -1) }
  }
}
