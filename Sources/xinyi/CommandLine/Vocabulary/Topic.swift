/// The tasks by which the overview groups the commands.
enum Topic: String, CaseIterable, Sendable {
  case founding = "建账"
  case villagers = "村民"
  case recording = "记分"
  case council = "议事"
  case notice = "公示"
  case shop = "兑换"
  case reading = "查看"
  case ledger = "账本"
}

extension CommandPath {
  /// The task a command belongs to; nil for a sub-command, which stands under its command.
  var topic: Topic? {
    switch self {
    case .initialise, .demo, .setting, .rule: .founding
    case .person: .villagers
    case .record, .fix, .withdraw, .reverse, .entry, .reminder, .redress, .campaign: .recording
    case .review: .council
    case .notice, .objection, .confirm, .platform: .notice
    case .shop, .redeem, .refund, .counter, .slip, .card: .shop
    case .status, .menu, .calendar, .balance, .statement, .rank, .report, .print, .help:
      .reading
    case .verify, .doctor, .repair, .backup, .restore, .handover, .year, .export,
      .completions:
      .ledger
    default: nil
    }
  }
}
