/// Every command and sub-command there is, by the words that lead to it.
///
/// The raw value is the notation of `Name`. A command that others stand under, such as `person`,
/// is a group; a later command takes its place in this table before it is written.
enum CommandPath: String, CaseIterable, Sendable {
  case initialise = "init 建账(jz)"
  case demo = "demo 演示/试用(ys)"
  case menu = "menu 菜单(cd)"
  case status = "status 进度/下一步/状态(jd)"
  case calendar = "calendar 日程(rc)"
  case calendarImport = "calendar import 导入"
  case doctor = "doctor 自检(zj)"
  case verify = "verify 查账/核验(cz)"
  case repair = "repair 修账本(xzb)"
  case backup = "backup 备份(bf)"
  case restore = "restore 还原(hy)"
  case setting = "setting 设置(sz)"
  case settingShow = "setting show 查看"
  case settingSet = "setting set 修改"
  case handover = "handover 交接(jj)"

  case person = "person 村民(cm)"
  case personAdd = "person add 添加"
  case personImport = "person import 导入"
  case personList = "person list 名册"
  case personFind = "person find 查找"
  case personShow = "person show 查看"
  case personEdit = "person edit 修改"
  case personJoin = "person join 迁入"
  case personLeave = "person leave 迁出"
  case personDie = "person die 去世"
  case personSuspend = "person suspend 暂停"
  case personResume = "person resume 恢复"
  case personHousehold = "person household 户籍"
  case personHouseholdSplit = "person household split 分户"
  case personHouseholdMerge = "person household merge 并户"
  case personHouseholdHead = "person household head 换户主"
  case personRole = "person role 任职/卸任"
  case personRelate = "person relate 亲属"
  case personConsent = "person consent 同意书"
  case personExport = "person export 导出本人资料"

  case rule = "rule 细则(xz)"
  case ruleList = "rule list 列表"
  case ruleSearch = "rule search 查找"
  case ruleShow = "rule show 查看"
  case ruleCheck = "rule check 检查"
  case ruleImport = "rule import 导入"
  case ruleAdopt = "rule adopt 启用"

  case record = "record 记分/加分/扣分(jf)"
  case fix = "fix 改错(gc)"
  case withdraw = "withdraw 撤回(ch)"
  case reverse = "reverse 冲正/冲销(czh)"
  case entry = "entry 台账/条目(tz)"
  case entryImport = "entry import 导入"
  case entryList = "entry list 列表"
  case entryShow = "entry show 查看"
  case entryTrail = "entry trail 来历"
  case entryEvidence = "entry evidence 补证"
  case entryHide = "entry hide 隐去"
  case entryUnhide = "entry unhide 恢复公开"
  case reminder = "reminder 提示书(tss)"
  case reminderIssue = "reminder issue 开具"
  case reminderDone = "reminder done 已改正"
  case reminderList = "reminder list 列表"
  case redress = "redress 修复(xf)"
  case redressApply = "redress apply 申请"
  case redressList = "redress list 列表"
  case campaign = "campaign 活动(hd)"
  case campaignAdd = "campaign add 添加"
  case campaignList = "campaign list 列表"
  case campaignShow = "campaign show 查看"

  case review = "review 议事/评审/评议(py)"
  case reviewOpen = "review open 开会"
  case reviewAgenda = "review agenda 议程"
  case reviewApprove = "review approve 通过"
  case reviewAmend = "review amend 改分"
  case reviewReject = "review reject 驳回/不通过"
  case reviewDefer = "review defer 缓议"
  case reviewRecuse = "review recuse 回避"
  case reviewUndo = "review undo 重议"
  case reviewReopen = "review reopen 复会"
  case reviewClose = "review close 散会"
  case reviewMinutes = "review minutes 记录"

  case notice = "notice 公示(gs)"
  case noticePublish = "notice publish 张榜/发布"
  case noticeShow = "notice show 查看"
  case noticeCheck = "notice check 核对"
  case noticeSupplement = "notice supplement 补充"
  case noticeVoid = "notice void 作废"
  case objection = "objection 异议/申诉(yy)"
  case objectionFile = "objection file 登记"
  case objectionResolve = "objection resolve 答复"
  case objectionList = "objection list 列表"
  case confirm = "confirm 生效/公示期满(sx)"
  case platform = "platform 上报(sb)"
  case platformExport = "platform export 导出"
  case platformReceipt = "platform receipt 回执"

  case balance = "balance 查分(cf)"
  case statement = "statement 明细/对账单(mx)"
  case rank = "rank 排名/榜单(pm)"
  case report = "report 报表(bb)"
  case reportMonth = "report month 月报"
  case reportShop = "report shop 超市"
  case reportSample = "report sample 抽查"
  case reportYear = "report year 年报"

  case shop = "shop 超市(cs)"
  case shopList = "shop list 货架"
  case shopImport = "shop import 导入"
  case shopAdd = "shop add 上架"
  case shopRemove = "shop remove 下架"
  case shopPrice = "shop price 调价"
  case shopReceive = "shop receive 进货"
  case shopReturn = "shop return 退供应商"
  case shopCount = "shop count 盘点"
  case shopWriteOff = "shop write-off 报损"
  case shopLabel = "shop label 价签"
  case shopClose = "shop close 日结"
  case redeem = "redeem 兑换(dh)"
  case refund = "refund 退货(th)"
  case counter = "counter 柜台(gt)"
  case slip = "slip 补打(bd)"
  case card = "card 积分卡(jfk)"
  case cardIssue = "card issue 发卡"
  case cardTake = "card take 收卡"
  case cardChange = "card change 换零"
  case cardReturn = "card return 交回"
  case cardList = "card list 查卡"
  case cardBar = "card bar 挂失"
  case cardReissue = "card reissue 补发"
  case cardCount = "card count 点卡"

  case year = "year 年结(nj)"
  case yearPreview = "year preview 预览"
  case yearClose = "year close 结转"
  case yearExpire = "year expire 清零"
  case print = "print 打印(dy)"
  case export = "export 导出(dc)"
  case completions = "completions 补全(bq)"
  case help = "help 帮助(bz)"
}

extension CommandPath {
  var name: Name { Name(rawValue) }

  /// The English words that lead here: `["person", "household", "split"]`.
  var words: [String] { phrase.split(separator: " ").map(String.init) }

  /// The same words as one text; asked for at the start of every command.
  private var phrase: Substring { Self.beginning(of: rawValue[...]) }

  /// What this stands under, or nil for a command of the first level.
  var parent: CommandPath? { Self.byPhrase[String(Self.beginning(of: phrase))] }

  /// This and all it stands under, outermost first.
  var lineage: [CommandPath] { (parent?.lineage ?? []) + [self] }

  /// The path that English words lead to.
  init?(words: [String]) {
    guard let path = Self.byPhrase[words.joined(separator: " ")] else { return nil }
    self = path
  }

  /// All words but the last; nothing of a single one.
  private static func beginning(of words: Substring) -> Substring {
    words[..<(words.utf8.lastIndex(of: UInt8(ascii: " ")) ?? words.startIndex)]
  }

  private static let byPhrase = Dictionary(
    uniqueKeysWithValues: allCases.map { (String($0.phrase), $0) })
}
