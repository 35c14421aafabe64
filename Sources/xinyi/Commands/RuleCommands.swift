import XinyiLedger
import XinyiText

extension Command {
  static let ruleList = Command(
    .ruleList, .reads, summary: "列出细则", examples: ["xinyi 细则 列表", "xinyi 细则 列表 --扣分"],
    options: [.flag(.plus, "只列加分项"), .flag(.minus, "只列扣分项")]
  ) { session, arguments in
    try session.read { view in
      let catalog = view.ledger.catalog(on: view.today)
      let plus = arguments[.plus].isGiven
      let minus = arguments[.minus].isGiven
      let items = (catalog?.items ?? []).filter { item in
        plus == minus || (item.sign == .plus) == plus
      }
      let head = catalog.map { "\($0.title)，第 \($0.version) 版。\n\($0.note)\n" } ?? ""
      return Answer(
        rows: items.map(\.row),
        text: head + Catalog.Item.table(of: items, width: view.directory.width)
          + "共 \(items.count) 项。\n",
        with: [
          ("version", .optional(catalog?.version)), ("title", .optional(catalog?.title)),
          ("note", .optional(catalog?.note)),
          ("fromReport", .array((catalog?.fromReport ?? []).map { .text($0) })),
        ])
    }
  }

  static let ruleSearch = Command(
    .ruleSearch, .reads, summary: "按关键词、类别、编码或拼音首字母找细则",
    examples: ["xinyi 细则 查找 垃圾", "xinyi 细则 查找 ljfl", "xinyi 细则 查找 gi4"],
    words: [Word(.term, .text, .one, "要找的字")]
  ) { session, arguments in
    try session.read { view in
      let items = view.directory.rules(matching: arguments[word: .term].text ?? "")
      return Answer(
        rows: items.map(\.row), text: Catalog.Item.table(of: items, width: view.directory.width))
    }
  }

  static let ruleShow = Command(
    .ruleShow, .reads, summary: "看一项细则的全部规定", examples: ["xinyi 细则 查看 GI04"],
    words: [Word(.rule, .rule, .one, "编码或名称")]
  ) { session, arguments in
    try session.read { view in
      let item = try view.directory.rule(arguments[word: .rule].text ?? "")
      return Answer(rows: [item.row], text: item.page)
    }
  }
}

extension Catalog.Item {
  /// Everything about one item, a line each.
  fileprivate var page: String {
    var lines = [
      "\(code) \(title)", "类别：\(sign == .plus ? "加分" : "扣分")，\(group)",
      "分值：\(pointsLabel)（每\(unit)）", "记给：\(subject == .person ? "个人" : "户（记在户主名下）")",
    ]
    lines += amount.options.map { "  \($0.name)  \($0.points) 分" }
    if let capLabel { lines.append("限额：\(capLabel)") }
    lines.append("佐证：\(evidence)")
    if let remindDays { lines.append("提示后 \(remindDays) 天内改正的不扣分") }
    lines.append("评审：\(level == .village ? "村" : "村评审，镇复核")")
    lines.append("上报：\(platformSentence)")
    lines.append("计入：\(accountSentence)")
    if mask != .shown { lines.append("公示：\(mask == .noName ? "不列姓名" : "只写笼统事由")") }
    return lines.map { $0 + "\n" }.joined()
  }

  private var platformSentence: String {
    if neverSend == true || platform == .never { return "不出村" }
    return platform == .consent ? "本人同意才报" : "有正式文书才报"
  }

  private var accountSentence: String {
    let spendable =
      switch account.spendable {
      case .all: "可兑换分"
      case .none: ""
      case .bySetting: "可兑换分（按本村设置）"
      case .upTo(let ceiling): "可兑换分（每条至多 \(ceiling)）"
      }
    return [account.rating ? "评级分" : "", spendable].filter { !$0.isEmpty }
      .joined(separator: "、")
  }
}
