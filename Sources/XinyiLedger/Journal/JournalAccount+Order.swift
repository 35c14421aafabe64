extension JournalAccount: Comparable {
  /// People before households, cards, goods and the village; each by number.
  public static func < (left: JournalAccount, right: JournalAccount) -> Bool {
    left.sortKey < right.sortKey
  }

  private var sortKey: String {
    switch self {
    case .spendable(let account): "1\(account.sortKey) 1"
    case .rating(let account, let year): "1\(account.sortKey) 2\(year)"
    case .card(let number): "2\(padded(number.value, 6))\(number)"
    case .shelf(let item): "3\(item)"
    case .village(let side): "4\(side)"
    }
  }
}

extension Account {
  fileprivate var sortKey: String {
    switch self {
    case .person(let number): "1\(number)"
    case .household(let number): "2\(number)"
    }
  }
}
