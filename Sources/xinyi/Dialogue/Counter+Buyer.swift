import XinyiFiles
import XinyiLedger
import XinyiText

extension Counter {
  func buyer(_ typed: String, _ directory: Directory) throws -> Basket.Buyer? {
    if typed == "卡" { return try cards().map(Basket.Buyer.cards) }
    if let number = directory.numbered(typed) { return .person(number) }
    let found = directory.people(matching: typed)
    if found.count == 1 { return .person(found[0]) }
    if found.isEmpty {
      try dialogue.say("没有找到“\(safe(typed))”。\n")
      return nil
    }
    if found.count > 20 {
      try dialogue.say("有 \(found.count) 个人，请再写一个字。\n")
      return nil
    }
    return try dialogue.choose(found, "是哪一位：") { directory.toldApart($0) }
      .map(Basket.Buyer.person)
  }

  private func cards() throws -> [CardNumber]? {
    while true {
      guard
        case .text(let typed) = try dialogue.ask(
          "卡号，用空格分开：", help: "写成 5-0031，前面的 0 可以不写。\n")
      else { return nil }
      let words = typed.split { " ,".contains($0) }
      let cards = words.compactMap { CardNumber(typed: String($0)) }
      if cards.count == words.count && Set(cards).count == cards.count { return cards }
      try dialogue.say("卡号要写成 5-0031，一张写一遍。\n")
    }
  }

  /// Tells the balance and what it is enough for; false for who gets nothing.
  func greet(_ basket: Basket, _ view: VillageView) throws -> Bool {
    let ledger = view.ledger
    let day = basket.day ?? view.today
    let held: Points
    switch basket.buyer {
    case .person(let person):
      guard let account = ledger.account(of: person, on: day) else { return false }
      held = ledger.spendable(of: account, on: day)
      if let closure = ledger.closure(of: person, held: held, on: day) {
        try dialogue.say("\(view.naming.person(person))\(closure.words)\n")
        return false
      }
      try dialogue.say("\(view.naming.person(person)) 可兑换 \(held.fixed) 分\n")
    case .cards(let cards):
      held = cards.points
      try dialogue.say("收卡 \(cards.count) 张，\(held.fixed) 分\n")
    }
    let rows = goods(in: view).enumerated().compactMap { index, item -> [String]? in
      guard let price = ledger.stock[item]?.price, price <= held else { return nil }
      let count = ledger.stock[item]?.usable(on: day) ?? 0
      let isService = ledger.stock[item]?.isService == true
      if count == 0 && !isService { return nil }
      return [
        String(index + 1), view.naming.item(item), price.fixed,
        isService ? "服务" : "\(count)\(view.naming.unit(of: item))",
        view.directory.shop[item]?.limit.map { "每月限 \($0)" } ?? "",
      ]
    }
    if rows.isEmpty {
      try dialogue.say("现在的分还兑不到货架上的东西。\n")
      return false
    }
    try dialogue.say(
      answerTable(
        columns: [
          AnswerColumn("序号", .number), AnswerColumn("商品", .text), AnswerColumn("单价", .number),
          AnswerColumn("存货", .code), AnswerColumn("限兑", .text),
        ], rows: rows, width: min(view.directory.width, 80)))
    return true
  }

  /// What is on the list, by which the shown numbers count.
  func goods(in view: VillageView) -> [ItemCode] {
    view.ledger.stock.order.filter { view.ledger.stock[$0]?.isListed == true }
  }
}
