import Foundation
import TestSupport
import Testing

@Suite struct PrintTests {
  @Test func `A paper written to a file named html is a page that needs nothing else`() throws {
    let village = try Stage.effective.village()
    let path = village.folder.path + "-公示.html"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let run = try village.run("2026-11-03", "打印 公示 --输出 \(path)")
    #expect(run.status == 0, "\(run.complaint)")
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    for outside in ["<script", "<link", "<img", "http:", "https:", "url(", "src="] {
      #expect(!page.contains(outside), "\(outside)")
    }
    #expect(page.contains("信义积分公示</h1>") && page.contains("<thead>"))
  }

  @Test func `The page of a notice says every word of the text that hangs`() throws {
    let village = try Stage.effective.village()
    let text = try village.run("2026-11-03", "公示 查看").text
    let page = try village.run("2026-11-03", "公示 查看 --格式 网页").text
    let words = Set(text.split { $0.isWhitespace || "-_=".contains($0) }.map(String.init))
    let shown = page.replacing(/<style>(.|\n)*<\/style>/, with: "").replacing(/<[^>]*>/, with: "")
      .filter { !$0.isWhitespace }
    // The printer numbers the pages of a page of HTML itself.
    for word in words where !shown.contains(word) && !word.contains("页（共") {
      Issue.record("the page does not say \(word)")
    }
    #expect(words.count > 40)
  }

  @Test func `A notice whose kept text was changed is printed as the text stands`() throws {
    let village = try Stage.effective.village()
    let kept = village.folder.path + "/notices/2026-10.txt"
    let text = try String(contentsOfFile: kept, encoding: .utf8)
    try text.replacing("+2.0", with: "+9.0").write(
      toFile: kept, atomically: false, encoding: .utf8)
    let run = try village.run("2026-11-03", "打印 公示 --格式 网页")
    #expect(run.status == 3)
    #expect(run.text.contains("<pre>") && run.text.contains("+9.0"))
  }

  @Test func `Statements of the whole village come four to a page, house by house`() throws {
    let village = try Stage.effective.village()
    let run = try village.run("2026-11-03", "打印 明细 --全部 --格式 网页")
    #expect(run.status == 0)
    #expect(run.text.matches(of: /<div class="quarters">/).count == 3)
    let text = try village.text("2026-11-03", "打印 明细 --全部")
    #expect(text.matches(of: /信义积分对账单/).count == 11)
    let several = try village.text("2026-11-03", "打印 明细 0012 0013 --格式 网页")
    #expect(several.matches(of: /<section>/).count == 2)
  }

  @Test func `A paper that is of somebody cannot be printed of nobody`() throws {
    let village = try Stage.effective.village()
    for paper in ["明细", "兑换单", "提示书", "异议"] {
      let run = try village.run("2026-11-03", "打印 \(paper)")
      #expect(run.status == 2 && run.complaint.contains("哪一张"), "\(run.complaint)")
    }
    #expect(try village.run("2026-11-03", "打印 兑换单 没有").status == 2)
  }
}

@Suite struct SeeingTests {
  @Test func `A statement over several months ends with a bar for each, no wider than the screen`()
    throws
  {
    let village = try Stage.effective.village()
    #expect(try village.run("2026-11-03", "redeem 0012 PEN").status == 0)
    let text = try village.text("2026-11-03", "明细 0012")
    let bars = try #require(text.components(separatedBy: "各月得了多少、用了多少").last)
    #expect(bars.contains("2026-10") && bars.contains("2026-11"))
    #expect(bars.contains("####") && bars.contains("===="))
  }

  @Test func `The secretary's page draws points by month and by group, and stock against points`()
    throws
  {
    let village = try Stage.effective.village()
    #expect(try village.run("2026-11-03", "redeem 0012 PEN").status == 0)
    let page = try village.text("2026-11-03", "打印 书记一页 --月份 2026-11 --格式 网页")
    for title in ["各月加分和扣分", "月底未用的积分和存货值"] {
      #expect(page.contains("<figcaption>\(title)</figcaption>"), "\(title)")
    }
    #expect(page.contains("照这个速度到年底（元）"))
  }
}
