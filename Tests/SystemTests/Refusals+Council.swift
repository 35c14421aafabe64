/// What is refused around the council and its papers.
let councilRefusals: [Provocation] = recusalRefusals + voidRefusals + officeRefusals

private let meetingDay = "2026-10-26"
private let objection = "objection file 2026-10-0001 --why 不对"

private let recusalRefusals: [Provocation] = [
  Provocation("R226", 1, .inReview, meetingDay, "review recuse 0012 1"),
  Provocation(
    "R227", 1, .inReview, meetingDay, "review recuse 0022 2 1", after: ["review recuse 0022 1"]),
  Provocation("R228", 1, .inReview, meetingDay, "review recuse 0022 1 --withdraw"),
  Provocation(
    "R212", 1, .inReview, meetingDay, "review recuse 0022 1", after: ["review approve 1"]),
  Provocation("R201", 1, .closed, meetingDay, "review recuse 0022 2026-10-0001"),
  Provocation("R201", 1, .onNotice, "2026-10-28", "review reopen --month 2026-10 --why 漏了"),
  Provocation("R224", 1, .onNotice, "2026-10-28", "review reopen --why 漏了"),
  Provocation(
    "R229", 1, .founded, "2026-11-02",
    "review amend 2026-11-0001 --points 9 --special --minute 第2次 --why 试试",
    after: [
      "record DD04 0031 --on 2026-10-12", "record DD04 0031 --on 2026-10-13",
      "record DD04 0031 --on 2026-10-14",
      "review open --month 2026-10 \(meeting)", "review approve 1 2 3", "review undo 1",
      "review reject 1 --why 不实", "review close", "review open --month 2026-11 \(meeting)",
    ]),
]

private let voidRefusals: [Provocation] = [
  Provocation(
    "R230", 1, .onNotice, "2026-10-28", "notice void 2026-10 --why 写错",
    after: ["notice void 2026-10 --why 写错"]),
  Provocation("R231", 1, .effective, "2026-11-03", "notice void 2026-10 --why 写错"),
  Provocation(
    "R232", 1, .onNotice, "2026-10-28", "notice void 2026-10 --why 写错", after: [objection]),
  Provocation(
    "R233", 1, .onNotice, "2026-10-28", "notice void 2026-10 --why 写错",
    after: [
      objection,
      "objection resolve O-2026-10-01 --outcome amend --points 0 --document 侯信字1号 --why 核实",
      "notice supplement --month 2026-10",
    ]),
]

private let officeRefusals: [Provocation] = [
  Provocation("R234", 1, .founded, meetingDay, "person role 0022 secretary --from 2026-10-20"),
  Provocation("R234", 1, .founded, meetingDay, "person role 0041 council --from 2026-10-20"),
  Provocation("R234", 1, .founded, meetingDay, "person role 0041 chair --from 2026-10-20"),
  Provocation(
    "R234", 1, .founded, meetingDay,
    "person add 赵新 --household 050 --role secretary --role council"),
  Provocation(
    "R235", 1, .founded, meetingDay, "person role 0012 supervisor --from 2026-10-20",
    after: ["person role 0012 committee --from 2026-10-01"]),
  Provocation(
    "R236", 1, .founded, meetingDay, "person role 0013 supervisor --from 2026-10-20",
    after: ["person role 0012 committee --from 2026-10-01"]),
  Provocation(
    "R236", 1, .founded, meetingDay, "person role 0012 committee --from 2026-10-20",
    after: ["person role 0013 supervisor --from 2026-10-01"]),
]
