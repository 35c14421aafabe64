import TestSupport

/// What the rules for people and households refuse.
let householdRefusals: [Provocation] = [
  Provocation("R160", 1, .founded, october, "person join 0012 --on 2026-10-20"),
  Provocation("R161", 1, .founded, october, "person resume 0012 --on 2026-10-20"),
  Provocation(
    "R161", 1, .founded, october, "person resume 0031 --on 2026-10-22",
    after: ["person die 0031 --on 2026-10-20"]),
  Provocation(
    "R162", 1, .founded, october, "person household head 012 0031 --on 2026-10-20"),
  Provocation(
    "R162", 1, .founded, october, "person die 0012 --on 2026-10-20 --new-head 0031"),
  Provocation(
    "R163", 1, .founded, october,
    "person household split 0013 0014 --household 050 --why 协议"),
  Provocation(
    "R164", 1, .founded, october, "person household split 0013 --household 014 --why 协议"),
  Provocation(
    "R165", 1, .founded, october, "person household split 0014 --household 050 --why 协议"),
  Provocation(
    "R166", 1, .founded, october,
    "person household split 0013 --household 050 --points 3 --why 协议"
  ) { village, outside in
    let folder = village.folder.path
    for name in village.folder.names() { try village.folder.remove(name) }
    let run = try Binary.run(
      ("init \(folder) --name 苏庄村 --town 侯营镇 --county 东昌府区 --account household --practice"
        + " --today 2026-10-01").split(separator: " ").map(String.init))
    guard run.status == 0 else { throw SystemTestFault(run.complaint) }
    try village.importRoster(roster)
    _ = outside
  },
  Provocation("R167", 1, .founded, october, "person relate 0012 0031 --to 2026-10-20"),
  Provocation(
    "R168", 1, .founded, october,
    "person household split 0013 --household 050 --points 3 --why 协议"),
  Provocation(
    "R169", 1, .founded, october, "entry hide 1 --why 本人要求",
    after: ["record RJ12 0032 --on 2026-10-06 --evidence 照片"]),
  Provocation("R169", 1, .recorded, october, "entry unhide 1 --why 本人同意"),
  Provocation(
    "R101", 1, .founded, october, "person join 赵新 --household 050 --on 2026-10-30"),
  Provocation("R101", 1, .founded, october, "person suspend 0012 --on 2026-10-30"),
  Provocation("R101", 1, .founded, october, "person die 0012 --on 2026-10-30"),
  Provocation("R101", 1, .founded, october, "person edit 0012 --group 5组 --from 2026-10-30"),
  Provocation(
    "R152", 1, .founded, october, "person die 0013 --on 2026-10-20 --new-head 0013"),
  Provocation(
    "R153", 1, .founded, october, "person suspend 0012 --on 2026-10-22",
    after: ["person leave 0012 --on 2026-10-20"]),
]

/// Words on people and households that name nothing, or the same twice (exit 2).
let peopleWordFaults: [Provocation] = [
  Provocation("U160", 2, .founded, october, "person household merge 012 012 --why 并户"),
  Provocation("U161", 2, .founded, october, "person relate 0012 苏玉强 --as 兄弟"),
  Provocation("U190", 2, .founded, october, "record GI04 1组 除 1组"),
  Provocation("U191", 2, .founded, october, "record GI01 0012=多"),
  Provocation("U192", 2, .founded, october, "record GI04 1组 除 0012"),
  Provocation("U193", 2, .founded, october, "record GI04 组:九组"),
  Provocation("U103", 2, .founded, october, "person household merge 012 099 --why 并户"),
  Provocation("U103", 2, .founded, october, "person edit 0012 --household 099"),
  Provocation("U101", 2, .founded, october, "person join 0099 --on 2026-10-20"),
  Provocation("U010", 2, .founded, october, "person join 赵新 --on 2026-10-20"),
  Provocation("U005", 2, .founded, october, "person join 0012 --born 1970-05-01 --on 2026-10-20"),
  Provocation("U015", 2, .founded, october, "person edit 0012"),
  Provocation("U015", 2, .founded, october, "person relate 0012 0031"),
  Provocation("U127", 2, .founded, october, "person relate 0012 0031 --as 兄弟 --to 2026-10-02"),
]

private let october = "2026-10-25"
