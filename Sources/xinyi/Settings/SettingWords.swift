import XinyiLedger

extension ChoiceSet {
  /// The settings by their names in `village.json`.
  static let settings = ChoiceSet(
    "设置项", "base 基础分", "bands 星级分数线/星级", "topGrade 最高星级", "noticeDays 公示天数",
    "correctionDays 补充公示天数", "lateDays 补记天数", "repeatFactor 重复倍数", "votesOf 过半基数",
    "minusSpendable 扣分减兑换", "sum 小时合计", "remindFirst 扣分前提示", "names 公示姓名",
    "objectionWorkingDays 答复工作日", "leaveDays 迁出天数", "refundDays 退换天数", "cards 积分卡面值/面值",
    "carryUntil 结转期限", "carry 结转方式", "carryLimit 结转上限", "platformColumns 上报列",
    "operators 经手人", "shopDays 营业日", "cardWaitDays 补卡等待天数")

  static let voteBases = ChoiceSet("过半基数", "members 全体成员/全体", "present 到会/到会未回避的")
  static let sums = ChoiceSet("小时合计", "year 全年累计/全年", "session 每次单算/每次")
  static let reminders = ChoiceSet("扣分前提示", "flag 标出/未提示的标出", "require 必须提示/必须先提示/必须")
  static let nameRules = ChoiceSet("公示姓名", "masked 遮掩", "full 全名")
  static let carries = ChoiceSet("结转方式", "until 到期清零/到期", "all 一直有效", "none 当年有效")
  static let truths = ChoiceSet("是否", "true 是", "false 否")
  /// What stands for the program's own columns where columns are typed.
  static let ownColumns = Name("default 默认")
  static let platformFields = ChoiceSet(
    "上报列", "entry 条目", "person 编号", "name 姓名", "rule 编码", "title 事项", "on 发生日期",
    "points 分值", "effectiveOn 生效日期", "level 级别", "platform 上报类别", "document 文号",
    "reverses 冲正条目", "adjusts 更正条目", "redresses 修复条目", "package 包号", "month 月份", "village 村",
    "town 镇", "county 县区", "code 区划码")
}

extension Settings.Key {
  /// `公示天数（noticeDays）`.
  var label: String { "\(word)（\(rawValue)）" }

  /// The Chinese name, which may be typed too.
  var word: String { ChoiceSet.settings.shown(rawValue, in: .chinese) }

  var meaning: String {
    switch self {
    case .base: "每年的基础分"
    case .bands: "星级分数线（含上限）"
    case .topGrade: "最高星级"
    case .noticeDays: "公示天数"
    case .correctionDays: "补充公示天数"
    case .lateDays: "补记超过几天要写理由"
    case .repeatFactor: "重复失信的倍数"
    case .votesOf: "半数以谁为基数"
    case .minusSpendable: "扣分同时减可兑换分"
    case .sum: "小时数怎样合计"
    case .remindFirst: "扣分前提示"
    case .names: "公示姓名"
    case .objectionWorkingDays: "异议几个工作日内答复"
    case .leaveDays: "迁出后几天内可用完积分"
    case .refundDays: "几天内可以退换"
    case .cards: "积分卡面值"
    case .carryUntil: "上年积分用到次年"
    case .carry: "可兑换积分能用多久"
    case .carryLimit: "年结时至多结转几分"
    case .platformColumns: "上报包的列"
    case .operators: "经手人"
    case .shopDays: "超市星期几营业"
    case .cardWaitDays: "挂失几天后可以补卡"
    }
  }

  /// What may be typed for it.
  var allowed: String {
    switch self {
    case .base: "分数，如 1000"
    case .bands: "从低到高，每级写 名称:上限，最高一级只写名称，如 零星:800,一星:990,五星"
    case .topGrade: "名称，如 五星"
    case .noticeDays, .correctionDays, .lateDays, .objectionWorkingDays, .leaveDays, .refundDays,
      .cardWaitDays:
      "整数，天"
    case .repeatFactor: "整数，1 是不加倍"
    case .votesOf: Self.offered(.voteBases)
    case .minusSpendable: Self.offered(.truths)
    case .sum: Self.offered(.sums)
    case .remindFirst: Self.offered(.reminders)
    case .names: Self.offered(.nameRules)
    case .cards: "不同的整数，用逗号分开，如 1,2,5"
    case .carryUntil: "次年的月日，如 01-31"
    case .carry: Self.offered(.carries)
    case .carryLimit: "分数，如 500；不限写 无"
    case .platformColumns:
      "每列写 字段:列名，用逗号分开，如 person:编号,points:分值；用程序自己的列写 默认"
    case .shopDays: "星期几，用逗号分开，如 周一,周四；天天营业写 每天"
    case .operators: "代号，用逗号分开，如 clerk,op2；只添一个写 +op2，只去一个写 减op2"
    }
  }

  private static func offered(_ set: ChoiceSet) -> String {
    set.values.map { "\($0.shown(in: .chinese))（\($0.english)）" }.joined(separator: "、")
  }
}
