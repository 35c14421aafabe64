import TestSupport
import Testing
import XinyiLedger

@testable import XinyiText

@Suite struct `Figures drawn` {
  private let chart = Chart(
    title: "各月加分和扣分", series: ["加分", "扣分"],
    groups: [
      .init(label: "9月", values: [.whole(200), .whole(1)]),
      .init(label: "10月", values: [.whole(100), .zero]),
    ])

  @Test func `a bar is as long as its figure, and whatever is more than nothing is seen`() {
    let lines = chart.lines(width: 60)
    #expect(lines[0] == "各月加分和扣分（# 加分  = 扣分）")
    let bars = lines.dropFirst().map { $0.filter { "#=".contains($0) }.count }
    #expect(bars[0] == 2 * bars[2])
    #expect(bars[1] == 1)
    #expect(bars[3] == 0)
  }

  @Test(arguments: [40, 60, 84, 120]) func `no line is wider than the screen`(width: Int) {
    let lines = chart.lines(width: width)
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { displayWidth(of: $0) <= width })
  }

  @Test func `every character of a bar takes one column on every screen`() {
    for line in chart.lines(width: 60) {
      #expect(
        displayWidth(of: line, ambiguous: .narrow) == displayWidth(of: line, ambiguous: .wide))
    }
  }

  @Test func `on a page the figures are drawn in the page itself`() {
    let page = chart.html
    #expect(page.contains("<svg") && page.contains("200.0") && page.contains("10月"))
    #expect(!page.contains("http") && !page.contains("<script"))
    // Twice as high, and the higher one ends within the plot.
    let heights = page.matches(of: /height="(\d+)" fill="#222" stroke="#000" stroke-width="0.5"/)
      .compactMap { Int($0.1) }
    #expect(heights.count == 2)
    #expect(heights[0] == 2 * heights[1])
  }

  @Test func `a chart without figures is drawn empty`() {
    let empty = Chart(title: "无", series: ["甲"], groups: [.init(label: "1月", values: [.zero])])
    #expect(empty.lines(width: 40) == ["无", "1月 0.0"])
    #expect(empty.html.contains("<svg"))
  }
}

@Suite struct `A list on a narrow screen` {
  private let columns = [
    AnswerColumn("条目", .code), AnswerColumn("姓名", .text), AnswerColumn("事项", .text),
    AnswerColumn("分值", .number), AnswerColumn("状态", .code),
  ]
  private let rows = [
    ["2026-10-0001", "苏玉强（0012）", "主动维护人居环境整治", "+2.0", "待评审"],
    ["2026-10-0002", "王小芳（0031）", "邻里互助", "", "待评审"],
  ]

  @Test func `codes are never broken: each row stands by itself`() {
    let text = answerTable(columns: columns, rows: rows, width: 40)
    #expect(
      text == """
        条目：2026-10-0001
        姓名：苏玉强（0012）
        事项：主动维护人居环境整治
        分值：+2.0
        状态：待评审
        --------------------
        条目：2026-10-0002
        姓名：王小芳（0031）
        事项：邻里互助
        状态：待评审
        --------------------

        """)
  }

  @Test(arguments: 40...90) func `no line is wider than the screen, and no code is broken`(
    width: Int
  ) {
    let text = answerTable(columns: columns, rows: rows, width: width)
    #expect(text.split(separator: "\n").allSatisfy { displayWidth(of: String($0)) <= width })
    let shown = text.filter { !$0.isWhitespace }
    for row in rows {
      for code in [row[0], row[3], row[4]] where !code.isEmpty {
        #expect(shown.contains(code), "\(code)")
      }
    }
  }

  @Test func `a screen that has room gets a table`() {
    #expect(answerTable(columns: columns, rows: rows, width: 60).hasPrefix("条目"))
    #expect(answerTable(columns: columns, rows: rows, width: 60).contains("  姓名"))
  }
}
