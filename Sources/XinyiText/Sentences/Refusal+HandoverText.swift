import XinyiLedger

extension Refusal {
  func handoverText(_ naming: Naming) -> Notification? {
    switch self {
    case .evidenceTooLate(let entry, let state):
      .init(
        "未补证：这一条不再算数", ["条目 \(entry) 的状态是“\(state.word)”，补了佐证也不会再评审。"], "看来历",
        ["entry", "trail", entry.description])
    case .noReportOf(let month, let first, let last):
      .init(
        "没有报表：这个月没有账", ["写的是 \(month)；账从 \(first) 开始，现在到 \(last)。"], "查看进度", ["status"])
    case .noReportOfYear(let year, let first, let last):
      .init(
        "没有报表：这一年没有账", ["写的是 \(year) 年；账从 \(first) 年开始，现在到 \(last) 年。"], "查看进度",
        ["status"])
    default: nil
    }
  }
}
