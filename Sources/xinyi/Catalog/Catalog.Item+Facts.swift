import XinyiLedger
import XinyiText

extension Catalog.Item {
  /// Everything about an item in words, member by member, for showing what a new version changes.
  var facts: [(what: String, value: String)] {
    let options = amount.options.map { "\($0.name) \($0.points)" }.joined(separator: "、")
    return [
      ("类型", sign == .plus ? "加分" : "扣分"), ("类别", group), ("名称", title),
      ("分值", options.isEmpty ? pointsLabel : options), ("单位", unit),
      ("限额", capLabel ?? "不限"), ("对象", subject == .person ? "个人" : "户"), ("佐证", evidence),
      ("评审", level.rawValue), ("上报", neverSend == true ? "不出村" : platform.rawValue),
      ("提示天数", remindDays.map(String.init) ?? "无"), ("公示", String(mask.rawValue)),
      ("在外可记", whileAway == true ? "是" : "否"), ("计入", accountWords),
      ("来源", sources.joined()),
      ("同一件事", rivals.isEmpty ? "无" : rivals.map(\.text).joined(separator: "、")),
    ]
  }

  private var accountWords: String {
    let spendable =
      switch account.spendable {
      case .all: "可兑换分"
      case .none: "不计可兑换分"
      case .bySetting: "可兑换分按设置"
      case .upTo(let most): "可兑换分至多 \(most)"
      }
    return (account.rating ? "评级分、" : "") + spendable
  }
}
