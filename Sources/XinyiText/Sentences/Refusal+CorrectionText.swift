import XinyiLedger

extension Refusal {
  func correctionText(_ naming: Naming) -> Notification? {
    reversalText ?? reminderText ?? campaignText
  }

  private var reversalText: Notification? {
    switch self {
    case .notEffective(let entry, let state):
      .init(
        "未办理：还没有生效", ["条目 \(entry) 的状态是“\(state.word)”，生效以后才能冲正或修复。"], "按阶段改错",
        ["fix", entry.description])
    case .alreadyReversed(let entry, let reversal):
      .init(
        "未冲正：已经冲正过", ["条目 \(entry) 已有冲正 \(reversal)，一条只冲一次。"], "看那一条",
        ["entry", "show", reversal.description])
    case .correctionUnderWay(let entry, let correction):
      .init(
        "未办理：更正正在办", ["条目 \(entry) 的更正 \(correction) 还没有生效，先把它办完。"], "看那一条",
        ["entry", "show", correction.description])
    case .secondIsFirst(let second):
      .init(
        "未执行：复核人须是另一个人", ["经手人和复核人都是 \(second)。"], "查看经手人", ["setting", "show"])
    case .notDouble(let entry):
      .init(
        "未冲正：不是重复的一条",
        ["条目 \(entry) 同一天没有同一人的同一项；不是重复记录的，要经过评审和公示。"], "照常冲正",
        ["reverse", entry.description])
    case .followsReversal(let entry, let leader):
      .init(
        "未办理：这一条随冲正一起定", ["条目 \(entry) 由冲正 \(leader) 引起，结果跟它走，不单独表决，也不单独撤回。"],
        "看那一条冲正", ["entry", "show", leader.description])
    case .notAmendable(let entry):
      .init(
        "未办理：更正的条目不能改",
        ["条目 \(entry) 是更正，退多少由原条目定，不能改分、改内容；不对的撤回、驳回，或者冲正它。"], "看这一条",
        ["entry", "show", entry.description])
    case .notFixable(let entry, .pending, _), .notFixable(let entry, .deferred, _),
      .notFixable(let entry, .approved, _):
      .init(
        "未改错：正在会上", ["条目 \(entry) 已经上会，由议事会改分、驳回或缓议；散了会的先复会。"], "看议程",
        ["review", "agenda"])
    case .notFixable(let entry, let state, _):
      .init(
        "未改错：这一条已经不算数", ["条目 \(entry) 的状态是“\(state.word)”，没有可改的。"], "看这一条",
        ["entry", "show", entry.description])
    case .notABreach(let entry):
      .init(
        "未修复：不是扣分条目", ["条目 \(entry) 不是扣分，没有可修复的。"], "看可修复的", ["redress", "list"])
    case .tooMuchGivenBack(let entry, let asked, let left):
      .init(
        "未修复：退得太多", ["条目 \(entry) 现在还扣着 \(left) 分，要退 \(asked) 分，多 \(asked - left) 分。"],
        "看这一条", ["entry", "show", entry.description])
    default: nil
    }
  }

  private var reminderText: Notification? {
    switch self {
    case .notRemindable(let rule):
      .init(
        "未开具：这一项不用提示书", ["\(rule) 没有规定改正期限，发生了直接记。"], "看这一项",
        ["rule", "show", rule.text])
    case .reminderOpen(let reminder, let due):
      .init(
        "未开具：已有一份提示书没有办结", ["\(reminder) 的期限到 \(due)。"], "看提示书", ["reminder", "list"])
    case .reminderClosed(let reminder):
      .init("未办理：这份提示书已经办结", ["\(reminder) 不用再办。"], "看提示书", ["reminder", "list"])
    case .reminderOverdue(let reminder, let due, let day):
      .init(
        "未办理：过了改正期限", ["\(reminder) 到 \(due) 止，\(day) 才改正，晚 \(day - due) 天；照记扣分，改正的事另行修复。"],
        "看提示书", ["reminder", "list"])
    case .reminderNotDue(let reminder, let due, let today):
      .init(
        "未记录：提示书的期限还没有到", ["\(reminder) 到 \(due) 止，今天是 \(today)；期内改正的不扣分。"], "看提示书",
        ["reminder", "list"])
    case .reminderMissing(let rule):
      .init(
        "未记录：要先开提示书", ["本村规定 \(rule) 先提示、逾期不改再扣分；还没有开过提示书。"], "看怎么开",
        ["help", "reminder", "issue"])
    default: nil
    }
  }

  private var campaignText: Notification? {
    switch self {
    case .notInCampaign(let campaign, .outside(let from, let to)):
      .init(
        "未记录：不在活动期间", ["活动 \(campaign) 从 \(from) 到 \(to)，按发生的日期算。"], "看活动",
        ["campaign", "show", campaign.text])
    case .notInCampaign(let campaign, .item):
      .init(
        "未记录：这一项不算活动", ["活动 \(campaign) 不包括这一项。"], "看活动",
        ["campaign", "show", campaign.text])
    case .notInCampaign(let campaign, .group(let group)):
      .init(
        "未记录：这一组不在活动里", ["活动 \(campaign) 不包括\(group ?? "没有登记组的人")。"], "看活动",
        ["campaign", "show", campaign.text])
    case .campaignBackwards(let from, let to):
      .init("未设活动：日期反了", ["从 \(from) 到 \(to)，结束早于开始。"], "看活动", ["campaign", "list"])
    case .campaignItem(let rule):
      .init(
        "未设活动：只能包括加分项", ["细则里没有叫 \(rule) 的加分项。"], "查细则", ["rule", "list", "--plus"])
    default: nil
    }
  }
}
