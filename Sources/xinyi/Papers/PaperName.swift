/// The papers that `print` makes, by the words of its command line.
enum PaperName: String, CaseIterable, Sendable {
  case notice, minutes, statement, slip, label, reminder, objection, dayClose, secretary
  case agenda, signIn, noObjection, cards, stockTaking, grades, guide, trail, inspection

  /// As `Name` writes it.
  private var notation: String {
    switch self {
    case .notice: "notice 公示"
    case .minutes: "minutes 会议记录"
    case .statement: "statement 明细/对账单"
    case .slip: "slip 兑换单"
    case .label: "label 价签"
    case .reminder: "reminder 提示书"
    case .objection: "objection 异议"
    case .dayClose: "dayClose 日结"
    case .secretary: "secretary 书记一页"
    case .agenda: "agenda 议程"
    case .signIn: "signIn 签到表"
    case .noObjection: "noObjection 无异议"
    case .cards: "cards 发卡表"
    case .stockTaking: "stockTaking 盘点表"
    case .grades: "grades 等级榜"
    case .guide: "guide 明白纸"
    case .trail: "trail 来历"
    case .inspection: "inspection 检查材料"
    }
  }

  static let choices = ChoiceSet("纸", allCases.map(\.notation))
}
