public import XinyiLedger

/// The programs that a journal is written for. They read almost the same.
public enum JournalDialect: String, Sendable, CaseIterable {
  case hledger, ledger
}

/// A journal for a plain-text bookkeeping program: each entry with the ledger's line as its code,
/// and at each month's end what every account must hold, as an assertion that the program checks.
///
/// Nobody is named: people are numbers, as in the ledger.
public func journalText(_ journal: Journal, for dialect: JournalDialect) -> String {
  var text = head(of: journal, for: dialect)
  for part in journal.months {
    for entry in part.entries { text += entry.journalText }
    text += part.assertions
  }
  return text
}

private func head(of journal: Journal, for dialect: JournalDialect) -> String {
  let accounts = Set(journal.months.flatMap(\.entries).flatMap(\.postings).map(\.account))
  let items = Set(
    accounts.compactMap { if case .shelf(let item) = $0 { item.text } else { nil } })
  let units = ["分", "评级分"]
  let commodities =
    switch dialect {
    case .hledger: units.map { "1.0 \($0)" } + items.sorted().map { "1. \"\($0)\"" }
    case .ledger: units + items.sorted().map { "\"\($0)\"" }
    }
  return "; 信义积分账本导出；括号里是账本的行号，每月末核对各账户余额\n"
    + commodities.map { "commodity \($0)\n" }.joined()
    + accounts.sorted().map { "account \($0.name)\n" }.joined() + "\n"
}

extension JournalEntry {
  fileprivate var journalText: String {
    "\(on) * (\(line)) \(journalTitle(title))\n"
      + postings.map { "    \($0.account.name)    \($0.amount.text)\n" }.joined() + "\n"
  }
}

extension Journal.MonthPart {
  fileprivate var assertions: String {
    guard !balances.isEmpty else { return "" }
    return "\(until) * 月末核对\n"
      + balances.map { balance in
        "    \(balance.account.name)    \(balance.amount.nothing) = \(balance.amount.text)\n"
      }.joined() + "\n"
  }
}

/// A semicolon would begin a comment.
private func journalTitle(_ title: String) -> String {
  safe(title).replacing(";", with: "；")
}

extension JournalAccount {
  /// The levels of the account, joined by colons.
  public var name: String {
    switch self {
    case .spendable(let account): "\(account.journalName):可兑换"
    case .rating(let account, let year): "\(account.journalName):评级:\(year)"
    case .card(let number): "卡:\(number)"
    case .shelf(let item): "货架:\(item)"
    case .village(let side): "村:\(side.word)"
    }
  }

  /// What kind of account it is, for programs.
  public var kind: String {
    switch self {
    case .spendable: "spendable"
    case .rating: "rating"
    case .card: "card"
    case .shelf: "shelf"
    case .village: "village"
    }
  }
}

extension Account {
  fileprivate var journalName: String {
    switch self {
    case .person(let number): "人:\(number)"
    case .household(let number): "户:\(number.text.replacing(":", with: "："))"
    }
  }
}

extension JournalAccount.VillageSide {
  fileprivate var word: String {
    switch self {
    case .effective: "生效"
    case .redeemed: "兑换"
    case .expired: "到期清零"
    case .carried: "整改"
    case .goodsReceived: "进货"
    case .goodsGiven: "兑出"
    case .goodsCounted: "盘点"
    case .goodsWrittenOff: "报损"
    case .goodsSentBack: "退供应商"
    }
  }
}

extension JournalEntry.Amount {
  fileprivate var text: String { "\(quantity) \(commodity)" }

  /// None of the same unit.
  fileprivate var nothing: String {
    switch self {
    case .spendable, .rating: "0.0 \(commodity)"
    case .pieces: "0 \(commodity)"
    }
  }

  private var quantity: String {
    switch self {
    case .spendable(let points), .rating(let points): points.fixed
    case .pieces(let count, _): String(count)
    }
  }

  private var commodity: String {
    switch self {
    case .spendable: "分"
    case .rating: "评级分"
    case .pieces(_, let item): "\"\(item)\""
    }
  }

  /// The unit by its name, for tables: 分, 评级分, or the code of the goods.
  public var unit: String {
    switch self {
    case .spendable, .rating: commodity
    case .pieces(_, let item): item.text
    }
  }
}
