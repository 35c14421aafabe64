import TestSupport
import Testing
import XinyiLedger

@testable import XinyiText

@Suite("The minutes of a meeting")
struct MinutesTests {
  private let sample: MinutesSample
  init() throws { sample = try MinutesSample() }

  @Test func `a meeting with everything in it`() throws {
    let text = minutesSheet(try sample.paper()).text
    #expect(goldenDifference(text, "minutes/2026-10.txt") == nil)
    for line in text.split(separator: "\n") {
      #expect(displayWidth(of: String(line)) <= paperWidth, "\(line)")
    }
  }

  @Test func `a meeting that goes on, in a practice village, without lines`() throws {
    var paper = try sample.paper()
    paper.village.isPractice = true
    paper.closedAt = nil
    paper.ledgerLines = nil
    paper.posting = nil
    paper.lines = []
    paper.reports = []
    paper.attendance.absent = [paper.attendance.present.removeLast()]
    let text = minutesSheet(paper).text
    #expect(goldenDifference(text, "minutes/open.txt") == nil)
    #expect(text.contains("【演练】"))
    #expect(text.contains("应到7人，实到6人，缺席1人"))
    #expect(text.contains("会议尚未散会，本记录还不完整。"))
  }

  @Test func `a line that names nobody names nobody beside it either`() throws {
    let text = minutesSheet(try sample.paper()).text
    #expect(text.contains("（保密）"))
    #expect(!text.contains("第002条回避"))
  }

  @Test func `every line of the agenda stands in the minutes once`() throws {
    let paper = try sample.paper()
    #expect(
      paper.together.count + paper.single.count + paper.special.count == paper.lines.count)
    let text = minutesSheet(paper).text
    #expect(text.contains("送审\(paper.lines.count)条"))
    for line in paper.single {
      let label = line.entry.label(in: paper.month)
      let rows = text.split(separator: "\n").filter { $0.hasPrefix("\(label) ") }
      #expect(rows.count == 1, "\(label)")
    }
  }

  @Test func `a vote that lasted two days says on which day it ended`() throws {
    var paper = try sample.paper()
    paper.closedAt = Moment("2026-10-27T09:05:00+08:00")
    #expect(minutesSheet(paper).text.contains("14:30至10月27日09:05"))
  }
}
