public import XinyiLedger

/// What is handed over for an objection: the receipt (回执) when it is filed, the answer (答复书) when
/// it is resolved. Neither names who objected: the line to sign on is empty.
public struct ObjectionPaper: Sendable, Equatable {
  public var village: PaperVillage
  public var objection: Objection
  /// As it is said: `10月第017条`.
  public var entry: String
  /// What the board may say of the line, and no more.
  public var subject: String
  /// Signed, as the line stands now.
  public var points: Points
  /// Where the line is in the month after the answer.
  public var state: Entry.State
  public var workingDays: Int
}

extension PaperSource {
  /// The paper of an objection as the ledger has it now; nil for one it does not know.
  public func objection(_ number: ObjectionNumber) -> ObjectionPaper? {
    guard let objection = ledger.objections[number], let entry = ledger[objection.filed.entry]
    else { return nil }
    return ObjectionPaper(
      village: village, objection: objection, entry: entry.number.spoken(in: today.year),
      subject: subject(of: entry), points: ledger.assessment(of: entry).points,
      state: entry.state,
      workingDays: ledger.settings(on: objection.filed.on).objectionWorkingDays)
  }

  /// As the item's mask lets it be posted (S7.3).
  private func subject(of entry: Entry) -> String {
    let person = entry.recorded.person
    let who = "\(group(of: person)) \(maskedName(naming.name(of: person)))"
    return switch ledger.item(of: entry)?.mask ?? .generalWording {
    case .shown: "\(who)，\(entry.recorded.on.inFull)，\(entry.recorded.title)"
    case .generalWording: "\(who)，\(entry.recorded.on.inFull)，涉及个人隐私，不列具体内容"
    case .noName: "依规不公开，由监督委员会核对"
    }
  }
}

/// The receipt while the objection is open, the answer afterwards.
public func objectionSheet(_ paper: ObjectionPaper) -> Sheet {
  let filed = paper.objection.filed
  let name = "\(paper.village.name)信义积分\(paper.objection.isOpen ? "异议登记回执" : "异议答复书")"
  let head: [Part] = [
    .title(name), .pair("异议号：\(filed.objection)", "登记日期：\(filed.on.inFull)", at: 46), .rule,
    remark("条目：\(paper.entry)（\(paper.points.signed)分）"), remark("事项：\(paper.subject)"),
    remark("提出的理由：\(filed.why)"),
  ]
  return Sheet(
    strip: name, paper.village, size: .a5,
    head + (paper.objection.resolved.map { answer($0, paper) } ?? receipt(paper)))
}

private func remark(_ text: String) -> Part { .text(text, first: 0, rest: 2) }

private func receipt(_ paper: ObjectionPaper) -> [Part] {
  let due = paper.objection.filed.due
  let sentences = [
    "答复期限：\(due.inFull)（\(due.weekdayName)），自登记次日起 \(paper.workingDays) 个工作日。到期凭本回执领取书面答复。",
    paper.state.isEffective
      ? "这一条已经生效，答复以前照常计分；异议成立的，按程序冲正。也可以直接向镇里提出。"
      : "答复以前，这一条单独等待，公示栏上标注「有异议」，其余条目不受影响。也可以直接向镇里提出。",
    "提出人的姓名不公开。",
  ]
  return sentences.map(remark) + [.rule, .pair("经手人（签字）：", "提出人（可以不签）：", at: 46)]
}

private func answer(_ resolved: Event.ObjectionResolved, _ paper: ObjectionPaper) -> [Part] {
  let points = resolved.points.map { "，改为 \($0.signed) 分" } ?? ""
  var sentences = ["答复：\(resolved.outcome.word)\(points)", "答复的理由：\(resolved.why)"]
  if let meeting = resolved.meeting {
    sentences.append(
      "依据：\(meeting.inFull)议事会表决，赞成 \(resolved.for ?? 0)、反对 \(resolved.against ?? 0)、"
        + "弃权 \(resolved.abstain ?? 0)")
  } else if let document = resolved.document {
    sentences.append("依据：\(document)")
  }
  if let day = paper.objection.resolvedOn { sentences.append("答复日期：\(day.inFull)") }
  sentences.append("条目现状：\(paper.state.word)。不服本答复的，可以向镇里提出。")
  return sentences.map(remark)
    + [.rule, .pair("议事会召集人（签字）：", "提出人签收（可以不签）：", at: 46)]
}
