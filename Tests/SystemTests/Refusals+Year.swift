/// What the end of a year and campaigns refuse (exit 1).
let yearRefusals: [Provocation] = [
  Provocation(
    "R256", 1, .founded, october, "record GI04 0012 --on 2026-10-21 --campaign C1",
    after: [campaign]),
  Provocation(
    "R256", 1, .founded, october, "record DD04 0012 --on 2026-10-12 --campaign C1",
    after: [campaign]),
  Provocation(
    "R256", 1, .founded, october, "record GI04 0012 --on 2026-10-12 --campaign C1",
    after: [campaign + " --group 1组"]),
  Provocation(
    "R257", 1, .founded, october,
    "campaign add C1 --name 信义+ --from 2026-11-20 --to 2026-11-10"),
  Provocation(
    "R258", 1, .founded, october,
    "campaign add C1 --name 信义+ --from 2026-11-10 --to 2026-11-20 --rule RJ01"),
  Provocation(
    "R260", 1, .yearOver, "2027-01-20", "year close 2026", after: ["year close 2026"]),
  Provocation("R261", 1, .effective, "2027-01-20", "year close 2025"),
  Provocation("R262", 1, .effective, "2026-12-31", "year close 2026"),
  Provocation("R263", 1, .effective, "2028-01-20", "year close 2027"),
  Provocation("R264", 1, .effective, "2027-01-20", "year close 2026"),
  Provocation(
    "R265", 1, .yearOver, "2027-01-20", "year close 2026",
    after: ["objection file 2026-10-0001 --why 没有来"]),
  Provocation("R266", 1, .effective, "2026-11-03", "year expire"),
]

private let october = "2026-10-25"
private let campaign =
  "campaign add C1 --name 信义+环境 --from 2026-10-10 --to 2026-10-20 --rule GI04 --points 1"
