extension Explanation.Chapter {
  /// What a command line names and the village does not know.
  static let words = Explanation.Chapter(
    "U1xx 找不到、说不清",
    [
      Explanation(
        "U101", "名册里没有这个人。",
        example: "名字写错。",
        remedy: "用 `村民 查找`。"),
      Explanation(
        "U102", "可以是几个人。",
        example: "村里有两个王小芳。",
        remedy: "写编号。"),
      Explanation(
        "U103", "没有这一户。",
        example: "`户:099`",
        remedy: "核对户号。"),
      Explanation(
        "U104", "细则里没有这一项。",
        example: "`记分 ZZ99`",
        remedy: "用 `细则 查找`。"),
      Explanation(
        "U105", "可以是几项细则。",
        example: "`记分 参加`",
        remedy: "写编码。"),
      Explanation(
        "U106", "货架上没有这种商品。",
        example: "`兑换 0012 电视机`",
        remedy: "看 `超市 货架`。"),
      Explanation(
        "U107", "可以是几种商品。",
        example: "洗衣粉、洗衣液都有，只写洗衣。",
        remedy: "写编码或全名。"),
      Explanation(
        "U108", "没有这个条目。",
        example: "条目号写错。",
        remedy: "看 `台账 列表`。"),
      Explanation(
        "U109", "可以是几个条目。",
        example: "两年都有 `10-1`",
        remedy: "写全号，如 `2026-10-0001`。"),
      Explanation(
        "U110", "没有这个异议。",
        example: "异议号写错。",
        remedy: "看 `异议 列表`。"),
      Explanation(
        "U111", "没有这张兑换单。",
        example: "单号写错。",
        remedy: "看 `明细`。"),
      Explanation(
        "U112", "没有这张公示。",
        example: "还没有张榜。",
        remedy: "看 `进度`。"),
      Explanation(
        "U113", "没有这一批。",
        example: "`撤回 B0999`",
        remedy: "看台账里的批号。"),
      Explanation(
        "U114", "处在这一步的月份有几个。",
        example: "两个月都在评审。",
        remedy: "写 `--月份`。"),
      Explanation(
        "U115", "经手人没有登记。",
        example: "`--经手人 nobody`",
        remedy: "用登记过的代号。"),
      Explanation(
        "U116", "经手人代号不合格。",
        example: "代号里有汉字或空格。",
        remedy: "只用字母、数字和 . _ -。"),
      Explanation(
        "U117", "正式账本不能指定今日。",
        example: "`--今日`",
        remedy: "去掉；早些的事用 `--日期`。"),
      Explanation(
        "U118", "指定今日只用于演练账本。",
        example: "建正式账本时写了 `--今日`",
        remedy: "加 `--演练`，或去掉 `--今日`。"),
      Explanation(
        "U119", "这里和上级文件夹都没有账本。",
        example: "在别的文件夹里执行。",
        remedy: "换文件夹，或写 `-C`。"),
      Explanation(
        "U120", "指定的文件夹里没有账本。",
        example: "`-C` 写错。",
        remedy: "核对路径。"),
      Explanation(
        "U121", "要建账的文件夹里已有文件。",
        example: "同一处建两次账。",
        remedy: "换一个空文件夹。"),
      Explanation(
        "U122", "加分、扣分与细则相反。",
        example: "`扣分 GI04`",
        remedy: "改用 `加分` 或 `记分`。"),
      Explanation(
        "U123", "这一项缺少数量、档次或分值，或者不用写。",
        example: "`记分 GI01 0012` 没有数量。",
        remedy: "看 `细则 查看`。"),
      Explanation(
        "U124", "件数应在 1 至 9999 之间。",
        example: "`洗衣粉x10000`",
        remedy: "核对件数。"),
      Explanation(
        "U125", "要写出的文件是账本自己的文件。",
        example: "`-o roster.json`",
        remedy: "换一个文件名。"),
      Explanation(
        "U126", "要写出的地方不是普通文件。",
        example: "`-o` 写了文件夹。",
        remedy: "写一个文件名。"),
      Explanation(
        "U127", "起日晚于止日。",
        example: "`明细 0012 --起 10-20 --止 10-05`",
        remedy: "把两个日期对调。"),
      Explanation(
        "U128", "写的地方没有备份。",
        example: "`还原 /media/usb 苏庄村`，优盘上没有备份过；没有完成的备份（`.partial`）不算。",
        remedy: "写备份的文件夹，或存放备份的文件夹。"),
      Explanation(
        "U129", "写的地方有几个村的备份。",
        example: "镇里的优盘上有苏庄村和李庄村的备份。",
        remedy: "写明是哪一个备份的文件夹。"),
      Explanation(
        "U130", "备份的地方在账本自己的文件夹里。",
        example: "`备份 .`",
        remedy: "换优盘，或别的磁盘。"),
      Explanation(
        "U131", "这个文件夹是备份，只能看。",
        example: "`-C 备份的文件夹 记分 …`",
        remedy: "先还原到新的文件夹，在那里办。"),
      Explanation(
        "U150", "没有这个代号的活动。",
        example: "`记分 GI04 0012 --活动 NOSUCH`",
        remedy: "用 `活动 列表` 查代号。"),
      Explanation(
        "U160", "并户写了同一户两次。",
        example: "`并户 012 012`",
        remedy: "写两个不同的户号。"),
      Explanation(
        "U161", "登记亲属写了同一个人两次。",
        example: "`亲属 0012 0012 --关系 兄弟`",
        remedy: "写两个不同的人。"),
      Explanation(
        "U170", "设置的新值不合格。",
        example: "`设置 修改 公示天数 99`；星级的分数线不是从低到高",
        remedy: "用 `设置 查看 公示天数` 看现在的值和写法。"),
      Explanation(
        "U171", "交接的两个人是同一个。",
        example: "`交接 clerk clerk`",
        remedy: "写明交给谁。"),
      Explanation(
        "U180", "没有这个提示书号；几年里有同样的短号，也要写全。",
        example: "`提示书 已改正 10-07`，10 月没有第 7 份",
        remedy: "用 `提示书 列表` 查，写全号 T-2026-10-07。"),
      Explanation(
        "U190", "名单里一个人也没有，或都被“除”去了。",
        example: "`记分 GI04 1组 除 1组`",
        remedy: "看看“除”后面写的是不是太多。"),
      Explanation(
        "U191", "名单里等号后面不是数量，或这个命令不用数量。",
        example: "`记分 GI01 0012=多`",
        remedy: "写成 `15=4`，15 是编号，4 是数量。"),
      Explanation(
        "U192", "“除”后面的人本来就不在前面的名单里，多半是写错了。",
        example: "`记分 GI04 1组 除 0012`",
        remedy: "对一对编号再写。"),
      Explanation(
        "U193", "没有这个组。",
        example: "`记分 GI04 组:九组`",
        remedy: "用 `村民 名册` 查组的名称。"),
    ])
}
