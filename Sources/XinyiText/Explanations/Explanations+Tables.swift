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
        "E410", "缺少一列。",
        example: "没有 户号 这一列。",
        remedy: "补上这一列。"),
      Explanation(
        "E411", "一列写了两次。",
        example: "两列都是 户号。",
        remedy: "删去一列。"),
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
        "E430", "细则表缺少必要的一列：类型、类别、编码、名称、分值、单位。",
        example: "第一行没有“分值”。",
        remedy: "补上这一列。"),
      Explanation(
        "E431", "细则表里同一列写了两次。",
        example: "两列都叫“单位”。",
        remedy: "删去一列。"),
      Explanation(
        "E432", "细则表里的一格看不懂。",
        example: "限额写成“有时”；分值写成“每4小时1分”。",
        remedy: "照提示的写法改这一格。"),
    ])
}
