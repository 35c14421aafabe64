import XinyiLedger

/// What the shop of the practice village has on its shelf.
struct DemoGoods {
  let row: ShopList.Row
  /// Pieces on a full shelf for every hundred people.
  let perHundred: Int

  private init(
    _ code: String, _ name: String, _ unit: String, _ price: Int32, _ perHundred: Int, limit: Int?
  ) {
    row = ShopList.Row(
      item: ItemCode(unchecked: code), name: name, unit: unit, price: .whole(price), limit: limit)
    self.perHundred = perHundred
  }

  func fullShelf(people: Int) -> Int { max(6, people * perHundred / 100) }

  static let all = [
    DemoGoods("XYF", "洗衣粉", "袋", 10, 10, limit: 2),
    DemoGoods("BXGP", "不锈钢盆", "个", 4, 12, limit: nil),
    DemoGoods("FZ", "肥皂", "块", 3, 20, limit: nil),
    DemoGoods("MJ", "毛巾", "条", 5, 12, limit: nil),
    DemoGoods("SY", "食盐", "袋", 2, 24, limit: nil),
    DemoGoods("YG", "牙膏", "支", 6, 12, limit: nil),
    DemoGoods("XJJ", "洗洁精", "瓶", 8, 8, limit: nil),
    DemoGoods("JZ", "卷纸", "提", 12, 6, limit: 1),
  ]

  static let cheapest = Points.whole(2)

  /// The limits as a basket carries them.
  static let limits = Dictionary(
    uniqueKeysWithValues: all.compactMap { goods in goods.row.limit.map { (goods.row.item, $0) } })

  static let donors = ["村集体采购", "侯营镇配送", "爱心企业捐赠"]
}
