import TestSupport
import Testing

private let day = "2026-10-26"

/// What goes wrong with a meeting, and what comes back from the town.
let councilExceptions: [ExceptionCase] = [
  ExceptionCase("Council lacks quorum or even number") {
    let village = try Stage.recorded.village()
    try village.refused(day, "review open --present 0021,0022 --chair 0021", "R209")
    try village.done(day, "person role 0012 council --from 2026-10-26")
    try village.refused(day, "review open \(meeting)", "R205")
    try village.done(day, "person role 0012 council --to 2026-10-26")
    // The meeting is held again; what it leaves goes on into the next month as it happened.
    try village.done("2026-10-28", "review open --month 2026-10 \(meeting)")
    try village.done("2026-10-28", "review approve 10-1")
    try village.done("2026-10-28", "review close")
    let left = try village.done("2026-10-28", "entry list --state pending")["rows"].list ?? []
    #expect(left.count == 9 && left.allSatisfy { $0["month"].text == "2026-11" })
    #expect(try village.entry("10-2", "on", on: "2026-10-28").text == "2026-10-10")
    #expect(try village.entry("10-2", "flags", on: "2026-10-28").texts?.contains("late") == false)
    try village.isSound()
  },
  ExceptionCase("Member is the person or a near relative") {
    let village = try Stage.recorded.village()
    try village.done("2026-10-25", "村民 亲属 0021 0012 --关系 兄弟")
    try village.done("2026-10-25", "record GI04 0022 --on 2026-10-24 --evidence 照片")
    try village.done(day, "review open --present 0021,0022,0023 --chair 0023")
    // Two are left of three, and three are needed: the line waits by itself.
    let deferred = try village.done(day, "review approve 10-1 10-11 10-10")["rows"]
    #expect(deferred.list?.map { $0["state"].text } == ["deferred", "deferred", "approved"])
    let decided = try #require(try village.events().last)["data"]["entries"]
    #expect(decided.list?.map { $0["recused"].texts ?? [] } == [["0021"], ["0022"], []])
    try village.isSound()
  },
  ExceptionCase("Tie") {
    let village = try Stage.recorded.village()
    try village.done(day, "review open \(meeting)")
    try village.done(day, "review recuse 0021 10-10")
    let tie = try village.done(day, "议事 通过 10-10 --票数 2-2-0")["rows"][0]
    #expect(tie["state"].text == "rejected")
    let passed = try village.done(day, "议事 通过 10-9 --票数 3-2-0")["rows"][0]
    #expect(passed["state"].text == "approved")
    try village.refused(day, "议事 通过 10-1 --票数 2-2-0", "R213")
  },
  ExceptionCase("Town returns an entry") {
    let village = try Stage.effective.village()
    try village.done("2026-11-03", "person consent 0012 --for platform")
    try village.done("2026-11-03", "platform export 2026-10")
    let outside = try TemporaryFolder()
    try outside.write("条目,结果,原因\n2026-10-0001,退回,\n", to: "空.csv")
    // A return without a reason is no answer.
    try village.refused(
      "2026-11-09", "platform receipt \(outside.path("空.csv"))", "E345", status: 3)
    try outside.write("条目,结果,原因\n2026-10-0001,退回,缺照片\n", to: "回执.csv")
    try village.done("2026-11-09", "platform receipt \(outside.path("回执.csv"))")
    #expect(try village.entry("10-1", "state", on: "2026-11-09").text == "returned")
    #expect(try village.spendable("0012", on: "2026-11-09") == 18.3)
    let agenda = try village.text("2026-11-26", "review agenda")
    #expect(agenda.contains("镇退回 1 条") && agenda.contains("缺照片"))
    try village.isSound()
  },
]

/// What the end of the year brings, and what changes in its course.
let yearExceptions: [ExceptionCase] = [
  ExceptionCase("Still uncorrected at 31 Dec") {
    let village = try Stage.yearOver.village()
    try village.done("2027-01-20", "year close 2026")
    #expect(try village.rating("0032", on: "2027-01-20") == 990)
    try village.done(
      "2027-01-20", "redress apply 10-10 --points 10 --promise 今后拴绳 --evidence 照片")
    try village.finish("2027-01", met: "2027-01-26", confirmed: "2027-02-02")
    #expect(try village.rating("0032", on: "2027-02-02") == 1000)
    try village.isSound()
  },
  ExceptionCase("Rule changed in the year") {
    let village = try Stage.founded.village()
    let outside = try TemporaryFolder()
    try outside.write(listWithOwnItem, to: "新.csv")
    try village.done("2026-10-10", "record GI04 0012 --on 2026-10-04 --evidence 照片")
    let adopt = "rule adopt \(outside.path("新.csv")) --why 村民会议通过 --from"
    try village.refused("2026-10-10", "\(adopt) 2026-10-01", "R173")
    try village.done("2026-10-10", "\(adopt) 2026-10-12")
    let old = try village.done("2026-10-15", "record GI04 0031 --on 2026-10-11 --evidence 照片")
    let new = try village.done("2026-10-15", "record GI04 0031 --on 2026-10-12 --evidence 照片")
    #expect(old["rows"][0]["points"].number == 2)
    #expect(new["rows"][0]["points"].number == 3)
    #expect(try village.entry("10-1", "points", on: "2026-10-15").number == 2)
    try village.isSound()
  },
  ExceptionCase("Rule list at more than 66/87") {
    let village = try Stage.founded.village()
    let outside = try TemporaryFolder()
    func own(_ count: Int, points: Int) -> String {
      let rows = (1...count).map {
        "加分,自设,ZZ1\($0),清扫胡同\($0),\(points),次,-,个人,照片,V,N,-,0,K,X\n"
      }
      return listWithOwnItem.replacing("加分,自设,ZZ01,主动清扫胡同,1,次,每月2分,个人,照片,V,N,-,0,K,X\n", with: "")
        + rows.joined()
    }
    let adopt = "rule adopt \(outside.path("自设.csv")) --from 2026-10-05 --why 村民会议通过"
    try outside.write(own(6, points: 1), to: "自设.csv")
    try village.refused("2026-10-05", adopt, "E328", status: 3)
    try outside.write(own(5, points: 3), to: "自设.csv")
    try village.refused("2026-10-05", adopt, "E329", status: 3)
    try outside.write(own(5, points: 2), to: "自设.csv")
    #expect(try village.done("2026-10-05", adopt)["version"].whole == 2)
    try village.isSound()
  },
  ExceptionCase("Clerk changes") {
    let village = try Stage.onNotice.village()
    try village.done("2026-10-28", "objection file 10-9 --why 数目不对")
    let sheet = try village.done("2026-10-29", "交接 clerk op2")
    let open = sheet["rows"].list?.compactMap { $0["what"].text } ?? []
    #expect(open.contains("notice") && open.contains("objection"))
    #expect(sheet["fingerprint"].text?.count == 64)
    try village.refused("2026-10-29", "record GI04 0012 --evidence 照片", "U115", status: 2)
    try village.done("2026-10-29", "record GI04 0012 --evidence 照片 --by op2")
    try village.isSound()
  },
]
