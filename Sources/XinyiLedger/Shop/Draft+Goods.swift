extension Draft {
  /// Puts goods on the list (上架), or back on it.
  ///
  /// - Parameter service: there is no stock of it.
  public mutating func list(_ item: ItemCode, at price: Points, service: Bool) throws {
    if let held = ledger.stock[item], held.isListed { throw Refusal.itemExists(item) }
    let isNew = ledger.stock[item] == nil
    try append(.priceSet(.init(item: item, price: price, service: isNew && service ? true : nil)))
  }

  /// Sets a price; slips keep the price of their day.
  public mutating func setPrice(_ price: Points, of item: ItemCode) throws {
    try append(.priceSet(.init(item: item, price: price)))
  }

  /// Takes goods off the list (下架); what is left of them stays in the books.
  public mutating func delist(_ item: ItemCode) throws {
    guard try goods(item).isListed else { throw Refusal.shop(.alreadyDelisted(item)) }
    try append(.goodsDelisted(.init(item: item)))
  }

  /// Books an arrival. What expires, costs money or has a payer is a batch of its own, named by
  /// the day when it has no name; an arrival that joins a batch has to be like it.
  public mutating func receive(_ arrival: Event.GoodsReceived) throws {
    let held = try goodsOnShelf(arrival.item)
    var arrival = arrival
    let isPlain = arrival.expires == nil && arrival.payer == nil && arrival.cost == nil
    if arrival.batch == nil && !isPlain { arrival.batch = freeBatch(of: held, like: arrival) }
    if let lot = held[arrival.batch], !lot.isLike(arrival) {
      throw Refusal.shop(.batchDiffers(arrival.item, batch: arrival.batch ?? "-"))
    }
    try append(.goodsReceived(arrival))
  }

  /// `20261103`, or `20261103-2` when that day brought another batch already.
  private func freeBatch(of goods: Stock.Goods, like arrival: Event.GoodsReceived) -> String {
    let day = today.description.filter { $0 != "-" }
    var name = day
    var number = 1
    while let lot = goods[name], !lot.isLike(arrival) {
      number += 1
      name = "\(day)-\(number)"
    }
    return name
  }

  /// Writes down what is on the shelf. Pieces missing from several batches are missing from the
  /// one that expires first; pieces too many are of the newest batch.
  ///
  /// - Parameter batch: of this batch alone.
  public mutating func count(_ item: ItemCode, _ counted: Int, batch: String?) throws {
    let held = try goodsOnShelf(item)
    if let batch {
      _ = try lot(batch, of: item)
      return try append(.goodsCounted(.init(item: item, batch: batch, count: counted)))
    }
    guard let last = held.lots.last else { throw Refusal.shop(.neverReceived(item)) }
    if counted >= held.count {
      let count = last.count + counted - held.count
      return try append(.goodsCounted(.init(item: item, batch: last.batch, count: count)))
    }
    for part in held.outOf(held.count - counted, on: nil) ?? [] {
      let left = (held[part.batch]?.count ?? 0) - part.count
      try append(.goodsCounted(.init(item: item, batch: part.batch, count: left)))
    }
  }

  /// Writes off spoilt or lost pieces (报损), which two operators have seen.
  public mutating func writeOff(
    _ item: ItemCode, _ count: Int, batch: String?, why: String, second: Operator
  ) throws {
    if second == stamp.by { throw Refusal.secondIsFirst(second) }
    for part in try parts(of: item, count, batch: batch) {
      try append(
        .goodsWrittenOff(
          .init(item: item, batch: part.batch, count: part.count, why: why, second: second)))
    }
  }

  /// Sends pieces back to where they came from (退供应商).
  public mutating func sendBack(
    _ item: ItemCode, _ count: Int, batch: String?, why: String
  ) throws {
    for part in try parts(of: item, count, batch: batch) {
      try append(
        .goodsReturned(.init(item: item, batch: part.batch, count: part.count, why: why)))
    }
  }

  /// So many pieces of one batch, or of all with those that expire first going first.
  private func parts(
    of item: ItemCode, _ count: Int, batch: String?
  ) throws -> [(batch: String?, count: Int)] {
    let held = try goodsOnShelf(item)
    if let batch {
      let lot = try lot(batch, of: item)
      guard lot.count >= count else {
        throw Refusal.shop(.batchShort(item, batch: batch, held: lot.count, asked: count))
      }
      return [(batch, count)]
    }
    guard let parts = held.outOf(count, on: nil) else {
      throw Refusal.shop(.batchShort(item, batch: nil, held: held.count, asked: count))
    }
    return parts
  }

  private func lot(_ batch: String, of item: ItemCode) throws -> Stock.Lot {
    let held = try goods(item)
    guard let lot = held[batch] else {
      throw Refusal.shop(.unknownBatch(item, batch: batch, known: held.lots.map(\.batch)))
    }
    return lot
  }

  private func goodsOnShelf(_ item: ItemCode) throws -> Stock.Goods {
    let held = try goods(item)
    if held.isService { throw Refusal.shop(.isService(item)) }
    return held
  }

  func goods(_ item: ItemCode) throws(HistoryFault) -> Stock.Goods {
    guard let held = ledger.stock[item] else { throw .unknownItem(item) }
    return held
  }
}

extension Stock.Lot {
  /// Whether an arrival can join the batch without blurring when it expires and who pays for it.
  fileprivate func isLike(_ arrival: Event.GoodsReceived) -> Bool {
    expires == arrival.expires && payer == arrival.payer && cost == arrival.cost
  }
}
