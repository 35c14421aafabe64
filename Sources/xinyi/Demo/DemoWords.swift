import XinyiLedger

/// What is said in the meetings and at the board of the practice village.
enum DemoWords {
  static let rejection = [
    "签到表无本人签名，带队人不能证明到场", "没有照片和证人，无法核实", "当事双方说法不一，不能认定",
  ]
  static let deferral = [
    "本人到会说明，待采集员与监督委员会现场核实", "证人外出，下次会议再议",
  ]
  static let correction = ["经现场核实，按实际情况改为低一档", "重新核对原始记录，按实际情况更正"]
  static let cancellation = ["经核实登记有误，予以撤销", "监督委员会核查，证据不足，予以撤销"]
  static let promise = "已按要求整改，今后保持"
  static let longerNotice = "村民反映公示时间短，村民代表会议决定多公示两天"
  static let double = "同一次活动登记了两遍"
  static let returned = "材料不全，请补充证明后再报"
  static let mistake = "录入时选错了人"

  /// Why a line is worth less than was asked.
  static func amendment(_ item: Catalog.Item?) -> [String] {
    guard case .perUnit = item?.amount else {
      return ["经现场核实，按低一档计", "按同类事项的一贯做法，按低一档计"]
    }
    return ["按签到表核实，实际少于所报", "中途离开的时间不计"]
  }

  /// What somebody says against a line.
  static func objection(_ item: Catalog.Item?, isDoubled: Bool) -> [String] {
    guard item?.sign == .minus else {
      return ["那天没有看见他到场", "与大家看到的情况不一样", "这件事是两家一起做的"]
    }
    if isDoubled { return ["第一次的已经改正了，不应加倍", "承认有这件事，认为加倍过重"] }
    if item?.remindDays != nil { return ["提示以后当天就改正了", "没有收到过提示书"] }
    return ["那天不在村里，有车票为证", "情况与登记的不符，请再核实"]
  }

  /// Why a line stands.
  static func dismissal(_ item: Catalog.Item?) -> [String] {
    item?.remindDays == nil
      ? ["经查照片和两名证人说明，情况属实，予以维持", "经走访邻居，情况属实，予以维持"]
      : ["提示书签收和复查日期清楚，予以维持", "复查照片显示逾期未改，予以维持"]
  }
}
