import XinyiLedger

extension Refusal {
  func monthText(_ naming: Naming) -> Notification? {
    switch self {
    case .monthIs(let month, let state, let needed):
      .init(
        "未办理：\(month) 现在不能做这一步", ["\(month) 的状态是“\(state.word)”；这一步要在“\(needed.word)”时做。"],
        "查看进度", ["status"])
    case .monthNotBegun(let month, let today):
      .init("未开会：月份还没有到", ["\(month) 从 \(month.firstDay) 开始，今天是 \(today)。"], "查看进度", ["status"])
    case .earlierMonthFirst(let month, let earlier):
      .init(
        "未开会：先评审前面的月份", ["要评审 \(month)，\(earlier) 还没有开会评审。"], "先看议程",
        ["review", "agenda", "--month", earlier.description])
    case .councilTooSmall(let members):
      .init(
        "未开会：议事会人数不够", ["议事会成员现有 \(members) 人，至少要 5 人，差 \(5 - members) 人。"], "查名册",
        ["person", "list"])
    case .councilEven(let members):
      .init(
        "未开会：议事会人数须是单数", ["议事会成员现有 \(members) 人，是双数。"], "查名册", ["person", "list"])
    case .secretaryInCouncil(let person):
      .init(
        "未开会：支部书记不能是成员或主持人", ["\(naming.person(person)) 是支部书记。"], "查看此人",
        ["person", "show", person.text])
    case .memberBelowGrade(let person, let rating, let needed):
      .init(
        "未开会：成员的星级不够", ["\(naming.person(person)) 评级分 \(rating)，须不低于 \(needed) 分所在的星级。"],
        "查分", ["balance", person.text])
    case .notAMember(let person):
      .init(
        "未开会：到会人不是议事会成员", ["\(naming.person(person)) 现在不是议事会成员。"], "查看此人",
        ["person", "show", person.text])
    case .noQuorum(let present, let quorum, let members):
      .init(
        "未开会：到会人数不够", ["成员 \(members) 人，至少到会 \(quorum) 人；到会 \(present) 人，差 \(quorum - present) 人。"],
        "查看进度", ["status"])
    case .chairNotPresent(let person):
      .init("未开会：主持人须到会", ["\(naming.person(person)) 不在到会名单里。"], "查看进度", ["status"])
    case .notInReview(let entry, let month, let state):
      .init(
        "未评审：不在这次会上", ["条目 \(entry) 属 \(month)，状态是“\(state.word)”。"], "看议程", ["review", "agenda"])
    case .alreadyDecided(let entry, let outcome):
      .init(
        "未评审：已经表决过", ["条目 \(entry) 已定为“\(outcome.word)”。要再议，先撤销这次表决。"], "重议",
        ["review", "undo", entry.description])
    case .votesDiffer(let given, let voters):
      .init(
        "未评审：票数不符", ["可以投票的是 \(voters) 人，写的票数合计 \(given)，差 \(abs(voters - given)) 票。"], "看议程",
        ["review", "agenda"])
    case .rejectionOutvoted(let entry, let votes):
      .init(
        "未评审：赞成票已够，不能驳回", ["条目 \(entry) 的票数是对“加分”的表决，赞成 \(votes) 票已经通过。"], "看议程",
        ["review", "agenda"])
    default: nil
    }
  }

  func noticeText(_ naming: Naming) -> Notification? {
    switch self {
    case .postedInThePast(let day, let today):
      .init("未张榜：张贴日期早于今天", ["写的是 \(day)，今天是 \(today)。"], "查看进度", ["status"])
    case .postedTooFarAhead(let day, let today, let limit):
      .init(
        "未张榜：张贴日期太远", ["写的是 \(day)，今天是 \(today)，至多提前 \(limit) 天。"], "查看进度", ["status"])
    case .noMonthIn(let state):
      .init("未办理：没有“\(state.word)”的月份", ["现在没有一个月是“\(state.word)”。"], "查看进度", ["status"])
    case .meetingNotHeld(let month, let first, let today):
      .init(
        "未答复：没有这次会议", ["写的会议是 \(month)；账从 \(first) 开始，今天是 \(today)。"], "看异议",
        ["objection", "list"])
    case .nothingToSupplement(let month):
      .init("未补充：没有要补充公示的条目", ["\(month) 没有异议后更正、尚未公示的条目。"], "查看进度", ["status"])
    case .notOnNotice(let entry, let state):
      .init(
        "未登记：不在公示期", ["条目 \(entry) 的状态是“\(state.word)”，公示中的条目才能登记异议。"], "看这一条",
        ["entry", "show", entry.description])
    case .noticeNotBegun(let entry, let from):
      .init(
        "未登记：公示还没有开始", ["条目 \(entry) 从 \(from) 起公示。"], "看这一条",
        ["entry", "show", entry.description])
    case .objectionOpen(let entry, let objection):
      .init(
        "未登记：这一条已有异议在办", ["条目 \(entry) 的异议 \(objection) 还没有答复。"], "看异议", ["objection", "list"])
    case .objectionClosed(let objection):
      .init("未答复：这个异议已经办结", ["异议 \(objection) 已有答复。"], "看异议", ["objection", "list"])
    case .resolutionNotPassed(let objection, let votes, let needed):
      .init(
        "未答复：票数不够", ["异议 \(objection) 的处理须有 \(needed) 票赞成并多于反对；现有 \(votes) 票。"], "看异议",
        ["objection", "list"])
    case .noticeStillHangs(let notice, let to, let today):
      .init(
        "未生效：公示期还没有满",
        ["公示 \(notice) 到 \(to) 止，\(to + 1) 起可以确认；今天是 \(today)，还差 \(to + 1 - today) 天。"], "查看进度",
        ["status"])
    default: nil
    }
  }
}
