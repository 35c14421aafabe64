import XinyiLedger

extension Event.ReviewOpened: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.ReviewOpened(
        month: try line.value("month"), present: try line.value("present"),
        chair: try line.value("chair"))
    }
  }
}

extension Event.Decided: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.Decided(
        entries: try line.value("entries"), part: try line.value(ifAny: "part"),
        parts: try line.value(ifAny: "parts"))
    }
  }
}

extension Event.Decision: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.Decision(
        entry: try line.value("entry"), outcome: try line.value("outcome"),
        points: try line.value("points"), for: try line.value("for"),
        against: try line.value("against"), abstain: try line.value("abstain"),
        recused: try line.value("recused"), why: try line.value(ifAny: "why"),
        minute: try line.value(ifAny: "minute"), bonus: try line.value(ifAny: "bonus"))
    }
  }
}

extension Event.ReviewClosed: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.ReviewClosed(
        month: try line.value("month"), undecided: try line.value("undecided"),
        part: try line.value(ifAny: "part"), parts: try line.value(ifAny: "parts"))
    }
  }
}

extension Event.NoticePublished: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.NoticePublished(
        notice: try line.value("notice"), month: try line.value("month"),
        from: try line.value("from"), to: try line.value("to"), lines: try line.value("lines"),
        body: try line.value("body"), part: try line.value(ifAny: "part"),
        parts: try line.value(ifAny: "parts"))
    }
  }
}

extension Event.NoticeLine: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.NoticeLine(
        entry: try line.value("entry"), points: try line.value("points"))
    }
  }
}

extension Event.ObjectionFiled: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.ObjectionFiled(
        objection: try line.value("objection"), entry: try line.value("entry"),
        by: try line.value(ifAny: "by"), on: try line.value("on"), due: try line.value("due"),
        why: try line.value("why"))
    }
  }
}

extension Event.ObjectionResolved: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.ObjectionResolved(
        objection: try line.value("objection"), outcome: try line.value("outcome"),
        points: try line.value(ifAny: "points"), why: try line.value("why"),
        meeting: try line.value(ifAny: "meeting"), for: try line.value(ifAny: "for"),
        against: try line.value(ifAny: "against"), abstain: try line.value(ifAny: "abstain"),
        document: try line.value(ifAny: "document"))
    }
  }
}

extension Event.Confirmed: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.Confirmed(
        month: try line.value("month"), notice: try line.value("notice"),
        lines: try line.value("lines"), part: try line.value(ifAny: "part"),
        parts: try line.value(ifAny: "parts"))
    }
  }
}

extension Event.ConfirmedLine: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.ConfirmedLine(
        entry: try line.value("entry"), rating: try line.value("rating"),
        spendable: try line.value("spendable"))
    }
  }
}

extension Event.PlatformExported: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.PlatformExported(
        package: try line.value("package"), entries: try line.value("entries"),
        part: try line.value(ifAny: "part"), parts: try line.value(ifAny: "parts"))
    }
  }
}

extension Event.PlatformAnswered: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.PlatformAnswered(
        package: try line.value("package"), entries: try line.value("entries"),
        part: try line.value(ifAny: "part"), parts: try line.value(ifAny: "parts"))
    }
  }
}

extension Event.PlatformAnswer: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      Event.PlatformAnswer(
        entry: try line.value("entry"), outcome: try line.value("outcome"),
        number: try line.value(ifAny: "number"), why: try line.value(ifAny: "why"))
    }
  }
}
