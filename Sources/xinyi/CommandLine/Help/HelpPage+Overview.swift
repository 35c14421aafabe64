extension HelpPage {
  /// All commands, grouped by task. A group shows the words under it.
  var overview: [String] {
    let tasks = TaskGuide.all.map(\.title).joined(separator: "、")
    var lines = [
      "xinyi：村里的信义积分账本，全在一个文件夹里，不用上网。", "",
      "先看：xinyi 进度（下一步做什么）    xinyi 记分 --帮助（一个命令的用法）",
      "一件事从头到尾怎么办：xinyi 帮助 记分，也可以是：\(tasks)",
      "出错时方括号里的代码是什么意思：xinyi 帮助 R301",
    ].flatMap(folded)
    let commands = table.children(of: nil)
    let rows = commands.map(overviewRow)
    let aligned = Columns(rows: rows, indent: 2, width: width).blocks
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
    if path == .help { return "一件事、一个命令怎么办，一个代码是什么意思" }
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
    let usage = CommandText(first).flag(.help).text(in: .chinese)
    return folded(Self.title(of: path)) + [""] + aligned(rows) + [""]
      + folded("每个的用法：\(usage)")
  }
}
