/// What must hold of every ledger after every line, worked out anew from the lines' own facts.
public enum InvariantFault: Equatable, Sendable {
  /// An account's rating of a year is not the sum of its effective lines.
  case rating(Account, Year, held: Points, computed: Points)
  /// Spendable points are not what took effect less what was redeemed, while nothing can have
  /// run out yet.
  case spendable(Account, held: Points, computed: Points)
  /// Points on cards in people's hands are not what was issued less what came back.
  case cards(held: Points, computed: Points)
  /// A batch below zero, or a count that is not what came less what went.
  case stock(ItemCode, held: Int)
  /// A line on notice that stands on no notice, one that still may take effect and is not found, or
  /// the like.
  case entryState(EntryNumber, Entry.State)
  case monthState(Month, ReviewMonth.State)
}

extension Ledger {
  /// Every invariant that does not hold; empty for a sound ledger.
  public func invariantFaults() -> [InvariantFault] {
    ratingFaults() + spendableFaults() + cardFaults() + stockFaults() + entryFaults()
      + monthFaults()
  }

  private func ratingFaults() -> [InvariantFault] {
    var sums: [Account: [Year: Points]] = [:]
    for entry in entries where entry.state.isEffective {
      sums[account(of: entry.recorded), default: [:]][ratingYear(of: entry), default: .zero] +=
        entry.effect.rating
    }
    for move in moves {
      for part in move.moved.rating {
        sums[move.moved.from, default: [:]][part.year, default: .zero] -= part.points
        sums[move.moved.to, default: [:]][part.year, default: .zero] += part.points
      }
    }
    return accounts.keys.sorted().flatMap { account -> [InvariantFault] in
      let held = accounts[account]?.rating ?? [:]
      let computed = sums[account] ?? [:]
      return Set(held.keys).union(computed.keys).sorted().compactMap { year in
        let pair = (held[year] ?? .zero, computed[year] ?? .zero)
        return pair.0 == pair.1
          ? nil : .rating(account, year, held: pair.0, computed: pair.1)
      }
    }
  }

  private func spendableFaults() -> [InvariantFault] {
    var sums: [Account: Points] = [:]
    for entry in entries where entry.state.isEffective {
      sums[account(of: entry.recorded), default: .zero] += entry.effect.spendable
    }
    for move in moves {
      for part in move.moved.spendable {
        sums[move.moved.from, default: .zero] -= part.points
        sums[move.moved.to, default: .zero] += part.points
      }
    }
    for line in expiries.flatMap(\.expired.lines) {
      sums[line.account, default: .zero] -= line.points
    }
    for redemption in redemptions {
      guard let account = redemption.account else { continue }
      sums[account, default: .zero] -= redemption.redeemed.total
    }
    for refund in refunds {
      if let account = refund.account { sums[account, default: .zero] += refund.total }
    }
    for move in cardMoves { sums[move.account, default: .zero] += move.total }
    return accounts.keys.sorted().compactMap { account in
      let held = accounts[account]?.spendable.total ?? .zero
      let computed = sums[account] ?? .zero
      return held == computed ? nil : .spendable(account, held: held, computed: computed)
    }
  }

  private func cardFaults() -> [InvariantFault] {
    let held = cards.cards.values.filter { $0.state == .out || $0.state == .barred }
      .map(\.number).points
    let computed = cardFlows.reduce(.zero) { $0 + $1.points }
    return held == computed ? [] : [.cards(held: held, computed: computed)]
  }

  private func stockFaults() -> [InvariantFault] {
    var sums: [ItemCode: Int] = [:]
    for move in stock.moves { sums[move.item, default: 0] += move.count }
    return stock.order.compactMap { item in
      let lots = stock[item]?.lots.map(\.count) ?? []
      let count = lots.reduce(0, +)
      return lots.contains { $0 < 0 } || count != sums[item] ?? 0
        ? .stock(item, held: count) : nil
    }
  }

  private func entryFaults() -> [InvariantFault] {
    let open = entries.indices.filter {
      entries[$0].state.isLive && !entries[$0].state.isEffective
    }
    let forgotten = Set(open).subtracting(unsettled.places).sorted().map { entries[$0] }
    return (entries.filter { !isConsistent($0) } + forgotten).map {
      .entryState($0.number, $0.state)
    }
  }

  private func isConsistent(_ entry: Entry) -> Bool {
    let isPosted = entry.notice.map { notices[$0] != nil } ?? false
    switch entry.state {
    case .pending, .deferred, .withdrawn, .rejected: return entry.effectiveOn == nil
    case .approved: return entry.frozen != nil && entry.effectiveOn == nil
    case .onNotice, .cancelled: return isPosted && entry.effectiveOn == nil
    case .objected:
      let isOpen = entry.openObjection.flatMap { objections[$0]?.isOpen } ?? false
      return isPosted && isOpen
    case .effective, .sent, .returned, .entered:
      let isClerical = entry.recorded.second != nil
      return (isPosted || isClerical) && entry.effectiveOn != nil && entry.frozen != nil
    }
  }

  private func monthFaults() -> [InvariantFault] {
    months.values.filter { month in
      let hasMeeting = month.meeting != nil
      let hasNotice = month.notices.contains { notices[$0]?.isVoid == false }
      return hasMeeting != (month.state > .open) || hasNotice != (month.state >= .onNotice)
    }.map { .monthState($0.month, $0.state) }
  }
}
