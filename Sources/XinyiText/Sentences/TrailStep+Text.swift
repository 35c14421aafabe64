public import XinyiLedger

extension TrailStep {
  /// What happened, in one sentence. Who objected is not told.
  public func sentence(_ naming: Naming) -> String {
    switch cause {
    case .recorded(let recorded): Self.recorded(recorded, naming)
    case .withdrawn(let why): "撤回：\(why)"
    case .recused(let person): "\(naming.person(person)) 回避"
    case .decided(let decision): Self.decided(decision, naming)
    case .putOff(let month): "\(month) 的会没有定，转到以后评审"
    case .posted(let notice, let points):
      "公示 \(notice.notice) 张榜，\(points.signed) 分，\(notice.from) 至 \(notice.to)"
    case .takenDown(let notice, let why): "公示 \(notice) 作废：\(why)"
    case .objected(let objection):
      "登记异议 \(objection.objection)，\(objection.due) 前答复：\(objection.why)"
    case .answered(let resolved): Self.answered(resolved)
    case .confirmed(let line, let notice):
      "生效（公示 \(notice)）：评级 \(line.rating.signed)，可兑换 \(line.spendable.signed)"
    case .sent(let package): "上报，包号 \(package)"
    case .townAnswered(let answer, let package):
      "镇里对 \(package) 的答复：\(answer.outcome.word)"
        + (answer.number.map { "，平台编号 \($0)" } ?? "") + Self.reason(answer.why)
    case .evidence(let evidence): "补证：\(evidence.joined(separator: "；"))"
    case .hidden(let isHidden, let why): (isHidden ? "不再公开：" : "恢复公开：") + why
    case .carried(let year, let points): "\(year) 年结转为整改，次年评级 \(points.signed)"
    case .referred(let recorded): Self.referred(recorded)
    case .referredConfirmed(let line):
      "\(line.entry) 生效：评级 \(line.rating.signed)，可兑换 \(line.spendable.signed)"
    }
  }

  private static func recorded(_ recorded: Event.Recorded, _ naming: Naming) -> String {
    let evidence = recorded.evidence.isEmpty ? "无佐证" : recorded.evidence.joined(separator: "、")
    let refers = recorded.reference.map { "，针对 \($0)" } ?? ""
    return "记录：\(naming.person(recorded.person))，\(recorded.on) \(recorded.title)，"
      + "申报 \(recorded.asked.signed) 分\(refers)，\(evidence)" + reason(recorded.why)
  }

  private static func decided(_ decision: Event.Decision, _ naming: Naming) -> String {
    if decision.outcome == .undone { return "重议：前次表决作废" }
    let votes = "赞成 \(decision.for)、反对 \(decision.against)、弃权 \(decision.abstain)"
    let recused =
      decision.recused.isEmpty
      ? "" : "，回避：" + decision.recused.map { naming.person($0) }.joined(separator: "、")
    return "评审\(decision.outcome.word)，\(decision.points.signed) 分，\(votes)\(recused)"
      + (decision.minute.map { "，记录 \($0)" } ?? "") + reason(decision.why)
  }

  private static func answered(_ resolved: Event.ObjectionResolved) -> String {
    let points = resolved.points.map { "，改为 \($0.signed) 分" } ?? ""
    return "异议 \(resolved.objection) 答复：\(resolved.outcome.word)\(points)"
      + reason(resolved.why)
  }

  private static func referred(_ recorded: Event.Recorded) -> String {
    let kind =
      if recorded.reverses != nil {
        "冲正这一条"
      } else if recorded.adjusts != nil {
        "更正这一条的分值"
      } else if recorded.redresses != nil {
        "信用修复"
      } else {
        "重新记的一条"
      }
    return "\(recorded.entry)：\(kind)，\(recorded.asked.signed) 分" + reason(recorded.why)
  }

  private static func reason(_ why: String?) -> String { why.map { "，理由：\($0)" } ?? "" }
}
