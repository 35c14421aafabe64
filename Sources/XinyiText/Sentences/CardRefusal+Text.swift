import XinyiLedger

extension CardRefusal {
  func notification(_ naming: Naming) -> Notification {
    let list = ["card", "list"]
    return switch self {
    case .unknown(let card):
      .init("未收卡：查无此卡", ["没有发过卡号 \(card) 的卡，不要收，请报告村委会。"], "查卡", list)
    case .notOut(let card, let state, let since):
      .init(
        "未收卡：这张卡不能用", ["卡 \(card) 自 \(since) 起\(state.word)，不能再收。"], "查卡", list)
    case .ranOut(let card, let year):
      .init("未收卡：卡已过期", ["卡 \(card) 是 \(year) 年的积分，已经到期。"], "查卡", list)
    case .issuedLater(let card, let issued, let day):
      .init(
        "未收卡：日期不对", ["卡 \(card) 是 \(issued) 发的，单子写的是 \(day)。"], "查卡", list)
    case .cardsShort(let held, let total):
      .init(
        "未兑换：卡上的分不够", ["收了 \(held) 分的卡，东西要 \(total) 分，差 \(total - held) 分。"], "看货架",
        ["shop", "list"])
    case .tooMany(let card, let change):
      .init(
        "未兑换：多收了卡", ["要找 \(change) 分，卡 \(card) 用不着，退给来人，只写用得着的卡。"], "查卡", list)
    case .halfPoints(let total):
      .init(
        "未兑换：卡上没有半分", ["一共 \(total) 分，不是整数，积分卡付不了，请从账户兑换。"], "看货架",
        ["shop", "list"])
    case .noChange(let points):
      .init(
        "未办理：找不开", ["要找 \(points) 分，店里没有合适的零卡（不能找比收进的卡年份新的卡）。请村委会备些零卡。"], "看店里的卡",
        ["card", "list", "--state", "till"])
    case .notMakeable(let points, let values):
      .init(
        "未发卡：凑不出这个分值",
        [
          values.isEmpty
            ? "本村没有设积分卡面值。"
            : "\(points) 分凑不出来，面值有 \(values.map(String.init).joined(separator: "、")) 分。"
        ], "看面值", ["setting", "show", "cards"])
    case .balanceShort(let person, let whole, let asked):
      .init(
        "未发卡：积分不足", ["\(naming.person(person))能发成卡的整分是 \(whole) 分，要 \(asked) 分。"], "查分",
        ["balance", person.text])
    case .monthNotInForce(let month, let state):
      .init(
        "未发卡：这个月还没有生效", ["\(month) 是“\(state.word)”，公示期满生效后才能发卡。"], "查看进度", ["status"])
    case .nothingToIssue(let month):
      .init("未发卡：没有可发的", ["\(month) 生效的积分已经发过卡，或者已经兑掉，没有整分可发。"], "查卡", list)
    case .notBarred(let card, let state):
      .init(
        "未办理：卡没有挂失", ["卡 \(card) 现在\(state.word)，没有挂失。"], "查卡", list)
    case .waiting(let card, let until):
      .init(
        "未补发：还在等待期", ["卡 \(card) 挂失后要等几天，过了 \(until) 才能补发。"], "查卡", list)
    case .noOwner(let card):
      .init(
        "未补发：不知道是谁的卡", ["卡 \(card) 是店里找出去的，先撤回挂失，再用 --村民 写明谁丢的挂失一次。"], "查卡", list)
    case .notInTill(let card, let state):
      .init("未交回：卡不在店里", ["卡 \(card) 现在\(state.word)，不在店里。"], "看店里的卡", list)
    case .swapDiffers(let given, let asked):
      .init("未换零：分值不等", ["交来 \(given) 分，要换 \(asked) 分，两边要一样多。"], "查卡", list)
    case .noneToBar(let person):
      .init(
        "未挂失：没有在外的卡", ["发给 \(naming.person(person)) 的卡都已用掉或挂失。"], "查他的卡",
        ["card", "list", "--person", person.text])
    case .notReplaceable(let card):
      .init(
        "未补发：凑不出这个分值", ["现在的面值凑不出 \(card.points) 分，请先设好面值。"], "看面值",
        ["setting", "show", "cards"])
    }
  }
}
