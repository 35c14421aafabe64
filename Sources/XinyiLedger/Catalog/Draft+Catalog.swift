extension Ledger {
  /// The version that the next adoption puts in force.
  public var nextCatalogVersion: Int { adoptions.count + 1 }

  /// An item of the latest version that has it.
  public func latestItem(_ code: RuleCode) -> Catalog.Item? {
    adoptions.reversed().lazy.compactMap { catalogs[$0.version]?[code] }.first
  }
}

extension Draft {
  /// Puts a further version of the list in force from a day on (S1.3). Entries keep the version of
  /// their own day, so no day that is over gets another one. `catalog` carries the next version's
  /// number, and the digest is that of its file.
  public mutating func adopt(_ catalog: Catalog, sha256: Digest, from day: Day) throws {
    guard day >= today else {
      throw Refusal.catalogInPast(version: ledger.nextCatalogVersion, day, today: today)
    }
    admit(catalog)
    try append(
      .catalogAdopted(
        .init(
          version: catalog.version, from: day, sha256: sha256, plus: catalog.plus,
          minus: catalog.minus)))
  }
}
