extension Explanation.Chapter {
  /// What the ledger says, and the files beside it.
  static let beside = Explanation.Chapter(
    "V2xx 至 V5xx 内容与旁边的文件",
    [
      Explanation(
        "V201", "一行不是账本的内容。",
        example: "伪造的行。",
        remedy: "用备份和校验码核对。"),
      Explanation(
        "V202", "一行的写法与程序写的不同。",
        example: "伪造的行。",
        remedy: "用备份和校验码核对。"),
      Explanation(
        "V203", "一行与前面的账不符。",
        example: "提到不在册的人，分数对不上。",
        remedy: "用备份和校验码核对。"),
      Explanation(
        "V204", "账面合计对不上。",
        example: "程序有错。",
        remedy: "告诉开发者。"),
      Explanation(
        "V301", "缺少文件。",
        example: "roster.json 被删。",
        remedy: "从备份放回。"),
      Explanation(
        "V302", "细则与启用时不同。",
        example: "改了 catalog.json。",
        remedy: "放回原来的文件；改细则要另启用新的一版。"),
      Explanation(
        "V303", "读不了文件。",
        example: "没有权限，或不是普通文件，例如命名管道。",
        remedy: "检查文件和权限。"),
      Explanation(
        "V401", "village.json 与账本不同。",
        example: "手改了设置。",
        remedy: "不生效，下次写账时改回。"),
      Explanation(
        "V402", "名册里的登记与账本不同。",
        example: "手改了户号。",
        remedy: "不生效；只有姓名和出生日期可以手改。"),
      Explanation(
        "V403", "商品单价与账本不同。",
        example: "手改了单价。",
        remedy: "不生效；用 `超市 调价`。"),
      Explanation(
        "V404", "公示的原文不在了。",
        example: "notices 里的文件被删。",
        remedy: "从备份放回；可以重印。"),
      Explanation(
        "V405", "公示的原文被改动过。",
        example: "改了一个数。",
        remedy: "从备份放回，与张贴的纸核对（`公示 核对`）。"),
      Explanation(
        "V406", "文件夹里有同步软件留下的冲突副本。",
        example: "`ledger (张三的冲突副本 2026-11-21).jsonl`、`ledger-DESKTOP-1.jsonl`",
        remedy: "副本不算数。先查账，再问清是不是另一台电脑也在写这本账；弄清以后把副本移到别处，账本移到本机磁盘。"),
      Explanation(
        "V501", "账本里没有这个校验码。",
        example: "纸上的和账上的不是同一本账；张贴以后账上改过一个字。",
        remedy: "核对抄写；仍不对的，账本被换过或改过，拿备份来比，报村务监督委员会。"),
      Explanation(
        "V502", "要核对的文件里没有“账本校验码”一节。",
        example: "`公示 核对` 写了别的文件，或者抄的时候漏了这一节。",
        remedy: "用公示的全文；只有校验码的，用 `查账 --校验码`。"),
      Explanation(
        "V503", "“账本校验码”一节读不全，或者不止一处。",
        example: "64 位只抄了 60 位；两张公示放在一个文件里。",
        remedy: "照纸补全；一个文件只放一张。"),
      Explanation(
        "V504", "纸上的校验码管到的行数，比账本的行数还多。",
        example: "拷回了张贴以前的账本；拿了别的村的公示。",
        remedy: "用最新的备份；不是本村的公示，到那个村去核对。"),
      Explanation(
        "V505", "校验码在账本里，行数却不是纸上写的，或者那一行不是公示。",
        example: "第 1 至 1847 行写成了第 1 至 1846 行。",
        remedy: "核对抄写；没有抄错的，这张纸不是程序打出的公示。"),
      Explanation(
        "V506", "公示与账上的不同：正文，或“账本校验码”起到末尾的各行。",
        example: "分值 +2.0 写成了 +9.0，多一行或少一行；签字下面添了一行“特别加分”。",
        remedy: "核对抄写；没有抄错的，张贴的纸被改过，报村务监督委员会。"),
      Explanation(
        "V507", "上期校验码与账上的不同，或者读不出。",
        example: "写着没有上期，账上却有上期公示。",
        remedy: "核对抄写；没有抄错的，中间一期被去掉或换过。"),
      Explanation(
        "V508", "题目与账上的不同。",
        example: "别的村的公示；题目是 9 月，校验码是 10 月的。",
        remedy: "看是不是拿错了纸。"),
      Explanation(
        "V509", "“核对”一行写的校验码或行数，与上面的不同。",
        example: "上面的抄对了，下面的抄错了。",
        remedy: "以上面 64 位的为准。"),
    ])
}
