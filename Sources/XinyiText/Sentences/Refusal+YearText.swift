import XinyiLedger

extension Refusal {
  func yearText(_ naming: Naming) -> Notification? {
    switch self {
    case .yearAlreadyClosed(let year):
      .init("未结转：这一年已经结转", ["\(year) 年早已结转，等级不再变动。"], "看年报", ["report", "year", "\(year)"])
    case .yearBeforeFirst(let year, let first):
      .init("未结转：账上没有这一年", ["账从 \(first) 开始，没有 \(year) 年。"], "查看进度", ["status"])
    case .yearNotOver(let year, let today):
      .init(
        "未结转：这一年还没有过完", ["今天是 \(today)，\(year) 年到 \(year.lastDay) 才过完。"], "先预览",
        ["year", "preview", "\(year)"])
    case .earlierYearFirst(let year, let earlier):
      .init(
        "未结转：先结转前一年", ["要结转 \(year) 年，\(earlier) 年还没有结转。"], "结转前一年",
        ["year", "close", "\(earlier)"])
    case .yearMonthOpen(let year, let month, let state):
      .init(
        "未结转：还有月份没有生效", ["\(year) 年的 \(month) 是“\(state.word)”，全年各月都生效了才能结转。"], "查看进度",
        ["status"])
    case .yearLineOpen(let year, let entry, let state):
      .init(
        "未结转：还有条目没有办完", ["\(year) 年的条目 \(entry) 是“\(state.word)”，或者还有异议没有答复。"], "看这一条",
        ["entry", "show", entry.description])
    case .nothingExpired(let today):
      .init("未清零：没有到期的积分", ["到 \(today) 为止，没有过了期、还没有清掉的积分。"], "查看进度", ["status"])
    default: nil
    }
  }
}
