import XinyiLedger

extension Event.Recorded: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.Recorded(
        entry: try line.value("entry"), batch: try line.value("batch"),
        person: try line.value("person"), household: try line.value("household"),
        rule: try line.value("rule"), catalog: try line.value("catalog"),
        title: try line.value("title"), on: try line.value("on"), month: try line.value("month"),
        quantity: try line.value(ifAny: "quantity"), level: try line.value(ifAny: "level"),
        choice: try line.value(ifAny: "choice"), deed: try line.value(ifAny: "deed"),
        campaign: try line.value(ifAny: "campaign"), document: try line.value(ifAny: "document"),
        evidence: try line.value("evidence"), note: try line.value(ifAny: "note"),
        why: try line.value(ifAny: "why"), collector: try line.value(ifAny: "collector"),
        source: try line.value("source"), asked: try line.value("asked"),
        flags: try line.value("flags"), reverses: try line.value(ifAny: "reverses"),
        adjusts: try line.value(ifAny: "adjusts"), corrects: try line.value(ifAny: "corrects"),
        redresses: try line.value(ifAny: "redresses"), second: try line.value(ifAny: "second"))
    }
  }
}

extension Event.Withdrawn: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.Withdrawn(
        entries: try line.value("entries"), why: try line.value("why"),
        part: try line.value(ifAny: "part"), parts: try line.value(ifAny: "parts"))
    }
  }
}

extension Event.ReminderIssued: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.ReminderIssued(
        reminder: try line.value("reminder"), person: try line.value("person"),
        rule: try line.value("rule"), due: try line.value("due"))
    }
  }
}

extension Event.ReminderClosed: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.ReminderClosed(
        reminder: try line.value("reminder"), outcome: try line.value("outcome"))
    }
  }
}
