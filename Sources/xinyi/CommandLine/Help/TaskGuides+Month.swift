extension TaskGuide {
  static let recording = TaskGuide(
    names: ["记分"],
    about: "一件事记成一条，一人一条，等议事会评审；公示期满以后才算数。",
    steps: [
      Step("xinyi 细则 查找 垃圾", "找到这件事的编码"),
      Step("xinyi 细则 查看 GI04", "看几分、有没有上限"),
      Step("xinyi 记分 GI04 0012 0013 --日期 10-08", "记一人或几人；人写编号或姓名"),
      Step("xinyi 记分 GI01 0012 --数量 8", "按量计分的写数量"),
      Step("xinyi 扣分 RJ01 0031 --佐证 照片", "扣分写佐证"),
      Step("xinyi 台账 列表 --月份 10月", "看记了哪些"),
    ],
    troubles: [
      Trouble("同名的人", "列出来的编号里选一个，改用编号再记"),
      Trouble("写错了", "还没评审的：“xinyi 撤回 批号 --理由 写错了人”；其余看“xinyi 帮助 改错”"),
      Trouble("不知道会怎样", "加 --试算，只算给您看，什么也不记"),
    ],
    command: .record)

  static let review = TaskGuide(
    names: ["评审", "议事", "评议"],
    about: "每月 25 日以后议事会开会，一条一条定：通过、改分、驳回或缓议，然后散会。",
    steps: [
      Step("xinyi 议事 议程", "会前看这个月有哪些条目"),
      Step("xinyi 议事 开会 --到会 0002、0003、0005、0007、0009 --主持 0002", "开会"),
      Step("xinyi 议事 通过 --其余", "没有疑问的加分一次通过"),
      Step("xinyi 议事 通过 17 18 --票数 6-1-0", "逐条表决：赞成-反对-弃权"),
      Step("xinyi 议事 改分 17 --分值 2 --理由 核实为860元", "改分后通过"),
      Step("xinyi 议事 驳回 18 --理由 签到表无本人签名", "驳回；缓议也这样写"),
      Step("xinyi 议事 回避 0015 17", "某人不参加某一条"),
      Step("xinyi 议事 散会", "全部定完，散会"),
      Step("xinyi 议事 记录", "打出会议记录签字"),
    ],
    troubles: [
      Trouble("人不到半数", "开不了会，改日再开"),
      Trouble("表决错了", "散会以前“xinyi 议事 重议 17”；散会以后先“xinyi 议事 复会 --理由 表决错了”"),
    ],
    command: .review)

  static let notice = TaskGuide(
    names: ["公示", "异议"],
    about: "评审完的条目张榜公示，有异议的答复，期满没有异议的生效。",
    steps: [
      Step("xinyi 公示 张榜", "定下公示，打出来张贴"),
      Step("xinyi 公示 查看", "再看、再打一遍，一字不差"),
      Step("xinyi 异议 登记 10月第017条 --理由 当天没有到场", "有人提异议，当场给回执"),
      Step("xinyi 异议 列表", "看哪些还没有答复"),
      Step(
        "xinyi 异议 答复 2026-10-01 --结果 维持 --理由 属实 --会议 10月 --票数 7-0-0",
        "答复：维持、更正、撤销或本人撤回"),
      Step("xinyi 公示 补充", "更正过的条目另行公示"),
      Step("xinyi 生效", "期满生效，分数从这天起算数"),
      Step("xinyi 上报 导出 10月 --输出 上报.csv", "交给镇里的表"),
    ],
    troubles: [
      Trouble("还不能生效", "公示的最后一天过了才行；“xinyi 进度”说是哪一天"),
      Trouble("贴出去才发现写错", "看“xinyi 帮助 改错”"),
      Trouble("怀疑墙上的被改过", "“xinyi 公示 核对 照抄.txt”"),
    ],
    command: .notice)

  static let redeeming = TaskGuide(
    names: ["兑换"],
    about: "村民用可兑换积分换东西；一笔兑换同时扣分、减货，评级分和星级不变。",
    steps: [
      Step("xinyi 柜台", "一问一答，最省事"),
      Step("xinyi 超市 货架", "看有什么货、几分一件"),
      Step("xinyi 查分 0012", "看还能用几分"),
      Step("xinyi 兑换 0012 洗衣粉x2", "扣分，打兑换单"),
      Step("xinyi 兑换 0012 肥皂 --代领 0013", "家里人来代领"),
      Step("xinyi 兑换 --用卡 5-0031,5-0032 肥皂", "收积分卡"),
      Step("xinyi 退货 1103-02 --理由 盆是漏的 --不入库", "退货退分；坏的不入库"),
      Step("xinyi 补打 1103-02", "再打一张单子"),
      Step("xinyi 超市 日结", "一天完了对账"),
    ],
    troubles: [
      Trouble("积分不足", "“xinyi 明细 0012”看分从哪里来；公示中的分还不能用"),
      Trouble("货不够", "到货的先“xinyi 超市 进货 XYF 50”；少了的先盘点"),
      Trouble("断电，不知记上没有", "先“xinyi 明细 0012”看有没有这一笔，没有才再来"),
    ],
    command: .redeem)

  static let correcting = TaskGuide(
    names: ["改错", "写错"],
    about: "账上不涂不改：错的那条退掉，对的再记一条，两条都看得见。走到哪一步，用哪个办法。",
    steps: [
      Step("xinyi 台账 查看 2026-10-0017", "先看这一条走到哪一步"),
      Step("xinyi 改错 2026-10-0017 --村民 0013 --理由 记成了父亲", "程序按那一步选办法"),
      Step("xinyi 改错 B0042 --日期 10-08 --理由 日期写错", "一次记的几条一起改"),
      Step("xinyi 撤回 2026-10-0017 --理由 重复", "没评审的：撤回"),
      Step("xinyi 议事 重议 17", "会上定错的：重议"),
      Step("xinyi 公示 作废 2026-10 --理由 日期写错", "公示印错、还没生效：作废重张"),
      Step("xinyi 冲正 10-12 --理由 记重了 --笔误 --复核人 deputy", "已经生效的：冲正"),
    ],
    troubles: [
      Trouble("不知道条目号", "“xinyi 台账 列表 --村民 0012”"),
      Trouble("错了很久", "照样冲正，更正的条目也要评审、公示"),
      Trouble("兑换错了", "“xinyi 退货 1103-02 --理由 拿错了”"),
    ],
    command: .fix)
}
