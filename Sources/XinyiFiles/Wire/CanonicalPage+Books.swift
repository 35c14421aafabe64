import XinyiLedger

extension LineCursor {
  /// A book's format, which has to be 1: of others the strict reader says what they are.
  fileprivate mutating func skipFormat() throws(Unfamiliar) {
    guard try value("format") == 1 else { throw Unfamiliar() }
  }
}

// MARK: - People

extension RosterBook: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      try line.skipFormat()
      return RosterBook(people: try line.value("people"))
    }
  }
}

extension RosterBook.Row: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      RosterBook.Row(
        person: try line.value("person"), name: try line.value("name"),
        pinyin: try line.value(ifAny: "pinyin"), born: try line.value(ifAny: "born"),
        facts: try line.value("facts"))
    }
  }
}

extension RosterFact: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      RosterFact(
        from: try line.value("from"), what: try line.value("what"),
        value: try line.value("value"))
    }
  }
}

extension RosterFact.Topic: LineReadable {
  /// A list of people is full of them, most of them of the first three kinds.
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    if line.skips("\"household\"") {
      self = .household
    } else if line.skips("\"group\"") {
      self = .group
    } else if line.skips("\"head\"") {
      self = .head
    } else if line.skips("\"status\"") {
      self = .status
    } else if line.skips("\"role\"") {
      self = .role
    } else {
      try line.skip("\"relation\"")
      self = .relation
    }
  }
}

extension Pinyin: LineReadable {}

// MARK: - The village and its settings

extension VillageBook: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      try line.skipFormat()
      return VillageBook(
        village: try line.value("village"), account: try line.value("account"),
        practice: try line.value("practice"), settings: try line.value("settings"))
    }
  }
}

extension Village: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Village(
        name: try line.value("name"), town: try line.value("town"),
        county: try line.value("county"), code: try line.value(ifAny: "code"))
    }
  }
}

extension Settings: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Settings(
        base: try line.value("base"), bands: try line.value("bands"),
        topGrade: try line.value("topGrade"), noticeDays: try line.value("noticeDays"),
        correctionDays: try line.value("correctionDays"),
        lateDays: try line.value("lateDays"), repeatFactor: try line.value("repeatFactor"),
        votesOf: try line.value("votesOf"), minusSpendable: try line.value("minusSpendable"),
        sum: try line.value("sum"), remindFirst: try line.value("remindFirst"),
        names: try line.value("names"),
        objectionWorkingDays: try line.value("objectionWorkingDays"),
        leaveDays: try line.value("leaveDays"), refundDays: try line.value("refundDays"),
        cards: try line.value("cards"), carryUntil: try line.value("carryUntil"),
        operators: try line.value("operators"), carry: try line.value(ifAny: "carry"),
        carryLimit: try line.value(ifAny: "carryLimit"),
        platformColumns: try line.value(ifAny: "platformColumns"),
        shopDays: try line.value(ifAny: "shopDays"),
        cardWaitDays: try line.value(ifAny: "cardWaitDays"))
    }
  }
}

extension Settings.Band: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Settings.Band(name: try line.value("name"), upTo: try line.value("upTo"))
    }
  }
}

extension Settings.PlatformColumn: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Settings.PlatformColumn(field: try line.value("field"), title: try line.value("title"))
    }
  }
}

extension AccountHolder: LineReadable {}
extension Settings.VotesOf: LineReadable {}
extension Settings.SumRule: LineReadable {}
extension Settings.RemindFirst: LineReadable {}
extension Settings.NameRule: LineReadable {}
extension Settings.Carry: LineReadable {}
extension Settings.PlatformField: LineReadable {}
extension MonthDay: LineReadable {}

// MARK: - The shop

extension ShopList: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      try line.skipFormat()
      return ShopList(goods: try line.value("goods"))
    }
  }
}

extension ShopList.Row: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      ShopList.Row(
        item: try line.value("item"), name: try line.value("name"),
        unit: try line.value("unit"), price: try line.value("price"),
        limit: try line.value(ifAny: "limit"))
    }
  }
}
