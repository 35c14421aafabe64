import TestSupport
import Testing

/// What was recorded wrongly, by mistake or on purpose.
let mistakeExceptions: [ExceptionCase] = [
  ExceptionCase("Wrong person") {
    // Before the meeting the entry is withdrawn and recorded again.
    let early = try Stage.recorded.village()
    let fixed = try early.done("2026-10-25", "改错 10-1 --村民 0013 --理由 记成了父亲")["rows"]
    #expect(fixed[0]["state"].text == "withdrawn" && fixed[1]["person"].text == "0013")
    // After effect the points go back in the open, and goods already taken leave a debt.
    let village = try Stage.effective.village()
    try village.done("2026-11-04", "redeem 0012 XYF")
    try village.done("2026-11-05", "改错 10-7 --村民 0013 --理由 记成了父亲")
    #expect(try village.spendable("0012", on: "2026-11-05") == 8.3)
    try village.finish("2026-11", met: "2026-11-26", confirmed: "2026-12-02")
    #expect(try village.spendable("0012", on: "2026-12-02") == -1.7)
    #expect(try village.spendable("0013", on: "2026-12-02") == 15)
    try village.refused("2026-12-02", "redeem 0012 PEN", "R303")
    let notice = try village.text("2026-12-02", "notice show 2026-11")
    #expect(notice.contains("以前月份更正") && notice.contains("苏*强") && notice.contains("苏*霞"))
    try village.isSound()
  },
  ExceptionCase("Fraud found: a villager") {
    let village = try Stage.effective.village()
    // The hours fall away with the reward that they had reached, and the lie costs five.
    let reversal = try village.done("2026-11-05", "reverse 10-5 --why 代签的签到表")["rows"]
    #expect(reversal[0]["points"].number == -4)
    #expect(reversal[1]["adjusts"].text == "2026-10-0006")
    let lie = try village.done("2026-11-05", "扣分 CX10 0012 --佐证 核查记录")["rows"][0]
    #expect(lie["points"].number == -5)
    try village.finish("2026-11", met: "2026-11-26", confirmed: "2026-12-02")
    #expect(try village.spendable("0012", on: "2026-12-02") == 9.3)
    #expect(try village.rating("0012", on: "2026-12-02") == 1007.3 + 2)
    try village.isSound()
  },
  ExceptionCase("Fraud found: a manager") {
    let village = try Stage.effective.village()
    let lie = try village.done("2026-11-05", "扣分 GL02 0021 --佐证 核查记录")["rows"][0]
    #expect(lie["points"].number == -50)
    try village.done("2026-11-26", "review open --month 2026-11 \(meeting)")
    let line = try village.done("2026-11-26", "review approve 11-1")["rows"][0]
    #expect(line["state"].text == "approved")
    // Nobody votes on the own line.
    let decided = try #require(try village.events().last)["data"]["entries"][0]
    #expect(decided["recused"].texts == ["0021"])
    try village.done("2026-11-26", "review close")
    try village.done("2026-11-26", "notice publish")
    try village.done("2026-12-02", "confirm")
    #expect(try village.rating("0021", on: "2026-12-02") == 950)
    // Below the base star there is no seat at the next meeting.
    try village.refused("2026-12-27", "review open --month 2026-12 \(meeting)", "R207")
    try village.isSound()
  },
  ExceptionCase("Corrected after the deduction") {
    let village = try Stage.effective.village()
    try village.refused(
      "2026-11-05", "redress apply 10-10 --points 6 --evidence 照片", "U010", status: 2)
    try village.done("2026-11-05", "修复 申请 10-10 --分值 6 --承诺 今后拴绳 --佐证 照片")
    try village.finish("2026-11", met: "2026-11-26", confirmed: "2026-12-02")
    #expect(try village.spendable("0032", on: "2026-12-02") == -4)
    // The breach itself stays to be seen.
    #expect(try village.entry("10-10", "state", on: "2026-12-02").text == "effective")
    #expect(try village.entry("10-10", "points", on: "2026-12-02").number == -10)
    try village.refused(
      "2026-12-02", "redress apply 10-10 --points 5 --promise 保证 --evidence 照片", "R249")
    try village.isSound()
  },
  ExceptionCase("Own deletion request") {
    let village = try Stage.effective.village()
    try village.refused("2026-11-05", "entry hide 10-10 --why 本人要求", "R169")
    let hidden = try village.run("2026-11-05", "entry hide 10-1 --why 本人要求")
    #expect(hidden.status == 0)
    try village.folder.remove("notices/2026-10.txt")
    let notice = try village.run("2026-11-05", "notice show 2026-10").text
    #expect(notice.contains("本人要求不公开"))
    // The points stay.
    #expect(try village.spendable("0012", on: "2026-11-05") == 18.3)
  },
  ExceptionCase("Consent withdrawn") {
    let village = try Stage.recorded.village()
    for scope in ["names", "platform"] {
      try village.done("2026-10-25", "person consent 0012 --for \(scope)")
    }
    try village.done("2026-10-26", "review open \(meeting)")
    try village.decideAll("2026-10-26")
    try village.done("2026-10-27", "notice publish")
    #expect(try village.text("2026-10-27", "notice show").contains("苏玉强"))
    for scope in ["names", "platform"] {
      try village.done("2026-10-28", "person consent 0012 --for \(scope) --withdraw")
    }
    try village.done("2026-11-03", "confirm")
    let sent = try village.done("2026-11-03", "platform export 2026-10")
    #expect(sent["rows"].list?.contains { $0["person"].text == "0012" } == false)
    // What was posted lawfully stays as it was.
    #expect(try village.text("2026-11-03", "notice show 2026-10").contains("苏玉强"))
    try village.done("2026-11-05", "record GI04 0012 --evidence 照片")
    try village.finish("2026-11", met: "2026-11-26", confirmed: "2026-12-02")
    #expect(try !village.text("2026-12-02", "notice show 2026-11").contains("苏玉强"))
    try village.isSound()
  },
]
