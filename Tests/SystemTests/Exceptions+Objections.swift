import TestSupport
import Testing

/// 苏玉霞's October line of 5 points, objected to by somebody else.
private func objected() throws -> Village {
  let village = try Stage.onNotice.village()
  try village.done("2026-10-28", "异议 登记 10-9 --理由 数目不对 --提出人 0031")
  return village
}

private let answer = "objection resolve O-2026-10-01 --why 核实 "

/// What becomes of an objection.
let objectionExceptions: [ExceptionCase] = [
  ExceptionCase("Objection upheld") {
    // Before effect: corrected on a short second notice.
    let village = try objected()
    try village.done(
      "2026-10-30", answer + "--outcome amend --points 2 --document 侯信字1号")
    try village.done("2026-11-03", "confirm")
    #expect(try village.spendable("0013", on: "2026-11-03") == 0)
    let second = try village.done("2026-11-03", "notice supplement")
    #expect(second["notice"].text == "2026-10-2" && second["rows"].list?.count == 1)
    try village.done("2026-11-10", "confirm")
    #expect(try village.spendable("0013", on: "2026-11-10") == 2)
    // After effect: a reversal, which goes the way of every line.
    try village.done("2026-11-11", "objection file 10-1 --why 那天没有到场")
    try village.done(
      "2026-11-12",
      "objection resolve O-2026-11-01 --outcome cancel --why 查无此事 --document 侯信字2号")
    #expect(try village.spendable("0012", on: "2026-11-12") == 18.3)
    try village.finish("2026-11", met: "2026-11-26", confirmed: "2026-12-02")
    #expect(try village.spendable("0012", on: "2026-12-02") == 16.3)
    #expect(try village.entry("10-1", "reversedBy", on: "2026-12-02").text == "2026-11-0001")
    try village.isSound()
  },
  ExceptionCase("Objection rejected") {
    let village = try objected()
    try village.done("2026-11-03", "confirm")
    // Without reasons, or without a meeting or a document, there is no answer.
    try village.refused(
      "2026-11-05", "objection resolve O-2026-10-01 --outcome dismiss --document 侯信字1号", "U010",
      status: 2)
    let paper = try village.text(
      "2026-11-05", "异议 答复 O-2026-10-01 --结果 维持 --理由 用工名册属实 --会议 2026-11 --票数 5-0-0")
    #expect(paper.contains("用工名册属实") && paper.contains("镇"), "\(paper)")
    #expect(try village.entry("10-9", "effectiveOn", on: "2026-11-05").text == "2026-11-05")
    #expect(try village.spendable("0013", on: "2026-11-05") == 5)
    try village.isSound()
  },
  ExceptionCase("Objection late") {
    let village = try Stage.effective.village()
    let filed = try village.done("2026-11-20", "异议 登记 10-9 --理由 数目不对")
    #expect(filed["due"].text == "2026-12-01")
    #expect(try village.entry("10-9", "state", on: "2026-11-20").text == "effective")
    try village.done(
      "2026-11-21",
      "objection resolve O-2026-11-01 --outcome dismiss --why 属实 --document 侯信字1号")
    #expect(try village.spendable("0013", on: "2026-11-21") == 5)
    try village.isSound()
  },
  ExceptionCase("Objection on another's entry") {
    let village = try objected()
    #expect(try village.events().last?["data"]["by"].text == "0031")
    let receipt = try village.text("2026-10-28", "异议 登记 10-1 --理由 不对 --提出人 0032")
    let list = try village.text("2026-10-28", "异议 列表")
    let minutes = try village.text("2026-10-28", "议事 记录 --月份 2026-10")
    let notice = try village.text("2026-10-28", "公示 查看")
    for paper in [list, notice, receipt] { #expect(!paper.contains("王小芳"), "\(paper)") }
    #expect(!minutes.contains("提出人：王小芳"))
  },
  ExceptionCase("Partial objection") {
    let village = try objected()
    let confirmed = try village.done("2026-11-03", "confirm")
    #expect(confirmed["effective"].list?.count == 9)
    #expect(confirmed["waiting"].texts == ["2026-10-0009"])
    #expect(try village.spendable("0012", on: "2026-11-03") == 18.3)
    #expect(try village.spendable("0013", on: "2026-11-03") == 0)
    try village.isSound()
  },
  ExceptionCase("Withdrawn objection") {
    let village = try objected()
    try village.done("2026-10-30", answer + "--outcome withdrawn")
    #expect(try village.entry("10-9", "state", on: "2026-10-30").text == "onNotice")
    try village.refused("2026-11-02", "confirm", "R221")
    #expect(try village.done("2026-11-03", "confirm")["waiting"].list?.isEmpty == true)
    #expect(try village.spendable("0013", on: "2026-11-03") == 5)
    try village.isSound()
  },
]
