import XinyiLedger

extension Refusal {
  /// The council and its papers.
  func councilText(_ naming: Naming) -> Notification? {
    switch self {
    case .memberNotPresent(let person, let month):
      .init(
        "未登记：不是到会的成员", ["\(naming.person(person)) 不在 \(month) 会议的到会名单里，本来就不投票。"], "看议程",
        ["review", "agenda", "--month", month.description])
    case .alreadyRecused(let entry, let person):
      .init(
        "未登记：已经回避", ["条目 \(entry) 的表决，\(naming.person(person)) 已经回避，不用再登记。"], "看议程",
        ["review", "agenda"])
    case .recusalNotStated(let entry, let person):
      .init(
        "未撤回：没有登记过这个回避",
        ["条目 \(entry) 没有登记过 \(naming.person(person)) 的回避；本人、本户和亲属的回避由名册决定，不能撤回。"], "看议程",
        ["review", "agenda"])
    case .specialCorrection(let entry):
      .init(
        "未改分：更正条目不能一事一议", ["条目 \(entry) 是更正，只能照算出的分通过，或者驳回。"], "看这一条",
        ["entry", "show", entry.description])
    case .noticeOver(let notice, isVoid: true):
      .init("未作废：已经作废过", ["公示 \(notice) 早已作废，不用再作废。"], "看进度", ["status"])
    case .noticeOver(let notice, isVoid: false):
      .init("未作废：公示已经结束", ["公示 \(notice) 已经确认生效。"], "看进度", ["status"])
    case .noticeInEffect(let notice, let lines):
      .init(
        "未作废：已有条目生效", ["公示 \(notice) 有 \(lines) 条已经生效，不能撤下整张；错了的请逐条改正。"], "看台账",
        ["entry", "list", "--state", "effective"])
    case .noticeObjected(let notice, let objection):
      .init(
        "未作废：有异议没有答复", ["公示 \(notice) 的异议 \(objection) 还没有答复，先答复再作废。"], "看异议",
        ["objection", "list"])
    case .supplementHangs(let notice, let supplement):
      .init(
        "未作废：还有补充公示", ["公示 \(notice) 的补充公示 \(supplement) 没有作废，先作废补充公示。"], "看补充公示",
        ["notice", "show", supplement.description])
    default: officeText(naming)
    }
  }

  /// Offices that do not go together.
  private func officeText(_ naming: Naming) -> Notification? {
    switch self {
    case .secretaryOrCouncil(let person, let held, let asked, let day):
      .init(
        "未登记：支部书记不能是议事会成员或召集人",
        ["\(naming.person(person)) 在 \(day) 是\(held.word)，不能再任\(asked.word)；先卸任一个。"], "查看此人",
        ["person", "show", person.text])
    case .supervisorOrCommittee(let person, let day):
      .init(
        "未办理：监督委员不能是两委成员", ["\(naming.person(person)) 在 \(day) 两个职务都有；先卸任一个。"], "查看此人",
        ["person", "show", person.text])
    case .supervisorRelated(let supervisor, let member, let day):
      .init(
        "未办理：监督委员不能是两委成员的近亲属",
        ["\(naming.person(supervisor)) 和两委成员 \(naming.person(member)) 在 \(day) 是同户或者亲属。"],
        "查看此人", ["person", "show", supervisor.text])
    default: nil
    }
  }
}
