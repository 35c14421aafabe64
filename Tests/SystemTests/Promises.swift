import TestSupport
import Testing

/// What one command promises to other programs: the fields of its answer with their types, as
/// `name:type`, `?` where a value may be null.
struct Promise: Sendable, CustomTestStringConvertible {
  let stage: Stage
  let today: String
  let line: String
  /// Members of the answer itself.
  let fields: String
  /// Members of each row; nil where there are no rows.
  let rows: String?
  let isWriting: Bool
  /// What has to happen before.
  let steps: [String]

  var testDescription: String { line }

  static func writes(
    _ stage: Stage, _ today: String, _ line: String, fields: String = "", rows: String? = nil,
    after steps: [String] = []
  ) -> Promise {
    Promise(
      stage: stage, today: today, line: line, fields: fields, rows: rows, isWriting: true,
      steps: steps)
  }

  static func reads(
    _ stage: Stage, _ today: String, _ line: String, fields: String = "", rows: String? = nil,
    after steps: [String] = []
  ) -> Promise {
    Promise(
      stage: stage, today: today, line: line, fields: fields, rows: rows, isWriting: false,
      steps: steps)
  }

  /// The village in which the command works.
  func village() throws -> Village {
    let village = try stage.village()
    for step in steps { try village.done(today, step) }
    return village
  }
}

private let person = "person:text name:text household:text group:text status:text"
private let entry =
  "entry:text person:text rule:text on:day month:month asked:points points:points state:text "
  + "flags:list effectiveOn:day? notice:text?"
private let line = "entry:text name:text? group:text? on:day? rule:text? title:text points:points"
private let rule = "rule:text sign:text group:text title:text kind:text unit:text cap:text?"
private let posted =
  "notice:text month:month from:day to:day records:whole fingerprint:digest rows:list"
private let standing =
  "person:text name:text household:text rating:points spendable:points pending:points grade:text?"
private let goods = "item:text name:text price:points stock:whole unit:text"
private let council = "month:month members:list present:list quorum:whole"
private let objection = "objection:text entry:text state:text due:day"
private let resolving = "objection resolve O-2026-10-01 --why 核实"

let promises: [Promise] =
  rosterPromises + entryPromises + noticePromises + shopPromises
  + correctionPromises

private let rosterPromises: [Promise] = [
  .writes(
    .founded, "2026-10-02",
    "person add 赵新 --household 050 --group 1组 --head --born 1980-01-01 --role keeper",
    rows: person),
  .reads(.founded, "2026-10-02", "person list", rows: person),
  .reads(.founded, "2026-10-02", "person find 玉", rows: person),
  .reads(.founded, "2026-10-02", "person show 12", rows: person),
  .writes(.founded, "2026-10-02", "person role 0031 council --from 2026-10-02", rows: person),
  .writes(.founded, "2026-10-02", "person leave 0031 --on 2026-10-02", rows: person),
  .writes(.founded, "2026-10-02", "person consent 0031 --for platform", rows: person),
  .writes(.founded, "2026-10-02", "person consent 0031 --for names --withdraw", rows: person),
  .reads(.founded, "2026-10-02", "setting show", fields: "settings:object"),
  .reads(.founded, "2026-10-02", "rule list", rows: rule),
  .reads(.founded, "2026-10-02", "rule list --plus", rows: rule),
  .reads(.founded, "2026-10-02", "rule search 垃圾", rows: rule),
  .reads(.founded, "2026-10-02", "rule show GI04", rows: rule + " points:points"),
  .reads(.founded, "2026-10-02", "rule show GI14", rows: rule + " points:points"),
  .reads(.founded, "2026-10-02", "rule show GY02", rows: rule + " options:list"),
  .reads(
    .founded, "2026-10-02", "rule show GY08",
    rows: rule + " capPoints:points capPer:text capTimes:whole?"),
]

private let entryPromises: [Promise] = [
  .writes(
    .founded, "2026-10-25", "record GI04 0012 0031 --on 2026-10-04 --evidence 照片",
    fields: "batch:text", rows: entry),
  .writes(.founded, "2026-10-25", "record GI14 0012 --quantity 35", rows: entry),
  .reads(.effective, "2026-11-03", "entry list", rows: entry),
  .reads(.recorded, "2026-10-25", "entry list --person 0012 --month 2026-10", rows: entry),
  .reads(.effective, "2026-11-03", "entry show 2026-10-0007", rows: entry),
  .writes(.recorded, "2026-10-25", "withdraw B0001 --why 错了", rows: entry),
  .writes(
    .recorded, "2026-10-26", "review open --month 2026-10 \(meeting)", fields: council, rows: entry),
  .reads(.inReview, "2026-10-26", "review agenda", fields: council, rows: entry),
  .writes(.inReview, "2026-10-26", "review approve --rest", rows: entry),
  .writes(.inReview, "2026-10-26", "review approve 1 2 --votes 4-1-0", rows: entry),
  .writes(.inReview, "2026-10-26", "review amend 9 --points 2 --why 核实", rows: entry),
  .writes(.inReview, "2026-10-26", "review reject 1 --why 不实", rows: entry),
  .writes(.inReview, "2026-10-26", "review defer 1 --why 待核实", rows: entry),
  .writes(
    .inReview, "2026-10-26", "review undo 1", rows: entry, after: ["review approve 1"]),
  .writes(.inReview, "2026-10-26", "review close", fields: "month:month", rows: entry),
]

private let reminder =
  "reminder:text person:text household:text rule:text title:text on:day due:day state:text"

private let correctionPromises: [Promise] = [
  .writes(
    .effective, "2026-11-04", "reverse 2026-10-0001 --why 错了",
    fields: "batch:text month:month clerical:truth balances:list", rows: entry),
  .writes(
    .effective, "2026-11-04", "fix 2026-10-0001 --person 0013 --why 错了", fields: "fixes:list",
    rows: entry),
  .writes(.onNotice, "2026-10-28", "fix 1 --why 错了", fields: "fixes:list", rows: entry),
  .writes(
    .founded, "2026-10-20", "reminder issue 0031 RJ01", fields: "reminder:text due:day",
    rows: reminder),
  .writes(
    .founded, "2026-10-20", "reminder done 10-01", rows: reminder,
    after: ["reminder issue 0031 RJ01"]),
  .reads(
    .founded, "2026-10-20", "reminder list", rows: reminder, after: ["reminder issue 0031 RJ01"]),
  .writes(
    .effective, "2026-11-04",
    "redress apply 2026-10-0010 --points 2 --promise 今后拴绳 --evidence 照片",
    fields: "batch:text month:month", rows: entry),
  .reads(.effective, "2026-11-04", "redress list", rows: entry + " left:points"),
]

private let noticePromises: [Promise] = [
  .writes(.closed, "2026-10-27", "notice publish", fields: posted, rows: entry),
  .reads(.onNotice, "2026-10-28", "notice show 2026-10", fields: posted, rows: line),
  .reads(.onNotice, "2026-10-28", "notice show --format json", fields: posted, rows: line),
  .writes(
    .onNotice, "2026-10-28", "notice supplement", fields: posted, rows: entry,
    after: [
      "objection file 2026-10-0009 --why 不对",
      "\(resolving) --outcome amend --points 2 --document 侯信字1号",
    ]),
  .writes(.onNotice, "2026-10-28", "objection file 10-8 --why 不对", fields: objection),
  .writes(
    .onNotice, "2026-10-28", "\(resolving) --outcome dismiss --meeting 2026-10 --votes 5-0-0",
    fields: objection, after: ["objection file 2026-10-0009 --why 不对"]),
  .reads(
    .onNotice, "2026-10-28", "objection list", rows: objection,
    after: ["objection file 2026-10-0009 --why 不对"]),
  .writes(.onNotice, "2026-11-03", "confirm", fields: "month:month effective:list waiting:list"),
  .writes(
    .effective, "2026-11-03", "platform export 2026-10",
    fields: "package:text left:list", rows: "entry:text person:text rule:text points:points on:day",
    after: ["person consent 0012 --for platform"]),
  .reads(
    .onNotice, "2026-10-28", "status", fields: "month:month state:text waiting:list next:text"),
  .reads(
    .effective, "2026-11-03", "verify",
    fields: "ok:truth records:whole head:digest findings:list"),
]

private let shopPromises: [Promise] = [
  .reads(.effective, "2026-11-03", "balance", rows: standing),
  .reads(.effective, "2026-11-03", "balance 0012 0032", rows: standing),
  .reads(.effective, "2026-11-03", "rank", rows: standing),
  .reads(
    .effective, "2026-11-03", "statement 0012",
    rows: "on:day kind:text ref:text? title:text rating:points spendable:points "
      + "ratingAfter:points spendableAfter:points"),
  .writes(
    .effective, "2026-11-03", "shop add FZ --name 肥皂 --price 1.5 --unit 块 --limit 3", rows: goods),
  .writes(.effective, "2026-11-03", "shop price XYF 9.5", rows: goods),
  .writes(
    .effective, "2026-11-03", "shop receive XYF 5 --batch A1 --expires 2027-10-01", rows: goods),
  .reads(.effective, "2026-11-03", "shop list", rows: goods),
  .writes(
    .effective, "2026-11-03", "redeem 0012 XYF PENx2 --proxy 0013",
    fields: "receipt:text person:text lines:list total:points spendableAfter:points "
      + "repeated:truth"),
]
