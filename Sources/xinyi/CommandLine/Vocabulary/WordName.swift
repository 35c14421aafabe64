/// The words that stand in a command without an option before them, as help shows them.
///
/// The raw value is the notation of `Name`; the Chinese part is the label in help and questions.
enum WordName: String, CaseIterable, Sendable {
  case backup = "BACKUP 备份"
  case batch = "BATCH 批号"
  case campaign = "CAMPAIGN 活动"
  case cards = "CARD 卡号"
  case command = "COMMAND 命令"
  case denominations = "VALUE×N 面值x张数"
  case destination = "DEST 存放处"
  case entry = "ENTRY 条目"
  case file = "FILE 文件"
  case folder = "DIR 文件夹"
  case format = "FORMAT 格式"
  case giver = "FROM 交出人"
  case household = "HOUSEHOLD 户号"
  case into = "INTO 并入户"
  case item = "ITEM 商品"
  case key = "KEY 设置项"
  case line = "LINE 命令行"
  case month = "MONTH 月份"
  case name = "NAME 姓名"
  case notice = "NOTICE 公示号"
  case number = "N 件数"
  case objection = "OBJ 异议号"
  case paper = "PAPER 单据"
  case person = "P 村民"
  case points = "POINTS 分数"
  case price = "PRICE 单价"
  case receipt = "RECEIPT 单号"
  case relative = "P2 亲属"
  case reminder = "REMINDER 提示书"
  case role = "ROLE 职务"
  case rule = "RULE 细则"
  case shell = "SHELL 终端"
  case subject = "OF 哪一张"
  case taker = "TO 接手人"
  case term = "WORD 关键词"
  case value = "VALUE 新值"
  case version = "VERSION 版本"
  case who = "WHO 谁"
  case year = "YEAR 年份"
}

extension WordName {
  var name: Name { Name(rawValue) }

  func shown(in language: Language) -> String { name.shown(in: language) }
}
