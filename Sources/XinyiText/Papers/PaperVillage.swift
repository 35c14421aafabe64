import XinyiLedger

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

  /// How a notice is called on paper: `苏庄信义公示〔2026〕10号`, its supplement `10-2号`.
  func officialNumber(of number: NoticeNumber) -> String {
    let month = number.month
    let serial =
      number.part == 1 ? "\(month.monthOfYear)" : "\(month.monthOfYear)-\(number.part)"
    return "\(shortName)信义公示〔\(month.year.number)〕\(serial)号"
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
