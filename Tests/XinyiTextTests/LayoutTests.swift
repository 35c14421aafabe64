import TestSupport
import Testing

@testable import XinyiText

@Suite("Padding, cutting, wrapping")
struct LayoutTests {
  @Test func `padding counts columns, not characters`() {
    #expect(padded("苏*强", to: 8, .left) == "苏*强   ")
    #expect(padded("苏*强", to: 8, .right) == "   苏*强")
    #expect(padded("苏", to: 5, .centre) == " 苏  ")
    #expect(padded("苏玉强", to: 4, .left) == "苏玉强")
  }

  @Test func `cutting never splits a character`() {
    #expect(split("苏玉强", at: 5) == ("苏玉", "强"))
    #expect(split("ae\u{301}b", at: 2) == ("ae\u{301}", "b"))
    #expect(split("苏", at: 1) == ("", "苏"))
    #expect(cut("主动维护人居环境整治", to: 10) == "主动维护..")
    #expect(cut("主动维护", to: 8) == "主动维护")
    #expect(displayWidth(of: cut("主动维护", to: 7)) <= 7)
    #expect(cut("主动", to: 1) == "")
  }

  @Test func `a line neither begins with a closing mark nor ends with an opening one`() {
    let text = String(
      repeating: "根据《办法》（第1版），村“议事会”评审。如下：甲、乙；丙！丁？", count: 12)
    for width in 12...paperWidth {
      let lines = wrapped(text, width: width, first: 4, rest: 0)
      #expect(lines.map { $0.filter { $0 != " " } }.joined() == text)
      for line in lines {
        #expect(displayWidth(of: line) <= width)
        #expect(!"，。；：！？）》”、".contains(line.first ?? " "))
        #expect(!"（《“".contains(line.last ?? " "))
      }
    }
  }

  @Test func `a number is not parted`() {
    #expect(wrapped("合计-1842.5分", width: 10, first: 0, rest: 0) == ["合计", "-1842.5分"])
    let long = String(repeating: "a", count: 25)
    #expect(wrapped(long, width: 10, first: 0, rest: 2).map(\.count) == [10, 10, 9])
  }

  @Test func `a paragraph is indented by two characters, an item hangs under its text`() {
    let text = String(repeating: "积", count: 50)
    let paragraph = Part.paragraph(text).lines(width: paperWidth)
    #expect(paragraph.map { displayWidth(of: $0) } == [84, 20])
    #expect(paragraph[0].hasPrefix("    积"))
    #expect(Part.item("1．", text).lines(width: paperWidth)[1].hasPrefix("   积"))
  }

  @Test func `an empty text is one empty line`() {
    #expect(wrapped("", width: 10, first: 4, rest: 0) == [""])
  }

  @Test func `a text that is too wide for its room by one character still ends`() {
    #expect(wrapped("苏玉", width: 1, first: 0, rest: 0).joined() == "苏玉")
  }
}

@Suite("Tables")
struct TableTests {
  @Test func `columns stand under their heads and long cells go on below`() {
    let table = Table(
      columns: [
        TableColumn("姓名", .fits(4...8), .left), TableColumn("事项", .fills, .left),
        TableColumn("分值", .fits(4...6), .right),
      ],
      rows: [["苏*强", "主动维护人居环境整治", "+2.0"], ["李*", "捐", "0.0"]], width: 24, gap: 2)
    #expect(
      table.lines == [
        "姓名   事项         分值", "------------------------", "苏*强  主动维护人   +2.0",
        "       居环境整治", "李*    捐            0.0",
      ])
  }

  @Test func `a screen answer never exceeds its width and loses nothing`() {
    let rows = [
      ["0012", "买买提·吐尔逊", "主动维护人居环境整治（集中清理）", "+2.0"],
      ["0013", "“苏玉梅”", "邻里互助", "-10.0"],
    ]
    let columns = [
      AnswerColumn("编号", .code), AnswerColumn("姓名", .text), AnswerColumn("事项", .text),
      AnswerColumn("分值", .number),
    ]
    for width in 40...90 {
      let lines = answerTable(columns: columns, rows: rows, width: width)
        .split(separator: "\n").map(String.init)
      for line in lines {
        #expect(displayWidth(of: line) <= width)
        #expect(displayWidth(of: line) == displayWidth(of: line, ambiguous: .narrow))
      }
      let written = lines.joined()
      for character in "主动维护人居环境整治集中清理" { #expect(written.contains(character)) }
    }
  }
}

@Suite("Lists in tables")
struct ListColumnTests {
  private let columns = [
    AnswerColumn("条目", .code), AnswerColumn("事项", .text), AnswerColumn("标记", .list),
  ]

  private func lines(_ marks: String, width: Int) -> [String] {
    let title = "主动维护人居环境整治（集中清理河道与沟渠）"
    return answerTable(columns: columns, rows: [["2026-10-0001", title, marks]], width: width)
      .split(separator: "\n").map(String.init)
  }

  @Test func `a line breaks between flags, not in the middle of one`() {
    let marks = ["补记", "加倍（首次 2026-03-06）", "限额（原 -10.0）", "缺佐证"]
    for width in 60...120 {
      let lines = lines(marks.joined(separator: "、"), width: width)
      for mark in marks {
        #expect(lines.contains { $0.contains(mark) }, "\(mark) in \(width) columns")
      }
      for line in lines { #expect(displayWidth(of: line) <= width) }
    }
  }

  @Test func `a flag that no column can hold goes on below`() {
    let mark = "加倍（首次 2026-03-06）"
    let written = lines(mark, width: 30).joined()
    for character in mark where character != " " { #expect(written.contains(character)) }
    #expect(lines(mark, width: 30).allSatisfy { displayWidth(of: $0) <= 30 })
  }
}

@Suite("Comparing lines")
struct LineDiffTests {
  @Test func `a difference names the lines by number, equal bytes have none`() {
    #expect(lineDifference(expected: "a\nb\n", actual: "a\nb\n") == nil)
    #expect(lineDifference(expected: "a\nb\n", actual: "a\nc\n") == "-2: b\n+2: c")
    #expect(lineDifference(expected: "e\u{301}", actual: "\u{E9}") != nil)
    #expect(lineDifference(expected: "a\n", actual: "a") == "-2: ")
  }
}

@Suite("Pages")
struct PageTests {
  private let shape = PageShape(lines: 9, head: [])

  @Test func `every page but the last has its full length and its footer`() {
    let pages = Pages((1...20).map { Block(lines: ["\($0)"]) }, shape: shape, ending: 3)
    #expect(pages.count == 4)
    let lines = pages.beginning
    #expect(lines.count == 3 * 9 + 2)
    #expect(lines[7].contains("第1页（共4页）"))
    #expect(pages.lastFooter == ["", centred("第4页（共4页）", width: paperWidth)])
  }

  @Test func `an ending that does not fit begins a page of its own`() {
    let pages = Pages((1...4).map { Block(lines: ["\($0)"]) }, shape: shape, ending: 3)
    #expect(pages.count == 2)
    #expect(pages.beginning.count == 9)
  }

  @Test func `a heading is not the last line of a page`() {
    var blocks = (1...5).map { Block(lines: ["\($0)"]) }
    blocks.append(.heading("一、加分事项"))
    blocks.append(Block(lines: ["行"]))
    let lines = Pages(blocks, shape: shape, ending: 0).beginning
    #expect(lines[5] == "")
    #expect(lines[9] == "一、加分事项")
  }

  @Test func `a table goes on under its head, and blank lines do not open a page`() {
    let rows = (1...9).map { Block(lines: ["\($0)"], continuation: ["头", "--"]) }
    let lines = Pages(rows + [.blank], shape: shape, ending: 0).beginning
    #expect(Array(lines[9...]) == ["头", "--", "7", "8", "9", ""])
    let full = Pages(
      (1...6).map { Block(lines: ["\($0)"]) } + [.blank], shape: shape, ending: 0)
    #expect(full.count == 1)
    #expect(full.beginning.last == "6")
  }

  @Test func `what is longer than a page goes on over the pages`() {
    let pages = Pages(
      [Block(lines: (1...15).map(String.init))], shape: shape, ending: 0)
    #expect(pages.count == 3)
    #expect(pages.beginning.filter { Int($0) != nil }.count == 15)
  }
}
