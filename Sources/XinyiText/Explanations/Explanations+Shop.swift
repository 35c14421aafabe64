extension Explanation.Chapter {
  /// Refusals of the shop and of single commands.
  static let shop = Explanation.Chapter(
    "R3xx 兑换、R4xx 各命令",
    [
      Explanation(
        "R301", "可兑换积分不足。",
        example: "有 3.5 分，要换 10 分的。",
        remedy: "换少一点，或以后再来。"),
      Explanation(
        "R302", "存货不足。",
        example: "还有 20 袋，要 21 袋。",
        remedy: "换少一点，或先进货。"),
      Explanation(
        "R303", "账户停兑：分数低于 0，或已迁出、去世。",
        example: "可兑换 -5 分。",
        remedy: "补到 0 分以上再来。"),
      Explanation(
        "R304", "超过每月限兑的数量。",
        example: "限 2 个，要 3 个。",
        remedy: "下个月再换。"),
      Explanation(
        "R305", "十分钟内同一人刚换过同样的东西。",
        example: "按了两次回车。",
        remedy: "确要再换，加 `--再兑`。"),
      Explanation(
        "R306", "商品编码已有。",
        example: "`超市 上架` 用了旧编码。",
        remedy: "改价用 `超市 调价`。"),
      Explanation(
        "R307", "总分太大，记不下。",
        example: "件数多打了几个零。",
        remedy: "核对件数和单价。"),
      Explanation(
        "R308", "商品已经下架，不再兑换。",
        example: "`超市 下架` 之后又要兑换。",
        remedy: "换别的；要再上架，用 `超市 调价` 调一次价。"),
      Explanation(
        "R309", "没过期的存货不够。到期日当天还能兑，第二天起就不行。",
        example: "货架上有 6 件，其中 5 件昨天到期。",
        remedy: "少换几件；过期的用 `超市 报损` 出账。"),
      Explanation(
        "R310", "这一天超市不营业。",
        example: "设了周一、周四营业，今天是周二。",
        remedy: "营业的日子再来；临时开门，由村里改设置 `shopDays`。"),
      Explanation(
        "R311", "代领人和本人不是一户。",
        example: "邻居来代领。",
        remedy: "有本人的字条，加 `--备注` 写明缘由。"),
      Explanation(
        "R312", "同名的批次已有，到期日、进价或出资方不同。",
        example: "批次 A 原来没有到期日，现在写了到期日。",
        remedy: "换一个批次名，或不写批次。"),
      Explanation(
        "R313", "这种商品没有这个批次。",
        example: "批次名打错了。",
        remedy: "用 `超市 货架` 看有哪些批次。"),
      Explanation(
        "R314", "要报损或退回的件数比账上的多。",
        example: "账上 20 袋，要退 21 袋。",
        remedy: "数清件数；账物不符先 `超市 盘点`。"),
      Explanation(
        "R315", "服务没有存货，不进货、不盘点、不报损。",
        example: "给“理发”进货。",
        remedy: "核对商品编码。"),
      Explanation(
        "R316", "还没有进过货，不能盘点。",
        example: "刚上架就盘点。",
        remedy: "先用 `超市 进货` 登记。"),
      Explanation(
        "R317", "商品早已下架。",
        example: "下架了两次。",
        remedy: "不用再做什么。"),
      Explanation(
        "R320", "过了退换期。兑换当天不算，最后一天还能退。",
        example: "7 天内可退，第 8 天才来。",
        remedy: "不能退；可以商量换货。"),
      Explanation(
        "R321", "那张单上没有这件商品，或者已经全退了。",
        example: "单上是盆，要退洗衣粉。",
        remedy: "用 `补打` 看那张单。"),
      Explanation(
        "R322", "退的件数比单上还没有退的多。",
        example: "单上 1 个，要退 2 个。",
        remedy: "按单上的件数退。"),
      Explanation(
        "R323", "这张单的东西都退过了，一件只退一次。",
        example: "整单退了两次。",
        remedy: "用 `补打` 看退货单。"),
      Explanation(
        "R330", "没有发过这个号的卡。",
        example: "假卡，或卡号抄错了。",
        remedy: "不要收，核对卡号，可疑的报告村委会。"),
      Explanation(
        "R331", "这张卡已经不在外面：收过了、存回了、挂失了或交回了。",
        example: "同一张卡用了两次。",
        remedy: "不要收；用 `积分卡 查卡` 看是哪天的事。"),
      Explanation(
        "R332", "卡上是往年的积分，已经过期。",
        example: "2026 年的卡，2027 年 2 月才来用。",
        remedy: "不能用。"),
      Explanation(
        "R333", "单子的日期比发卡的日期还早。",
        example: "11 月 5 日发的卡，手工单写的是 11 月 4 日。",
        remedy: "核对手工单的日期和卡号。"),
      Explanation(
        "R334", "收的卡不够付。",
        example: "收 5 分，东西要 10 分。",
        remedy: "再收几张，或少换几件。"),
      Explanation(
        "R335", "多收了卡：有一张不收也够付。",
        example: "要 4 分，收了两张 5 分。",
        remedy: "把那张退给来人，只写用得着的卡。"),
      Explanation(
        "R336", "总分有小数，积分卡付不了。",
        example: "一共 9.5 分。",
        remedy: "从账户兑换，或凑成整数。"),
      Explanation(
        "R337", "店里没有合适的零卡找。不能找比收进的卡年份新的卡，那样旧积分就延期了。",
        example: "收 5 分要 4 分，店里没有 1 分的卡。",
        remedy: "请来人换几张小卡；请村委会用 `积分卡 发卡 --备零` 备零卡。"),
      Explanation(
        "R338", "现有的面值凑不出这个分值，或不是整数。",
        example: "`积分卡 发卡 0012 2.5`",
        remedy: "改成凑得出的整分。"),
      Explanation(
        "R339", "能发成卡的整分不够。每一年的积分分开凑整，零头留在账户里。",
        example: "有 18.3 分，要发 19 分。",
        remedy: "少发几分。"),
      Explanation(
        "R340", "这个月还没有生效，不能按月发卡。",
        example: "还在公示。",
        remedy: "公示期满、`生效` 之后再发。"),
      Explanation(
        "R341", "这个月的积分没有可发成卡的：发过了，或已经兑掉。",
        example: "同一个月发了两次。",
        remedy: "用 `积分卡 查卡 --月份` 看发了哪些。"),
      Explanation(
        "R342", "这张卡没有挂失，不能补发，也没有挂失可撤回。",
        example: "先补发后挂失。",
        remedy: "先用 `积分卡 挂失`。"),
      Explanation(
        "R343", "挂失后还在等待期内，不能补发。挂失当天不算，等待期满的第二天起可以补发。",
        example: "等 7 天，第 7 天就来补。",
        remedy: "到日子再来。"),
      Explanation(
        "R344", "不知道是谁丢的卡，不能补发。",
        example: "店里找出去的卡，挂失时没有写是谁丢的。",
        remedy: "撤回挂失，再用 `积分卡 挂失 5-0031 --村民 0012` 挂失一次；等待期从那天重新算。"),
      Explanation(
        "R345", "卡不在店里，不能交回。",
        example: "卡还在村民手里。",
        remedy: "点清店里的卡，用 `积分卡 查卡 --状态 店里` 核对。"),
      Explanation(
        "R346", "换零两边的分值不等。",
        example: "交来 5 分，要换两张 2 分。",
        remedy: "两边写成一样多。"),
      Explanation(
        "R347", "发给这个人的卡都已用掉或挂失，没有可挂失的。",
        example: "没有给他发过卡。",
        remedy: "用 `积分卡 查卡 --村民` 看他的卡；店里找出去的卡要写卡号。"),
      Explanation(
        "R348", "现在的面值凑不出丢的那张卡的分值，不能补发。",
        example: "面值改成了只有 2 分，丢的是 5 分的卡。",
        remedy: "先用 `设置 修改 cards` 加上凑得出的面值。"),
      Explanation(
        "R401", "这个单号已经用于另一件事。",
        example: "同一个 `--单号` 换了商品。",
        remedy: "换一个单号；原来那一件不用再办。"),
      Explanation(
        "R402", "电脑时间比账本最后一行早了一天以上。",
        example: "电脑没电后时间退回。",
        remedy: "校准电脑时间。"),
    ])
}
