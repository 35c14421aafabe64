import XinyiLedger

extension Event.GoodsReceived: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.GoodsReceived(
        item: try line.value("item"), batch: try line.value(ifAny: "batch"),
        count: try line.value("count"), expires: try line.value(ifAny: "expires"),
        from: try line.value(ifAny: "from"), payer: try line.value(ifAny: "payer"),
        cost: try line.value(ifAny: "cost"))
    }
  }
}

extension Event.PriceSet: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.PriceSet(
        item: try line.value("item"), price: try line.value("price"),
        service: try line.value(ifAny: "service"))
    }
  }
}

extension Event.Redeemed: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.Redeemed(
        on: try line.value("on"), person: try line.value(ifAny: "person"),
        proxy: try line.value(ifAny: "proxy"), note: try line.value(ifAny: "note"),
        lines: try line.value("lines"), total: try line.value("total"),
        paidBy: try line.value("paidBy"))
    }
  }
}

extension Event.BasketLine: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.BasketLine(
        item: try line.value("item"), batch: try line.value(ifAny: "batch"),
        count: try line.value("count"), price: try line.value("price"))
    }
  }
}

extension Event.Payment: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.Payment(
        account: try line.value("account"), cards: try line.value("cards"),
        change: try line.value("change"))
    }
  }
}

extension Event.CardsIssued: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.CardsIssued(
        person: try line.value(ifAny: "person"), cards: try line.value("cards"),
        month: try line.value(ifAny: "month"), replaces: try line.value(ifAny: "replaces"))
    }
  }
}

extension Event.CardsIssued.Card: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.CardsIssued.Card(
        card: try line.value("card"), year: try line.value("year"))
    }
  }
}

extension Event.CardsTaken: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.CardsTaken(
        person: try line.value(ifAny: "person"), cards: try line.value("cards"),
        change: try line.value("change"))
    }
  }
}
