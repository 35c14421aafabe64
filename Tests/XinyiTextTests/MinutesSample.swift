import Testing
import XinyiLedger
import XinyiText

/// The minutes of an invented village's meeting of October 2026.
struct MinutesSample {
  let month: Month
  let village = PaperVillage(name: "苏庄村", town: "侯营镇", isPractice: false)

  init() throws { month = try #require(Month("2026-10")) }

  func paper() throws -> MinutesPaper {
    MinutesPaper(
      village: village, month: month, number: 10, openedAt: try moment("14:30"),
      closedAt: try moment("16:10"), attendance: attendance,
      reports: [
        "9月份公示后没有收到异议。",
        "对6月第014条的异议（O-2026-10-01）于10月20日答复：撤销，理由：现场核实不是本人倾倒。",
        "镇退回0条。", "以前条目的更正见本次第053、054条。",
      ],
      lines: togetherLines() + singleLines() + [special()],
      posting: MinutesPosting(
        notice: NoticeNumber(month: month, part: 1), from: try day("2026-10-27"),
        to: try day("2026-11-02")),
      ledgerLines: 1790...1846)
  }

  let attendance = MinutesAttendance(
    chair: "苏广文", chairIsConvener: true,
    present: ["苏广文", "苏玉梅", "李传英", "王西林", "赵德海", "苏桂凤", "苏长山"], absent: [], quorum: 4,
    secretary: ["苏立军"], supervisors: ["李田友", "苏会敏"])

  func day(_ text: String) throws -> Day { try #require(Day(text)) }

  func moment(_ clock: String) throws -> Moment {
    try #require(Moment("2026-10-26T\(clock):00+08:00"))
  }

  func line(
    _ serial: Int, _ name: String?, _ deed: String, _ asked: Int32,
    _ outcome: MinutesLine.Outcome, _ votes: (Int, Int, Int)?,
    recused: [(String, String)] = [], why: String? = nil, minute: String? = nil,
    isTogether: Bool = false
  ) -> MinutesLine {
    MinutesLine(
      entry: EntryNumber(month: month, serial: serial), name: name, deed: deed,
      asked: .whole(asked), outcome: outcome,
      votes: votes.map { Votes(for: $0.0, against: $0.1, abstain: $0.2) },
      recused: recused.map { .init(name: $0.0, reason: $0.1) }, why: why, minute: minute,
      isTogether: isTogether)
  }

  private func togetherLines() -> [MinutesLine] {
    let own: [Int: String] = [
      3: "苏玉梅", 33: "苏玉梅", 6: "李传英", 7: "李传英", 8: "李传英", 16: "李传英", 20: "苏长山",
      21: "王西林",
    ]
    return ([1, 3] + Array(5...8) + [10] + Array(12...26) + Array(31...33)).map { serial in
      line(
        serial, "苏某", "GI04主动维护人居环境整治", 2, .passed(.whole(2)),
        (own[serial] == nil ? 7 : 6, 0, 0), recused: own[serial].map { [($0, "本人")] } ?? [],
        isTogether: true)
    }
  }

  private func singleLines() -> [MinutesLine] {
    [
      line(48, "苏兆军", "RJ01乱堆乱倒垃圾（加倍）", -10, .passed(.whole(-10)), (6, 1, 0)),
      line(49, "王长庆", "RJ04露天焚烧垃圾、落叶", -5, .passed(.whole(-5)), (7, 0, 0)),
      line(
        50, "赵志刚", "RJ09车辆乱停堵塞胡同", -3, .passed(.whole(-3)), (6, 0, 0),
        recused: [("赵德海", "本户")]),
      line(52, "苏卫东", "XF11（不公开）", -5, .passed(.whole(-5)), (7, 0, 0)),
      line(53, "苏玉成", "更正6月第014条", 5, .passed(.whole(5)), (7, 0, 0)),
      line(2, nil, "大义类（不公开）", 5, .passed(.whole(5)), (6, 0, 0), recused: [("苏桂凤", "本人")]),
      line(
        9, "赵桂荣", "DD10拾金不昧", 3, .amended(.whole(2)), (7, 0, 0),
        why: "拾得现金核实为860元，按“100元至1000元”一档"),
      line(
        55, "苏晓晨", "GI04主动维护人居环境整治", 2, .rejected, (2, 5, 0), why: "签到表无本人签名，带队人不能证明到场。"),
      line(56, "苏长海", "RJ02门前堆放杂物", -3, .deferred, (4, 1, 2), why: "待现场核实"),
      line(
        57, "苏玉强", "GI04主动维护人居环境整治", 2, .withoutQuorum(voters: 3), nil,
        recused: [("苏玉梅", "亲属"), ("苏长山", "本人申请")]),
      line(58, "王小芳", "DD04邻里互助（农活、水电、代办）", 1, .undecided, nil),
    ]
  }

  private func special() -> MinutesLine {
    line(
      59, "苏广武", "DY04参加救火、防汛、排涝、抗旱抢险", 3, .amended(.whole(8)), (6, 0, 1), why: "连续三夜守堤",
      minute: "2026-10-1")
  }
}
