import XinyiLedger

extension Event.BalanceMoved: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.BalanceMoved(
        from: try line.value("from"), to: try line.value("to"),
        spendable: try line.value("spendable"), rating: try line.value("rating"),
        why: try line.value("why"))
    }
  }
}

extension Event.YearPoints: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.YearPoints(
        year: try line.value("year"), points: try line.value("points"))
    }
  }
}

extension Event.YearClosed: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.YearClosed(
        year: try line.value("year"), grades: try line.value("grades"),
        carried: try line.value("carried"), body: try line.value("body"),
        part: try line.value(ifAny: "part"), parts: try line.value(ifAny: "parts"))
    }
  }
}

extension Event.YearGrade: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.YearGrade(
        account: try line.value("account"), rating: try line.value("rating"),
        grade: try line.value("grade"))
    }
  }
}

extension Event.CarriedBreach: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.CarriedBreach(
        entry: try line.value("entry"), points: try line.value("points"))
    }
  }
}

extension Event.SpendableExpired: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.SpendableExpired(
        year: try line.value("year"), lines: try line.value("lines"),
        part: try line.value(ifAny: "part"), parts: try line.value(ifAny: "parts"))
    }
  }
}

extension Event.ExpiredLine: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.ExpiredLine(
        account: try line.value("account"), points: try line.value("points"))
    }
  }
}

extension Account: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      if let person: PersonNumber = try line.value(ifAny: "person") { return .person(person) }
      return .household(try line.value("household"))
    }
  }
}
