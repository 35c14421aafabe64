import TestSupport
import Testing

/// What the hand-over to the town and the reports refuse.
let handoverRefusals: [Provocation] = [
  Provocation(
    "R280", 1, .recorded, "2026-10-25", "entry evidence 2026-10-0001 --evidence 照片",
    after: ["withdraw 2026-10-0001 --why 错了"]),
  Provocation("R281", 1, .effective, "2026-11-03", "report month --month 2026-12"),
  Provocation("R281", 1, .effective, "2026-11-03", "report month --month 2026-09"),
  Provocation("R281", 1, .effective, "2026-11-03", "report sample --month 2026-12"),
  Provocation("R282", 1, .effective, "2026-11-03", "report year 2025"),
  Provocation("R282", 1, .effective, "2026-11-03", "report year 2027"),
]

/// What is wrong with a file of the town (exit 3).
let townFaults: [Provocation] = [
  town("E410", "条目,原因\n2026-10-0001,缺照片\n", line: 1),
  town("E410", "结果\n受理\n", line: 1),
  town("E411", "条目,结果,结果\n2026-10-0001,受理,受理\n", line: 1),
  town("E342", head + "十月一号,受理,,\n"),
  town("E342", head + "2026-10-9999,受理,,\n"),
  town("E343", head + "2026-10-0003,受理,,\n"),
  town("E344", head + "2026-10-0001,同意,,\n"),
  town("E345", head + "2026-10-0001,退回,,\n"),
  town("E346", head + "2026-10-0001,退回,,电话13800000000\n"),
  town("E347", head + "2026-10-0001,受理,,\n2026-10-0001,受理,,\n", line: 3),
  town("E349", "上报包,条目,结果\nP-2026-09-07,2026-10-0001,受理\n"),
  town(
    "E345",
    #"{"package": "P-2026-10-01", "entries": [{"entry": "2026-10-0001", "outcome": "returned"}]}"#,
    name: "a.json", line: 1),
  town("E205", #"{"package": "P-2026-10-01"}"#, name: "a.json", line: 1),
  Provocation(
    "E348", 3, .effective, "2026-11-03", "platform receipt {outside}/a.csv"
  ) { village, outside in
    try sendOctober(in: village)
    try outside.write(head + "2026-10-0001,受理,LC-1,\n", to: "a.csv")
    try village.done("2026-11-03", "platform receipt \(outside.path("a.csv"))")
    try outside.write(head + "2026-10-0001,退回,,重复\n", to: "a.csv")
  }.at("a.csv", 2),
]

private let head = "条目,结果,平台编号,原因\n"

/// 苏玉强 agrees and October is sent; 王小芳's line 2026-10-0003 stays.
func sendOctober(in village: Village) throws {
  try village.done("2026-11-03", "person consent 0012 --for platform")
  try village.done("2026-11-03", "platform export 2026-10")
}

private func town(
  _ code: String, _ text: String, name: String = "a.csv", line: Int = 2
) -> Provocation {
  Provocation(
    code, 3, .effective, "2026-11-03", "platform receipt {outside}/\(name)"
  ) { village, outside in
    try sendOctober(in: village)
    try outside.write(text, to: name)
  }.at(name, line)
}
