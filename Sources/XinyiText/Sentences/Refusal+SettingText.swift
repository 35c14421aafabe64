import XinyiLedger

extension Refusal {
  func settingText(_ naming: Naming) -> Notification? {
    switch self {
    case .settingInPast(let key, let month, let current):
      .init(
        "未修改：过去的月份不能改设置",
        ["写的是从 \(month) 起，本月是 \(current)，早了 \(months(from: month, to: current)) 个月；已定的分数不因设置而变。"],
        "查看设置", ["setting", "show", key.rawValue])
    case .settingAtOnce(let key, let month, let current):
      .init(
        "未修改：经手人立即起作用", ["写的是从 \(month) 起，本月是 \(current)；请不写起始月，到时候再改。"],
        "查看设置", ["setting", "show", key.rawValue])
    case .settingByYear(let key, let month, let next):
      .init(
        "未修改：这一项按整年算，只能从一月起改", ["写的是从 \(month) 起；最近可以从 \(next) 起。"],
        "查看设置", ["setting", "show", key.rawValue])
    case .catalogInPast(let version, let day, let today):
      .init(
        "未启用：新细则不能管已经过去的日子",
        ["第 \(version) 版写的是从 \(day) 起，今天是 \(today)，早了 \(today - day) 天；那些天的事按旧版记。"],
        "看现在的细则", ["rule", "list"])
    default: nil
    }
  }

  private func months(from month: Month, to later: Month) -> Int {
    (later.year.number - month.year.number) * 12 + later.monthOfYear - month.monthOfYear
  }
}
