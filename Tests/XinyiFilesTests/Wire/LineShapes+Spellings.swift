/// How values are spelled, up to the ends of what they may be, and how they are not.
extension LineShapes {
  typealias Spellings = (good: [[UInt8]], odd: [[UInt8]])

  static let spellings: [String: Spellings] = [
    "code": quoted(
      ["0012", "A", "a.b_c-9", String(repeating: "9", count: 40), "GI04", "fifteen-letters", "-"],
      ["", String(repeating: "9", count: 41), "a b", "é", "\u{212A}", "０１２", "a/b", "\\u0041"]),
    "text": (
      quoted(
        [
          "主动维护人居环境整治", "", "fifteen-letters", "sixteen-letters!", "照片1张", "\u{7F}", "𠮷野",
          "e\u{301}", "\u{E9}", "a\u{2028}b", String(repeating: "长", count: 200), "{", ",\u{1F600}",
        ],
        []
      ).good,
      quoted([], [#"a\"b"#, #"a\\b"#, #"\u4e00"#, #"\/"#, "a\tb", "\u{1}", #"a"b"#]).odd
        + [
          [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8], [0xFF], [0x80],
        ]
        .map { Array("\"".utf8) + $0 + Array("\"".utf8) }
    ),
    "day": quoted(
      ["2026-10-04", "2024-02-29", "1900-01-01", "2199-12-31", "2000-02-29"],
      [
        "2026-02-29", "1900-02-29", "2200-01-01", "1899-12-31", "2026-13-01", "2026-00-01",
        "2026-01-00", "2026-1-04", "2026-10-4", "2026/10/04", "2026-10-04 ", "+026-10-04",
        "2026-10-0a", "２026-10-04",
      ]),
    "month": quoted(
      ["2026-10", "1900-01", "2199-12"],
      ["2200-01", "1899-12", "2026-13", "2026-00", "2026-1", "26-10", "2026-10-01", "202 -10"]),
    "year": quoted(["2026", "1900", "2199"], ["2200", "1899", "026", "02026", "-026"]),
    "moment": quoted(
      ["2026-11-21T16:02:11+08:00", "1900-01-01T00:00:00+08:00", "2199-12-31T23:59:59+08:00"],
      [
        "2026-11-21T24:00:00+08:00", "2026-11-21T16:60:11+08:00", "2026-11-21T16:02:60+08:00",
        "2026-11-21T16:02:11Z", "2026-11-21T16:02:11+09:00", "2026-11-21 16:02:11+08:00",
        "2026-02-30T16:02:11+08:00", "2026-11-21T16:02:11.0+08:00",
      ]),
    "entry": numbered("", "0017", "10000"),
    "objection": numbered("O-", "01", "100"),
    "package": numbered("P-", "01", "100"),
    "reminder": numbered("T-", "01", "100"),
    "notice": quoted(
      ["2026-10", "2026-10-2", "2026-10-999999999"],
      [
        "2026-10-1", "2026-10-0", "2026-10-02", "2026-10-", "2026-10-1000000000", "2026-13",
        "2026-1",
      ]),
    "card": quoted(
      ["5-0031", "1-0001", "1000-9999999"],
      ["5-31", "0-0001", "1001-0001", "5-00031", "05-0031", "5-0000", "5-10000000", "5"]),
    "money": quoted(
      ["9.90", "0.00", "10000000.00"],
      ["9.9", "9", "09.90", "-1.00", "10000000.01", "9.900", ".90"]),
    "digest": quoted(
      [String(repeating: "0", count: 64), "0123456789abcdef" + String(repeating: "f", count: 48)],
      [
        String(repeating: "0", count: 63), String(repeating: "0", count: 65),
        String(repeating: "A", count: 64), String(repeating: "g", count: 64),
        String(repeating: "0", count: 63) + "/", String(repeating: "0", count: 63) + ":",
        String(repeating: "0", count: 63) + "`", String(repeating: "0", count: 61) + "é0",
      ]),
    "int": plain(
      ["0", "1", "57", "999999999"],
      [
        "-1", "-0", "01", "1.0", "1e2", "1000000000", "9223372036854775807", "9223372036854775808",
        "99999999999999999999", "+1", "0x1", "１",
      ]),
    "points": plain(
      ["0", "1", "-5", "0.5", "-0.5", "12.3", "10000000", "-10000000", "9999999.9"],
      [
        "-0", "0.0", "1.0", "-0.0", "1.50", "0.05", ".5", "5.", "01", "-01", "1e1", "10000000.1",
        "-10000000.1", "999999999", "1000000000", "--1", "00.5",
      ]),
    "quantity": plain(
      ["1", "0.1", "2.5", "100000", "99999.9"],
      ["0", "-1", "100000.1", "0.0", "1.0", "01", "-0.1", "100001"]),
    "bool": plain(["true", "false"], ["True", "0", "\"true\"", "tru", "falsee"]),
    "source": words("self collector town outside"),
    "flag": words(
      "late capped doubled sameDay noEvidence related maybeOneDeed notReminded special"),
    "topic": words("household head group role status relation"),
    "scope": words("names platform"),
    "decisionOutcome": words("approved amended rejected deferred undone"),
    "objectionOutcome": words("dismissed amended cancelled withdrawn"),
    "platformOutcome": words("entered returned"),
    "reminderOutcome": words("putRight recorded cancelled"),
    "payer": words("village town donor"),
  ]

  /// What may stand in place of any value.
  static let oddEverywhere = plain([], ["null", "{}", "[]", "[[]]", "\"\"", "\"", "", " 1", "1 "])
    .odd

  private static func plain(_ good: [String], _ odd: [String]) -> Spellings {
    (good.map { Array($0.utf8) }, odd.map { Array($0.utf8) })
  }

  private static func quoted(_ good: [String], _ odd: [String]) -> Spellings {
    plain(good.map { "\"\($0)\"" }, odd.map { "\"\($0)\"" })
  }

  private static func numbered(_ prefix: String, _ first: String, _ wide: String) -> Spellings {
    quoted(
      ["2026-10-\(first)", "1900-01-\(wide)", "2199-12-999999999"].map { prefix + $0 },
      [
        "2026-10-0", "2026-10-1", "2026-10-0\(first)", "2026-10-0\(wide)", "2026-10-1000000000",
        "2026-10-", "2026-10", "2026-13-\(first)", "2026-10-\(first) ", "2026-1-\(first)",
      ]
      .map { prefix + $0 } + ["X-2026-10-\(first)", "2026-10-\(first)-1"])
  }

  private static func words(_ words: String) -> Spellings {
    let good = words.split(separator: " ").map(String.init)
    return quoted(good, ["", "other", good[0] + "s", good[0].uppercased(), " " + good[0]])
  }
}
