extension Explanation.Chapter {
  /// A ledger that was changed.
  static let ledger = Explanation.Chapter(
    "V1xx 账本被改动",
    [
      Explanation(
        "V101", "缺少 head.json。",
        example: "被删。",
        remedy: "对过纸上的行号，`修账本 --认账`。"),
      Explanation(
        "V102", "head.json 被改动过。",
        example: "用编辑器打开存过。",
        remedy: "对过纸上的行号，`修账本 --认账`。"),
      Explanation(
        "V103", "head.json 不是普通文件。",
        example: "换成了链接或文件夹。",
        remedy: "用手把它移出文件夹，再 `修账本`。"),
      Explanation(
        "V104", "缺少账本文件。",
        example: "ledger.jsonl 被删。",
        remedy: "`修账本 --来源 备份`。"),
      Explanation(
        "V105", "账本不是普通文件，或有两个名字。",
        example: "做成了链接。",
        remedy: "只是多了一个名字的，`修账本`；是链接的，用手换成它指的那个文件；是别的，用手移出文件夹，再 `修账本 --来源 备份`。"),
      Explanation(
        "V106", "账本太大。",
        example: "超过 1 GB。",
        remedy: "告诉开发者。"),
      Explanation(
        "V107", "缺少 lock 文件。",
        example: "被删。",
        remedy: "`修账本 --执行`。"),
      Explanation(
        "V108", "lock 不是普通文件。",
        example: "换成了文件夹。",
        remedy: "用手把它移出文件夹，再放一个空文件 lock。"),
      Explanation(
        "V110", "账本比已确认的短：旧账本被放了回来，或缺了行、末尾被截。",
        example: "拷回了上个月的账本。",
        remedy: "`修账本 --来源 最新的备份`，拿公示栏上的校验码核对。"),
      Explanation(
        "V111", "一行太长。",
        example: "被改动。",
        remedy: "`修账本 --来源 备份`，拿公示栏上的校验码核对。"),
      Explanation(
        "V112", "一行没有写完整。",
        example: "被改动。",
        remedy: "`修账本 --来源 备份`，拿公示栏上的校验码核对。"),
      Explanation(
        "V113", "一行末尾没有校验值。",
        example: "换行方式被改成 Windows 的。",
        remedy: "`修账本`；换行方式改了的能原样理好。"),
      Explanation(
        "V114", "一行的内容被改动过。",
        example: "改了一个字。",
        remedy: "`修账本 --来源 备份`，查清谁改的。"),
      Explanation(
        "V115", "一行的开头不合格式。",
        example: "被改动。",
        remedy: "`修账本 --来源 备份`，拿公示栏上的校验码核对。"),
      Explanation(
        "V116", "缺行、重行，或换了位置。",
        example: "删、抄、换了行。",
        remedy: "`修账本`；行都在的能原样理好，缺的加 `--来源 备份`。"),
      Explanation(
        "V117", "一行接不上前一行。",
        example: "改了内容又重算了校验值。",
        remedy: "`修账本 --来源 备份`，查清谁改的。"),
      Explanation(
        "V118", "head.json 的行数与账本不同。",
        example: "两个文件不是一套。",
        remedy: "`修账本 --来源 备份`。"),
      Explanation(
        "V119", "最后一行与 head.json 记的不同。",
        example: "后面各行的校验值被重算。",
        remedy: "`修账本 --来源 备份`，查清谁改的。"),
      Explanation(
        "V120", "这台电脑见过更多的行：旧的账本和 head.json 一起被放了回来（退出码 4）。",
        example: "把上个月的整个文件夹拷了回来。",
        remedy: "放回最新的；找不到的，`修账本 --来源 备份`；确实没有了，对过纸再 `修账本 --认账`。"),
      Explanation(
        "V121", "这一行不是这台电脑见过的那一行：账本从旧的一份另写过（退出码 4）。",
        example: "另一台电脑在旧的一份上接着记。",
        remedy: "查清哪一本是真的，看公示栏上的校验码是哪一本的；`修账本 --认账` 用现在这一本。"),
      Explanation(
        "V131", "备份比纸上的旧（退出码 4）。",
        example: "公示写到第 318 行，备份只有 290 行。",
        remedy: "找更新的备份；实在没有，行号写备份的行数，差的几行照纸补记。"),
      Explanation(
        "V141", "没有修：head.json 用不了，不知道账本原来有多少行。",
        example: "head.json 被删。",
        remedy: "用公示、小票上的行号和校验码核对，再 `修账本 --认账`。"),
      Explanation(
        "V142", "没有修：有一行哪里都没有，后面的接不上。",
        example: "末行被截，备份又是更早的。",
        remedy: "用有这一行的备份；实在没有，对过纸再 `修账本 --认账`，放弃的行照纸补记。"),
      Explanation(
        "V143", "没有修：账本不是这台电脑见过的那一本。",
        example: "另一台电脑在旧的一份上接着记。",
        remedy: "用见过的那一本的备份还原；确认要用现在这一本，`修账本 --认账`。"),
      Explanation(
        "V144", "没有修：没有一行是完好的。",
        example: "账本被别的内容覆盖。",
        remedy: "`修账本 --来源 备份`，或从备份还原。"),
      Explanation(
        "V145", "没有修：备份是另一本账的。",
        example: "镇里的优盘上拿了别的村的备份。",
        remedy: "换本村的备份。"),
    ])
}
