import TestSupport
import Testing

/// What the shop refuses over its counter and on its shelf.
let goodsRefusals: [Provocation] = [
  Provocation(
    "R308", 1, .effective, "2026-11-03", "redeem 0012 PEN", after: ["shop remove PEN"]),
  Provocation("R309", 1, .effective, "2026-11-06", "redeem 0012 TSx2") { village, _ in
    try village.done("2026-11-03", "shop add TS --name 糖 --price 1")
    try village.done("2026-11-03", "shop receive TS 5 --expires 2026-11-05")
    try village.done("2026-11-03", "shop receive TS 1")
  },
  Provocation("R310", 1, .effective, "2026-12-01", "redeem 0012 PEN") { village, _ in
    try village.done("2026-11-03", "setting set shopDays 周一,周四 --from 2026-12 --why 决定")
  },
  Provocation("R311", 1, .effective, "2026-11-03", "redeem 0012 PEN --proxy 0031"),
  Provocation(
    "R312", 1, .effective, "2026-11-03", "shop receive XYF 5 --batch A --expires 2027-01-01",
    after: ["shop receive XYF 5 --batch A"]),
  Provocation("R313", 1, .effective, "2026-11-03", "shop count XYF 5 --batch A"),
  Provocation("R314", 1, .effective, "2026-11-03", "shop return XYF 21 --why 包装破了"),
  Provocation(
    "R314", 1, .effective, "2026-11-03", "shop write-off XYF 6 --batch A --why 受潮 --second op2",
    after: [
      "setting set operators +op2 --why 添人", "shop receive XYF 5 --batch A --from 镇里",
    ]),
  Provocation(
    "R315", 1, .effective, "2026-11-03", "shop receive LF 5",
    after: ["shop add LF --name 理发 --price 3 --service"]),
  Provocation(
    "R316", 1, .effective, "2026-11-03", "shop count TS 5",
    after: ["shop add TS --name 糖 --price 1"]),
  Provocation(
    "R317", 1, .effective, "2026-11-03", "shop remove PEN", after: ["shop remove PEN"]),
  Provocation("R320", 1, .effective, "2026-11-11", "refund 1103-01 --why 漏水") { village, _ in
    try village.done("2026-11-03", "redeem 0012 PEN")
  },
  Provocation(
    "R321", 1, .effective, "2026-11-03", "refund 1103-01 XYF --why 拿错了",
    after: ["redeem 0012 PEN"]),
  Provocation(
    "R322", 1, .effective, "2026-11-03", "refund 1103-01 PENx2 --why 拿错了",
    after: ["redeem 0012 PEN"]),
  Provocation(
    "R323", 1, .effective, "2026-11-03", "refund 1103-01 --why 再退一次",
    after: ["redeem 0012 PEN", "refund 1103-01 --why 拿错了"]),
]

/// What is refused of paper cards.
let cardRefusals: [Provocation] = [
  Provocation("R330", 1, .effective, "2026-11-03", "redeem PEN --cards 5-0001"),
  Provocation("R330", 1, .effective, "2026-11-03", "card take 0012 5-0001"),
  Provocation("R330", 1, .effective, "2026-11-03", "card bar 5-0001"),
  Provocation(
    "R331", 1, .effective, "2026-11-03", "redeem PEN --cards 5-0001",
    after: ["card issue 0012 5", "card take 0012 5-0001"]),
  Provocation(
    "R331", 1, .effective, "2026-11-03", "card bar 5-0001",
    after: ["card issue 0012 5", "card bar 5-0001"]),
  Provocation("R332", 1, .effective, "2027-02-01", "redeem PEN --cards 5-0001") { village, _ in
    try village.done("2026-11-03", "card issue 0012 5")
  },
  Provocation(
    "R333", 1, .effective, "2026-11-05", "redeem PEN --cards 5-0001 --on 2026-11-04",
    after: ["card issue 0012 5"]),
  Provocation(
    "R334", 1, .effective, "2026-11-03", "redeem XYF --cards 5-0001",
    after: ["card issue 0012 5"]),
  Provocation(
    "R335", 1, .effective, "2026-11-03", "redeem PEN --cards 5-0001,5-0002",
    after: ["card issue 0012 10"]),
  Provocation(
    "R336", 1, .effective, "2026-11-03", "redeem XYY --cards 5-0001,5-0002",
    after: ["card issue 0012 10"]),
  Provocation(
    "R337", 1, .effective, "2026-11-03", "redeem PEN --cards 5-0001",
    after: ["card issue 0012 5"]),
  Provocation("R338", 1, .effective, "2026-11-03", "card issue 0012 2.5"),
  Provocation("R338", 1, .effective, "2026-11-03", "card issue --cards 7x1"),
  Provocation("R339", 1, .effective, "2026-11-03", "card issue 0012 19"),
  Provocation("R303", 1, .effective, "2026-11-03", "card issue 0032 5"),
  Provocation("R340", 1, .effective, "2026-11-03", "card issue --all --month 2026-11"),
  Provocation(
    "R341", 1, .effective, "2026-11-03", "card issue --all --month 2026-10",
    after: ["card issue --all --month 2026-10"]),
  Provocation(
    "R342", 1, .effective, "2026-11-03", "card bar 5-0001 --withdraw",
    after: ["card issue 0012 5"]),
  Provocation(
    "R342", 1, .effective, "2026-11-03", "card reissue 5-0001", after: ["card issue 0012 5"]),
  Provocation("R343", 1, .effective, "2026-11-10", "card reissue 5-0001") { village, _ in
    try village.done("2026-11-03", "card issue 0012 5")
    try village.done("2026-11-03", "card bar 5-0001")
  },
  Provocation("R344", 1, .effective, "2026-11-20", "card reissue 1-0001") { village, _ in
    try village.done("2026-11-03", "card issue --cards 1x1")
    try village.done("2026-11-03", "card issue 0012 5")
    try village.done("2026-11-03", "redeem PEN --cards 5-0001")
    try village.done("2026-11-03", "card bar 1-0001")
  },
  Provocation(
    "R345", 1, .effective, "2026-11-03", "card return 5-0001", after: ["card issue 0012 5"]),
  Provocation(
    "R346", 1, .effective, "2026-11-03", "card change 5-0001 --cards 2x2",
    after: ["card issue 0012 5"]),
  Provocation("R347", 1, .effective, "2026-11-03", "card bar --person 0031 --all"),
  Provocation("R348", 1, .effective, "2026-12-01", "card reissue 5-0001") { village, _ in
    try village.done("2026-11-03", "card issue 0012 5")
    try village.done("2026-11-03", "card bar 5-0001")
    try village.done("2026-11-03", "setting set cards 2 --from 2026-12 --why 决定")
  },
]
