import XinyiFiles
import XinyiLedger
import XinyiText

/// What the answers of the correcting commands have in common.
extension Outcome {
  /// The lines that this command recorded and that refer to another entry, each reversal before
  /// what follows from it.
  var corrections: [Entry] {
    events.compactMap { event in
      guard case .recorded(let recorded) = event.event, let entry = ledger[recorded.entry],
        ledger.reference(of: entry) != nil
      else { return nil }
      return entry
    }
  }

  /// A line each: what it refers to, and what that one counts before and after.
  func words(forCorrections entries: [Entry]) -> String {
    entries.map { directory.words(forCorrection: $0) + "\n" }.joined()
  }

  /// The entries that fell away in this command without being named: tier lines that the year's
  /// sum does not reach any more. Those named carry the reason that was typed.
  func lapsed(why typed: String?) -> [Entry] {
    events.flatMap { event -> [Entry] in
      guard case .withdrawn(let withdrawn) = event.event, withdrawn.why != typed else { return [] }
      return withdrawn.entries.compactMap { ledger[$0] }
    }
  }

  func words(forLapsed entries: [Entry]) -> String {
    entries.map { entry in
      "随之失效 \(entry.number)（\(entry.recorded.title)，\(entry.recorded.asked.signed)）。\n"
    }.joined()
  }
}

extension Directory {
  /// `2026-11-0003 冲正 2026-03-0001（乱堆乱倒垃圾，苏玉强）：-5.0 → 0.0`.
  func words(forCorrection entry: Entry) -> String {
    guard let original = ledger.reference(of: entry) else { return "" }
    let recorded = entry.recorded
    let act =
      if recorded.reverses != nil {
        "冲正"
      } else if recorded.redresses != nil {
        "修复"
      } else {
        ledger.leader(of: entry) == nil ? "更正" : "随之更正"
      }
    let before = ledger.pointsWithCorrections(of: original, before: entry)
    let points = entry.frozen ?? recorded.asked
    return "\(entry.number) \(act) \(original.number)（\(original.recorded.title)，"
      + "\(naming.person(recorded.person))）：\(before.signed) → \((before + points).signed)"
  }
}

// MARK: - What becomes of the balances

/// What lines that correct others do to the spendable points of one account.
struct BalanceEffect {
  let account: Account
  let before: Points
  let after: Points
}

extension Outcome {
  /// The spendable points now, and once these lines count; for lines that count already, before
  /// and now.
  func balanceEffects(of entries: [Entry]) -> [BalanceEffect] {
    var order: [Account] = []
    var moved: [Account: Points] = [:]
    var counted: [Account: Points] = [:]
    for entry in entries {
      let account = ledger.account(of: entry.recorded)
      if !order.contains(account) { order.append(account) }
      if entry.state.isEffective {
        counted[account, default: .zero] += entry.effect.spendable
        moved[account, default: .zero] += entry.effect.spendable
      } else {
        let points = ledger.assessment(of: entry).points
        moved[account, default: .zero] +=
          ledger.effect(of: entry, points: points, on: today).spendable
      }
    }
    return order.map { account in
      let before = ledger.spendable(of: account, on: today) - (counted[account] ?? .zero)
      return BalanceEffect(
        account: account, before: before, after: before + (moved[account] ?? .zero))
    }
  }

  /// Goods that were taken are taken: the shop is closed until the account is even (S2.6).
  func sentence(of effect: BalanceEffect) -> String {
    let balance =
      "\(words(for: effect.account)) 可兑换 \(effect.before.fixed) 分 → \(effect.after.fixed) 分。\n"
    guard effect.after.isNegative && effect.after < effect.before else { return balance }
    return balance
      + "注意：低于 0 分。已经兑走的东西不追回，也不折成钱；"
      + "超市先停止给这个账户兑换，以后得的分补平 \(effect.after.magnitude.fixed) 分就恢复。\n"
  }

  func row(of effect: BalanceEffect) -> Row {
    let account: String =
      switch effect.account {
      case .person(let person): person.text
      case .household(let household): household.text
      }
    return [
      ("account", .string(account)), ("spendableBefore", .tenths(effect.before)),
      ("spendableAfter", .tenths(effect.after)), ("belowZero", .bool(effect.after.isNegative)),
    ]
  }

  private func words(for account: Account) -> String {
    switch account {
    case .person(let person): naming.person(person)
    case .household(let household): "\(household)户"
    }
  }
}
