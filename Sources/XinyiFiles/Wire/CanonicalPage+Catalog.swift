import XinyiLedger

extension Catalog: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Catalog(
        format: try line.value("format"), version: try line.value("version"),
        title: try line.value("title"), note: try line.value("note"),
        fromReport: try line.value("fromReport"), plus: try line.value("plus"),
        minus: try line.value("minus"), items: try line.value("items"))
    }
  }
}

extension Catalog.Item: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Catalog.Item(
        code: try line.value("code"), sign: try line.value("sign"),
        group: try line.value("group"), title: try line.value("title"),
        amount: try line.value("amount"), unit: try line.value("unit"),
        limit: try line.value(ifAny: "limit"), subject: try line.value("subject"),
        evidence: try line.value("evidence"), level: try line.value("level"),
        platform: try line.value("platform"), neverSend: try line.value(ifAny: "neverSend"),
        remindDays: try line.value(ifAny: "remindDays"), mask: try line.value("mask"),
        whileAway: try line.value(ifAny: "whileAway"), account: try line.value("account"),
        sources: try line.value("sources"), rivals: try line.value("rivals"))
    }
  }
}

extension Catalog.Amount: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      let kind: Kind = try line.value("kind")
      return switch kind {
      case .fixed: .fixed(try line.value("points"))
      case .perUnit:
        .perUnit(
          points: try line.value("points"), per: try line.value("per"),
          measure: try line.value("measure"))
      case .level: .level(try line.value("levels"))
      case .choice: .choice(try line.value("points"))
      case .tier: .tier(feed: try line.value("feed"), try line.value("tiers"))
      }
    }
  }
}

extension Catalog.Level: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Catalog.Level(name: try line.value("name"), points: try line.value("points"))
    }
  }
}

extension Catalog.Tier: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Catalog.Tier(from: try line.value("from"), points: try line.value("points"))
    }
  }
}

extension Catalog.Limit: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      let period: Period = try line.value("per")
      let times: Int? = try line.value(ifAny: "times")
      if let times { return Catalog.Limit(period: period, measure: .times(times)) }
      return Catalog.Limit(period: period, measure: .points(try line.value("points")))
    }
  }
}

extension Catalog.AccountEffect: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Catalog.AccountEffect(
        rating: try line.value("rating"), spendable: try line.value("spendable"))
    }
  }
}

extension Catalog.AccountEffect.Spendable: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    if line.skips("\"all\"") {
      self = .all
    } else if line.skips("\"none\"") {
      self = .none
    } else if line.skips("\"bySetting\"") {
      self = .bySetting
    } else {
      self = .upTo(
        try line.object { (line) throws(LineCursor.Unfamiliar) in try line.value("upTo") })
    }
  }
}

extension Catalog.Mask: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    guard let mask = Catalog.Mask(rawValue: try line.wholeNumber()) else {
      throw LineCursor.Unfamiliar()
    }
    self = mask
  }
}

extension Sign: LineReadable {}
extension Catalog.Amount.Kind: LineReadable {}
extension Catalog.Limit.Period: LineReadable {}
extension Catalog.Subject: LineReadable {}
extension Catalog.ReviewLevel: LineReadable {}
extension Catalog.PlatformRule: LineReadable {}
