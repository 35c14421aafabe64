/// Goods as a spreadsheet has them: one kind, or one batch of it, a row.
enum GoodsColumn: String, SheetColumn {
  case item = "编码"
  case name = "名称"
  case unit = "单位"
  case price = "单价"
  case limit = "限兑"
  case service = "服务"
  case count = "数量"
  case batch = "批次"
  case expires = "到期"
  case from = "来源"
  case payer = "出资方"
  case cost = "进价"

  static let needed: [GoodsColumn] = [.item]

  var aliases: [String] {
    switch self {
    case .item: ["商品编码", "货号"]
    case .name: ["商品", "品名", "商品名称"]
    case .unit: []
    case .price: ["价格", "积分", "兑换积分"]
    case .limit: ["每月限兑"]
    case .service: ["是否服务"]
    case .count: ["进货", "进货数量", "件数"]
    case .batch: ["批号"]
    case .expires: ["到期日", "保质期"]
    case .from: []
    case .payer: []
    case .cost: ["成本", "成本价"]
    }
  }

  static func failure(faults count: Int) -> (message: String, hint: String) {
    ("未导入：表格有 \(count) 处错误，货架没有动", "改好后再导入；先加试算看看")
  }
}
