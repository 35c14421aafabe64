extension Explanation.Chapter {
  /// How a data file is written.
  static let writing = Explanation.Chapter(
    "E2xx 文件的写法",
    [
      Explanation(
        "E200", "文件有错。",
        example: "不会单独出现。",
        remedy: "看下面列出的各处。"),
      Explanation(
        "E201", "多了不该有的字符。",
        example: "`5，` 用了中文逗号。",
        remedy: "改成英文逗号。"),
      Explanation(
        "E202", "同一个键写了两次。",
        example: "`base` 写了两行。",
        remedy: "删去一个。"),
      Explanation(
        "E203", "没有这个键。",
        example: "`noticeDay`",
        remedy: "看提示的相近键。"),
      Explanation(
        "E204", "类型不对。",
        example: #"`"noticeDays": "五"`"#,
        remedy: "写成数字，不加引号。"),
      Explanation(
        "E205", "缺少键。",
        example: "没有 `noticeDays`",
        remedy: "补上。"),
      Explanation(
        "E206", "要整数。",
        example: "`5.5`",
        remedy: "改成整数。"),
      Explanation(
        "E207", "数太大或太小。",
        example: "`99999999999999999999`",
        remedy: "改到范围以内。"),
      Explanation(
        "E208", "值的写法不对。",
        example: #"`"born": "1970-02-30"`"#,
        remedy: "按提示改。"),
      Explanation(
        "E209", "末尾多了逗号。",
        example: "`[1, 2,]`",
        remedy: "删去。"),
      Explanation(
        "E210", "缺少逗号。",
        example: "两项之间没有逗号。",
        remedy: "补上。"),
      Explanation(
        "E211", "缺少冒号。",
        example: #"`"base" 1000`"#,
        remedy: "补上。"),
      Explanation(
        "E212", "缺少值。",
        example: #"`"base":` 后面是空的。"#,
        remedy: "补上。"),
      Explanation(
        "E213", "引号没有配对。",
        example: #"`"五星,`"#,
        remedy: "补上引号。"),
      Explanation(
        "E214", "反斜杠后面的写法不对。",
        example: #"`"五\q星"`"#,
        remedy: "去掉反斜杠。"),
      Explanation(
        "E215", "文字里有控制字符。",
        example: "引号里按了 Tab。",
        remedy: "删去。"),
      Explanation(
        "E216", "数的写法不对。",
        example: "`01000`",
        remedy: "写成 `1000`。"),
      Explanation(
        "E217", "结尾以后还有内容。",
        example: "两份内容接在一起。",
        remedy: "删去多余的。"),
      Explanation(
        "E218", "不是 UTF-8 文字。",
        example: "用别的编码保存。",
        remedy: "另存为 UTF-8。"),
      Explanation(
        "E219", "括号套得太深。",
        example: "超过 64 层。",
        remedy: "核对括号。"),
      Explanation(
        "E220", "文件太大。",
        example: "超过 32 MB。",
        remedy: "核对是不是这个文件。"),
      Explanation(
        "E221", "开头有字节序标记。",
        example: "账本的一行以它开头。",
        remedy: "账本不能用编辑器改。"),
      Explanation(
        "E222", "括号没有配对。",
        example: "少了 `]`",
        remedy: "补上。"),
      Explanation(
        "E223", "不能写 `null`。",
        example: #"`"topGrade": null`"#,
        remedy: "写上值，或删去这个键。"),
      Explanation(
        "E224", "文字没有加引号。",
        example: #"`"topGrade": best`"#,
        remedy: "加上引号。"),
      Explanation(
        "E225", "不能写注释。",
        example: "`// 基础分`",
        remedy: "删去。"),
      Explanation(
        "E226", "文件里的值太多。",
        example: "超过 500 万个。",
        remedy: "核对是不是这个文件。"),
    ])
}
