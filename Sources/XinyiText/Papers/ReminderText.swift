import XinyiLedger

/// A reminder, with the stub that the village keeps.
public func reminderSheet(_ paper: ReminderPaper) -> Sheet {
  Sheet(strip: "失信提示书 \(paper.number)", paper.village, size: .a4, letter(paper) + stub(paper))
}

private func letter(_ paper: ReminderPaper) -> [Part] {
  let seal = paper.village.isPractice ? "演练，不盖章" : "盖章"
  let opening: [Part] = [
    .title("失信提示书"), .subtitle("（提示书号 \(paper.number)）"), .blank, .line(address(of: paper)),
    .paragraph(
      "经村里查看，\(paper.isHousehold ? "您户" : "您")有下面的情况，属于《\(paper.village.name)信义积分细则》"
        + "第\(paper.rule)项："), .blank,
    .text("事项：" + paper.title, first: 4, rest: 10),
    .text("时间、地点和情形：" + blank(62), first: 4, rest: 4), .blank,
    .paragraph(
      "请在\(paper.due.inFull)（\(paper.due.weekdayName)）以前改正，这一天当日改正的也算。"
        + "期限\(paper.days)天，开具当日不计。"),
  ]
  let items = [
    "期限内改正的，不扣分，也不公示姓名；改正以后请告诉村信用管理员，由管理员现场看过登记。",
    "到期没有改正的，提请村信用议事会评审，按细则扣分（\(paper.points)分）" + repeatWords(paper),
    "扣分以后改正的，还可以申请信用修复，退回一部分或全部。",
    "认为情况不属实、有困难一时改不了，请在期限内说明：村委会信用管理员、村务监督委员会、\(paper.village.town)，"
      + "三处都行，当面说、打电话都可以，不收费。",
  ]
  return opening + Part.numbered(items) + [
    .blank, .pair("开具人（签字）：", "收到人（签字或按手印）：", at: 46), .blank,
    .pair("\(paper.village.name)村民委员会（\(seal)）", "收到日期：____年__月__日", at: 46), .blank,
    .pair("", paper.issuedOn.inFull, at: 46),
  ]
}

/// What the village keeps: who was told what, until when, and how it ended.
private func stub(_ paper: ReminderPaper) -> [Part] {
  [
    .blank, .rule, .title("失信提示书存根"),
    .pair("提示书号：\(paper.number)", "开具日期：\(paper.issuedOn.inFull)", at: 46),
    .text("交给：\(whom(paper))", first: 0, rest: 6),
    .text("事项：\(paper.rule) \(paper.title)", first: 0, rest: 6),
    .line("改正期限：\(paper.due.inFull)"), .blank,
    .pair("收到人（签字或按手印）：", "送达人（签字）：", at: 46), .blank,
    .line("结果：已改正____  逾期未改，已记扣分____  开错作废____      ____年__月__日"),
  ]
}

private func address(of paper: ReminderPaper) -> String {
  "\(whom(paper))："
}

/// `苏玉强（0012，3组，12户，户主）`.
private func whom(_ paper: ReminderPaper) -> String {
  let person = paper.person
  let parts =
    [person.number.text, person.group] + (person.household.map { ["\($0)户"] } ?? [])
    + (paper.isHousehold ? ["户主"] : [])
  return "\(person.name)（\(parts.filter { !$0.isEmpty }.joined(separator: "，"))）"
}

private func repeatWords(_ paper: ReminderPaper) -> String {
  guard let factor = paper.repeatFactor else { return "，评审结果公示。" }
  let words = factor == 2 ? "加倍" : "按\(factor)倍"
  return "，评审结果公示；同一年里这一项已经扣过的，\(words)。"
}

private func blank(_ columns: Int) -> String { String(repeating: "_", count: columns) }
