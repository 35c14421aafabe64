import TestSupport
import Testing

/// What the meeting leaves on paper.
@Suite struct `The minutes of the council` {
  private let day = "2026-10-26"

  /// One line amended, one rejected, one put off, one recused from, one left over.
  private func met() throws -> Village {
    let village = try Stage.founded.village()
    for line in [
      "record GI04 0012 --on 2026-10-04 --evidence 照片",
      "record DD04 0031 --on 2026-10-12 --evidence 签名",
      "record GI04 0022 --on 2026-10-20 --evidence 照片",
      "record GI04 0031 --on 2026-10-10 --evidence 照片",
      "record RJ12 0032 --on 2026-10-06 --evidence 照片",
      "record GY02 0041 --on 2026-10-15 --points 5 --evidence 用工名册",
      "record DY03 0013 --on 2026-10-11 --evidence 家属说明",
      "record DD04 0032 --on 2026-10-12 --collector 0032 --evidence 签名",
    ] {
      try village.done("2026-10-25", line)
    }
    try village.done(day, "review open --month 2026-10 \(meeting)")
    for line in [
      "review recuse 0025 5", "review approve 5 --votes 3-1-0", "review approve 1 3",
      "review amend 6 --points 3 --why 核实", "review reject 4 --why 签到表无本人签名",
      "review defer 2 --why 待核实", "review amend 7 --points 9 --special --minute 会1 --why 昼夜值守",
      "review close",
    ] {
      try village.done(day, line)
    }
    return village
  }

  @Test func `They tell attendance, votes, recusals and reasons`() throws {
    let village = try met()
    let text = try village.text(day, "议事 记录")
    for words in [
      "苏庄村信用议事会会议记录", "（2026年第1次，评审2026年10月）", "应到5人，实到5人，缺席0人",
      "送审8条，通过5条（其中改分2条），驳回1条，缓议1条，未表决1条", "（苏广武）", "第005条回避：苏广义（本人申请）。", "王小芳（031户）", "+5.0+3.0",
      "第004条驳回理由：签到表无本人签名。", "第002条缓议理由：待核实。", "另立记录会1", "党支部书记欧阳小明",
    ] {
      let unbroken = text.filter { !$0.isWhitespace }
      #expect(unbroken.contains(words), "\(words)\n\(text)")
    }
    let minutes = try village.done(day, "review minutes")
    #expect(minutes["rows"].list?.count == 8)
    #expect(minutes["number"].whole == 1)
    let lines = village.ledgerLines.count
    #expect(minutes["lastLine"].whole == lines)
    let row = minutes["rows"].row(where: "entry", is: "2026-10-0005")
    #expect([row["for"].whole, row["against"].whole, row["recusals"].whole] == [3, 1, 1])
  }

  @Test func `They say the same later, but for where the result was posted`() throws {
    let village = try met()
    let before = try village.text(day, "review minutes --month 2026-10")
    try village.done("2026-10-27", "notice publish")
    try village.done("2026-11-03", "confirm")
    try village.done("2026-11-26", "review open --month 2026-11 \(meeting)")
    try village.done("2026-11-26", "review reject 2026-10-0002 --why 不实")
    let after = try village.text("2026-11-26", "review minutes --month 2026-10")
    #expect(after.contains("自2026年10月27日起在村公示栏公示（公示2026-10），公示期至11月"))
    func untilDecision(_ text: String) -> Substring? {
      text.firstRange(of: "四、决定").map { text[..<$0.lowerBound] }
    }
    #expect(untilDecision(before) != nil)
    #expect(untilDecision(before) == untilDecision(after))
    let next = try village.text("2026-11-26", "review minutes")
    #expect(next.contains("（2026年第2次，评审2026年11月）"))
    #expect(next.contains("10月份公示后没有收到异议。"))
    #expect(next.contains("会议尚未散会"))
  }

  @Test func `They name nobody in a line that is kept secret`() throws {
    let village = try Stage.founded.village()
    try village.done("2026-10-25", "record DY14 0012 --on 2026-10-20 --evidence 材料")
    try village.done(day, "review open --month 2026-10 \(meeting)")
    try village.done(day, "review approve 1")
    let text = try village.text(day, "review minutes")
    #expect(text.contains("（保密）"))
    #expect(!text.contains("苏玉强"))
    let row = try village.done(day, "review minutes")["rows"][0]
    #expect(row["name"].text == nil)
  }

  @Test func `Where no meeting was held there are none`() throws {
    let village = try Stage.recorded.village()
    try village.refused("2026-10-25", "review minutes", "R224")
    try village.refused("2026-10-25", "review minutes --month 2026-10", "R201")
  }
}
