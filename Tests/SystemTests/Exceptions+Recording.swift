import TestSupport
import Testing

/// What can be odd about an event that is recorded.
let recordingExceptions: [ExceptionCase] = [
  ExceptionCase("Late event") {
    let village = try Stage.effective.village()
    // Thirty-seven days later a reason is due; the month's cap is that of the event.
    try village.refused("2026-11-10", "record GI04 0031 --on 2026-10-04 --evidence 照片", "R108")
    let late = try village.done(
      "2026-11-10", "record GI04 0031 --on 2026-10-04 --evidence 照片 --why 采集员忘了")["rows"][0]
    #expect(late["flags"].texts == ["late"])
    #expect(late["on"].text == "2026-10-04" && late["month"].text == "2026-11")
    for (day, points) in [("2026-10-13", 1.0), ("2026-10-14", 0), ("2026-11-05", 1)] {
      let row = try village.done("2026-11-10", "record DD04 0031 --on \(day) --evidence 签名")[
        "rows"][0]
      #expect(row["points"].number == points, "\(day)")
    }
    // When the year is closed, a late line of it counts in the new one.
    let closed = try Stage.yearOver.village()
    try closed.done("2027-01-20", "year close 2026")
    let opening = try closed.done("2027-01-20", "record GI04 0031 --on 2026-12-30 --evidence 照片")
    #expect(opening["rows"][0]["month"].text == "2027-01")
    try village.isSound()
  },
  ExceptionCase("Same name") {
    let village = try Stage.founded.village()
    try village.refused("2026-10-05", "record GI04 王小芳 --evidence 照片", "U102", status: 2)
    let run = try village.run("2026-10-05", "记分 GI04 王小芳 --佐证 照片")
    #expect(run.complaint.contains("0031  王小芳  031  1组"))
    #expect(run.complaint.contains("0032  王小芳  032  4组"))
    try village.done("2026-10-05", "record GI04 0031 0032 --evidence 照片")
    try village.done("2026-10-26", "review open \(meeting)")
    try village.decideAll("2026-10-26")
    let rows = try village.done("2026-10-27", "notice publish")["rows"].list ?? []
    #expect(rows.map { $0["person"].text } == ["0031", "0032"])
    let notice = try village.text("2026-10-27", "notice show")
    #expect(notice.split(separator: "\n").count { $0.contains("王*芳") } == 2)
    #expect(notice.contains("1组") && notice.contains("4组"))
  },
  ExceptionCase("Double entry") {
    let village = try Stage.recorded.village()
    try village.refused("2026-10-25", "record GI04 0012 --on 2026-10-04 --evidence 照片", "R109")
    // The collector's list is brought twice: one receipt, one batch.
    let list = "record GI04 0031 0032 --on 2026-10-20 --evidence 名单 --receipt W3"
    let first = try village.done("2026-10-25", list)
    let before = village.fingerprint
    let again = try village.done("2026-10-25", list)
    #expect(first["batch"].text == again["batch"].text)
    #expect(first["rows"].list?.count == 2 && again["rows"].list?.count == 2)
    #expect(village.fingerprint == before)
    let other = try village.run("2026-10-25", list.replacing(" 0032", with: "") + " --json")
    #expect(other.status == 1)
    #expect(village.fingerprint == before)
    // Something else on that day has a number of its own.
    let another = try village.done(
      "2026-10-25", "record GI04 0012 --on 2026-10-04 --deed D2 --evidence 照片")
    #expect(another["rows"][0]["flags"].texts == ["sameDay"])
    try village.isSound()
  },
  ExceptionCase("Group event") {
    let village = try Stage.founded.village()
    try village.done("2026-10-05", "record DD04 0031 --on 2026-10-04 --evidence 签名")
    try village.done("2026-10-05", "record DD04 0031 --on 2026-10-05 --evidence 签名")
    // Who is not in the roster is named, and nobody of the list is recorded meanwhile.
    try village.refused(
      "2026-10-10", "record DD04 0012 0031 张三 李四 --evidence 名单", "U101", status: 2)
    let event = try village.done("2026-10-10", "record DD04 0012 0031 0032 --evidence 名单")
    #expect(event["rows"].list?.map { $0["points"].number } == [1, 0, 1])
    #expect(Set(event["rows"].list?.compactMap { $0["batch"].text } ?? []).count <= 1)
    try village.done("2026-10-26", "review open \(meeting)")
    try village.decideAll("2026-10-26")
    try village.done("2026-10-27", "notice publish")
    try village.done("2026-10-28", "objection file 10-3 --why 那天他在外地")
    let confirmed = try village.done("2026-11-03", "confirm")
    #expect(confirmed["waiting"].texts == ["2026-10-0003"])
    #expect(confirmed["effective"].list?.count == 4)
    try village.isSound()
  },
  ExceptionCase("Group honour") {
    let village = try Stage.founded.village()
    let rows =
      try village.done("2026-10-20", "record GI07 户:012 户:031 --evidence 评选文件")["rows"].list ?? []
    #expect(rows.map { $0["person"].text } == ["0012", "0031"])
    #expect(rows.map { $0["points"].number } == [2, 2])
    // Another member of the same household does not bring the honour a second time.
    try village.refused("2026-10-20", "record GI07 0032 0012 0013 --deed D2 --evidence 文件", "R113")
    try village.refused("2026-10-20", "record GI07 0013 --evidence 文件", "R109")
  },
  ExceptionCase("Household breach") {
    let village = try Stage.founded.village()
    try village.done("2026-10-15", "person household head 012 0013 --on 2026-10-15")
    let old = try village.done("2026-10-20", "record RJ03 户:012 --on 2026-10-10 --evidence 照片")
    let new = try village.done("2026-10-20", "record RJ03 0012 --on 2026-10-18 --evidence 照片")
    #expect(old["rows"][0]["person"].text == "0012")
    #expect(new["rows"][0]["person"].text == "0013")
    try village.refused("2026-10-20", "record RJ03 户:014 --on 2026-10-18 --evidence 照片", "R105")
  },
  ExceptionCase("Event outside") {
    let village = try Stage.founded.village()
    let line = "扣分 RJ05 0031 --日期 10-10 --佐证 决定书 --信息来源 "
    try village.refused("2026-10-20", line + "外单位", "R114")
    try village.refused("2026-10-20", line + "镇", "R114")
    try village.done("2026-10-20", line + "外单位 --文号 侯公（治）字1号")
    let recorded = try #require(try village.events().last)["data"]
    #expect(recorded["source"].text == "outside")
    #expect(recorded["document"].text == "侯公（治）字1号")
    // The meeting still decides on the item: nothing stands before it.
    #expect(try village.entry("2026-10-0001", "state", on: "2026-10-20").text == "pending")
    let told = try village.run("2026-10-20", line + "外单位").complaint
    #expect(told.contains("R114") && told.contains("xinyi 帮助 记分"), "\(told)")
  },
  ExceptionCase("Minus arrives after redemption") {
    let village = try Stage.effective.village()
    try village.done("2026-11-04", "redeem 0012 XYF PENx2")
    try village.done("2026-11-10", "record RJ05 0012 --evidence 照片")
    try village.finish("2026-11", met: "2026-11-26", confirmed: "2026-12-02")
    #expect(try village.spendable("0012", on: "2026-12-02") == -4.7)
    try village.refused("2026-12-02", "redeem 0012 PEN", "R303")
    #expect(try village.done("2026-12-02", "shop list")["rows"].list?.count == 3)
    try village.done("2026-12-03", "record DY03 0012 --evidence 说明")
    try village.finish("2026-12", met: "2027-01-04", confirmed: "2027-01-15")
    #expect(try village.spendable("0012", on: "2027-01-15") == 5.3)
    try village.done("2027-01-15", "redeem 0012 PEN")
    try village.isSound()
  },
]
