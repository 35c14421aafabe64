/// Which items of the catalog the practice village uses, and how often.
enum DemoItems {
  /// What single people do for others now and then.
  static let oddJobs: [(value: String, weight: Int)] = [
    ("DY15", 6), ("GY02", 1), ("GY04", 2), ("GY06", 2), ("GY07", 2), ("GY09", 6), ("GY10", 2),
    ("GY11", 12), ("GY12", 16), ("GY17", 6), ("DD01", 1), ("DD02", 1), ("DD05", 9), ("DD06", 6),
    ("DD08", 6), ("DD09", 2), ("DD10", 5), ("DD11", 4), ("DD12", 1), ("DD13", 1), ("DD15", 1),
    ("DD16", 5), ("GI03", 2), ("GI04", 12), ("GI09", 8), ("GI10", 8), ("GI11", 2), ("GI15", 5),
  ]

  /// What is done for the greater good (大义); one of them every month.
  static let valour = ["DY15", "DY04", "DY14", "DY06", "DY16", "DY12", "DY13", "DY03"]

  /// Breaches by the catalog's groups of minus items; the groups take turns.
  static let breaches: [[(value: String, weight: Int)]] = [
    [("RJ01", 8), ("RJ02", 7), ("RJ04", 5), ("RJ06", 2), ("RJ08", 4), ("RJ09", 7), ("RJ11", 4)],
    [("SS02", 2), ("SS05", 2), ("SS08", 5), ("SS09", 3), ("SS01", 1)],
    [("ZX01", 2), ("ZX08", 5), ("ZX11", 4), ("ZX12", 3), ("ZX06", 1)],
    [("CW01", 3), ("CW02", 4), ("CW06", 6), ("CW11", 2)],
    [("XF01", 2), ("XF06", 5), ("XF11", 1)],
    [("CX02", 2), ("CX03", 1), ("CX09", 2), ("CX10", 2)],
    [("AQ04", 6), ("AQ07", 3), ("AQ05", 1), ("AQ09", 1)],
    [("GL01", 1)],
  ]

  /// Yuan that people give.
  static let gifts = [20, 30, 50, 50, 50, 100, 100, 100, 200, 200, 300, 500, 1000, 1050]
}
