/// Every option there is. The same word means the same in every command.
///
/// The raw value is the notation of `Name`; a command lists the options it takes.
enum OptionName: String, CaseIterable, Sendable {
  case account = "account 账户"
  case adoptHead = "adopt-head 认账"
  case again = "again 再兑"
  case all = "all 全部"
  case apply = "apply 执行"
  case `as` = "as 关系"
  case batch = "batch 批次"
  case born = "born 出生"
  case budget = "budget 预算"
  case by = "by 经手人"
  case campaign = "campaign 活动"
  case cards = "cards 用卡/备零/换成"
  case chair = "chair 主持"
  case clerical = "clerical 笔误"
  case code = "code 区划码"
  case collector = "collector 采集员"
  case cost = "cost 进价"
  case county = "county 县区"
  case deed = "deed 事件号"
  case document = "document 文号"
  case dryRun = "dry-run 试算"
  case evidence = "evidence 佐证"
  case expires = "expires 到期"
  case fingerprint = "fingerprint 校验码"
  case folder = "C 账本"
  case `for` = "for 用途"
  case format = "format 格式"
  case from = "from 起/来源/提出人"
  case group = "group 组"
  case head = "head 户主"
  case heading = "heading 公示名称"
  case help = "help 帮助"
  case household = "household 户"
  case json = "json 数据"
  case level = "level 档次"
  case limit = "limit 限兑"
  case line = "line 行号"
  case meeting = "meeting 会议"
  case minus = "minus 扣分"
  case minute = "minute 记录号"
  case month = "month 月份"
  case months = "months 月数"
  case name = "name 名称"
  case newHead = "new-head 新户主"
  case noRestock = "no-restock 不入库"
  case note = "note 备注"
  case number = "number 编号"
  case on = "on 日期"
  case outcome = "outcome 结果"
  case output = "output 输出"
  case payer = "payer 出资方"
  case people = "people 人数"
  case percent = "percent 倍率"
  case person = "person 村民"
  case pinyin = "pinyin 拼音"
  case plus = "plus 加分"
  case points = "points 分值"
  case practice = "practice 演练"
  case present = "present 到会"
  case price = "price 单价"
  case promise = "promise 承诺"
  case proxy = "proxy 代领"
  case quantity = "quantity 数量"
  case receipt = "receipt 单号"
  case rest = "rest 其余"
  case role = "role 职务"
  case rule = "rule 细则"
  case second = "second 复核人"
  case seed = "seed 种子"
  case service = "service 服务"
  case source = "source 信息来源"
  case special = "special 一事一议"
  case start = "start 起始月"
  case state = "state 状态"
  case to = "to 止"
  case today = "today 今日"
  case town = "town 镇"
  case unit = "unit 单位"
  case votes = "votes 票数"
  case why = "why 理由"
  case width = "width 宽"
  case withdraw = "withdraw 撤回同意/撤回"
  case year = "year 年份"
}

extension OptionName {
  var name: Name { Name(rawValue) }
  var english: String { name.english }

  /// Whether the option stands alone. It does or does not in every command, so that a line can
  /// be taken apart before its command is known.
  var isFlag: Bool {
    switch self {
    case .adoptHead, .again, .all, .apply, .clerical, .dryRun, .head, .help, .json, .minus,
      .noRestock, .plus, .practice, .rest, .service, .special, .withdraw:
      true
    case .account, .as, .batch, .born, .budget, .heading, .percent, .by, .campaign, .cards, .chair,
      .code, .collector, .cost,
      .county, .deed, .document, .evidence, .expires, .fingerprint, .folder, .for, .format,
      .from, .group, .household, .level, .limit, .line, .meeting, .minute, .month, .months, .name,
      .newHead, .note, .number, .on, .outcome, .output, .payer, .people, .person, .pinyin, .points,
      .present,
      .price,
      .promise, .proxy, .quantity, .receipt, .role, .rule, .second, .seed, .source, .start,
      .state, .to, .today, .town, .unit, .votes, .why, .width, .year:
      false
    }
  }

  /// The one-letter form, where an option has one.
  var letter: Character? {
    switch self {
    case .folder: "C"
    case .help: "h"
    case .output: "o"
    default: nil
    }
  }

  /// The Chinese word for what the option means in one command: `--from` is a person in an
  /// objection, a donor in the shop, and elsewhere a beginning.
  func chinese(in path: CommandPath?) -> String {
    switch (self, path) {
    case (.from, .objectionFile): "提出人"
    case (.withdraw, .reviewRecuse), (.withdraw, .cardBar): "撤回"
    case (.cards, .cardIssue): "备零"
    case (.cards, .cardChange): "换成"
    case (.from, .shopReceive), (.from, .repair): "来源"
    default: name.shown(in: .chinese)
    }
  }

  /// `--on`, `--日期`, and for the folder `-C`.
  func spelled(in language: Language, of path: CommandPath?) -> String {
    switch language {
    case .english: self == .folder ? "-C" : "--" + english
    case .chinese: "--" + chinese(in: path)
    }
  }

  /// The option of a long name in either language.
  static func named(_ typed: String) -> OptionName? { byName[typed.lowercased()] }

  static func lettered(_ letter: Character) -> OptionName? {
    allCases.first { $0.letter == letter }
  }

  private static let byName: [String: OptionName] = {
    let pairs = allCases.flatMap { option in
      option.name.spellings.filter { $0 != "C" }.map { ($0, option) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()
}
