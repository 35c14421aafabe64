/// What the rules of the village refuse (exit 1), by command.
let refusals =
  recordingRefusals + peopleRefusals + meetingRefusals + noticeRefusals + shopRefusals
  + councilRefusals + handoverRefusals + settingRefusals + yearRefusals
  + householdRefusals
  + correctionRefusals + goodsRefusals + cardRefusals

private let october = "2026-10-25"
private let resolve = "objection resolve O-2026-10-01 --why 核实"

private let recordingRefusals: [Provocation] = [
  Provocation("R101", 1, .founded, october, "record GI04 0012 --on 2026-10-30"),
  Provocation("R101", 1, .founded, october, "person leave 0031 --on 2026-11-30"),
  Provocation("R101", 1, .effective, "2026-11-03", "redeem 0012 PEN --on 2026-11-04"),
  Provocation("R102", 1, .founded, october, "record GI04 0012 --on 2026-09-30"),
  Provocation("R104", 1, .founded, october, "record GI02 0012"),
  Provocation("R105", 1, .founded, october, "record GY08 0014"),
  Provocation("R105", 1, .founded, october, "record GY08 户:014"),
  Provocation(
    "R107", 1, .founded, october, "record GI04 0031 --on 2026-10-24",
    after: ["person leave 0031 --on 2026-10-20"]),
  Provocation("R108", 1, .effective, "2026-11-10", "record GI04 0031 --on 2026-10-04"),
  Provocation("R109", 1, .recorded, october, "record GI04 0012 --on 2026-10-04"),
  Provocation(
    "R109", 1, .recorded, october, "record GI04 0031 0012 --on 2026-10-04 --deed D1",
    after: ["record GI04 0012 --on 2026-10-04 --deed D1"]),
  Provocation("R110", 1, .founded, october, "record GY02 0013 --points 4"),
  Provocation("R110", 1, .founded, october, "record GI04 0012 --points 3"),
  Provocation("R110", 1, .inReview, "2026-10-26", "review amend 1 --points 3 --why 多给"),
  Provocation(
    "R110", 1, .onNotice, "2026-10-29",
    "\(resolve) --outcome amend --points 4 --document 侯信字1号",
    after: ["objection file 2026-10-0009 --why 不对"]),
  Provocation("R113", 1, .recorded, october, "record DD04 0012 0012 --on 2026-10-04"),
  Provocation("R114", 1, .founded, october, "record RJ05 0031 --source outside --evidence 判决"),
  Provocation("R114", 1, .founded, october, "record RJ05 0031 --source town --evidence 核查"),
  Provocation("R224", 1, .recorded, october, "review close"),
  Provocation("R224", 1, .recorded, october, "notice show"),
  Provocation("R112", 1, .inReview, "2026-10-26", "withdraw 2026-10-0001 --why 错了"),
  Provocation(
    "R112", 1, .recorded, october, "withdraw B0001 --why 再撤一次", after: ["withdraw B0001 --why 错了"]),
]

private let peopleRefusals: [Provocation] = [
  Provocation("R151", 1, .founded, october, "person add 赵新 --household 050 --number 12"),
  Provocation("R152", 1, .founded, october, "person add 赵新 --household 012 --head"),
  Provocation("R154", 1, .founded, october, "person role 0031 keeper --to 2026-10-20"),
  Provocation(
    "R153", 1, .founded, october, "person leave 0031 --on 2026-10-21",
    after: ["person leave 0031 --on 2026-10-20"]),
]

private let meetingRefusals: [Provocation] = [
  Provocation("R201", 1, .effective, "2026-11-03", "review open --month 2026-10 \(meeting)"),
  Provocation("R201", 1, .inReview, "2026-10-26", "review open --month 2026-10 \(meeting)"),
  Provocation("R201", 1, .effective, "2026-11-03", "notice publish --month 2026-10"),
  Provocation("R201", 1, .recorded, october, "notice publish --month 2026-10"),
  Provocation("R201", 1, .recorded, october, "review close --month 2026-10"),
  Provocation("R201", 1, .recorded, october, "review approve --rest --month 2026-10"),
  Provocation("R201", 1, .recorded, october, "review approve 2026-10-0001"),
  Provocation("R201", 1, .closed, "2026-10-27", "confirm --month 2026-10"),
  Provocation("R201", 1, .onNotice, "2026-10-28", "platform export 2026-10"),
  Provocation("R202", 1, .recorded, october, "review open --month 2026-11 \(meeting)"),
  Provocation("R203", 1, .recorded, "2026-11-05", "review open --month 2026-11 \(meeting)"),
  Provocation(
    "R204", 1, .recorded, "2026-10-26",
    "review open --month 2026-10 --present 0021,0022,0023 --chair 0021",
    after: ["person role 0025 council --to 2026-10-20"]),
  Provocation(
    "R205", 1, .recorded, "2026-10-26", "review open --month 2026-10 \(meeting)",
    after: ["person role 0031 council --from 2026-10-20"]),
  Provocation(
    "R206", 1, .recorded, "2026-10-26",
    "review open --month 2026-10 --present 0021,0022,0023 --chair 0041"),
  Provocation(
    "R207", 1, .effective, "2026-11-26", "review open --month 2026-11 \(meeting)",
    after: [
      "person role 0031 council --from 2026-11-20", "person role 0032 council --from 2026-11-20",
    ]),
  Provocation(
    "R208", 1, .recorded, "2026-10-26",
    "review open --month 2026-10 --present 0021,0022,0012 --chair 0021"),
  Provocation(
    "R209", 1, .recorded, "2026-10-26",
    "review open --month 2026-10 --present 0021,0022,0022 --chair 0021"),
  Provocation(
    "R210", 1, .recorded, "2026-10-26",
    "review open --month 2026-10 --present 0021,0022,0023 --chair 0024"),
  Provocation("R211", 1, .inReview, "2026-10-26", "review undo 2026-10-0001"),
  Provocation(
    "R211", 1, .inReview, "2026-11-02", "review approve 2026-10-0001 2026-11-0001",
    after: ["record GI04 0031 --on 2026-11-01"]),
  Provocation(
    "R212", 1, .inReview, "2026-10-26", "review reject 1 --why 不实", after: ["review approve 1"]),
  Provocation("R213", 1, .inReview, "2026-10-26", "review approve 1 --votes 4-0-0"),
  Provocation("R222", 1, .inReview, "2026-10-26", "review reject 1 --why 不实 --votes 5-0-0"),
]

private let noticeRefusals: [Provocation] = [
  Provocation("R214", 1, .closed, "2026-10-27", "notice publish --from 2026-10-26"),
  Provocation("R215", 1, .onNotice, "2026-10-28", "notice supplement --month 2026-10"),
  Provocation("R216", 1, .closed, "2026-10-27", "objection file 2026-10-0001 --why 不对"),
  Provocation(
    "R217", 1, .closed, "2026-10-27", "objection file 2026-10-0001 --why 不对",
    after: ["notice publish --from 2026-10-30"]),
  Provocation(
    "R218", 1, .onNotice, "2026-10-28", "objection file 2026-10-0001 --why 又不对",
    after: ["objection file 2026-10-0001 --why 不对"]),
  Provocation(
    "R219", 1, .onNotice, "2026-10-28", "\(resolve) --outcome withdrawn",
    after: ["objection file 2026-10-0001 --why 不对", "\(resolve) --outcome withdrawn"]),
  Provocation(
    "R225", 1, .onNotice, "2026-10-29",
    "\(resolve) --outcome cancel --meeting 2026-09 --votes 7-0-0",
    after: ["objection file 2026-10-0009 --why 不对"]),
  Provocation("R223", 1, .closed, "2026-10-27", "notice publish --from 2026-12-27"),
  Provocation(
    "R220", 1, .onNotice, "2026-10-28",
    "\(resolve) --outcome cancel --meeting 2026-10 --votes 2-3-0",
    after: ["objection file 2026-10-0001 --why 不对"]),
  Provocation(
    "R209", 1, .onNotice, "2026-10-28",
    "\(resolve) --outcome cancel --meeting 2026-10 --votes 2-0-0",
    after: ["objection file 2026-10-0001 --why 不对"]),
  Provocation(
    "R213", 1, .onNotice, "2026-10-28",
    "\(resolve) --outcome cancel --meeting 2026-10 --votes 6-0-0",
    after: ["objection file 2026-10-0001 --why 不对"]),
  Provocation("R221", 1, .onNotice, "2026-11-02", "confirm"),
  Provocation("R221", 1, .onNotice, "2026-10-27", "confirm --month 2026-10"),
]

private let shopRefusals: [Provocation] = [
  Provocation("R301", 1, .effective, "2026-11-03", "redeem 0031 XYF"),
  Provocation("R301", 1, .effective, "2026-11-03", "redeem 0012 XYFx2"),
  Provocation("R302", 1, .effective, "2026-11-03", "redeem 0012 XYFx21"),
  Provocation("R302", 1, .effective, "2026-11-03", "redeem 0012 洗衣液x2"),
  Provocation("R303", 1, .effective, "2026-11-03", "redeem 0032 PEN"),
  Provocation(
    "R303", 1, .effective, "2027-03-03", "redeem 0012 PEN",
    after: ["person leave 0012 --on 2026-11-05"]),
  Provocation("R304", 1, .effective, "2026-11-03", "redeem 0012 PENx3"),
  Provocation(
    "R305", 1, .effective, "2026-11-03T09:05:00", "redeem 0012 盆",
    after: ["redeem 0012 PEN"]),
  Provocation("R306", 1, .effective, "2026-11-03", "shop add XYF --name 洗衣粉 --price 9"),
  Provocation(
    "R307", 1, .effective, "2026-11-03", "redeem 0012 JYx9",
    after: ["shop add JY --name 金鱼 --price 9999999", "shop receive JY 9"]),
  Provocation(
    "R401", 1, .effective, "2026-11-03", "redeem 0012 PENx2 --receipt c-1",
    after: ["redeem 0012 PEN --receipt c-1"]),
  Provocation(
    "R401", 1, .effective, "2026-11-03", "shop receive XYF 3 --receipt c-1",
    after: ["redeem 0012 PEN --receipt c-1"]),
  Provocation(
    "R402", 1, .founded, nil, "person add 赵新 --household 050",
    after: ["shop add TS --name 糖 --price 1"]),
]
