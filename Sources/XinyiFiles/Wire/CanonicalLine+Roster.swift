import XinyiLedger

extension Event.RosterChanged: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.RosterChanged(
        person: try line.value("person"), from: try line.value("from"),
        what: try line.value("what"), value: try line.value("value"),
        why: try line.value(ifAny: "why"))
    }
  }
}

extension Event.ConsentChanged: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.ConsentChanged(
        person: try line.value("person"), scope: try line.value("scope"),
        given: try line.value("given"))
    }
  }
}
