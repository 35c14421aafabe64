extension HelpPage {
  /// All commands, grouped by task. A group shows the words under it.
  var overview: [String] {
    var lines = [
      "xinyi：村里的信义积分账本，全在一个文件夹里，不用上网。", "",
      "先看：xinyi 进度（下一步做什么）    xinyi 帮助 记分（一个命令的用法）",
    ]
    let commands = table.children(of: nil)
    let rows = commands.map(overviewRow)
    let aligned = Columns(rows: rows, indent: 2, width: Columns.helpWidth).blocks
    for topic in Topic.allCases {
      let own = zip(commands, aligned).filter { $0.0.topic == topic }.flatMap(\.1)
      if !own.isEmpty { lines += ["", topic.rawValue] + own }
    }
    return lines
  }

  private func overviewRow(_ path: CommandPath) -> [String] {
    let names = [path.name.shown(in: .chinese), path.name.english, path.name.initials ?? ""]
    return names + [summary(of: path)]
  }

  private func summary(of path: CommandPath) -> String {
    if let command = table[path] { return command.summary }
    if path == .help { return "看一个命令怎样用。" }
    return table.children(of: path).map { $0.name.shown(in: .chinese) }.joined(separator: "、")
  }

  /// A group: what stands under it, and how to ask on.
  func lines(ofGroup path: CommandPath) -> [String] {
    let children = table.children(of: path)
    let rows = children.map { child -> [String] in
      let english = child.words.joined(separator: " ")
      return [CommandText(child).text(in: .chinese), english, summary(of: child)]
    }
    let first = children.first ?? path
    return [Self.title(of: path), ""] + Self.aligned(rows)
      + ["", "每个的用法：\(CommandText(first).flag(.help).text(in: .chinese))"]
  }
}
