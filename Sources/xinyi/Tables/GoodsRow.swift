import XinyiFiles
import XinyiLedger

/// One row of a table of goods, understood.
struct GoodsRow {
  let row: CSV.Row
  let item: ItemCode
  let name: String?
  let unit: String?
  let price: Points?
  let limit: Int?
  let isService: Bool
  /// What came, where the row says how many pieces.
  let arrival: Event.GoodsReceived?
}

extension TitledTable<GoodsColumn> {
  /// The row as it is understood; nil where something in it is wrong.
  func goodsRow(_ row: CSV.Row, today: Day, _ faults: inout [ErrorReport]) -> GoodsRow? {
    var cells = RowReader(self, row, today: today)
    let item = Self.item(&cells)
    let name = cells.values(.name, .text).text
    let unit = cells.values(.unit, .word).text
    let price = Self.price(&cells)
    let limit = cells.values(.limit, .count).number
    let isService = Self.isService(&cells)
    let arrival = item.flatMap { Self.arrival(of: $0, &cells) }
    faults += cells.faults
    guard cells.faults.isEmpty, let item else { return nil }
    return GoodsRow(
      row: row, item: item, name: name, unit: unit, price: price, limit: limit,
      isService: isService, arrival: arrival)
  }

  private static func item(_ cells: inout RowReader<GoodsColumn>) -> ItemCode? {
    let text = cells.text(.item)
    if text.isEmpty {
      cells.require(.item, "写上编码，如 XYF")
    } else if let item = ItemCode(text), BasketLine(typed: text).item == text {
      return item
    } else {
      cells.add("E440", "编码“\(short(text))”不合格，应是\(ItemCode.expectation)", .item)
    }
    return nil
  }

  private static func price(_ cells: inout RowReader<GoodsColumn>) -> Points? {
    let price = cells.values(.price, .points).points
    if let price, price <= .zero { cells.add("E440", "单价要大于 0", .price) }
    return price
  }

  private static func isService(_ cells: inout RowReader<GoodsColumn>) -> Bool {
    let text = cells.text(.service).lowercased()
    if ["是", "1", "y", "yes", "√", "服务"].contains(text) { return true }
    if !["", "否", "0", "n", "no"].contains(text) { cells.add("E440", "服务一列写 是 或留空", .service) }
    return false
  }

  /// Pieces need the name of their batch: by it they are known when the same table comes again.
  private static func arrival(
    of item: ItemCode, _ cells: inout RowReader<GoodsColumn>
  ) -> Event.GoodsReceived? {
    let count = cells.values(.count, .number).number ?? 0
    let batch = cells.values(.batch, .word).text
    let expires = cells.values(.expires, .dayAhead).day
    let from = cells.values(.from, .text).text
    let payer = cells.values(.payer, .choice(.payers)).choice(as: Event.Payer.self)
    let cost = cells.values(.cost, .money).money
    if count > Stock.largestArrival {
      cells.add("E440", "数量至多 \(Stock.largestArrival)", .count)
    }
    guard count > 0 else { return nil }
    if batch == nil {
      cells.add(
        "E452", "写了数量，没有写批次", .batch, hint: "批次写进货日期或送货单号，如 20261103；同一批只进一次，表格再导入也不会重复")
    }
    return .init(
      item: item, batch: batch, count: count, expires: expires, from: from, payer: payer,
      cost: cost)
  }
}
