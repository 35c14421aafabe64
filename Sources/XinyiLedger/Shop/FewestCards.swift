/// The fewest cards of some denominations that make a sum of whole points, the largest first; nil
/// when none do.
func fewestCards(for sum: Int, of values: [Int]) -> [Int]? {
  guard sum >= 0 else { return nil }
  // For every smaller sum the number of cards, and the last of them.
  var best: [(count: Int, last: Int)?] = [(0, 0)]
  for target in stride(from: 1, through: sum, by: 1) {
    best.append(
      values.compactMap { value -> (count: Int, last: Int)? in
        guard value <= target, let rest = best[target - value] else { return nil }
        return (rest.count + 1, value)
      }.min { ($0.count, -$0.last) < ($1.count, -$1.last) })
  }
  var cards: [Int] = []
  var rest = sum
  while rest > 0 {
    guard let step = best[rest] else { return nil }
    cards.append(step.last)
    rest -= step.last
  }
  return cards.sorted(by: >)
}

/// The largest sum up to a limit that some denominations make.
func largestSum(upTo limit: Int, of values: [Int]) -> Int {
  guard limit > 0 else { return 0 }
  var isMade = [true] + [Bool](repeating: false, count: limit)
  for target in 1...limit {
    isMade[target] = values.contains { $0 <= target && isMade[target - $0] }
  }
  return isMade.lastIndex(of: true) ?? 0
}

/// The fewest of these cards that make a sum of whole points; nil when none do.
func fewestCards(for sum: Int, outOf cards: [CardNumber]) -> [CardNumber]? {
  guard sum >= 0 else { return nil }
  // For every sum the cards that make it, as far as they have been looked at.
  var best = [[CardNumber]?](repeating: nil, count: sum + 1)
  best[0] = []
  var used: [Int: Int] = [:]
  for card in cards where card.value <= sum {
    // More of a denomination than the sum can hold help nobody.
    guard (used[card.value] ?? 0) < sum / card.value else { continue }
    used[card.value, default: 0] += 1
    for target in stride(from: sum, through: card.value, by: -1) {
      guard let rest = best[target - card.value] else { continue }
      if rest.count + 1 < best[target]?.count ?? .max { best[target] = rest + [card] }
    }
  }
  return best[sum]
}
