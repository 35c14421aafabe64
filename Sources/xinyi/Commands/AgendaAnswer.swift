import XinyiFiles
import XinyiLedger
import XinyiText

extension Directory {
  /// The agenda of a month in the order of doubt (S5.5), with the council's numbers.
  func agenda(of month: Month) -> Answer {
    let held = ledger.reviewMonth(month)
    let members = held.meeting?.members ?? ledger.roster.holders(of: .council, on: today)
    let quorum = Council.quorum(members: members.count)
    let agenda = ledger.agendaInOrderOfDoubt(of: month)
    let returned = ledger.returnedByTown
    var text = "\(month) 议程：\(agenda.count) 条，状态：\(held.state.word)。\n"
    text += "成员 \(members.count) 人，到会 \(held.meeting?.present.count ?? 0) 人，有效人数 \(quorum) 人。\n"
    text += table(of: agenda.map(\.entry)) { recusalMark(of: $0) }
    for (entry, _) in agenda where ledger.reference(of: entry) != nil {
      text += (ledger.leader(of: entry) == nil ? "" : "  ") + words(forCorrection: entry) + "\n"
    }
    text += told(returned)
    return Answer(
      rows: agenda.map { row(of: $0.entry) + agendaFields($0.entry, $0.doubt) }, text: text,
      with: [
        ("month", .text(month)), ("state", .text(held.state)),
        ("members", .array(members.map { .text($0) })),
        ("present", .array((held.meeting?.present ?? []).map { .text($0) })),
        ("chair", .optional(held.meeting?.chair)), ("quorum", .int(quorum)),
        ("returned", .array(returned.map { .object(row(of: $0)) })),
      ])
  }

  private func agendaFields(_ entry: Entry, _ doubt: AgendaDoubt) -> Row {
    [("doubt", .text(doubt)), ("recused", .array(recused(from: entry).map { .text($0) }))]
  }

  /// What the town sent back: the meeting hears of it and decides nothing.
  private func told(_ returned: [Entry]) -> String {
    guard !returned.isEmpty else { return "" }
    let lines = returned.map { entry in
      let why = entry.platformAnswer?.why.map { "：\($0)" } ?? ""
      let person = naming.person(entry.recorded.person)
      return "  \(entry.number) \(person) \(entry.recorded.title)\(why)\n"
    }
    return "镇退回 \(returned.count) 条（村里的积分不变，只供知晓）：\n" + lines.joined()
  }
}

extension Directory {
  func recused(from entry: Entry) -> [PersonNumber] { paperSource.recused(from: entry) }

  /// `回避：苏玉梅、王西林` behind the flags of a line, or nothing.
  func recusalMark(of entry: Entry) -> [String] {
    let recused = recused(from: entry)
    return recused.isEmpty
      ? [] : ["回避：" + recused.map { naming.name(of: $0) }.joined(separator: "、")]
  }
}
