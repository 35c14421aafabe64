/// Whose papers these are.
public struct PaperVillage: Sendable, Equatable {
  /// As it stands on papers: `苏庄村`.
  public var name: String
  public var town: String
  /// A practice village: every page says 演练.
  public var isPractice: Bool

  public init(name: String, town: String, isPractice: Bool) {
    self.name = name
    self.town = town
    self.isPractice = isPractice
  }

  /// `苏庄` for 苏庄村, as in the numbers of papers.
  var shortName: String {
    name.count > 1 && name.last == "村" ? String(name.dropLast()) : name
  }
}

/// What must not be missed on any page of a practice village.
func practiceBanner(_ village: PaperVillage) -> [String] {
  village.isPractice ? ["【演练】练习用，不作数"] : []
}

/// Lines as a text that ends in a line break. Whatever was not made safe before is made so here.
func text(of lines: [String]) -> String {
  lines.reduce(into: "") { $0 += safe($1) + "\n" }
}
