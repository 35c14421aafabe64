extension Explanation.Chapter {
  /// Tables and texts that are imported.
  static let tables = Explanation.Chapter(
    "E4xx 导入的表格和文本",
    [
      Explanation(
        "E401", "文字既不是 UTF-8 也不是 GB 18030。",
        example: "文件坏了。",
        remedy: "用表格软件另存为 CSV；公示另存为纯文本。"),
      Explanation(
        "E402", "引号没有配对。",
        example: #"`"赵新`"#,
        remedy: "补上引号。"),
      Explanation(
        "E403", "引号后面多了文字。",
        example: #"`"赵新"一`"#,
        remedy: "删去。"),
      Explanation(
        "E404", "没有加引号的格子里有引号。",
        example: #"`赵"新`"#,
        remedy: "删去引号。"),
      Explanation(
        "E405", "有不是文字的字符。",
        example: "文件坏了。",
        remedy: "用表格软件另存为 CSV。"),
      Explanation(
        "E406", "表太大。",
        example: "一行有两万格；一共有二十万行。",
        remedy: "核对是不是这个文件；人多就分几张表导入。"),
      Explanation(
        "E407", "一格里的字太多。",
        example: "引号没有配对，后面的行都算进了这一格。",
        remedy: "补上引号。"),
      Explanation(
        "E410", "表格缺少必要的一列：名册是姓名、户号；细则是类型、类别、编码、名称、分值、单位；回执是条目、结果；台账是细则、日期；商品是编码。",
        example: "第一行只有 `姓名,编号,组`",
        remedy: "在标题一行补上这一列，前后次序不限。"),
      Explanation(
        "E411", "表格里同一列写了两次。",
        example: "`姓名,户号,户号`；`细则,编码` 也是同一列。",
        remedy: "只留一列，或给另一列换个标题。"),
      Explanation(
        "E412", "编号写了两次，或两行是同一个人。",
        example: "两行都是 0050；一行写了 0012，另一行同名同户没写编号。",
        remedy: "一人一行；是另一个人的，写上编号。"),
      Explanation(
        "E413", "一户有两个户主。",
        example: "户 050 两行都写 是。",
        remedy: "只留一个。"),
      Explanation(
        "E414", "姓名是空的。",
        example: nil,
        remedy: "写上姓名。"),
      Explanation(
        "E415", "户号不合格。",
        example: "`五号`",
        remedy: "只用字母、数字和 . _ -。"),
      Explanation(
        "E416", "编号不合格。",
        example: "`五十`",
        remedy: "只用字母、数字和 . _ -。"),
      Explanation(
        "E417", "出生日期看不懂。",
        example: "`1970-02-30`",
        remedy: "写成 1970-05-01。"),
      Explanation(
        "E418", "户主一列看不懂。",
        example: "`也许`",
        remedy: "写 是，或留空。"),
      Explanation(
        "E419", "没有这个角色。",
        example: "`财神`",
        remedy: "写 议事会成员 等。"),
      Explanation(
        "E420", "编号在名册里是另一个人。",
        example: "0012 已是别人。",
        remedy: "核对编号。"),
      Explanation(
        "E421", "编号在名册里是另一户。",
        example: "0012 在 012 户。",
        remedy: "核对户号。"),
      Explanation(
        "E422", "这一户在名册里已有户主。",
        example: "再导入一个户主。",
        remedy: "核对户主。"),
      Explanation(
        "E423", "格子里的文字不能用：看不见的字符、换行、太长，或有 7 位以上的数字。",
        example: "组 一列写了身份证号；组 超过 20 个字。",
        remedy: "改写这一格；电话和证件号不要写进表格。"),
      Explanation(
        "E424", "表格里有一列的标题不认识，很像缺少的一列。",
        example: "`出生日其`",
        remedy: "改成提示的标题；用不着的列可以留着，不像任何一列的不算错。"),
      Explanation(
        "E425", "表格的一行比标题多出格子：多半是格子里有逗号，又没有用引号括起来，后面的都错了位。",
        example: "标题三列，这一行是 `赵新,050,1组,第二,户`",
        remedy: "最好在表格软件里改好再另存为 CSV。"),
      Explanation(
        "E426", "表格里的拼音不合格。",
        example: "`zhào xīn`",
        remedy: "写成 `zhao xin`：一个字一个音节，用空格隔开，不写声调；平常读法的不用写。"),
      Explanation(
        "E427", "表格里姓名这一格是公式（以 = + - @ 开头），不是姓名。",
        example: #"`=HYPERLINK("…")`"#,
        remedy: "写上姓名；从网上抄来的表，先粘贴成纯文字。"),
      Explanation(
        "E432", "细则表里的一格看不懂。",
        example: "限额写成“有时”；分值写成“每4小时1分”。",
        remedy: "照提示的写法改这一格。"),
      Explanation(
        "E440", "表格里的一格看不懂：日期、数量、分值、单价、活动、信息来源、出资方、商品编码等写得不对。",
        example: "日期 `10-34`；数量 `八个`",
        remedy: "照提示改，写法与在命令里一样。"),
      Explanation(
        "E441", "表格里必须写的一格是空的。",
        example: "台账表里没有写日期；新商品没有单价。",
        remedy: "补上。"),
      Explanation(
        "E442", "名册里没有表格写的这个人、这一户或这位采集员。",
        example: "姓名写成 `苏玉墙`",
        remedy: "看提示的相近的人，改正姓名，或写编号。表格里的姓名要写全，不认拼音和姓名的一部分。"),
      Explanation(
        "E443", "表格写的姓名有几个人同名。",
        example: "两个 `王小芳`",
        remedy: "写上编号，或写上户号。"),
      Explanation(
        "E444", "表格里同一行的编号、姓名、户号说的不是同一个人。",
        example: "编号是苏玉强的，姓名写了苏玉霞。",
        remedy: "改正其中一个。"),
      Explanation(
        "E445", "表格里的细则没有，或者一个词可以是几项。",
        example: "`ZZ99`；`垃圾`",
        remedy: "写细则的编码。"),
      Explanation(
        "E446", "表格里两行是同一件事（同一人、同一项、同一天），或商品的同一批写了两行。",
        example: "苏玉强 10-04 的 GI04 写了两行，一行用编号，一行用姓名。",
        remedy: "删去一行；真是两件事，各写一个事件号；真是两批货，各写一个批次。"),
      Explanation(
        "E447", "表格的一行缺少这项细则要的数量、档次或分值，或者多写了。",
        example: "GI01 没有写小时数。",
        remedy: "用查看细则的命令看这一项怎么记，补上或删去。"),
      Explanation(
        "E450", "商品编码在货架上是另一种商品。",
        example: "XYF 是洗衣粉，表格里写成肥皂。",
        remedy: "改正编码或名称；另一种商品用另一个编码。"),
      Explanation(
        "E451", "表格里同一种商品的几行名称或单价不同。",
        example: "`MJ` 一行 5 分，一行 6 分。",
        remedy: "一种商品一个名称、一个单价；后面的行可以不写。"),
      Explanation(
        "E452", "表格写了进货数量，没有写批次。",
        example: "`XYF,5`",
        remedy: "批次写进货日期或送货单号。同一批只进一次，所以同一张表再导入也不会重复。"),
      Explanation(
        "E453", "这一批已经进过，件数、到期、出资方或进价与表格不同。",
        example: "批次 A1 进过 5 件，表格写 6 件。",
        remedy: "又到一批货，写另一个批次；进错了的，用盘点或报损改。"),
    ])
}
