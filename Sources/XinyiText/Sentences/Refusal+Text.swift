public import XinyiLedger

extension Refusal {
  /// The refusal in plain Chinese: what was not done, both numbers, and one command to run next.
  public func notification(_ naming: Naming) -> Notification {
    recordingText(naming) ?? peopleText(naming) ?? monthText(naming) ?? noticeText(naming)
      ?? shopText(naming)
      ?? householdText(naming) ?? councilText(naming) ?? settingText(naming)
      ?? handoverText(naming) ?? correctionText(naming) ?? yearText(naming) ?? anyText
  }

  private func recordingText(_ naming: Naming) -> Notification? {
    switch self {
    case .futureDay(let day, let today):
      .init("未办理：日期在今天之后", ["写的是 \(day)，今天是 \(today)，差 \(day - today) 天。"], "查看进度", ["status"])
    case .beforeFirstMonth(let day, let first):
      .init(
        "未记录：早于建账月份", ["写的是 \(day)，账从 \(first) 开始，以前的事不记。"], "查看进度", ["status"])
    case .noSuchRuleThen(let rule, let day):
      .init("未记录：当时没有这一项", ["\(day) 施行的细则里没有 \(rule)。"], "查找细则", ["rule", "list"])
    case .recordedByProgram(let rule):
      .init(
        "未记录：这一项由程序自动提出", ["\(rule) 按年度累计自动计算，不用手记；请记它所依据的那一项。"], "看这一项",
        ["rule", "show", rule.text])
    case .noHead(let household, let day):
      .init(
        "未记录：这一户当天没有户主", ["户 \(household) 在 \(day) 没有户主，户的积分记不到人名下。"], "查名册",
        ["person", "list"])
    case .noHousehold(let person, let day):
      .init(
        "未记录：当天不在册", ["\(naming.person(person)) 在 \(day) 还没有户籍记载。"], "查看此人",
        ["person", "show", person.text])
    case .notEvaluated(let person, let status, let day):
      .init(
        "未记录：不参加评价", ["\(naming.person(person)) 在 \(day) 的状态是“\(status.word)”，不记分。"], "查看此人",
        ["person", "show", person.text])
    case .lateNeedsReason(let day, let days, let limit):
      .init(
        "未记录：补记太迟，须写理由", ["\(day) 距今 \(days) 天，超过 \(limit) 天，多 \(days - limit) 天；请加理由再记。"],
        "看怎么写", ["help", "record"])
    case .sameDay(let entry, let person, let rule, let day):
      .init(
        "未记录：同一天已有同一项",
        [
          "\(naming.person(person)) \(day) 的 \(rule) 已记为 \(entry)。",
          "确是另一件事的，请写不同的事件号。",
        ],
        "看已有的一条", ["entry", "show", entry.description])
    case .twiceInOne(let person, let rule):
      .init(
        "未记录：同一次里重复了",
        ["\(naming.person(person)) 的 \(rule) 在这一次里写了两遍（户项里同一户只写一个人）。"], "查看此人",
        ["person", "show", person.text])
    case .outOfSet(let rule, let asked, let allowed):
      .init(
        "未办理：分值不在细则范围内", ["\(rule) 只能是 \(allowed.words)；写的是 \(asked) 分。"], "看这一项",
        ["rule", "show", rule.text])
    case .tooManyPoints(let rule):
      .init(
        "未记录：分值太大", ["\(rule) 按这个数量算出的分值超出可记范围，请核对数量。"], "看这一项",
        ["rule", "show", rule.text])
    case .outsideNeedsDocument(let source, let rule):
      .init(
        "未记录：外来的信息要写文号",
        [
          "\(rule) 的信息来源写的是“\(source == .town ? "镇" : "外单位")”，要有 1 个文号，写了 0 个。",
          "有没有这件事由发文的单位认定，议事会只议记哪一项。",
        ], "看怎么写", ["help", "record"])
    case .notWithdrawable(let entry, .withdrawn, _):
      .init(
        "未撤回：已经撤回过", ["条目 \(entry) 早已撤回，不用再撤。"], "看这一条",
        ["entry", "show", entry.description])
    case .notWithdrawable(let entry, let state, let month):
      .init(
        "未撤回：已经过了可以撤回的时候",
        ["条目 \(entry) 的状态是“\(state.word)”，所在月份“\(month.word)”；评审一开，就由议事会决定。"], "看这一条",
        ["entry", "show", entry.description])
    default: nil
    }
  }

  private func peopleText(_ naming: Naming) -> Notification? {
    switch self {
    case .numberTaken(let person):
      .init(
        "未添加：编号已有人用", ["编号 \(person) 是 \(naming.name(of: person))。"], "查名册",
        ["person", "show", person.text])
    case .householdHasHead(let household, let head):
      .init(
        "未办理：这一户已有户主", ["户 \(household) 的户主是 \(naming.person(head))，一户只有一个户主。"], "看户主",
        ["person", "show", head.text])
    case .roleNotHeld(let person, let role, let day):
      .init(
        "未登记：没有担任这个职务", ["\(naming.person(person)) 在 \(day) 不是\(role.word)，不用卸任。"], "查看此人",
        ["person", "show", person.text])
    case .alreadyGone(let person, let status, let since):
      .init(
        "未办理：状态没有变化", ["\(naming.person(person)) 自 \(since) 起就是“\(status.word)”。"], "查看此人",
        ["person", "show", person.text])
    default: nil
    }
  }

  private func shopText(_ naming: Naming) -> Notification? {
    switch self {
    case .balanceShort(let person, let held, let basket, let total):
      let goods = basket.map { "\(naming.item($0.item)) ×\($0.count)" }.joined(separator: "、")
      return .init(
        "未兑换：积分不足",
        ["\(naming.person(person))可兑换 \(held) 分；\(goods) 需 \(total) 分；差 \(total - held) 分。"],
        "查看明细", ["statement", person.text])
    case .stockShort(let item, let held, let asked):
      return .init(
        "未兑换：存货不足",
        ["\(naming.item(item))还有 \(held) \(naming.unit(of: item))；要 \(asked)；差 \(asked - held)。"],
        "查看货架", ["shop", "list"])
    case .accountClosed(let person, let closure):
      return .init(
        "未兑换：账户停兑", ["\(naming.person(person))\(closure.words)"], "查看明细",
        ["statement", person.text])
    case .overLimit(let item, let limit, let taken, let asked):
      let over = taken + asked - limit
      return .init(
        "未兑换：超过本月限兑数量",
        ["\(naming.item(item))每人每月限 \(limit)；本月已兑 \(taken)，这次要 \(asked)，超出 \(over)。"],
        "查看货架", ["shop", "list"])
    case .sameBasketAgain(let slip, let minutes):
      return .init(
        "未兑换：同一人刚兑过同样的东西",
        ["\(minutes) 分钟前的单号是 \(slip)。确要再兑，请在原命令后加“再兑”（--again）。"], "补打那一单",
        ["slip", slip])
    case .basketTooLarge(let limit):
      return .init(
        "未兑换：总分太大", ["一张单子至多 \(limit) 分，请核对件数。"], "查看货架", ["shop", "list"])
    case .itemExists(let item):
      return .init(
        "未上架：商品编码已有", ["\(item) 是 \(naming.item(item))。要改价请用调价。"], "查看货架", ["shop", "list"])
    case .shop(let refusal): return refusal.notification(naming)
    case .card(let refusal): return refusal.notification(naming)
    default: return nil
    }
  }

  private var anyText: Notification {
    switch self {
    case .receiptUsed(let key):
      .init("未办理：单号已经用过", ["单号 \(key) 已用于另一件事，内容不同。请换一个单号。"], "查看进度", ["status"])
    case .clockBehind(let now, let last):
      .init(
        "未办理：电脑时间不对", ["现在显示 \(now)，账本最后一行是 \(last)，早了一天以上。请先校准电脑时间。"], "查看进度",
        ["status"])
    default: .init("未办理", [], "查看进度", ["status"])
    }
  }
}

extension PointsSet {
  /// The set in words: 0、2 分 or 0 至 8 分.
  var words: String {
    switch self {
    case .values(let values):
      (values.contains(.zero) ? values : [.zero] + values).map(\.description)
        .joined(separator: "、") + " 分"
    case .upTo(let ceiling): "0 至 \(ceiling) 分"
    }
  }
}

extension AccountClosure {
  public var words: String {
    switch self {
    case .belowZero(let points): "可兑换 \(points) 分，低于 0，补到 0 分以上才能兑换。"
    case .left(let day, let last): "已于 \(day) 迁出，积分可用到 \(last)。"
    case .dead: "已去世，账户停用。"
    }
  }
}
