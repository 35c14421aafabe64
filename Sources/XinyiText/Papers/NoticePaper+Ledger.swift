public import XinyiLedger

extension Ledger {
  /// What a line may show in public now (S7.3).
  public func masking(of entry: Entry) -> NoticeMasking {
    switch item(of: entry)?.mask ?? .generalWording {
    case .noName: .noName
    case .shown: isHidden(entry) ? .ownWish : .shown
    case .generalWording: isHidden(entry) ? .ownWish : .generalWording
    }
  }
}

extension PaperSource {
  /// The notice of a plan, with every approved line of its month (S7.2).
  public func notice(_ plan: NoticePlan) -> NoticePaper {
    paper(
      Posting(
        number: plan.number, isSupplement: plan.isSupplement, from: plan.from, to: plan.to,
        lines: plan.lines.map(\.entry), informed: plan.isSupplement ? [] : ledger.uninformed),
      isReprint: false)
  }

  /// A posted notice made again, where the kept text is gone.
  public func reprint(_ notice: Notice) -> NoticePaper {
    paper(Posting(notice), isReprint: true)
  }

  /// A posted notice as it was laid out, for comparing; the source is that of its posting.
  public func posted(_ notice: Notice) -> NoticePaper {
    paper(Posting(notice), isReprint: false)
  }

  /// What a plan and a posted notice have in common.
  fileprivate struct Posting {
    let number: NoticeNumber
    let isSupplement: Bool
    let from: Day
    let to: Day
    let lines: [EntryNumber]
    let informed: [EntryNumber]
  }

  private func paper(_ posting: Posting, isReprint: Bool) -> NoticePaper {
    let (number, isSupplement) = (posting.number, posting.isSupplement)
    let entries = posting.lines.compactMap { ledger[$0] }
    let informed = posting.informed.compactMap { ledger[$0] }
    let names = paperNames(for: (entries + informed).map { paperPerson($0.recorded.person) })
    let settings = ledger.settings(in: number.month)
    let subjects = entries.map { subject(of: $0, names: names, settings: settings) }
    let pairs = Array(zip(entries, subjects))
    var paper = NoticePaper(
      number: number,
      supplements: isSupplement ? ledger.monthNotice(before: number)?.number : nil,
      replaces: ledger.voidNotice(before: number, isSupplement: isSupplement)?.number,
      village: village, isReprint: isReprint, catalog: catalog(of: number.month),
      meeting: isSupplement ? nil : ledger.reviewMonth(number.month).meeting?.openedOn,
      term: NoticeTerm(
        from: posting.from, to: posting.to,
        days: isSupplement ? settings.correctionDays : settings.noticeDays),
      plus: pairs.compactMap { plusLine($0.0, $0.1) },
      minus: pairs.compactMap { minusLine($0.0, $0.1) },
      corrections: pairs.compactMap { correction($0.0, $0.1) },
      reminders: isSupplement ? nil : reminders(of: number.month),
      review: isSupplement ? nil : review(of: number.month, entries),
      shop: isSupplement ? nil : shop(before: number.month),
      minusLowersSpendable: settings.minusSpendable,
      objectionWorkingDays: settings.objectionWorkingDays)
    paper.informed = informed.compactMap { entry in
      correction(entry, subject(of: entry, names: names, settings: settings))
    }
    return paper
  }

  private func catalog(of month: Month) -> NoticeCatalog {
    let version = ledger.catalog(on: month.lastDay)?.version ?? 1
    let adopted = ledger.adoptions.first { $0.version == version }
    return NoticeCatalog(version: version, from: adopted?.from ?? month.firstDay)
  }

  private func paperPerson(_ person: PersonNumber) -> PaperPerson {
    PaperPerson(
      number: person, name: naming.name(of: person), group: group(of: person),
      household: ledger.roster[person]?.household(on: today))
  }

  /// The full name stands only on plus lines of people who agreed to it, or where the village
  /// decided so; a breach is always masked.
  private func subject(
    of entry: Entry, names: [PersonNumber: PaperName], settings: Settings
  ) -> NoticeSubject {
    let person = entry.recorded.person
    let item = ledger.item(of: entry)
    let agreed =
      settings.names == .full || ledger.roster[person]?.consents[.names] != nil
    let name = names[person]
    let isFull = agreed && item?.sign == .plus
    return NoticeSubject(
      entry: entry.number, person: person, name: (isFull ? name?.full : name?.masked) ?? "*",
      group: group(of: person), masking: ledger.masking(of: entry))
  }

  private func deed(of entry: Entry) -> NoticeDeed {
    NoticeDeed(
      on: entry.recorded.on, rule: entry.recorded.rule, title: entry.recorded.title,
      detail: detail(of: entry))
  }

  private func effect(of entry: Entry) -> NoticeEffect {
    let points = entry.frozen ?? .zero
    let effect = ledger.effect(of: entry, points: points, on: today)
    return NoticeEffect(points: points, rating: effect.rating, spendable: effect.spendable)
  }

  private func plusLine(_ entry: Entry, _ subject: NoticeSubject) -> NoticePlusLine? {
    guard let item = ledger.item(of: entry), item.sign == .plus,
      ledger.reference(of: entry) == nil
    else { return nil }
    return NoticePlusLine(
      subject: subject, deed: deed(of: entry), effect: effect(of: entry),
      plusGroup: PlusGroup(rawValue: item.group) ?? .publicBenefit,
      batch: entry.recorded.batch, isHousehold: item.subject == .household)
  }

  private func minusLine(_ entry: Entry, _ subject: NoticeSubject) -> NoticeMinusLine? {
    guard let item = ledger.item(of: entry), item.sign == .minus,
      ledger.reference(of: entry) == nil
    else { return nil }
    let reminder =
      if item.remindDays == nil {
        "不需提示"
      } else {
        entry.recorded.flags.contains(.notReminded) ? "未提示" : "逾期未改"
      }
    return NoticeMinusLine(
      subject: subject, deed: deed(of: entry), effect: effect(of: entry), reminder: reminder)
  }

  /// A line that corrects an earlier one: what that one counted, and what it counts with this.
  private func correction(_ entry: Entry, _ subject: NoticeSubject) -> NoticeCorrection? {
    guard let original = ledger.reference(of: entry) else { return nil }
    let effect = effect(of: entry)
    let before = ledger.pointsWithCorrections(of: original, before: entry)
    return NoticeCorrection(
      subject: subject, original: original.number, before: before,
      after: before + effect.points, effect: effect, reason: correctionReason(of: entry))
  }

  /// The reminders issued in a month, without those issued by mistake.
  private func reminders(of month: Month) -> NoticeReminders {
    let issued = ledger.reminders.values.filter {
      $0.number.month == month && $0.outcome != .cancelled
    }
    return NoticeReminders(
      issued: issued.count, putRight: issued.count { $0.outcome == .putRight })
  }

  /// How the meeting ended for the lines that are not shown.
  private func review(of month: Month, _ shown: [Entry]) -> NoticeReview {
    let rejected = ledger.agenda(of: month).count { $0.state == .rejected }
    let deferred = ledger.reviewMonth(month).putOff.count
    var review = NoticeReview(
      amended: shown.count { $0.decision?.outcome == .amended }, rejected: rejected,
      deferred: deferred, evaluated: ledger.evaluatedCount(on: today))
    review.countsHouseholds = ledger.opened.account == .household
    return review
  }

  private func shop(before month: Month) -> NoticeShop? {
    guard month > ledger.opened.firstMonth,
      let summary = ledger.shopSummary(of: month.previous)
    else { return nil }
    return NoticeShop(
      month: summary.month, name: Self.shopName, redemptions: summary.redemptions,
      redeemed: summary.redeemed, outstanding: summary.outstanding, stock: summary.stock)
  }
}

extension PaperSource.Posting {
  fileprivate init(_ notice: Notice) {
    self.init(
      number: notice.number, isSupplement: notice.isSupplement, from: notice.from, to: notice.to,
      lines: notice.lines.map(\.entry), informed: notice.informed)
  }
}
