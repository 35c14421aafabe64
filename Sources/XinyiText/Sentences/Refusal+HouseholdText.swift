import XinyiLedger

extension Refusal {
  func householdText(_ naming: Naming) -> Notification? {
    switch self {
    case .notGone(let person, let status, let day):
      .init(
        "未登记迁入：没有迁出", ["\(naming.person(person)) 在 \(day) 的状态是“\(status.word)”，不是“已迁出”。"],
        "查看此人", ["person", "show", person.text])
    case .notSuspended(let person, let status, let day):
      .init(
        "未恢复：没有暂停", ["\(naming.person(person)) 在 \(day) 的状态是“\(status.word)”，没有可以恢复的。"],
        "查看此人", ["person", "show", person.text])
    case .notOfHousehold(let person, let household, let day):
      .init(
        "未办理：不是这一户的人", ["\(naming.person(person)) 在 \(day) 不是户 \(household) 的成员。"], "查看此人",
        ["person", "show", person.text])
    case .severalHouseholds(let people, let day):
      .init(
        "未分户：不是同一户的人",
        ["\(day) 这些人不在同一户：\(people.map(naming.person).joined(separator: "、"))。分户一次只从一户分出。"],
        "查名册", ["person", "list"])
    case .householdInUse(let household):
      .init(
        "未分户：户号已经用过", ["户 \(household) 已在名册里；新户要用没有用过的户号。"], "查名册", ["person", "list"])
    case .nobodyStays(let household, let day):
      .init(
        "未办理：户里没有人了", ["户 \(household) 在 \(day) 没有别的成员，不能再分、再并或迁走最后一人。"],
        "整户并到别的户", ["help", "person", "household", "merge"])
    case .shareTooLarge(let household, let held, let asked):
      .init(
        "未分户：要分的积分太多",
        ["户 \(household) 可兑换 \(held) 分，要分出 \(asked) 分，多 \(asked - held) 分。"], "查分", ["balance"])
    case .notRelated(let one, let other, let day):
      .init(
        "未登记：没有登记过这两人的亲属关系",
        ["\(naming.person(one)) 与 \(naming.person(other)) 在 \(day) 没有登记的亲属关系，不用终止。"],
        "查看此人", ["person", "show", one.text])
    case .pointsArePersonal(let household):
      .init(
        "未分户：积分记在个人名下", ["账户按人，户 \(household) 没有户的积分可分；各人的积分随人走。"], "看怎么写",
        ["help", "person", "household", "split"])
    case .notHideable(let entry, let problem):
      .init(
        problem == .notHidden ? "未恢复公开：没有隐去" : "未隐去：这一条不能隐去",
        ["条目 \(entry) \(problem.words)"], "看这一条", ["entry", "show", entry.description])
    default: nil
    }
  }
}

extension HidingProblem {
  fileprivate var words: String {
    switch self {
    case .notPlus: "不是加分条目；本人只能要求不公开自己的加分条目。"
    case .dead(let state): "的状态是“\(state.word)”，已不公开。"
    case .alreadyHidden: "早已隐去，不用再隐。"
    case .notHidden: "现在就是公开的。"
    }
  }
}
