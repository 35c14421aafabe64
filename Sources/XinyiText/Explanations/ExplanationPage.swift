extension Explanation {
  /// `docs/errors.md`: every code with its explanation.
  public static var page: String {
    let rows = kinds.map { kind in
      "| \(kind.letters.map(String.init).joined(separator: "、")) | \(kind.meaning) | \(kind.statuses) |"
    }
    let chapters = chapters.map { chapter in
      "## \(chapter.title)\n\n" + chapter.explanations.map(\.section).joined(separator: "\n")
    }
    return ([opening + rows.joined(separator: "\n") + "\n", closing] + chapters)
      .joined(separator: "\n")
  }

  private var section: String {
    let example = example.map { "* 例：\($0)\n" } ?? ""
    return "### \(code)\n\n\(meaning)\n\n\(example)* 办法：\(remedy)\n"
  }

  private static let opening = """
    # 出错代码

    每条出错信息末尾的方括号里是代码，如 `[R301]`。代码的含义永远不变。本页每个代码一节：什么意思，什么时候会出现，怎么办。
    在终端上也可以查：`xinyi 帮助 R301`。本页由程序写出，不要手改。

    | 开头 | 是什么 | 退出码 |
    |---|---|---|

    """

  private static let closing = "退出码 8 没有代码：事情已经记上，只是答复没有打印出来，看进度即可。\n"
}
