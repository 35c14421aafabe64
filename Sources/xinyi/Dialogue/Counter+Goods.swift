import XinyiFiles
import XinyiLedger
import XinyiText

extension Counter {
  private static let helpOnGoods = """
    写序号、编码、名称或拼音首字母；几件写 x3，如 肥皂x3。
    =     算账
    <     拿掉最后一样；一样也没有时换人

    """

  /// Collects the basket, then asks for the yes.
  func fill(_ start: Basket) throws {
    var basket = start
    while true {
      let view = try session.look()
      switch try dialogue.ask("商品（= 算账）：", help: Self.helpOnGoods) {
      case .back:
        guard let last = basket.pieces.popLast() else { return }
        try dialogue.say("拿掉了\(view.naming.item(last.item))。\n")
      case .text(let typed) where ["=", "完", "算账"].contains(typed):
        if basket.pieces.isEmpty {
          try dialogue.say("还没有商品。\n")
        } else if try confirm(&basket) {
          return
        }
      case .text(let typed):
        let words = typed.split { " ,".contains($0) }.map(String.init)
        for word in ValueReader.joiningCounts(words, .basket) {
          guard let piece = try piece(word, view) else { break }
          basket.pieces = RedeemRequest.added(basket.pieces + [piece])
        }
        try tell(basket, view)
      }
    }
  }

  private func piece(_ typed: String, _ view: VillageView) throws -> RedeemRequest.Piece? {
    let line = BasketLine(typed: typed)
    let listed = goods(in: view)
    let item: ItemCode?
    if let number = Int(line.item), view.ledger.stock[ItemCode(unchecked: line.item)] == nil {
      item = listed.indices.contains(number - 1) ? listed[number - 1] : nil
    } else {
      let found = view.directory.goods(matching: line.item).filter(listed.contains)
      item =
        found.count > 1
        ? try dialogue.choose(found, "是哪一种：") { view.naming.item($0) } : found.first
    }
    guard let item, (1...RedeemRequest.largestCount).contains(line.count) else {
      try dialogue.say("货架上没有“\(safe(typed))”。\n")
      return nil
    }
    return .init(item, line.count)
  }

  func tell(_ basket: Basket, _ view: VillageView) throws {
    guard !basket.pieces.isEmpty else { return }
    let lines = basket.pieces.map { piece in
      let price = view.ledger.stock[piece.item]?.price ?? .zero
      let points = price.multiplied(by: piece.count)?.fixed ?? "?"
      let unit = view.naming.unit(of: piece.item)
      return "\(view.naming.item(piece.item)) \(piece.count)\(unit) \(points)"
    }
    try dialogue.say("  \(lines.joined(separator: "，"))。合计 \(total(basket, view).fixed) 分\n")
  }

  private func total(_ basket: Basket, _ view: VillageView) -> Points {
    basket.pieces.reduce(.zero) { sum, piece in
      sum + (view.ledger.stock[piece.item]?.price.multiplied(by: piece.count) ?? .zero)
    }
  }
}
