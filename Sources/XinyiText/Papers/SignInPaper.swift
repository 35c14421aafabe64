public import XinyiLedger

/// A sheet to sign on at an activity (签到表). The number that stands before a name is what the
/// clerk types afterwards: `记分 GI04 1-12 15`.
public struct SignInPaper: Sendable, Equatable {
  public var village: PaperVillage
  /// Whom the sheet is for: `3组`, `全村`.
  public var scope: String
  public var rows: [Row]

  public struct Row: Sendable, Equatable {
    public var person: PersonNumber
    public var name: String
    public var household: HouseholdNumber?
    public var group: String
  }
}

extension PaperSource {
  /// A sheet for people in the order given.
  public func signIn(_ people: [PersonNumber], scope: String) -> SignInPaper {
    let names = paperNames(
      for: people.map {
        PaperPerson(
          number: $0, name: naming.name(of: $0), group: group(of: $0),
          household: ledger.roster[$0]?.household(on: today))
      })
    return SignInPaper(
      village: village, scope: scope,
      rows: people.map { person in
        SignInPaper.Row(
          person: person, name: names[person]?.full ?? person.text,
          household: ledger.roster[person]?.household(on: today), group: group(of: person))
      })
  }
}

/// Numbered lines with room to sign; the head of each page says what is to be filled in.
public func signInSheet(_ paper: SignInPaper) -> Sheet {
  let name = "\(paper.village.name)活动签到表（\(paper.scope)）"
  let example = paper.rows.first.map { "记分时照编号录入，例如：xinyi 记分 GI04 \($0.person.short)。" }
  let table = SheetTable(
    columns: [
      TableColumn("编号", .fits(4...8), .left), TableColumn("姓名", .fits(8...20), .left),
      TableColumn("户", .fits(4...8), .left), TableColumn("组", .fits(4...8), .left),
      TableColumn("签名或按手印", .fixed(20), .left), TableColumn("数量/小时", .fixed(10), .left),
    ],
    rows: paper.rows.map {
      [$0.person.text, $0.name, $0.household?.text ?? "", $0.group, "", ""]
    }, gap: 2, foot: [])
  return Sheet(
    name: name, banner: practiceBanner(paper.village),
    parts: [
      .title(name), .blank,
      .pair("活动：__________________________", "日期：____年__月__日", at: 46),
      .pair("细则编码：____________", "带队人（签字）：", at: 46),
      .text(
        "到场的人自己签名；不能写字的按手印，由带队人注明。做了几小时、几件的，写在最后一栏。" + (example ?? ""),
        first: 0, rest: 0), .blank, .table(table.filledByHand(4...5)),
    ],
    ending: [
      .line("共到场____人。"), .blank,
      .pair("带队人（签字）：", "证明人（签字）：", at: 46), .blank,
    ], size: .a4, numbering: .ofSeveral)
}

extension PersonNumber {
  /// Without the zeros before it, as a clerk types it.
  fileprivate var short: String {
    let digits = text.drop { $0 == "0" }
    return digits.isEmpty ? text : String(digits)
  }
}
