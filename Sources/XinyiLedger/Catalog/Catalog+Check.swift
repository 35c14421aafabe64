/// A fault of a catalog as a whole, found after every single value has been read.
public enum CatalogFault: Error, Equatable, Sendable {
  case wrongFormat(found: Int)
  case declaredCount(Sign, declared: Int, actual: Int)
  case duplicateCode(RuleCode, index: Int)
  case emptyTitle(index: Int)
  case noValues(index: Int)
  case pointsNotPositive(index: Int)
  case tiersNotRising(index: Int)
  case unknownCode(RuleCode, index: Int)
  case limitNotPositive(index: Int)
}

extension Catalog {
  /// Every fault of the list as a whole, in the order of the items; empty when it can be used.
  public func faults() -> [CatalogFault] {
    var faults: [CatalogFault] = []
    if format != 1 { faults.append(.wrongFormat(found: format)) }
    for (sign, declared) in [(Sign.plus, plus), (.minus, minus)] {
      let actual = items(of: sign).count
      if declared != actual {
        faults.append(.declaredCount(sign, declared: declared, actual: actual))
      }
    }
    let codes = Set(items.map(\.code))
    var seen: Set<RuleCode> = []
    for (index, item) in items.enumerated() {
      if !seen.insert(item.code).inserted {
        faults.append(.duplicateCode(item.code, index: index))
      }
      faults += item.faults(index: index, codes: codes)
    }
    return faults
  }
}

extension Catalog.Item {
  fileprivate func faults(index: Int, codes: Set<RuleCode>) -> [CatalogFault] {
    var faults: [CatalogFault] = []
    if title.isEmpty || group.isEmpty { faults.append(.emptyTitle(index: index)) }
    if !amount.isPositive { faults.append(.pointsNotPositive(index: index)) }
    switch amount {
    case .fixed, .perUnit: break
    case .level(let levels): if levels.isEmpty { faults.append(.noValues(index: index)) }
    case .choice(let values): if values.isEmpty { faults.append(.noValues(index: index)) }
    case .tier(let feed, let tiers):
      if tiers.isEmpty { faults.append(.noValues(index: index)) }
      if !codes.contains(feed) { faults.append(.unknownCode(feed, index: index)) }
      let isRising = zip(tiers, tiers.dropFirst()).allSatisfy {
        $0.from < $1.from && $0.points < $1.points
      }
      if !isRising { faults.append(.tiersNotRising(index: index)) }
    }
    for rival in rivals where !codes.contains(rival) {
      faults.append(.unknownCode(rival, index: index))
    }
    switch limit?.measure {
    case .points(let points): if points <= .zero { faults.append(.limitNotPositive(index: index)) }
    case .times(let times): if times < 1 { faults.append(.limitNotPositive(index: index)) }
    case nil: break
    }
    return faults
  }
}

extension Catalog.Amount {
  /// No item is written with zero or negative points: the sign belongs to the item.
  fileprivate var isPositive: Bool {
    switch self {
    case .fixed(let points), .perUnit(let points, _, _): points > .zero
    case .level(let levels): levels.allSatisfy { $0.points > .zero }
    case .choice(let values): values.allSatisfy { $0 > .zero }
    case .tier(_, let tiers): tiers.allSatisfy { $0.points > .zero }
    }
  }
}
