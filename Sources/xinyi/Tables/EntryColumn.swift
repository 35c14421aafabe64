/// Entries as a spreadsheet has them: one person and one item a row.
enum EntryColumn: String, SheetColumn {
  case rule = "细则"
  case number = "编号"
  case name = "姓名"
  case household = "户号"
  case on = "日期"
  case quantity = "数量"
  case level = "档次"
  case points = "分值"
  case deed = "事件号"
  case campaign = "活动"
  case evidence = "佐证"
  case document = "文书号"
  case collector = "采集员"
  case source = "信息来源"
  case note = "备注"
  case why = "理由"

  static let needed: [EntryColumn] = [.rule, .on]

  var aliases: [String] {
    switch self {
    case .rule: ["编码", "细则编码", "细则名称", "项目", "事项"]
    case .number: ["村民编号", "人员编号"]
    case .name: ["名字"]
    case .household: ["户"]
    case .on: ["发生日期", "时间"]
    case .quantity: ["小时", "工时", "时长"]
    case .level: ["档"]
    case .points: ["分数", "得分"]
    case .deed: ["事件"]
    case .campaign: ["活动代号"]
    case .evidence: ["证据", "证明材料"]
    case .document: ["文号"]
    case .collector: []
    case .source: ["来源"]
    case .note: []
    case .why: ["补记理由"]
    }
  }

  static func failure(faults count: Int) -> (message: String, hint: String) {
    ("未记录：表格有 \(count) 处错误，一条也没有记", "改好后再导入；先加试算看看")
  }
}
