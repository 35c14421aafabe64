import XinyiLedger

extension ShopRefusal {
  func notification(_ naming: Naming) -> Notification {
    switch self {
    case .delisted(let item):
      .init(
        "未兑换：商品已下架", ["\(naming.item(item))已经下架，不再兑换。"], "看货架", ["shop", "list"])
    case .expired(let item, let usable, let expired, let asked):
      .init(
        "未兑换：存货过期",
        [
          "\(naming.item(item))要 \(asked)\(naming.unit(of: item))，没过期的只有 \(usable)，另有 \(expired) 已过期，不能兑。"
        ], "看货架", ["shop", "list"])
    case .closedToday(let day, let open):
      .init(
        "未兑换：这天不营业", ["\(day) 是\(weekdayName(day.weekday))，超市\(weekdayList(open))营业。"], "看营业日",
        ["setting", "show", "shopDays"])
    case .strangerAsProxy(let proxy, let person):
      .init(
        "未兑换：代领人不是一户",
        ["\(naming.person(proxy)) 和 \(naming.person(person)) 不是一户。有本人的字条，请加 --备注 写明缘由。"], "查看此人",
        ["person", "show", person.text])
    case .batchDiffers(let item, let batch):
      .init(
        "未入库：批次对不上",
        ["\(naming.item(item))已有批次 \(batch)，到期日、进价或出资方不同。换一个批次名，或不写批次。"], "看货架",
        ["shop", "list"])
    case .unknownBatch(let item, let batch, let known):
      .init(
        "未办理：没有这个批次",
        [
          "\(naming.item(item))没有批次“\(safe(batch))”。"
            + (known.compactMap(\.self).isEmpty
              ? "它没有分批次。" : "有：" + known.compactMap(\.self).joined(separator: "、") + "。")
        ], "看货架", ["shop", "list"])
    case .batchShort(let item, let batch, let held, let asked):
      .init(
        "未办理：没有这么多",
        [
          "\(naming.item(item))" + (batch.map { "批次 \($0) " } ?? "")
            + "还有 \(held)\(naming.unit(of: item))，要 \(asked)。"
        ], "看货架", ["shop", "list"])
    case .isService(let item):
      .init(
        "未办理：服务没有存货", ["\(naming.item(item))是服务，不进货、不盘点。"], "看货架", ["shop", "list"])
    case .neverReceived(let item):
      .init(
        "未盘点：没有进过货", ["\(naming.item(item))还没有进过货，先登记进货。"], "看货架", ["shop", "list"])
    case .alreadyDelisted(let item):
      .init("未下架：早已下架", ["\(naming.item(item))早已下架。"], "看货架", ["shop", "list"])
    case .refundTooLate(let slip, let last, let today):
      .init(
        "未退货：过了退换期", ["单 \(slip) 最晚 \(last) 退换，今天是 \(today)。"], "补打那一单", ["slip", slip])
    case .notOnSlip(let item, let slip):
      .init(
        "未退货：单上没有这件", ["单 \(slip) 上没有\(naming.item(item))，或者已经全退了。"], "补打那一单",
        ["slip", slip])
    case .refundTooMuch(let item, let slip, let left, let asked):
      .init(
        "未退货：退的比兑的多",
        ["单 \(slip) 上\(naming.item(item))还能退 \(left)\(naming.unit(of: item))，要退 \(asked)。"],
        "补打那一单",
        ["slip", slip])
    case .nothingLeft(let slip):
      .init("未退货：这一单已经全退了", ["单 \(slip) 的东西都退过了，一件只退一次。"], "补打那一单", ["slip", slip])
    }
  }
}
