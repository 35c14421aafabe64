import Foundation
import TestSupport
import Testing

/// Every paper of a demonstration as a browser prints it: nothing of the text is lost, nothing lies
/// outside the margins or over something else, and the head of a table stands on each of its pages.
@Suite struct PrintedPaperTests {
  /// A paper's words behind 打印, and what the head of its table says, where it has one of several
  /// pages.
  struct Sample: Sendable, CustomTestStringConvertible {
    var line: String
    var head: [String] = []
    /// What stands on a page only in the rows of that table.
    var mark = ""

    var testDescription: String { line }
  }

  /// Minutes and the result of a notice are printed within the inspection pack.
  static let samples = [
    Sample(line: "公示 2026-08"), Sample(line: "明细 0001"),
    Sample(line: "兑换单 0902-01 --宽 84"),
    Sample(line: "兑换单 0902-01 --宽 48"), Sample(line: "兑换单 0902-01 --宽 32"),
    Sample(line: "价签"), Sample(line: "提示书 T-2026-09-01"), Sample(line: "异议 O-2026-08-01"),
    Sample(line: "日结 --日期 2026-09-02"), Sample(line: "书记一页"), Sample(line: "议程 --月份 2026-08"),
    Sample(line: "签到表", head: ["编号", "签名或按手印", "数量/小时"], mark: "1组"),
    Sample(line: "发卡表", head: ["卡号", "签字或按手印"], mark: "1-00"), Sample(line: "盘点表"),
    Sample(line: "等级榜"), Sample(line: "明白纸", head: ["编码", "事项", "分值"], mark: "GI"),
    Sample(line: "来历 2026-08-0001"), Sample(line: "检查材料 2026-08"),
  ]

  /// Two months of a village of sixty, made once, with cards and a reminder.
  static let village = Result {
    let village = DemoVillage(folder: try TemporaryFolder())
    try village.run(["demo", village.path, "--people", "60", "--months", "2"], "--start 2026-08")
    try village.done("card issue --month 2026-08 --all")
    try village.done("reminder issue 0003 RJ01")
    Leftovers.add(village.folder.path)
    return village
  }

  @Test(arguments: samples) func `The printed paper holds every word, inside its margins`(
    _ sample: Sample
  ) throws {
    let village = try Self.village.get()
    let folder = try TemporaryFolder()
    let file = folder.path + "/paper.html"
    let text = try village.done("打印 \(sample.line)")
    try village.done("打印 \(sample.line) --输出 \(file)")
    let pages = try Printer.pages(of: file, in: folder)
    expectEveryWord(of: text, on: pages)
    for (number, page) in pages.enumerated() {
      expectInside(page, number + 1)
      expectApart(page, number + 1)
      if !sample.mark.isEmpty, page.text.contains(sample.mark) {
        for title in sample.head {
          #expect(page.text.contains(title), "page \(number + 1) has rows without their head")
        }
      }
    }
    #expect(!sample.mark.isEmpty == pages.contains { $0.text.contains(sample.mark) })
  }

  @Test func `Short statements are whole, each in its quarter of the page`() throws {
    let village = try Self.village.get()
    let folder = try TemporaryFolder()
    let file = folder.path + "/all.html"
    try village.done("打印 明细 --全部 --输出 \(file)")
    let pages = try Printer.pages(of: file, in: folder)
    expectEveryWord(of: try village.done("打印 明细 --全部"), on: pages)
    #expect(pages.count == 15)
    var endings = 0
    for (number, page) in pages.enumerated() {
      expectInside(page, number + 1)
      expectApart(page, number + 1)
      endings += page.text.components(separatedBy: "要整张对账单。").count - 1
      for word in page.words {
        let crossesMiddle = word.left < page.width / 2 && word.right > page.width / 2
        let crossesLine = word.top < page.height / 2 && word.bottom > page.height / 2
        #expect(!crossesMiddle && !crossesLine, "\(word.text) lies on a line to cut along")
      }
    }
    #expect(endings == 60)
  }
}

/// A demonstration in a folder of its own, on a day after its last.
struct DemoVillage {
  let folder: TemporaryFolder
  var path: String { folder.path("村") }

  /// What a line of this village answers; it must succeed.
  @discardableResult
  func done(_ line: String) throws -> String {
    try run(["-C", path, "--today", "2026-09-30", "--by", "clerk"], line)
  }

  @discardableResult
  func run(_ words: [String], _ line: String) throws -> String {
    let run = try Binary.run(words + line.split(separator: " ").map(String.init))
    try #require(run.status == 0, "\(line): \(run.complaint)")
    return run.text
  }
}

/// What only the text has is left out: rules, lines to write on, boxes, page numbers, and how its
/// bars are drawn.
private func expectEveryWord(of text: String, on pages: [Printer.Page]) {
  let printed = pages.map(\.text).joined()
  let lines = text.split(separator: "\n").filter { !$0.contains("（# ") }
  let words = Set(
    lines.flatMap { $0.split { $0.isWhitespace || "_|".contains($0) } }
      .filter { !$0.contains("页（共") && !$0.contains("（续）") }.map { Printer.plain(String($0)) }
  ).filter { $0.contains { $0.isLetter || $0.isNumber } }
  for word in words where !printed.contains(word) {
    Issue.record("the printed paper does not say \(word)")
  }
  #expect(words.count > 3)
}

/// A word's box reaches a quarter of its height above and below its characters.
private func expectInside(_ page: Printer.Page, _ number: Int) {
  let margin = 6.0
  for word in page.words {
    let slack = (word.bottom - word.top) / 4
    let isInside =
      word.left >= margin && word.right <= page.width - margin
      && word.top + slack >= margin && word.bottom - slack <= page.height - margin
    #expect(isInside, "page \(number): \(word.text) lies in the margin")
  }
}

/// No two words of a page on the same spot. A word's box is twice as high as its characters,
/// and a mark of punctuation may lean half its width into its neighbour's.
private func expectApart(_ page: Printer.Page, _ number: Int) {
  let words = page.words.sorted { $0.top < $1.top }
  for (index, word) in words.enumerated() {
    for other in words[(index + 1)...] {
      if other.top > word.bottom { break }
      let across = min(word.right, other.right) - max(word.left, other.left)
      let down = min(word.bottom, other.bottom) - max(word.top, other.top)
      let height = min(word.bottom - word.top, other.bottom - other.top)
      if across > height / 2 && down > height * 0.6 {
        Issue.record("page \(number): \(word.text) and \(other.text) lie over each other")
      }
    }
  }
}
