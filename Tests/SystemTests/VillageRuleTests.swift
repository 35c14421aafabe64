import Foundation
import TestSupport
import Testing

/// What a village decides for itself: settings, its list, its calendar, its clerk.
@Suite struct VillageRuleTests {
  // MARK: Settings

  @Test func `A setting is changed from a month on, and the answer says how to change it back`()
    throws
  {
    let village = try Stage.founded.village()
    let set = try village.done("2026-10-05", "设置 修改 公示天数 7天 --理由 村民会议决定")
    #expect(set["setting"].text == "noticeDays")
    #expect(set["from"].text == "2026-11")
    #expect(set["old"].whole == 5 && set["new"].whole == 7)
    #expect(set["back"].text == "xinyi 设置 修改 公示天数 5 --起 2026-11 --理由 撤回")
    let shown = try village.done("2026-10-05", "setting show")
    #expect(shown["settings"]["noticeDays"].whole == 5)
    #expect(shown["scheduled"][0]["from"].text == "2026-11")
    #expect(shown["scheduled"][0]["value"].whole == 7)
    let later = try village.done("2026-11-01", "setting show noticeDays")
    #expect(later["settings"]["noticeDays"].whole == 7)
    try village.done("2026-10-06", "setting set noticeDays 5 --from 2026-11 --why 撤回")
    #expect(
      try village.done("2026-11-01", "setting show")["settings"]["noticeDays"].whole == 5)
    try village.isSound()
  }

  @Test(
    arguments: [
      ("setting set base 900.5", "base"), ("设置 修改 topGrade 最高", "topGrade"),
      ("设置 修改 bands 零星:800,一星:990.5,三星:1040,五星", "bands"),
      ("设置 修改 votesOf 到会", "votesOf"), ("setting set votesOf present", "votesOf"),
      ("设置 修改 minusSpendable 否", "minusSpendable"),
      ("setting set sum 每次", "sum"), ("设置 修改 remindFirst 必须", "remindFirst"),
      ("设置 修改 names 全名", "names"), ("setting set cards 1、2、5、10", "cards"),
      ("setting set carryUntil 03-31", "carryUntil"), ("设置 修改 carry 一直有效", "carry"),
      ("setting set carryLimit 500", "carryLimit"),
      ("setting set operators clerk,op2", "operators"),
      ("设置 修改 platformColumns person:人员编号,分值:得分:分,镇:乡镇,冲正条目:冲销", "platformColumns"),
      ("setting set platformColumns person:人员编号,冲正条目:冲销", "platformColumns"),
    ])
  func `What is typed back gives the old value again`(line: String, key: String) throws {
    let village = try Stage.founded.village()
    let before = try village.done("2026-10-05", "setting show")["settings"][key]
    let set = try village.done("2026-10-05", "\(line) --why 决定")
    #expect("\(set["old"])" == "\(before)")
    #expect("\(set["new"])" != "\(before)")
    let from = try #require(set["from"].text)
    let back = try #require(set["back"].text).split(separator: " ").dropFirst().map(String.init)
    let again = try village.run("2026-10-05", back + ["--json"])
    #expect("\(try Answer(again.output)["old"])" == "\(set["new"])")
    let now = try village.done("\(from)-28", "setting show")["settings"][key]
    #expect("\(now)" == "\(before)" || key == "carry")
    let forth = try #require(try Answer(again.output)["back"].text).split(separator: " ")
      .dropFirst()
    let third = try village.run("2026-10-05", forth.map(String.init) + ["--json"])
    #expect("\(try Answer(third.output)["new"])" == "\(set["new"])")
    try village.isSound()
  }

  @Test func `All that is wrong with a value is told at once`() throws {
    let village = try Stage.founded.village()
    let run = try village.run("2026-10-05", "setting set bands 零星,一星:x,二星:3 --why 决定")
    #expect(run.status == 2)
    for part in ["零星", "一星:x", "最后要写"] { #expect(run.complaint.contains(part)) }
  }

  @Test func `Nothing to change writes nothing`() throws {
    let village = try Stage.founded.village()
    let before = village.fingerprint
    try village.done("2026-10-05", "setting set noticeDays 5 --why 决定")
    try village.done("2026-10-05", "setting set noticeDays 9 --why 决定 --dry-run")
    #expect(village.fingerprint == before)
  }

  // MARK: The list and its versions

  @Test func `An entry keeps the version of its own day, whenever it is recorded`() throws {
    let village = try Stage.founded.village()
    let outside = try TemporaryFolder()
    try outside.write(listWithOwnItem, to: "own.csv")
    let adopted = try village.done(
      "2026-10-09", "rule adopt \(outside.path)/own.csv --from 2026-10-10 --why 村民会议通过")
    #expect(adopted["version"].whole == 2)
    #expect(adopted["replaces"].whole == 1)
    let old = try village.done("2026-10-12", "record GI04 0012 --on 2026-10-09 --evidence 照片")
    let new = try village.done("2026-10-12", "record GI04 0012 --on 2026-10-10 --evidence 照片")
    #expect(old["rows"][0]["points"].whole == 2)
    #expect(new["rows"][0]["points"].whole == 3)
    let gone = try village.done("2026-10-12", "record DD04 0031 --on 2026-10-09 --evidence 签名")
    #expect(gone["rows"][0]["rule"].text == "DD04")
    let own = try village.done("2026-10-12", "record ZZ01 0031 --evidence 照片")
    #expect(own["rows"][0]["points"].whole == 1)
    let catalogs = try village.events().compactMap { $0["data"]["catalog"].whole }
    #expect(catalogs == [1, 2, 1, 2])
    #expect(try village.done("2026-10-12", "rule list")["version"].whole == 2)
    try village.isSound()
  }

  @Test func `A list is looked at before it is adopted, and its file put back gives the old list`()
    throws
  {
    let village = try Stage.founded.village()
    let outside = try TemporaryFolder()
    let text = village.text(of: "catalog.json")
    try outside.write(
      text.replacing("主动维护人居环境整治", with: "维护人居环境"), to: "new.json")
    let before = village.fingerprint
    let changes = try village.done("2026-10-05", "细则 导入 \(outside.path)/new.json")
    #expect(changes["changed"].whole == 1 && changes["unchanged"].whole == 152)
    #expect(changes["rows"][0]["what"].text == "名称")
    #expect(changes["rows"][0]["old"].text == "主动维护人居环境整治")
    #expect(
      try village.done("2026-10-05", "rule check \(outside.path)/new.json")["rows"].list?.isEmpty
        == true)
    #expect(village.fingerprint == before)
    let adopted = try village.done(
      "2026-10-05", "rule adopt \(outside.path)/new.json --from 2026-10-05 --why 决定")
    let back = try #require(adopted["back"].text).split(separator: " ").dropFirst()
    #expect(try village.run("2026-10-05", back.map(String.init)).status == 0)
    let shown = try village.done("2026-10-05", "rule show GI04")
    #expect(shown["rows"][0]["title"].text == "主动维护人居环境整治")
    try village.isSound()
  }

  @Test func `Points for what must never cost points are warned of`() throws {
    let village = try Stage.founded.village()
    let outside = try TemporaryFolder()
    try outside.write(
      listWithOwnItem.replacing("乱倒垃圾", with: "越级上访"), to: "own.csv")
    let check = try village.done("2026-10-05", "rule check \(outside.path)/own.csv")
    #expect(check["rows"][0]["rule"].text == "RJ01")
    #expect(check["rows"][0]["word"].text == "上访")
    #expect(check["plus"].whole == 3 && check["minus"].whole == 1)
  }

  // MARK: The calendar

  /// The holidays of 2026 around the National Day, and a weekend that is worked.
  private let holidays = #"""
    {"$schema": "x", "$id": "y", "year": 2026, "papers": ["https://www.gov.cn"], "days": [
    {"name": "国庆节", "date": "2026-10-01", "isOffDay": true},
    {"name": "国庆节", "date": "2026-10-02", "isOffDay": true},
    {"name": "演练假", "date": "2026-11-02", "isOffDay": true},
    {"name": "演练假", "date": "2026-10-31", "isOffDay": false}]}
    """#

  @Test func `A notice ends by the calendar of the village, which a backup carries`() throws {
    let village = try Stage.closed.village()
    let outside = try TemporaryFolder()
    try outside.write(holidays, to: "2026.json")
    let kept = try village.done("2026-10-26", "日程 导入 \(outside.path)/2026.json")
    #expect(kept["days"].whole == 4)
    #expect(kept["years"][0].whole == 2026)
    try village.isSound()
    let posted = try village.run("2026-10-27", "notice publish --json")
    #expect(posted.complaint.isEmpty)
    #expect(try Answer(posted.output)["to"].text == "2026-11-03")
    #expect(village.text(of: "notices/2026-10.txt").contains("顺延至11月3日"))
    let filed = try village.done("2026-10-28", "objection file 1 --why 数额不对")
    #expect(filed["due"].text == "2026-11-06")
    try village.done(nil, "backup \(outside.path)")
    let names = Village.files(below: outside.path).keys.filter { $0.hasSuffix("calendar.json") }
    #expect(names.count == 1)
    try village.isSound()
  }

  @Test func `Without a calendar a term goes by weekdays, and standard error says so`() throws {
    let village = try Stage.closed.village()
    let posted = try village.run("2026-10-27", "notice publish --json")
    #expect(try Answer(posted.output)["to"].text == "2026-11-02")
    #expect(posted.complaint.contains("没有 2026 年的节假日"))
    #expect(posted.complaint.split(separator: "\n").count == 1)
  }

  @Test func `The dates of a year are told with its holidays`() throws {
    let village = try Stage.founded.village()
    let outside = try TemporaryFolder()
    try outside.write(holidays, to: "2026.json")
    try village.done("2026-10-05", "calendar import \(outside.path)/2026.json")
    let rows = try village.done("2026-10-05", "calendar --year 2026")["rows"].list ?? []
    let facts = rows.map { "\($0["on"].text ?? "") \($0["what"].text ?? "")" }
    for fact in [
      "2026-10-01 holiday", "2026-10-25 cutOff", "2026-10-26 meeting", "2026-10-27 posting",
      "2026-11-03 noticeEnds", "2026-11-04 confirm", "2026-11-05 package", "2026-11-10 town",
      "2026-12-31 yearEnds",
    ] {
      #expect(facts.contains(fact), "\(fact)")
    }
    let next = try village.run("2026-12-20", "calendar --json")
    let coming = try Answer(next.output)["rows"].list ?? []
    #expect(coming.contains { $0["on"].text == "2027-01-31" && $0["what"].text == "carryEnds" })
    #expect(next.complaint.contains("没有 2027 年的节假日"))
  }

  // MARK: The clerk

  @Test func `A clerk hands over with a sheet of all that is open`() throws {
    let village = try Stage.onNotice.village()
    try village.done("2026-10-28", "objection file 1 --why 数额不对")
    let sheet = try village.text("2026-10-29", "交接 clerk op2")
    for part in [
      "信义积分账本交接单", "交出人：clerk", "接手人：op2", "有异议 1 条", "公示 2026-10", "O-2026-10-01",
      "2026年10月：公示中", "账本校验码前16位", "交出人（签字）：",
    ] {
      #expect(sheet.contains(part), "\(part)")
    }
    try village.refused("2026-10-29", "record GI04 0012", "U115", status: 2)
    let by = ["record", "GI04", "0012", "--by", "op2"]
    #expect(try village.run("2026-10-29", by).status == 0)
    try village.isSound()
  }
}
