extension Menu {
  /// What is picked on the first screen: a command, or a few that belong together. Every one is a
  /// command of the table; what it needs is asked for as at the command line.
  struct Task {
    let title: String
    let paths: [CommandPath]
  }

  static let tasks: [Task] = [
    Task(title: "记分", paths: [.record]),
    Task(title: "评审", paths: commands(under: .review)),
    Task(title: "公示", paths: commands(under: .notice)),
    Task(title: "异议", paths: commands(under: .objection)),
    Task(title: "生效", paths: [.confirm]),
    Task(title: "兑换（柜台）", paths: [.counter]),
    Task(
      title: "超市、积分卡", paths: commands(under: .shop) + [.redeem, .refund] + commands(under: .card)),
    Task(title: "查分、对账单", paths: [.statement, .balance, .rank]),
    Task(title: "改错", paths: [.fix, .withdraw, .reverse]),
    Task(
      title: "台账、提示书",
      paths: commands(under: .entry) + commands(under: .reminder) + commands(under: .redress)),
    Task(title: "上报", paths: commands(under: .platform)),
    Task(title: "打印", paths: [.noticeShow, .reviewMinutes, .statement, .slip, .shopLabel]),
    Task(title: "报表", paths: commands(under: .report)),
    Task(title: "村民", paths: commands(under: .person)),
    Task(title: "备份", paths: [.backup]),
    Task(
      title: "细则、设置、活动",
      paths: commands(under: .rule) + commands(under: .setting) + commands(under: .campaign)),
    Task(title: "年结、查账", paths: commands(under: .year) + [.verify, .calendar, .handover]),
  ]

  /// The commands of a group, in the order of the table.
  private static func commands(under group: CommandPath) -> [CommandPath] {
    CommandTable.all.commands.map(\.path).filter { $0.lineage.first == group }
  }
}
