import TestSupport
import Testing
import XinyiLedger
import XinyiText

@Suite("Reminders")
struct ReminderTests {
  private func paper() throws -> ReminderPaper {
    ReminderPaper(
      village: PaperVillage(name: "苏庄村", town: "侯营镇", isPractice: false),
      number: ReminderNumber(month: try #require(Month("2026-10")), serial: 1),
      issuedOn: try #require(Day("2026-10-20")), due: try #require(Day("2026-10-27")), days: 7,
      person: PaperPerson(
        number: try #require(PersonNumber("0012")), name: "苏玉强", group: "3组",
        household: HouseholdNumber("012")),
      isHousehold: true, rule: try #require(RuleCode("RJ02")), title: "门前柴草、粪土、建材堆放逾期不清",
      points: "-3", repeatFactor: 2)
  }

  @Test func `a reminder says who, what, until when, what happens then and whom to ask`() throws {
    let text = reminderSheet(try paper()).text
    #expect(goldenDifference(text, "reminders/T-2026-10-01.txt") == nil)
    expectWidth(text, 84)
  }

  @Test func `a practice reminder with everything long still fits`() throws {
    var paper = try paper()
    paper.village.isPractice = true
    paper.person.name = "买买提·吐尔逊"
    paper.title = String(repeating: "不按规定养犬（不拴绳、不清粪、伤人不处理）", count: 4)
    paper.points = "-3、-5、-10、-20"
    let text = reminderSheet(paper).text
    expectWidth(text, 84)
    for word in ["演练", "买买提·吐尔逊", "-3、-5、-10、-20"] { #expect(text.contains(word)) }
  }

  private func expectWidth(_ text: String, _ width: Int) {
    for line in text.split(separator: "\n").map(String.init) {
      #expect(displayWidth(of: line) <= width, "\(line)")
      #expect(line.last != " ")
    }
  }
}
