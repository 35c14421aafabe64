extension Explanation.Chapter {
  /// How a command line is written.
  static let usage = Explanation.Chapter(
    "U0xx 命令的写法",
    [
      Explanation(
        "U000", "命令有误。",
        example: "不会单独出现。",
        remedy: "看 `帮助`。"),
      Explanation(
        "U001", "没有这个命令。",
        example: "`jifn`",
        remedy: "看提示的相近命令。"),
      Explanation(
        "U002", "命令后面还要写做什么。",
        example: "只写 `村民`",
        remedy: "补上，如 `村民 名册`。"),
      Explanation(
        "U003", "这个命令没有这一种做法。",
        example: "`村民 lst`",
        remedy: "看提示的相近写法。"),
      Explanation(
        "U004", "没有这个选项。",
        example: "`--jsno`",
        remedy: "看提示的相近选项。"),
      Explanation(
        "U005", "这个命令不用这个选项。",
        example: "`进度 --票数 1-0-0`；`记分 GI04 12 --来源 镇`（应写 `--信息来源`）",
        remedy: "去掉，或改成提示的选项。"),
      Explanation(
        "U006", "选项写了两次。",
        example: "`--日期` 写了两次。",
        remedy: "只留一个。"),
      Explanation(
        "U007", "选项后面缺少内容。",
        example: "`--日期` 后面是空的。",
        remedy: "补上。"),
      Explanation(
        "U008", "这个选项不带内容。",
        example: "`--其余=是`",
        remedy: "只写 `--其余`。"),
      Explanation(
        "U009", "缺少要写的词。",
        example: "`记分 GI04` 没有写谁。",
        remedy: "补上。"),
      Explanation(
        "U010", "缺少必写的选项。",
        example: "`村民 添加 赵新` 没有户号。",
        remedy: "补上。"),
      Explanation(
        "U011", "多了一个词。",
        example: "`进度 2026-10`",
        remedy: "去掉；有空格的文字要加引号。"),
      Explanation(
        "U012", "内容不合格：看不懂、为 0、为负、太大、小数太多、没有这一天、有不能用的字符。",
        example: "`--数量 0`",
        remedy: "按提示的写法改。"),
      Explanation(
        "U013", "不在可写的词里。",
        example: "`任职 0012 村霸`",
        remedy: "按提示选一个。"),
      Explanation(
        "U014", "两个选项只能写一个。",
        example: "条目和 `--其余` 都写了。",
        remedy: "去掉一个。"),
      Explanation(
        "U015", "几个选项要写其中之一。",
        example: "`任职` 没有写起止日期。",
        remedy: "补上一个。"),
      Explanation(
        "U016", "没有这个出错代码。",
        example: "`帮助 R999`",
        remedy: "照方括号里的抄，如 `帮助 R301`。"),
    ])
}
