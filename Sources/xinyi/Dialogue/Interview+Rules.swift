import XinyiLedger
import XinyiText

/// Which rule: by its group and a number, by its code, or by a word in it.
extension Interview {
  private struct Group {
    let name: String
    let items: [Catalog.Item]
  }

  /// False for a step back.
  mutating func askRule(_ question: Question, _ offer: Offer) throws -> Bool {
    guard let view else { return false }
    let groups = groups(view)
    try dialogue.say(question.help + "，或者先选类别：\n")
    try dialogue.say(
      groups.enumerated().map { "  \($0 + 1)  \($1.name) \($1.items.count) 项\n" }.joined())
    while true {
      let help = explanation(of: question) + "写类别前面的序号、编码（GI04）或事项里的字。\n"
      switch try dialogue.put(prompt(for: question, offer), help: help) {
      case .back: return false
      case .nothing:
        if let fallback = offer.fallback, try take(fallback, question, offer) { return true }
      case .text(let typed):
        let text = InputText.normalised(typed)
        let items: [Catalog.Item]
        if let number = Int(text) {
          items = groups.indices.contains(number - 1) ? groups[number - 1].items : []
        } else {
          items = found(text, groups.flatMap(\.items), view)
        }
        if items.isEmpty {
          try dialogue.say("没有“\(safe(text))”这一类或这一项。\n")
        } else if let item = try single(items, view), try take(item.code.text, question, offer) {
          try dialogue.say(facts(of: item))
          return true
        }
      }
    }
  }

  private func single(_ items: [Catalog.Item], _ view: VillageView) throws -> Catalog.Item? {
    items.count == 1
      ? items[0]
      : try dialogue.choose(items, "第几项：", shown: view.directory.told)
  }

  private func found(
    _ typed: String, _ items: [Catalog.Item], _ view: VillageView
  ) -> [Catalog.Item] {
    if let exact = items.first(where: { $0.code.text == typed.uppercased() }) { return [exact] }
    let codes = Set(view.directory.rules(matching: typed).map(\.code))
    return items.filter { codes.contains($0.code) }
  }

  /// In the order of the catalog; who typed 扣分 sees what costs points, and what the program
  /// records by itself is in no list.
  private func groups(_ view: VillageView) -> [Group] {
    let sign: Sign? =
      switch form.typedName {
      case "加分": .plus
      case "扣分": .minus
      default: nil
      }
    let day = form.values[.option(.on)]?.day ?? view.today
    let items = (view.ledger.catalog(on: day)?.items ?? []).filter { item in
      item.amount.kind != .tier && (sign == nil || item.sign == sign)
    }
    return items.map(\.group).unique.map { name in
      Group(name: name, items: items.filter { $0.group == name })
    }
  }

  /// What the item asks for, in one line.
  private func facts(of item: Catalog.Item) -> String {
    let subject = item.subject == .household ? "记在户主名下；" : ""
    return "\(item.code) \(item.title)：\(subject)佐证要 \(item.evidence)\n"
  }
}
