import Foundation
import TestSupport
import Testing

/// Settings, versions of the list and the calendar that are refused or cannot be read.
let settingRefusals: [Provocation] = [
  Provocation(
    "R170", 1, .effective, "2026-11-03", "setting set noticeDays 7 --from 2026-10 --why 决定"),
  Provocation(
    "R171", 1, .founded, "2026-10-05", "setting set operators +op2 --from 2026-12 --why 添人"),
  Provocation("R172", 1, .founded, "2026-10-05", "setting set base 900 --from 2026-12 --why 决定"),
  Provocation(
    "R173", 1, .recorded, "2026-10-26",
    "rule adopt {folder}/catalog.json --from 2026-10-25 --why 决定"),
  Provocation("R103", 1, .founded, "2026-10-27", "record ZZ01 0012 --on 2026-10-25") {
    village, outside in
    try outside.write(listWithOwnItem, to: "own.csv")
    try village.done(
      "2026-10-26", "rule adopt \(outside.path)/own.csv --from 2026-10-26 --why 决定")
  },
]

let settingWordFaults: [Provocation] =
  [
    "noticeDays 99", "noticeDays 五", "noticeDays -1", "base 一千", "bands 零星:800,一星:990",
    "bands 零星,一星", "bands 一星:990,零星:800,二星", "topGrade 四星", "votesOf half",
    "minusSpendable maybe", "cards 1,1", "cards 1,x", "carryUntil 02-30", "carry forever",
    "carryLimit 很多", "platformColumns person", "platformColumns who:谁",
    "platformColumns person:编号,name:编号", "operators 减op9", "operators 苏会计",
    "operators 减clerk", "shopDays 周八", "shopDays 周一,周一", "cardWaitDays 400",
  ].map { Provocation("U170", 2, .founded, "2026-10-05", "setting set \($0) --why 决定") }
  + [
    Provocation("U013", 2, .founded, "2026-10-05", "setting set noticeDay 7 --why 决定"),
    Provocation("U013", 2, .founded, "2026-10-05", "setting show 公示天"),
    Provocation("U010", 2, .founded, "2026-10-05", "setting set noticeDays 7"),
    Provocation("U171", 2, .founded, "2026-10-05", "handover clerk clerk"),
    Provocation("U115", 2, .founded, "2026-10-05", "handover op9 op2"),
  ]

/// A list that a village would keep as a table: three items of the town's and one of its own.
let listWithOwnItem = """
  类型,类别,编码,名称,分值,单位,限额,对象,佐证,评审,上报,提示天数,公示,来源,计入
  加分,公益,GI04,主动维护人居环境整治,3,次,每月8分,个人,照片,V,C,-,0,S,B
  加分,公益,GI01,志愿服务,P1/4小时,小时,每月8分,个人,签到表,V,C,-,0,S,B
  加分,自设,ZZ01,主动清扫胡同,1,次,每月2分,个人,照片,V,N,-,0,K,X
  扣分,人居环境,RJ01,乱倒垃圾,5,次,-,户,照片,V,N,1,0,S,R*

  """

extension Village {
  /// Puts the list with an item of the village's own in force, as its second one.
  func adoptSecondList(on day: String) throws {
    let outside = try TemporaryFolder()
    try outside.write(listWithOwnItem, to: "own.csv")
    let adopted = try done(
      day, "rule adopt \(outside.path("own.csv")) --from \(day) --why 村民会议通过")
    #expect(adopted["version"].whole == 2)
  }
}

private func list(_ code: String, _ old: String, _ new: String, line: Int) -> Provocation {
  Provocation(code, 3, .founded, "2026-10-05", "rule check {outside}/own.csv") { _, outside in
    try outside.write(listWithOwnItem.replacing(old, with: new), to: "own.csv")
  }.at("own.csv", line)
}

private func holidays(_ code: String, _ text: String) -> Provocation {
  Provocation(code, 3, .founded, "2026-10-05", "calendar import {outside}/2026.json") {
    _, outside in
    try outside.write(text, to: "2026.json")
  }.at("2026.json")
}

private func settings(_ code: String, _ old: String, _ new: String) -> Provocation {
  Provocation(code, 3, .effective, "2026-11-03", "status") { village, _ in
    try village.edit("village.json", old, new)
  }.at("village.json")
}

private let nationalDay = #"{"date": "2026-10-01", "name": "国庆节", "isOffDay": true}"#

let settingFormatFaults: [Provocation] = [
  settings("E314", #""topGrade": "五星""#, #""topGrade": "四星""#),
  settings("E315", #""base": 1000,"#, "\"base\": 1000,\n    \"carryLimit\": -1,"),
  settings("E316", #""base": 1000,"#, "\"base\": 1000,\n    \"platformColumns\": [],"),
  settings("E317", #""base": 1000,"#, "\"base\": 1000,\n    \"shopDays\": [8],"),
  list("E410", "分值", "分数", line: 1),
  list("E411", "佐证", "单位", line: 1),
  list("E432", "P1/4小时", "每4小时1分", line: 3),
  list("E432", "每月2分", "有时", line: 4),
  list("E432", "扣分,人居", "减,人居", line: 5),
  list("E321", "ZZ01", "GI04", line: 4),
  list("E324", "主动清扫胡同,1", "主动清扫胡同,0", line: 4),
  list("E329", "主动清扫胡同,1", "主动清扫胡同,3", line: 4),
  Provocation("E328", 3, .founded, "2026-10-05", "rule check {outside}/own.csv") { _, outside in
    let own = (1...6).map { "加分,自设,ZZ1\($0),清扫胡同\($0),1,次,-,个人,照片,V,N,-,0,K,X\n" }
    try outside.write(listWithOwnItem.replacing("扣分", with: own.joined() + "扣分"), to: "own.csv")
  }.at("own.csv", 9),
  Provocation(
    "E320", 3, .founded, "2026-10-05", "rule adopt {outside}/a.json --from 2026-10-05 --why 定"
  ) {
    village, outside in
    let text = village.text(of: "catalog.json").replacing(#""plus": 66"#, with: #""plus": 67"#)
    try outside.write(text, to: "a.json")
  }.at("a.json"),
  holidays("E330", #"{"days": []}"#),
  holidays("E331", "{\"days\": [\(nationalDay), \(nationalDay)]}"),
  holidays("E332", #"{"days": [{"date": "2026-10-01", "name": "", "isOffDay": true}]}"#),
  holidays("E333", "{\"year\": 2027, \"days\": [\(nationalDay)]}"),
  holidays("E203", "{\"year\": 2026, \"holidays\": [\(nationalDay)], \"days\": [\(nationalDay)]}"),
  holidays("E306", "{\"format\": 2, \"days\": [\(nationalDay)]}"),
  Provocation("E331", 3, .closed, "2026-10-27", "notice publish") { village, _ in
    try village.folder.write("{\"days\": [\(nationalDay), \(nationalDay)]}", to: "calendar.json")
  }.at("calendar.json"),
]
