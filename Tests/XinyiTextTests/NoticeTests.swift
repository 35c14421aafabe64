import TestSupport
import Testing
import XinyiLedger

@testable import XinyiText

@Suite("The posted notice")
struct NoticeTests {
  private let sample: NoticeSample
  init() throws { self.sample = try NoticeSample() }

  private func expect(_ paper: NoticePaper, _ name: String) throws {
    let notice = try sample.posted(paper)
    #expect(goldenDifference(notice, "notices/\(name)") == nil)
    for line in notice.split(separator: "\n") {
      #expect(displayWidth(of: String(line)) <= paperWidth, "\(line)")
    }
  }

  @Test func `a month with everything in it`() throws {
    try expect(try sample.paper(), "2026-10.txt")
  }

  @Test func `a month without lines says so`() throws {
    try expect(try sample.emptyPaper(), "empty.txt")
  }

  @Test func `every page of a practice village says so`() throws {
    var paper = try sample.paper()
    paper.village.isPractice = true
    try expect(paper, "practice.txt")
    let pages = noticeText(paper).pages
    let marks = try sample.posted(paper).split(separator: "\n").filter { $0.contains("【演练】") }
    #expect(marks.count == pages)
  }

  @Test func `a supplement names the notice it belongs to`() throws {
    var paper = try sample.emptyPaper()
    paper.supplements = paper.number
    paper.number = NoticeNumber(month: sample.month, part: 2)
    paper.meeting = try sample.day("2026-11-05")
    paper.term = NoticeTerm(
      from: try sample.day("2026-11-06"), to: try sample.day("2026-11-09"), days: 3)
    paper.minus = Array(try sample.minusLines().prefix(1))
    paper.review = nil
    paper.shop = nil
    try expect(paper, "supplement.txt")
  }

  @Test func `a copy made again says so`() throws {
    var paper = try sample.emptyPaper()
    paper.isReprint = true
    #expect(noticeText(paper).body.contains("【重印】"))
  }

  @Test func `lines may come in any order`() throws {
    var paper = try sample.paper()
    let posted = try sample.posted(paper)
    paper.plus.reverse()
    paper.minus.reverse()
    paper.corrections.reverse()
    #expect(try lineDifference(expected: posted, actual: sample.posted(paper)) == nil)
  }

  @Test func `the body ends before the line of the check code, and pages stay the same`() throws {
    let notice = noticeText(try sample.paper())
    let digest = try sample.digest()
    #expect(!notice.body.contains("账本校验码"))
    #expect(notice.body.hasSuffix("\n"))
    let few = notice.ending(records: 1, digest: digest, previousDigest: nil)
    let many = notice.ending(records: .max, digest: digest, previousDigest: digest)
    #expect(few.hasPrefix("六、账本校验码（"))
    #expect(few.split(separator: "\n").count == many.split(separator: "\n").count)
    #expect(many.split(separator: "\n").allSatisfy { displayWidth(of: String($0)) <= 84 })
    #expect(many.contains("第\(notice.pages)页（共\(notice.pages)页）"))
  }

  @Test func `table cells hold no character of uncertain width`() throws {
    var paper = try sample.paper()
    paper.plus[0].subject.name = "买*提·吐*逊"
    paper.plus[0].deed.detail = "“清沟”—①号"
    for line in noticeText(paper).body.split(separator: "\n").map(String.init)
    where line.first?.isNumber == true && line.contains("组") {
      #expect(displayWidth(of: line) == displayWidth(of: line, ambiguous: .narrow))
    }
  }

  @Test func `a masked line shows neither its code nor, with mask 2, whom it is about`() throws {
    var paper = try sample.paper()
    paper.plus[1].effect.rating = .zero
    let body = noticeText(paper).body
    #expect(!body.contains("DY14"))
    #expect(!body.contains("苏*安"))
    #expect(!body.contains("DD07"))
    #expect(body.contains("不列具体内容的条目，有的只计可兑换分。"))
  }

  @Test func `four people of one campaign have a line each, five are one event`() throws {
    var paper = try sample.emptyPaper()
    let lines = try sample.plusLines().filter { $0.deed.detail == "村北沟集中清理" }
    paper.plus = Array(lines.prefix(4))
    #expect(!noticeText(paper).body.contains("4人"))
    paper.plus = Array(lines.prefix(5))
    #expect(noticeText(paper).body.contains("集中清理，5人，每人+2.0分"))
    paper.plus[2].effect.points = .zero
    #expect(!noticeText(paper).body.contains("每人"))
  }

  @Test func `a term that was not moved gives no reason for moving it`() throws {
    var paper = try sample.emptyPaper()
    paper.term = NoticeTerm(
      from: try sample.day("2026-12-28"), to: try sample.day("2027-01-04"), days: 7)
    let body = noticeText(paper).body
    #expect(body.contains("公示期：2026年12月28日至2027年1月4日\n"))
    #expect(body.contains("（张贴当日不计；第7日为2027年1月4日）"))
    #expect(!body.contains("顺延"))
  }

  @Test func `what a hand put into a file cannot break a line`() throws {
    var paper = try sample.paper()
    paper.village.name = "苏\n庄村"
    paper.plus[0].subject.name = "苏\u{202E}*国"
    paper.corrections[0].reason = "甲\n六、账本校验码（"
    let body = noticeText(paper).body
    #expect(!body.contains("\u{202E}"))
    #expect(!body.split(separator: "\n").contains { $0.hasPrefix("六、账本校验码") })
  }

  @Test(arguments: [1, 5, 60, 61, 300, 700])
  func `a big event goes over the pages with its head and loses nobody`(people: Int) throws {
    var paper = try sample.emptyPaper()
    paper.plus = try (1...people).map { serial in
      try sample.plus(
        sample.subject(serial, "苏*强（\(serial)户）", "3组"), "10-18", "GI04", "主动维护人居环境整治",
        "集中清理", "2", batch: 1)
    }
    let notice = noticeText(paper)
    let lines = notice.body.split(separator: "\n", omittingEmptySubsequences: false)
    for serial in 1...people { #expect(notice.body.contains("（\(serial)户）")) }
    let footers = lines.indices.filter { lines[$0].contains("页（共") }
    #expect(footers.count == notice.pages - 1)
    for (place, line) in footers.enumerated() { #expect(line == 62 * (place + 1) - 2) }
  }
}
