import TestSupport
import Testing

/// Every bad input: a Chinese sentence, the right status and code, and files as they were.
@Suite struct RefusalTests {
  @Test(arguments: refusals)
  func `What a rule of the village forbids is refused and leaves no trace`(
    _ provocation: Provocation
  ) throws {
    try provocation.check()
  }

  @Test(arguments: wordFaults)
  func `Words that cannot be understood are refused and leave no trace`(
    _ provocation: Provocation
  ) throws {
    try provocation.check()
  }

  @Test func `A refusal names both numbers, their difference and one command to run next`()
    throws
  {
    let village = try Stage.effective.village()
    let short = try village.run("2026-11-03", "兑换 0012 洗衣粉x2")
    #expect(short.status == 1)
    #expect(
      short.complaint == """
        未兑换：积分不足 [R301]
          苏玉强（0012）可兑换 18.3 分；洗衣粉 ×2 需 20 分；差 1.7 分。
          查看明细：xinyi 明细 0012

        """)
    let stock = try village.run("2026-11-03", "redeem 0012 XYFx21")
    #expect(stock.complaint.contains("20"))
    #expect(stock.complaint.contains("差 1"))
    #expect(stock.complaint.contains("xinyi shop list"))
  }

  @Test func `Many people are recorded all or none`() throws {
    let village = try Stage.recorded.village()
    try village.refused("2026-10-25", "record GI04 0021 0022 0012 --on 2026-10-04", "R109")
    try village.refused("2026-10-25", "record GI04 0021 0022 0999", "U101", status: 2)
    let answer = try village.done("2026-10-25", "record GI04 0021 0022 --on 2026-10-04")
    #expect(answer["rows"].list?.count == 2)
  }

  @Test func `Two of a name are told apart by their numbers`() throws {
    let village = try Stage.founded.village()
    let run = try village.run("2026-10-25", "record GI04 王小芳 --json")
    #expect(run.status == 2)
    let candidates = try Answer(run.messages)["error"]["candidates"]
    #expect(candidates.list?.compactMap { $0["person"].text } == ["0031", "0032"])
    #expect(candidates[0]["household"].text == "031")
  }

  @Test func `Nothing is found where there is no village at all`() throws {
    let empty = try TemporaryFolder()
    let run = try Binary.run(["status", "--json"], after: "cd \(empty.path)")
    #expect(run.status == 2)
    #expect(try Answer(run.messages)["error"]["code"].text == "U119")
    #expect(empty.names().isEmpty)
  }

  @Test func `The village is found from a folder inside it`() throws {
    let village = try Stage.onNotice.village()
    let run = try Binary.run(["status", "--json"], after: "cd \(village.folder.path)/notices")
    #expect(run.status == 0, "\(run.complaint)")
  }

  @Test func `A real village takes its day from the clock alone`() throws {
    let village = try newVillage("")
    try village.refused("2026-10-01", "person add 赵新 --household 050", "U117", status: 2)
    try village.refused("2026-10-01", "status", "U117", status: 2)
    try village.done(nil, "person add 赵新 --household 050")
    try village.isSound()
  }

  @Test func `Whatever is said twice in one line never ends in a fault of the program`() throws {
    let village = try Stage.recorded.village()
    let lines = [
      "withdraw 1 1 --why 错", "withdraw B0001 2026-10-0001 --why 错", "record GI04 0031 0031",
      "record GY08 0012 0013",
    ]
    for line in lines {
      let copy = try village.copy()
      let run = try copy.run("2026-10-25", line)
      #expect(run.status < 3, "\(line): \(run.complaint)")
      try copy.isSound()
    }
  }
}
