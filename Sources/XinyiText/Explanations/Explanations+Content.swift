extension Explanation.Chapter {
  /// What a data file says.
  static let content = Explanation.Chapter(
    "E3xx 文件的内容",
    [
      Explanation(
        "E301", "名册里编号写了两次。",
        example: "两人都是 0012。",
        remedy: "一人一个编号。"),
      Explanation(
        "E302", "名册里姓名是空的。",
        example: #"`"name": ""`"#,
        remedy: "写上姓名。"),
      Explanation(
        "E303", "商品编码写了两次。",
        example: "两种都是 XYF。",
        remedy: "一种一个编码。"),
      Explanation(
        "E304", "单价须大于 0。",
        example: #"`"price": 0`"#,
        remedy: "写上单价。"),
      Explanation(
        "E305", "限兑数量须大于 0。",
        example: #"`"limit": 0`"#,
        remedy: "不限量就删去。"),
      Explanation(
        "E306", "文件格式的版本不认识。",
        example: #"`"format": 2`"#,
        remedy: "用更新的程序打开。"),
      Explanation(
        "E310", "设置的数超出范围。",
        example: #"`"noticeDays": 61`"#,
        remedy: "改到范围以内。"),
      Explanation(
        "E311", "星级的分数线没有从低到高。",
        example: "1020 后面是 980。",
        remedy: "按从低到高排列。"),
      Explanation(
        "E312", "没有经手人。",
        example: #"`"operators": []`"#,
        remedy: "至少写一个。"),
      Explanation(
        "E313", "积分卡面值不是不同的正整数。",
        example: "`[1, 2, 2]`",
        remedy: "改成不同的。"),
      Explanation(
        "E314", "星级的名称是空的，或有两个相同。",
        example: "最高星级也叫“四星”。",
        remedy: "每级起一个不同的名称。"),
      Explanation(
        "E315", "结转上限小于 0。",
        example: #"`"carryLimit": -1`"#,
        remedy: "改成 0 以上；不限就删去这一行。"),
      Explanation(
        "E316", "上报列一列也没有，或列名是空的、有两个相同。",
        example: #"`"platformColumns": []`"#,
        remedy: "每列写一个不同的列名；用程序自己的列就删去。"),
      Explanation(
        "E317", "营业日不是不同的星期几（1 到 7）。",
        example: #"`"shopDays": [8]`"#,
        remedy: "改成 1（周一）到 7（周日）的不同的数；天天营业就删去这一行。"),
      Explanation(
        "E320", "写明的条数与实际不同。",
        example: "写明 66 条，实际 65 条。",
        remedy: "补齐条目，或改正条数。"),
      Explanation(
        "E321", "细则编码写了两次。",
        example: "两项都是 DY01。",
        remedy: "每项一个编码。"),
      Explanation(
        "E322", "细则的名称或类别是空的。",
        example: #"`"title": ""`"#,
        remedy: "写上。"),
      Explanation(
        "E323", "没有可选的分值。",
        example: #"`"points": []`"#,
        remedy: "至少写一个。"),
      Explanation(
        "E324", "分值须大于 0。",
        example: #"`"points": 0`"#,
        remedy: "写成正数；加减由 `sign` 定。"),
      Explanation(
        "E325", "各档没有从低到高。",
        example: "20 小时排在 10 小时前面。",
        remedy: "按从低到高排列。"),
      Explanation(
        "E326", "提到的编码不在细则里。",
        example: #"`"rivals": ["ZZ99"]`"#,
        remedy: "改成有的编码。"),
      Explanation(
        "E327", "限额须大于 0。",
        example: "每月 0 分。",
        remedy: "不限就删去。"),
      Explanation(
        "E328", "自设项（编码以 `ZZ` 开头）太多：加分、扣分各至多 5 条。",
        example: "自设了 6 条加分。",
        remedy: "删去多余的，或改用镇里细则的编码。"),
      Explanation(
        "E329", "自设项的分值太高：至多 2 分。",
        example: "`ZZ01` 写了 3 分。",
        remedy: "改成不超过 2 分。"),
      Explanation(
        "E330", "日历里一天也没有。",
        example: #"`"days": []`"#,
        remedy: "写上各节假日和调休上班的日子。"),
      Explanation(
        "E331", "日历里同一天写了两次。",
        example: "2026-10-01 有两行。",
        remedy: "删去一行。"),
      Explanation(
        "E332", "节日的名称是空的，或超过 20 个字。",
        example: #"`"name": ""`"#,
        remedy: "写上名称，如 国庆节。"),
      Explanation(
        "E333", "写明是某年的日历，却没有那年的国庆节（10 月 1 日放假），多半不全。",
        example: #"`"year": 2027`，里面只有元旦。"#,
        remedy: "换成全年的文件，或删去 `year`。"),
      Explanation(
        "E342", "回执里的条目号看不懂，或者台账里没有。",
        example: "`2026-10-9999`",
        remedy: "核对条目号，写成 2026-10-0017。"),
      Explanation(
        "E343", "回执里的条目没有上报过，或者不在所写的包里。",
        example: "条目还只是生效，没有进过上报包。",
        remedy: "删去这一条，或改正条目号、包号。"),
      Explanation(
        "E344", "回执里的结果看不懂。",
        example: "结果写成 `同意`",
        remedy: "写 受理、已录入 或 退回。"),
      Explanation(
        "E345", "条目退回了，却没有写原因。",
        example: "`2026-10-0001,退回,,`",
        remedy: "请镇里补上原因再读入。"),
      Explanation(
        "E346", "回执里的平台编号或原因不合格：太长、有看不见的字符，或者原因里有身份证、电话一类的长数字。",
        example: "原因写了电话号码。",
        remedy: "去掉不该有的字，编号至多 60 个字，原因至多 200 个字。"),
      Explanation(
        "E347", "同一个条目在回执里写了两次。",
        example: "两行都是 `2026-10-0001`",
        remedy: "留一行。"),
      Explanation(
        "E348", "条目的答复以前登记过，这次写的不一样。",
        example: "先前登记为受理，这次写退回。",
        remedy: "核对是不是旧的回执；登记过的答复不能改，村里的分按异议或冲正办。"),
      Explanation(
        "E349", "没有上报过这个包，或者包号看不懂。",
        example: #"`"package": "P-2026-09-07"`"#,
        remedy: "核对上报包号，写成 P-2026-10-01。"),
    ])
}
