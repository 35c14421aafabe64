import XinyiLedger

extension PlainVillage {
  /// Everything in which the program's ledger differs from the model, on a day.
  ///
  /// - Parameter derives: also what is not decided or in force yet, which is worked out anew for
  ///   every line.
  func differences(from ledger: Ledger, on day: Day, derives: Bool) -> [String] {
    var found: [String] = []
    func same<Value: Equatable>(_ what: String, _ program: Value, _ model: Value) {
      if program != model { found.append("\(what): program \(program), model \(model)") }
    }
    let (program, plain) = (ledger.entries.map(\.number), lines.map(\.number))
    if program != plain {
      let surplus = ledger.entries.filter { !plain.contains($0.number) }.map(\.recorded)
      let missing = lines.filter { !program.contains($0.number) }.map(\.summary)
      return ["entries: only the program has \(surplus), only the model \(missing)"]
    }
    for (place, entry) in ledger.entries.enumerated() {
      compare(entry, place, ledger, derives: derives, &found)
    }
    for month in Set(ledger.months.keys).union(months.map(\.month)).sorted() {
      same("month \(month)", ledger.reviewMonth(month).state, self.month(month).state)
    }
    same("notices", ledger.noticeOrder, notices.map(\.number))
    for notice in notices {
      let other = ledger.notices[notice.number]
      same("\(notice.number) void", other?.isVoid, notice.isVoid)
      same("\(notice.number) hanging", other?.isHanging, !notice.isVoid && !notice.isDone)
      same("\(notice.number) to", other?.to, notice.to)
      let numbers = notice.lines.map { lines[$0].number }
      same("\(notice.number) lines", other?.lines.map(\.entry), numbers)
    }
    same(
      "open objections", ledger.openObjections.map(\.filed.objection),
      objections.filter(\.isOpen).sorted { ($0.due, $0.number) < ($1.due, $1.number) }
        .map(\.number))
    same(
      "open reminders", ledger.openReminders.map(\.number),
      reminders.filter(\.isOpen).sorted { ($0.due, $0.number) < ($1.due, $1.number) }
        .map(\.number))
    for (year, grades) in closedYears {
      same("\(year) grades", ledger.years[year]?.grades, grades)
      same(
        "\(year) carried",
        ledger.years[year]?.carried.map { [$0.entry.description: $0.points.tenths] },
        carried.filter { $0.into == year.next }.map {
          [lines[$0.line].number.description: $0.points]
        })
    }
    for item in goods { same("\(item.item)", ledger.stock[item.item]?.count, item.count) }
    compareAccounts(with: ledger, on: day, derives: derives, &found)
    return derives ? found + brokenLaws() : found
  }

  /// What must hold whatever the way there was: what was adjusted of a line that is no more adds up
  /// to nothing, unless somebody decided against an adjustment of it.
  private func brokenLaws() -> [String] {
    lines.indices.filter { !lines[$0].isLive }.compactMap { place in
      let isTurnedDown = lines.indices.contains {
        lines[$0].adjusts == place && leader(of: $0) == nil
          && (lines[$0].state == .rejected || lines[$0].state == .cancelled)
      }
      if isTurnedDown { return nil }
      let left = lines.indices.filter {
        lines[$0].adjusts == place && lines[$0].isLive && !isReversed($0)
          && leader(of: $0).map { lines[$0].isEffective } ?? true
      }.reduce(0) { $0 + worth($1).points }
      return left == 0 ? nil : "\(lines[place].number) is no more, and adjusted by \(left)"
    }
  }

  private func compare(
    _ entry: Entry, _ place: Int, _ ledger: Ledger, derives: Bool, _ found: inout [String]
  ) {
    let line = lines[place]
    func same<Value: Equatable>(_ what: String, _ program: Value, _ model: Value) {
      if program != model {
        found.append("\(line.number) \(what): program \(program), model \(model)")
      }
    }
    let recorded = entry.recorded
    let other = recorded.reverses ?? recorded.adjusts ?? recorded.corrects ?? recorded.redresses
    let place2 = line.reverses ?? line.adjusts ?? line.corrects ?? line.redresses
    same("refers to", other, place2.map { lines[$0].number })
    same("person", recorded.person, line.person)
    same("rule", recorded.rule, line.rule)
    same("asked", recorded.asked.tenths, line.asked)
    same("month", entry.month, line.month)
    same("state", entry.state, line.state)
    same("frozen", entry.frozen?.tenths, line.frozen)
    same("rating", entry.effect.rating.tenths, line.rating)
    same("spendable", entry.effect.spendable.tenths, line.spendable)
    guard line.isLive, derives else { return }
    let assessment = ledger.assessment(of: entry)
    let worth = worth(place)
    same("points", assessment.points.tenths, worth.points)
    same("bonus", assessment.bonus.tenths, worth.bonus)
    same("repeats", assessment.repeats, worth.repeats.map { lines[$0].number })
    same("beside", assessment.beatenBy, worth.beatenBy.map { lines[$0].number })
    same("flags", ledger.flags(of: entry, worth: assessment), flags(of: place, worth))
  }

  private func compareAccounts(
    with ledger: Ledger, on day: Day, derives: Bool, _ found: inout [String]
  ) {
    let named = ledger.entries.map { ledger.account(of: $0.recorded) }
    let held = derives ? ledger.pendingSpendable(of: named, on: day) : [:]
    let pending = derives ? pending(on: day) : [:]
    let (ratings, spendables) = (ratings(on: day), spendables(on: day))
    let base = settings(on: day).base.tenths
    let moved = Set(ledger.accounts.keys).union(ratings.keys).union(spendables.keys)
    for account in moved.union(pending.keys).union(held.keys) {
      let program = [
        ledger.rating(of: account, on: day), ledger.spendable(of: account, on: day),
        held[account] ?? .zero,
      ].map(\.tenths)
      let model = [
        ratings[account] ?? base, spendables[account] ?? 0, pending[account] ?? 0,
      ]
      if program != model {
        found.append("\(account) rating, spendable, pending: program \(program), model \(model)")
      }
    }
  }
}
