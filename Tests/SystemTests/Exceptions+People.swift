import TestSupport
import Testing

private let today = "2026-11-03"

/// What people live through.
let peopleExceptions: [ExceptionCase] = [
  ExceptionCase("Villager moves out") {
    let village = try Stage.effective.village()
    try village.done(today, "setting set leaveDays 30 --from 2026-11 --why 村民会议决定")
    try village.done("2026-11-05", "村民 迁出 0012 --日期 2026-11-05")
    try village.refused("2026-11-06", "record GI04 0012 --on 2026-11-06 --evidence 照片", "R107")
    try village.refused("2026-11-06", "record RJ01 0012 --on 2026-11-06 --evidence 照片", "R107")
    let ranked = try village.done("2026-11-06", "rank")["rows"].list ?? []
    #expect(!ranked.contains { $0["person"].text == "0012" })
    // The thirtieth day is 5 December.
    try village.done("2026-12-05", "redeem 0012 PEN")
    try village.refused("2026-12-06", "redeem 0012 PEN", "R303")
    // What was wrong is still put right.
    try village.done("2026-12-06", "reverse 10-1 --why 记错")
    try village.isSound()
  },
  ExceptionCase("Dies") {
    let village = try Stage.effective.village()
    let died = try village.done(today, "person die 0013 --on 2026-11-02")
    #expect(died["moved"][0]["spendable"].number == 5)
    #expect(try village.spendable("0012", on: today) == 23.3)
    try village.refused(today, "redeem 0013 PEN", "R303")
    try village.refused(today, "record GI04 0013 --on 2026-11-03 --evidence 照片", "R107")
    let ranked = try village.done(today, "rank")["rows"].list ?? []
    #expect(!ranked.contains { $0["person"].text == "0013" })
    // The family may have what was kept.
    let data = try Answer(try village.run(today, "person export 0013").output)
    #expect(data["entries"].list?.count == 1)
    try village.isSound()
  },
  ExceptionCase("Marries in, returns, comes of age") {
    let village = try Stage.founded.village()
    let joined = try village.done(
      "2026-10-10", "村民 迁入 赵新 --户 012 --日期 2026-10-08")["rows"][0]
    let number = try #require(joined["person"].text)
    #expect(try village.rating(number, on: "2026-10-10") == 1000)
    try village.refused("2026-10-10", "record GI04 \(number) --on 2026-10-07 --evidence 照片", "R106")
    try village.done("2026-10-10", "record GI04 \(number) --on 2026-10-08 --evidence 照片")
    try village.done("2026-10-10", "person leave 0031 --on 2026-10-10")
    try village.refused("2026-10-12", "record GI04 0031 --on 2026-10-12 --evidence 照片", "R107")
    try village.done("2026-10-20", "person join 0031 --on 2026-10-20")
    try village.done("2026-10-20", "record GI04 0031 --on 2026-10-20 --evidence 照片")
    try village.done("2026-10-20", "person add 苏小宝 --household 012 --born 2008-10-21")
    #expect(
      try village.done("2026-10-20", "person show 苏小宝")["rows"][0]["adultOn"].text == "2026-10-21")
    try village.isSound()
  },
  ExceptionCase("Student, soldier") {
    let village = try Stage.founded.village()
    try village.done("2026-10-08", "村民 暂停 0031 --状态 在校 --日期 2026-10-08")
    try village.done("2026-10-08", "村民 暂停 0032 --状态 服役 --日期 2026-10-08")
    for line in ["RJ01 0031", "GI04 0031", "RJ01 0032"] {
      try village.refused("2026-10-10", "record \(line) --evidence 照片", "R107")
    }
    let honour = try village.done("2026-10-10", "record DY07 0032 --evidence 通知书")["rows"][0]
    #expect(honour["points"].number == 5)
    let balance = try village.done("2026-10-10", "balance 0032")["rows"][0]
    #expect(balance["grade"].isNull)
    try village.done("2026-10-20", "person resume 0031 --on 2026-10-20")
    try village.done("2026-10-20", "record GI04 0031 --on 2026-10-20 --evidence 照片")
    try village.isSound()
  },
]

/// What households live through.
let householdExceptions: [ExceptionCase] = [
  ExceptionCase("Head changes, dies") {
    let village = try Stage.effective.village()
    let died = try village.done(today, "person die 0012 --on 2026-11-02 --new-head 0013")
    #expect(died["moved"][0]["to"].text == "0013")
    #expect(try village.spendable("0013", on: today) == 23.3)
    let old = try village.done(today, "record GY08 户:012 --on 2026-11-01 --evidence 签到")
    let new = try village.done(today, "record GY08 户:012 --on 2026-11-03 --evidence 签到")
    #expect(old["rows"][0]["person"].text == "0012")
    #expect(new["rows"][0]["person"].text == "0013")
    #expect(try village.entry("10-1", "person", on: today).text == "0012")
    try village.isSound()
  },
  ExceptionCase("Household splits or merges") {
    // Accounts by person stay with the person.
    let persons = try Stage.effective.village()
    try persons.refused(
      today, "person household split 0013 --household 050 --points 2 --why 协议", "R168")
    try persons.done(today, "person household split 0013 --household 050 --why 协议")
    #expect(try persons.spendable("0013", on: today) == 5)
    #expect(try persons.spendable("0012", on: today) == 18.3)
    // Accounts by household are parted as agreed, to the tenth.
    let village = try newVillage("--practice --today 2026-10-01 --account household")
    try village.importRoster(roster)
    try village.done("2026-10-10", "record DY03 0013 --on 2026-10-04 --evidence 照片")
    try village.finish("2026-10", met: "2026-10-26", confirmed: "2026-11-03")
    try village.refused(
      today, "person household split 0013 --household 050 --points 10.1 --why 协议", "R166")
    try village.done(today, "person household split 0013 --household 050 --points 2.5 --why 协议")
    #expect(try village.spendable("0012", on: today) == 7.5)
    #expect(try village.spendable("0013", on: today) == 2.5)
    try village.done(today, "person household merge 050 012 --why 回到父母家")
    #expect(try village.spendable("0012", on: today) == 10)
    try village.isSound()
  },
]
