import TestSupport

/// Words on the command line that are wrong, or name nothing, or too much (exit 2).
let wordFaults =
  spellingFaults + valueFaults + unknownWords + placeFaults
  + settingWordFaults
  + peopleWordFaults

private let october = "2026-10-25"

private let spellingFaults: [Provocation] = [
  Provocation("U001", 2, .founded, october, "jifn GI04 0012"),
  Provocation("U002", 2, .founded, october, "person"),
  Provocation("U003", 2, .founded, october, "person lst"),
  Provocation("U004", 2, .founded, october, "status --jsno"),
  Provocation("U005", 2, .founded, october, "status --votes 1-0-0"),
  Provocation("U016", 2, .founded, october, "help R999"),
  Provocation("U006", 2, .founded, october, "record GI04 0012 --on 10-04 --on 10-05"),
  Provocation("U007", 2, .founded, october, "record GI04 0012 --on"),
  Provocation("U008", 2, .inReview, "2026-10-26", "review approve --rest=yes"),
  Provocation("U009", 2, .founded, october, "record GI04"),
  Provocation("U010", 2, .founded, october, "person add 赵新"),
  Provocation("U011", 2, .founded, october, "status 2026-10"),
  Provocation("U013", 2, .founded, october, "person role 0012 king --from 2026-10-01"),
  Provocation("U014", 2, .inReview, "2026-10-26", "review approve 1 --rest"),
  Provocation("U015", 2, .founded, october, "person role 0012 council"),
]

/// Quantities, points, counts, dates and texts that are no such thing.
private let valueFaults: [Provocation] =
  [
    "record GI01 0012 --quantity 0", "record GI01 0012 --quantity -4",
    "record GI01 0012 --quantity 4.25", "record GI01 0012 --quantity 1e3",
    "record GI01 0012 --quantity 999999999999999999999", "record GI01 0012 --quantity 100000.1",
    "record GY02 0013 --points -2", "record GY02 0013 --points 2.55",
    "record GY02 0013 --points 99999999999", "record GI04 0012 --on 2026-02-30",
    "record GI04 0012 --on 2026-13-01", "record GI04 0012 --on soon",
    "record GI04 0012 --note 电话13800000000", "record GI04 0012 --note \u{202E}反",
    "record GI04 0012 --receipt 单号一", "status --month 2026-13", "shop receive XYF 0",
    "shop receive XYF -5", "shop receive XYF 1.5", "shop receive XYF 10000000",
    "shop add QQ --name 气球 --price 0", "redeem 0012 XYFx0", "redeem 0012 XYFx10000000",
    "record GI04 0012 --why \(String(repeating: "长", count: 201))",
    "person add 赵新 --household 五号", "person add 赵新 --household 050 --number 五",
    "verify --fingerprint 12345", "person role 0031 council --to 2199-12-31",
    "notice publish --from 2199-12-31", "statement 0012 --to 2199-12-31", "notice show 去年",
    "person add 赵新 --household 050 --born 1970-13-01",
  ].map { line in
    Provocation(line.hasPrefix("status") ? "U005" : "U012", 2, .effective, "2026-11-03", line)
  }

private let unknownWords: [Provocation] = [
  Provocation("U101", 2, .founded, october, "balance 赵不在"),
  Provocation("U101", 2, .founded, october, "record GI04 0012 0999"),
  Provocation("U102", 2, .founded, october, "record GI04 王小芳"),
  Provocation("U102", 2, .founded, october, "statement 苏"),
  Provocation("U103", 2, .founded, october, "record GY08 户:099"),
  Provocation("U104", 2, .founded, october, "record ZZ99 0012"),
  Provocation("U105", 2, .founded, october, "record 参加 0012"),
  Provocation("U106", 2, .effective, "2026-11-03", "redeem 0012 电视机"),
  Provocation("U106", 2, .effective, "2026-11-03", "shop receive 电视机 3"),
  Provocation("U107", 2, .effective, "2026-11-03", "redeem 0012 洗衣"),
  Provocation("U108", 2, .recorded, october, "entry show 2026-10-0999"),
  Provocation("U150", 2, .founded, october, "record GI04 0012 --campaign NOSUCH"),
  Provocation("U180", 2, .recorded, october, "reminder done 10-07"),
  Provocation(
    "U115", 2, .effective, "2026-11-10",
    "reverse 2026-10-0001 --why 记重了 --clerical --second nobody"),
  Provocation("U010", 2, .effective, "2026-11-10", "reverse 2026-10-0001 --why 记重了 --clerical"),
  Provocation(
    "U010", 2, .effective, "2026-11-10",
    "redress apply 2026-10-0010 --points 1 --promise 今后拴绳"),
  Provocation("U014", 2, .founded, october, "reminder done 10-01 --clerical --on 2026-10-20"),
  Provocation("U113", 2, .recorded, october, "withdraw B0999 --why 错"),
  Provocation(
    "U109", 2, .recorded, "2027-10-05", "entry show 10-1",
    after: ["record GI04 0012 --on 2027-10-05"]),
  Provocation(
    "U110", 2, .onNotice, "2026-10-28",
    "objection resolve O-2026-10-09 --outcome withdrawn --why 无"),
  Provocation("U111", 2, .effective, "2026-11-03", "slip 1231-99"),
  Provocation("U112", 2, .effective, "2026-11-03", "notice show 2026-12"),
  Provocation("U127", 2, .recorded, october, "statement 0012 --from 10-20 --to 10-05"),
  Provocation(
    "U114", 2, .inReview, "2026-11-26", "review close",
    after: ["review open --month 2026-11 \(meeting)"]),
  Provocation("U115", 2, .founded, october, "record GI04 0012 --by nobody"),
  Provocation("U116", 2, .founded, october, "record GI04 0012", by: "苏 会计"),
  Provocation("U122", 2, .founded, october, "扣分 GI04 0012"),
  Provocation("U122", 2, .founded, october, "加分 RJ01 0012"),
  Provocation("U123", 2, .founded, october, "record GI01 0012"),
  Provocation("U123", 2, .founded, october, "record GI04 0012 --quantity 2"),
  Provocation("U123", 2, .founded, october, "record GY02 0013"),
  Provocation("U123", 2, .founded, october, "record GI04 户:012"),
  Provocation("U123", 2, .founded, october, "record DD10 0012"),
  Provocation("U123", 2, .founded, october, "record DD10 0012 --level 一万亿元"),
  Provocation("U123", 2, .founded, october, "record GI04 0012 --level 三等"),
  Provocation("U124", 2, .effective, "2026-11-03", "redeem 0012 XYFx10000"),
]

/// Folders and files that cannot be meant.
private let placeFaults: [Provocation] = [
  Provocation("U120", 2, .founded, nil, "status -C {outside}").alone,
  Provocation("U120", 2, .founded, nil, "status -C {outside}/nowhere").alone,
  Provocation(
    "U121", 2, .founded, nil, "init {folder} --name 苏庄村 --town 侯营镇 --county 东昌府区"
  ).alone,
  Provocation(
    "U118", 2, .founded, "2026-10-01",
    "init {outside} --name 苏庄村 --town 侯营镇 --county 东昌府区"
  ).alone,
  Provocation(
    "U125", 2, .effective, "2026-11-03", "platform export 2026-10 -o {folder}/roster.json"),
  Provocation("U126", 2, .effective, "2026-11-03", "platform export 2026-10 -o {outside}"),
]
