import Testing
import XinyiLedger
import XinyiText

/// The notice of an invented village for October 2026, line by line.
struct NoticeSample {
  let month: Month
  let village = PaperVillage(name: "苏庄村", town: "侯营镇", isPractice: false)

  init() throws { self.month = try #require(Month("2026-10")) }

  func paper() throws -> NoticePaper {
    var paper = try emptyPaper()
    paper.plus = try plusLines()
    paper.minus = try minusLines()
    paper.corrections = try corrections()
    paper.reminders = NoticeReminders(issued: 6, putRight: 3)
    paper.review = NoticeReview(amended: 1, rejected: 2, deferred: 1, evaluated: 412)
    return paper
  }

  func emptyPaper() throws -> NoticePaper {
    NoticePaper(
      number: NoticeNumber(month: month, part: 1), supplements: nil, replaces: nil,
      village: village, isReprint: false,
      catalog: NoticeCatalog(version: 1, from: try day("2026-01-01")),
      meeting: try day("2026-10-26"),
      term: NoticeTerm(from: try day("2026-10-27"), to: try day("2026-11-02"), days: 5),
      plus: [], minus: [], corrections: [], reminders: nil,
      review: NoticeReview(amended: 0, rejected: 0, deferred: 0, evaluated: 412),
      shop: NoticeShop(
        month: month.previous, name: "信义超市", redemptions: 37, redeemed: try points("226"),
        outstanding: try points("1842.5"), stock: try points("2310")),
      minusLowersSpendable: true, objectionWorkingDays: 7)
  }

  func day(_ text: String) throws -> Day { try #require(Day(text)) }
  func points(_ text: String) throws -> Points { try #require(Points(text)) }

  func subject(
    _ serial: Int, _ name: String, _ group: String, _ masking: NoticeMasking = .shown
  ) throws -> NoticeSubject {
    // One person is one name in one group here, so a number made of both will do.
    let key = (name + group).unicodeScalars.map { String($0.value, radix: 16) }.joined()
    return NoticeSubject(
      entry: EntryNumber(month: month, serial: serial),
      person: try #require(PersonNumber(String(key.suffix(40)))), name: name, group: group,
      masking: masking)
  }

  func plus(
    _ subject: NoticeSubject, _ on: String, _ rule: String, _ title: String,
    _ detail: String?, _ points: String, batch: Int? = nil
  ) throws -> NoticePlusLine {
    let value = try self.points(points)
    let group: PlusGroup =
      switch rule.prefix(2) {
      case "DY": .greaterGood
      case "GY": .publicDuty
      case "DD": .morals
      default: .publicBenefit
      }
    return NoticePlusLine(
      subject: subject,
      deed: NoticeDeed(
        on: try day("2026-\(on)"), rule: try #require(RuleCode(rule)), title: title,
        detail: detail),
      effect: NoticeEffect(
        points: value, rating: rule == "GI01" ? .zero : value, spendable: value),
      plusGroup: group,
      batch: try #require(BatchNumber("B\(1000 + (batch ?? subject.entry.serial))")),
      isHousehold: rule == "GI05")
  }

  func minus(
    _ subject: NoticeSubject, _ on: String, _ rule: String, _ title: String,
    _ detail: String?, _ reminder: String, _ points: String
  ) throws -> NoticeMinusLine {
    let value = try self.points(points)
    return NoticeMinusLine(
      subject: subject,
      deed: NoticeDeed(
        on: try day("2026-\(on)"), rule: try #require(RuleCode(rule)), title: title,
        detail: detail),
      effect: NoticeEffect(points: value, rating: value, spendable: value),
      reminder: reminder)
  }

  func plusLines() throws -> [NoticePlusLine] {
    let help = "邻里互助（农活、水电、代办）"
    let single = [
      try plus(subject(1, "苏*国", "2组"), "10-03", "DY04", "参加救火、防汛、排涝、抗旱抢险", nil, "3"),
      try plus(
        subject(2, "苏*安", "1组", .noName), "10-08", "DY14", "劝阻或举报电信诈骗", nil, "5"),
      try plus(subject(3, "苏*梅", "1组"), "10-05", "GY12", "报告路灯、井盖、管网等损坏", nil, "1"),
      try plus(subject(4, "王*喜", "4组"), "10-12", "GY11", "义务维修破损公共设施", nil, "2"),
      try plus(subject(5, "苏*华", "2组"), "10-15", "GY13", "参加村里组织的宣讲、普法、农技培训", nil, "1"),
      try plus(subject(6, "李*英", "1组"), "10-09", "DD04", help, nil, "1"),
      try plus(subject(7, "李*英", "1组"), "10-14", "DD04", help, nil, "1"),
      try plus(
        subject(8, "李*英", "1组"), "10-22", "DD04", "邻里互助", "本月限2.0分已满，本条计0", "0"),
      try plus(subject(9, "赵*荣", "3组"), "10-18", "DD10", "拾金不昧", "100元至1000元档", "2"),
      try plus(
        subject(10, "苏*庭", "2组", .generalWording), "10-21", "DD07", "照料失能老人", nil, "2"),
    ]
    return try single + cleanUp() + campaigns() + yards()
  }

  /// Lines 011 to 026: one clean-up.
  private func cleanUp() throws -> [NoticePlusLine] {
    let people = [
      "苏*强3组", "苏*霞1组", "王*芳4组", "苏*国2组", "苏*民1组", "李*英1组", "赵*荣3组", "苏*臣3组", "苏*兰2组",
      "苏*山4组", "王*林4组", "苏*凤1组", "苏*文3组", "李*田2组", "苏*香4组", "赵*海3组",
    ]
    return try people.enumerated().map { place, person in
      try plus(
        subject(11 + place, String(person.prefix(3)), String(person.suffix(2))), "10-18",
        "GI04", "主动维护人居环境整治", "村北沟集中清理", "2", batch: 11)
    }
  }

  private func campaigns() throws -> [NoticePlusLine] {
    let clean = "主动维护人居环境整治"
    let service = "参加志愿服务活动"
    return [
      try plus(subject(27, "苏*强", "3组"), "10-04", "GI04", clean, nil, "2"),
      try plus(subject(28, "苏*强", "3组"), "10-10", "GI04", clean, nil, "2"),
      try plus(subject(29, "苏*强", "3组"), "10-24", "GI04", clean, nil, "2"),
      try plus(subject(30, "苏*强", "3组"), "10-25", "GI01", service, "本期累计24小时", "6"),
      try plus(subject(31, "苏*霞", "1组"), "10-25", "GI01", service, "本期累计8小时", "2"),
      try plus(subject(32, "王*芳", "4组"), "10-11", "GI01", service, "本期累计4小时", "1"),
    ]
  }

  /// Lines 033 to 047: the monthly check of the yards, one line a household.
  private func yards() throws -> [NoticePlusLine] {
    let people = [
      "苏*梅1组", "苏*民1组", "李*英1组", "苏*亮1组", "苏*国2组", "苏*华2组", "李*田2组", "苏*庭2组", "苏*强3组",
      "赵*荣3组", "苏*臣3组", "苏*文3组", "王*喜4组", "王*芳4组", "苏*山4组",
    ]
    return try people.enumerated().map { place, person in
      try plus(
        subject(33 + place, String(person.prefix(3)), String(person.suffix(2))), "10-24",
        "GI05", "庭院月度检查达标", nil, "1", batch: 33)
    }
  }

  func minusLines() throws -> [NoticeMinusLine] {
    [
      try minus(
        subject(48, "苏*军", "4组"), "10-06", "RJ01", "乱堆乱倒垃圾", "首次3月，加倍", "逾期未改", "-10"),
      try minus(
        subject(49, "王*庆", "4组"), "10-19", "RJ04", "露天焚烧垃圾、落叶", nil, "不需提示", "-5"),
      try minus(subject(50, "赵*刚", "2组"), "10-13", "RJ09", "车辆乱停堵塞胡同", nil, "逾期未改", "-3"),
      try minus(
        subject(51, "苏*亮", "1组"), "10-18", "CW06", "承诺义务出工后无故不到", nil, "不需提示", "-2"),
      try minus(
        subject(52, "苏*东", "3组", .generalWording), "10-20", "XF11", "不予公开的事项", nil,
        "不需提示", "-5"),
    ]
  }

  func corrections() throws -> [NoticeCorrection] {
    let five = try points("5")
    let effect = NoticeEffect(points: five, rating: five, spendable: five)
    return [
      NoticeCorrection(
        subject: try subject(53, "苏*成", "2组"), original: try entry("2026-06-0014"),
        before: -five, after: .zero, effect: effect, reason: "异议成立，撤销"),
      NoticeCorrection(
        subject: try subject(54, "苏*成", "2组"), original: try entry("2026-09-0020"),
        before: try points("-10"), after: -five, effect: effect, reason: "上条撤销，不再加倍"),
    ]
  }

  func entry(_ text: String) throws -> EntryNumber { try #require(EntryNumber(text)) }

  func digest() throws -> Digest {
    try #require(
      Digest("cf8a42d7c334c750767e8f9b8cc0d75dd0b70cd40d741a0038d28b4d90aab7b2"))
  }

  /// The whole notice, as it is posted.
  func posted(_ paper: NoticePaper) throws -> String {
    let notice = noticeText(paper)
    let previous = try #require(
      Digest("3d29be890501ef8b767e8f9b8cc0d75dd0b70cd40d741a0038d28b4d90aab7b2"))
    return notice.body
      + notice.ending(records: 1847, digest: try digest(), previousDigest: previous)
  }
}
