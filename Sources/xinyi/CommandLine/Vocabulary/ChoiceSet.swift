/// A closed set of words that an option or a word takes, each with its Chinese word.
///
/// The English words are those of the ledger's own enumerations and of the files.
struct ChoiceSet: Hashable, Sendable {
  let title: String
  let values: [Name]

  init(_ title: String, _ notations: String...) { self.init(title, notations) }

  init(_ title: String, _ notations: [String]) {
    self.title = title
    self.values = notations.map { Name($0) }
  }

  /// The value a person typed, in either language.
  func named(_ typed: String) -> Name? {
    values.first { $0.language(ofSpelling: typed) != nil }
  }

  /// How a command that is quoted writes one of the English words.
  func shown(_ english: String, in language: Language) -> String {
    named(english)?.shown(in: language) ?? english
  }
}

extension ChoiceSet {
  static let accounts = ChoiceSet("账户", "person 按人/个人", "household 按户/户")
  static let consents = ChoiceSet("用途", "names 实名公示", "platform 上报平台")
  static let outcomes = ChoiceSet(
    "结果", "dismiss 维持", "amend 更正", "cancel 撤销", "withdrawn 本人撤回")
  static let payers = ChoiceSet("出资方", "village 村集体/村", "town 镇", "donor 捐赠")
  static let roles = ChoiceSet(
    "职务", "council 议事会成员", "chair 议事会召集人/主持人", "secretary 支部书记", "committee 两委成员",
    "supervisor 监督委员", "collector 采集员", "keeper 超市管理员", "partyMember 党员",
    "representative 村民代表")
  static let sources = ChoiceSet(
    "信息来源", "self 本人", "collector 采集员", "town 镇", "outside 外单位")
  static let states = ChoiceSet(
    "状态", "pending 待评审", "rejected 驳回", "deferred 缓议", "approved 通过",
    "onNotice 公示中", "objected 有异议/异议", "effective 生效", "cancelled 撤销", "withdrawn 已撤回/撤回",
    "sent 已报", "returned 退回", "entered 已录入")
  static let absences = ChoiceSet(
    "状态", "student 在校", "soldier 服役/参军", "away 外出", "inquiry 接受调查/协查")
  static let noticeFormats = ChoiceSet(
    "格式", "text 文本", "html 网页", "csv 表格", "json 数据")
  static let exportFormats = ChoiceSet(
    "格式", "hledger", "ledger", "csv 表格", "jsonl 逐行数据")
  static let shells = ChoiceSet("终端", "bash", "zsh")
}
