/// Faults in the files beside the ledger and in tables (exit 3, all of a file in one run).
let formatFaults =
  spellingFaults + bookFaults + catalogFaults + tableFaults + townFaults + entryTableFaults
  + goodsTableFaults
  + settingFormatFaults

/// A book in which one text stands in the place of another.
private func edited(
  _ code: String, _ file: String, _ old: String, _ new: String
) -> Provocation {
  Provocation(code, 3, .effective, "2026-11-03", "status") { village, _ in
    try village.edit(file, old, new)
  }.at(file)
}

private func village(_ code: String, _ old: String, _ new: String) -> Provocation {
  edited(code, "village.json", old, new)
}

/// Each fault of JSON itself, in `village.json`.
private let spellingFaults: [Provocation] = [
  village("E201", #""noticeDays": 5,"#, #""noticeDays": 5，"#),
  village("E202", #""base": 1000,"#, "\"base\": 1000,\n    \"base\": 1000,"),
  village("E203", #""noticeDays""#, #""noticeDay""#),
  village("E204", #""noticeDays": 5"#, #""noticeDays": "五""#),
  village("E205", #""noticeDays": 5,"#, ""),
  village("E206", #""noticeDays": 5"#, #""noticeDays": 5.5"#),
  village("E207", #""noticeDays": 5"#, #""noticeDays": 99999999999999999999"#),
  village("E207", #""base": 1000"#, #""base": 100000000"#),
  village("E208", #""carryUntil": "01-31""#, #""carryUntil": "02-30""#),
  village("E209", #"["clerk"]"#, #"["clerk",]"#),
  village("E210", #""base": 1000,"#, #""base": 1000"#),
  village("E211", #""base": 1000"#, #""base" 1000"#),
  village("E212", #""base": 1000"#, #""base":"#),
  village("E213", #""topGrade": "五星","#, #""topGrade": "五星,"#),
  village("E214", #""五星""#, #""五\q星""#),
  village("E215", #""五星""#, "\"五\t星\""),
  village("E216", #""base": 1000"#, #""base": 01000"#),
  village("E217", "{", "{} {"),
  Provocation("E218", 3, .effective, "2026-11-03", "status") { village, _ in
    let bytes = village.folder.bytes("village.json") ?? []
    try village.folder.write(bytes.map { $0 == 0xE4 ? 0xFF : $0 }, to: "village.json")
  }.at("village.json"),
  village(
    "E219", "[1, 2, 5]", String(repeating: "[", count: 70) + String(repeating: "]", count: 70)),
  village("E222", "[1, 2, 5]", "[1, 2, 5"),
  village("E223", #""topGrade": "五星""#, #""topGrade": null"#),
  village("E224", #""topGrade": "五星""#, #""topGrade": best"#),
  village("E225", #""base""#, "// 基础分\n    \"base\""),
]

/// What a book may not say.
private let bookFaults: [Provocation] = [
  edited("E301", "roster.json", #""person": "0013""#, #""person": "0012""#),
  edited("E302", "roster.json", #""name": "苏玉霞""#, #""name": """#),
  edited("E303", "shop.json", #""item": "XYY""#, #""item": "XYF""#),
  edited("E304", "shop.json", #""price": 10"#, #""price": 0"#),
  edited("E305", "shop.json", #""limit": 2"#, #""limit": 0"#),
  edited("E306", "roster.json", #""format": 1"#, #""format": 2"#),
  edited("E306", "shop.json", #""format": 1"#, #""format": 2"#),
  village("E306", #""format": 1"#, #""format": 2"#),
  village("E310", #""noticeDays": 5"#, #""noticeDays": 61"#),
  village("E310", #""repeatFactor": 2"#, #""repeatFactor": 0"#),
  village("E311", #""upTo": 1020"#, #""upTo": 980"#),
  village("E312", #"["clerk"]"#, "[]"),
  village("E313", "[1, 2, 5]", "[1, 2, 2]"),
]

private func catalog(_ code: String, _ old: String, _ new: String) -> Provocation {
  edited(code, "catalog.json", old, new)
}

private let catalogFaults: [Provocation] = [
  catalog("E204", #""points": 20}"#, #""points": "五"}"#),
  catalog("E306", #""format": 1"#, #""format": 2"#),
  catalog("E320", #""plus": 66"#, #""plus": 67"#),
  catalog("E320", #""minus": 87"#, #""minus": 86"#),
  catalog("E321", #""code": "DY02""#, #""code": "DY01""#),
  catalog("E322", #""title": "主动维护人居环境整治""#, #""title": """#),
  catalog("E323", "[2, 3, 5]", "[]"),
  catalog("E324", #""kind": "fixed", "points": 20}"#, #""kind": "fixed", "points": 0}"#),
  catalog("E325", #"{"from": 20, "points": 5}"#, #"{"from": 5, "points": 5}"#),
  catalog("E326", #""rivals": []"#, #""rivals": ["ZZ99"]"#),
  catalog(
    "E327", #""limit": {"per": "month", "points": 8}"#, #""limit": {"per": "month", "points": 0}"#),
]

private let head = "姓名,编号,户号,组,户主,出生日期,角色\n"

private func table(_ code: String, _ bytes: [UInt8], line: Int) -> Provocation {
  Provocation(code, 3, .founded, "2026-10-02", "person import {outside}/a.csv") { _, outside in
    try outside.write(bytes, to: "a.csv")
  }.at("a.csv", line)
}

private func table(_ code: String, _ text: String, line: Int = 2) -> Provocation {
  table(code, Array(text.utf8), line: line)
}

private let tableFaults: [Provocation] = [
  table("E401", Array((head + "赵新").utf8) + [0xFF, 0xFF, 0x0A], line: 2),
  table("E402", head + "\"赵新,,050,,,,\n"),
  table("E403", head + "\"赵新\"一,,050,,,,\n"),
  table("E404", head + "赵\"新,,050,,,,\n"),
  table("E405", head + "赵\u{0}新,,050,,,,\n"),
  table("E406", String(repeating: "姓名,", count: 17_000) + "户号\n", line: 1),
  table("E407", head + String(repeating: "赵", count: 33_000) + ",,050,,,,\n"),
  table("E410", "姓名,编号,组\n赵新,0050,1组\n", line: 1),
  table("E410", "编号,户号\n0050,050\n", line: 1),
  table("E411", "姓名,户号,户号\n赵新,050,051\n", line: 1),
  table("E424", "姓名,户号,出生日其\n赵新,050,1990-01-01\n", line: 1),
  table("E424", "性名,户号\n赵新,050\n", line: 1),
  table("E425", "姓名,户号,组\n赵新,050,1组,第二,户\n"),
  table("E426", "姓名,户号,拼音\n赵新,050,zhào xīn\n"),
  table("E427", "姓名,户号\n\"=HYPERLINK(\"\"a\"\")\",050\n"),
  table("E427", "姓名,户号\n＋赵新,050\n"),
  table("E412", head + "赵新,0050,050,,,,\n赵全,50,051,,,,\n", line: 3),
  table("E413", head + "赵新,0050,050,,是,,\n赵全,0051,050,,是,,\n", line: 3),
  table("E414", head + ",0050,050,,,,\n"),
  table("E415", head + "赵新,0050,五号,,,,\n"),
  table("E415", head + "赵新,0050,,,,,\n"),
  table("E416", head + "赵新,五十,050,,,,\n"),
  table("E417", head + "赵新,0050,050,,,1970-02-30,\n"),
  table("E418", head + "赵新,0050,050,,也许,,\n"),
  table("E419", head + "赵新,0050,050,,,,财神\n"),
  table("E420", head + "赵新,0012,050,,,,\n"),
  table("E421", head + "苏玉强,0012,050,,,,\n"),
  table("E422", head + "赵新,0050,012,,是,,\n"),
  table("E423", head + "赵新,0050,050,371502190001010011,,,\n"),
]
