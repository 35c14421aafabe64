import XinyiFiles
import XinyiLedger
import XinyiText

/// A table of goods laid beside the shelf: what is new, what has another price, and what came.
struct GoodsImport {
  private(set) var rows: [GoodsRow] = []
  private(set) var faults: [ErrorReport]
  private let sheet: TitledTable<GoodsColumn>
  private let ledger: Ledger
  private let shop: ShopList
  /// What all rows of a kind say together.
  private var kinds: [ItemCode: GoodsRow] = [:]
  private var order: [ItemCode] = []

  init(_ sheet: TitledTable<GoodsColumn>, _ directory: Directory) {
    self.sheet = sheet
    ledger = directory.ledger
    shop = directory.shop
    var faults = sheet.overfullRows
    rows = sheet.rows.compactMap { sheet.goodsRow($0, today: directory.today, &faults) }
    self.faults = faults
    for row in rows { join(row) }
    for item in order { judge(item) }
    judgeArrivals()
  }

  /// The rows whose goods are called or counted otherwise on the shelf, which stays as it is.
  var differing: [GoodsRow] {
    rows.filter { row in
      guard let known = shop[row.item] else { return false }
      return row.unit.map { $0 != known.unit } ?? false
        || row.limit.map { $0 != known.limit } ?? false
    }
  }
}

// MARK: - Judging

extension GoodsImport {
  /// Rows of one kind may leave out what another row says, and may not contradict it.
  private mutating func join(_ row: GoodsRow) {
    guard let known = kinds[row.item] else {
      kinds[row.item] = row
      order.append(row.item)
      return
    }
    if let one = known.name, let other = row.name, one != other {
      add("E451", "\(row.item) 在第 \(known.row.line) 行叫“\(safe(one))”", row, .name, "一个编码一种商品")
    }
    if let one = known.price, let other = row.price, one != other {
      add("E451", "\(row.item) 在第 \(known.row.line) 行是 \(one) 分", row, .price, "一种商品一个单价")
    }
    kinds[row.item] = GoodsRow(
      row: known.row, item: row.item, name: known.name ?? row.name, unit: known.unit ?? row.unit,
      price: known.price ?? row.price, limit: known.limit ?? row.limit,
      isService: known.isService || row.isService, arrival: nil)
  }

  private mutating func judge(_ item: ItemCode) {
    guard let kind = kinds[item] else { return }
    if ledger.stock[item] == nil {
      if kind.name == nil { add("E441", "\(item) 是新商品，没有名称", kind, .name, "写上名称") }
      if kind.price == nil { add("E441", "\(item) 是新商品，没有单价", kind, .price, "写上单价，多少分一件") }
    } else if let name = kind.name, let known = shop[item]?.name, NameKey(name) != NameKey(known) {
      add("E450", "\(item) 在货架上是“\(safe(known))”", kind, .name, "改正编码或名称；另一种商品要用另一个编码")
    }
  }

  private mutating func judgeArrivals() {
    var seen: [String: Int] = [:]
    for row in rows {
      guard let arrival = row.arrival, let batch = arrival.batch else { continue }
      if let first = seen.updateValue(row.row.line, forKey: "\(row.item)\n\(batch)") {
        add("E446", "\(row.item) 的批次 \(safe(batch)) 在第 \(first) 行写过", row, .batch, "合成一行，或写另一个批次")
      } else if let lot = ledger.stock[row.item]?[batch], !isThere(arrival, lot) {
        let received = ledger.stock.received(row.item, batch: batch)
        add(
          "E453", "\(row.item) 的批次 \(safe(batch)) 已进过 \(received) 件，与这一行不同", row, .count,
          "再到一批货请写另一个批次；进错了的，用盘点或报损改")
      }
    }
  }

  private func isThere(_ arrival: Event.GoodsReceived, _ lot: Stock.Lot) -> Bool {
    ledger.stock.received(arrival.item, batch: lot.batch) == arrival.count
      && lot.expires == arrival.expires && lot.payer == arrival.payer && lot.cost == arrival.cost
  }

  private mutating func add(
    _ code: String, _ message: String, _ row: GoodsRow, _ column: GoodsColumn, _ hint: String
  ) {
    faults.append(sheet.fault(code, message, row.row, column, hint: hint))
  }
}

// MARK: - Writing

extension GoodsImport {
  /// Lists what is new, sets prices that differ and books what came; throws every fault.
  func carryOut(in change: inout Change, _ language: Language) throws {
    var faults = faults
    if faults.isEmpty {
      for item in order {
        if let kind = kinds[item] { try list(kind, in: &change) }
      }
      for row in rows {
        guard let arrival = row.arrival, ledger.stock[row.item]?[arrival.batch] == nil else {
          continue
        }
        do {
          try change.draft.receive(arrival)
        } catch let refusal as Refusal {
          let told = RefusalReport(
            refusal: refusal, naming: change.directory.naming, language: language
          ).report
          faults.append(
            sheet.fault(told.code, told.message.withoutVerdict, row.row, .count, hint: told.hint))
        }
      }
    }
    if !faults.isEmpty { throw TitledTable<GoodsColumn>.failure(faults) }
  }

  private func list(_ kind: GoodsRow, in change: inout Change) throws {
    guard let held = ledger.stock[kind.item] else {
      guard let name = kind.name, let price = kind.price else { return }
      change.shop.goods.append(
        ShopList.Row(
          item: kind.item, name: name, unit: kind.unit ?? "件", price: price, limit: kind.limit))
      return try change.draft.list(kind.item, at: price, service: kind.isService)
    }
    if let price = kind.price, price != held.price {
      try change.draft.setPrice(price, of: kind.item)
    }
  }
}
