public import XinyiLedger

extension PaperSource {
  /// The minutes of a month's meeting; nil where none was held.
  ///
  /// The source's ledger is that of the meeting's end, so that the minutes say the same whenever
  /// they are printed; `notice` is what was posted of it since.
  public func minutes(of month: Month, posted notice: Notice?) -> MinutesPaper? {
    guard let meeting = ledger.reviewMonth(month).meeting else { return nil }
    let names = minutesNames(of: month, meeting)
    return MinutesPaper(
      village: village, month: month, number: ledger.meetingNumber(of: month),
      openedAt: meeting.openedAt, closedAt: meeting.closedAt,
      attendance: attendance(meeting, names), reports: minutesReports(of: month, meeting),
      lines: minutesEntries(of: month).map { line($0, of: month, names) },
      posting: notice.map { MinutesPosting(notice: $0.number, from: $0.from, to: $0.to) },
      ledgerLines: meeting.lastLine.map { meeting.firstLine...$0 })
  }

  private func minutesNames(
    of month: Month, _ meeting: ReviewMonth.Meeting
  ) -> [PersonNumber: String] {
    let observers = [Role.secretary, .supervisor].flatMap {
      ledger.roster.holders(of: $0, on: meeting.openedOn)
    }
    let people =
      meeting.members + [meeting.chair] + observers
      + minutesEntries(of: month).map(\.recorded.person)
    // No group stands beside a name here, so that two of a name are told apart by their households.
    return paperNames(
      for: people.map {
        PaperPerson(
          number: $0, name: naming.name(of: $0), group: "",
          household: ledger.roster[$0]?.household(on: today))
      }
    ).mapValues(\.full)
  }

  private func attendance(
    _ meeting: ReviewMonth.Meeting, _ names: [PersonNumber: String]
  ) -> MinutesAttendance {
    func named(_ people: [PersonNumber]) -> [String] { people.map { names[$0] ?? $0.text } }
    func holders(_ role: Role) -> [String] {
      named(ledger.roster.holders(of: role, on: meeting.openedOn))
    }
    return MinutesAttendance(
      chair: names[meeting.chair] ?? meeting.chair.text,
      chairIsConvener: ledger.roster[meeting.chair]?.has(.chair, on: meeting.openedOn) == true,
      present: named(meeting.present),
      absent: named(meeting.members.filter { !meeting.present.contains($0) }),
      quorum: Council.quorum(members: meeting.members.count), secretary: holders(.secretary),
      supervisors: holders(.supervisor))
  }

  /// Every line that the meeting had before it, by number: those that it left for later too.
  private func minutesEntries(of month: Month) -> [Entry] {
    let left = ledger.reviewMonth(month).putOff.compactMap { ledger[$0] }
    return (ledger.agenda(of: month) + left).sorted { $0.number < $1.number }
  }
}

// MARK: - A line

extension PaperSource {
  private func line(
    _ entry: Entry, of month: Month, _ names: [PersonNumber: String]
  ) -> MinutesLine {
    let decision = minutesDecision(on: entry, in: month)
    let outcome = outcome(decision, in: month)
    let mask = ledger.item(of: entry)?.mask ?? .generalWording
    let hasVotes = decision != nil && !outcome.isWithoutQuorum
    return MinutesLine(
      entry: entry.number,
      name: mask == .noName ? nil : names[entry.recorded.person] ?? entry.recorded.person.text,
      deed: deed(of: entry, mask), asked: asked(entry, decision), outcome: outcome,
      votes: decision.flatMap {
        hasVotes ? Votes(for: $0.for, against: $0.against, abstain: $0.abstain) : nil
      },
      recused: (decision?.recused ?? []).map { recusal(of: $0, from: entry, names) },
      why: decision?.why, minute: decision?.minute,
      isTogether: isWithoutDoubt(entry, decision, mask))
  }

  private func minutesDecision(on entry: Entry, in month: Month) -> Event.Decision? {
    if entry.month == month { return entry.decision }
    return ledger.reviewMonth(month).deferrals.first { $0.entry == entry.number }
  }

  private func outcome(
    _ decision: Event.Decision?, in month: Month
  ) -> MinutesLine.Outcome {
    guard let decision else { return .undecided }
    switch decision.outcome {
    case .approved: return .passed(decision.points)
    case .amended: return .amended(decision.points)
    case .rejected: return .rejected
    case .undone: return .undecided
    case .deferred:
      let present = ledger.reviewMonth(month).meeting?.present.count ?? 0
      let voters = present - decision.recused.count
      let quorum = ledger.council(of: month)?.quorum ?? 0
      return voters < quorum ? .withoutQuorum(voters: voters) : .deferred
    }
  }

  /// After a repeat was doubled; for a line that is out or was amended, what was recorded.
  private func asked(_ entry: Entry, _ decision: Event.Decision?) -> Points {
    entry.state.isLive && decision?.outcome != .amended
      ? ledger.assessment(of: entry).beforeCap : entry.recorded.asked
  }

  private func deed(of entry: Entry, _ mask: Catalog.Mask) -> String {
    let code = entry.recorded.rule.text
    if let other = entry.recorded.reverses ?? entry.recorded.adjusts {
      return "更正\(other.spoken(in: entry.month.year))"
    }
    switch mask {
    case .shown:
      let doubled = ledger.assessment(of: entry).isDoubled ? "（加倍）" : ""
      return code + entry.recorded.title + doubled
    case .generalWording: return "\(code)（不公开）"
    case .noName: return "\(ledger.item(of: entry)?.group ?? "")类（不公开）"
    }
  }

  private func recusal(
    of member: PersonNumber, from entry: Entry, _ names: [PersonNumber: String]
  ) -> MinutesLine.Recusal {
    MinutesLine.Recusal(
      name: names[member] ?? member.text, reason: recusalReason(member, entry))
  }

  private func recusalReason(_ member: PersonNumber, _ entry: Entry) -> String {
    let (person, day) = (entry.recorded.person, entry.recorded.on)
    if member == person { return "本人" }
    if ledger.roster[member]?.household(on: day) == entry.recorded.household { return "本户" }
    let declared =
      (ledger.roster[member]?.relations(on: day) ?? []).filter { $0.person == person }
      + (ledger.roster[person]?.relations(on: day) ?? []).filter { $0.person == member }
    return declared.isEmpty ? "本人申请" : "亲属"
  }

  /// A plus line that could be carried with the rest (S5.3), and was, by everybody who voted.
  private func isWithoutDoubt(
    _ entry: Entry, _ decision: Event.Decision?, _ mask: Catalog.Mask
  ) -> Bool {
    guard let decision, decision.outcome == .approved, mask != .noName,
      decision.against == 0, decision.abstain == 0, entry.recorded.isOriginal,
      ledger.item(of: entry)?.sign == .plus
    else { return false }
    return ledger.flags(of: entry).allSatisfy { $0 == .capped || $0 == .noEvidence }
  }
}

extension MinutesLine.Outcome {
  fileprivate var isWithoutQuorum: Bool {
    if case .withoutQuorum = self { true } else { false }
  }
}

// MARK: - What the meeting was told

extension PaperSource {
  private func minutesReports(
    of month: Month, _ meeting: ReviewMonth.Meeting
  ) -> [String] {
    previousNotice(before: month) + answers(since: month, meeting) + returned
      + corrections(of: month)
  }

  private func previousNotice(before month: Month) -> [String] {
    let held = ledger.reviewMonth(month.previous)
    guard held.state >= .onNotice else { return [] }
    let numbers = Set(held.notices)
    let filed = ledger.objections.values.count { objection in
      ledger[objection.filed.entry]?.notice.map(numbers.contains) == true
    }
    let name = "\(month.previous.monthOfYear)月份"
    return [filed == 0 ? "\(name)公示后没有收到异议。" : "\(name)公示后收到异议\(filed)件。"]
  }

  /// Objections that were answered since the meeting before, and those that wait.
  private func answers(since month: Month, _ meeting: ReviewMonth.Meeting) -> [String] {
    let earlier = ledger.reviewMonth(month.previous).meeting?.openedOn
    let answered = ledger.objections.values.filter { objection in
      guard let day = objection.resolvedOn else { return false }
      return day <= meeting.openedOn && earlier.map { day > $0 } ?? true
    }.sorted { $0.filed.objection < $1.filed.objection }
    let open = ledger.objections.values.filter {
      $0.isOpen && $0.filed.on <= meeting.openedOn
    }
    return answered.compactMap { objection in
      guard let resolved = objection.resolved, let day = objection.resolvedOn else { return nil }
      let line = objection.filed.entry.spoken(in: month.year)
      return "对\(line)的异议（\(objection.filed.objection)）于\(day.after(meeting.openedOn))"
        + "答复：\(resolved.outcome.word)，理由：\(resolved.why.asSentence)"
    } + (open.isEmpty ? [] : ["还有\(open.count)件异议没有答复。"])
  }

  private var returned: [String] {
    let returned = ledger.returnedByTown
    guard !returned.isEmpty else { return ["镇退回0条。"] }
    let lines = returned.map { entry in
      let why = entry.platformAnswer?.why.map { "（\($0)）" } ?? ""
      return "\(entry.number)\(why)"
    }
    return ["镇退回\(returned.count)条：\(lines.joined(separator: "、"))。"]
  }

  private func corrections(of month: Month) -> [String] {
    let lines = ledger.agenda(of: month).filter {
      $0.recorded.reverses != nil || $0.recorded.adjusts != nil
    }
    guard !lines.isEmpty else { return [] }
    let labels = lines.map { $0.number.label(in: month) }.joined(separator: "、")
    return ["以前条目的更正见本次第\(labels)条。"]
  }
}

extension Ledger {
  /// Which meeting of its year a month's was, from 1.
  public func meetingNumber(of month: Month) -> Int {
    guard let held = reviewMonth(month).meeting else { return 0 }
    return months.values.compactMap(\.meeting).count {
      $0.openedOn.year == held.openedOn.year && $0.firstLine <= held.firstLine
    }
  }
}
