/// The papers that `print` makes, by the words of its command line.
enum PaperName: String, CaseIterable, Sendable {
  case notice, minutes, statement, slip, label, reminder, objection, dayClose, secretary

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
    }
  }

  static let choices = ChoiceSet("纸", allCases.map(\.notation))
}
