import XinyiLedger
import XinyiText

/// The lists that questions offer, and what was used last, all worked out from the ledger.
extension VillageView {
  // MARK: Last used

  struct LastUsed {
    var rule = Offer.nothing
    var day = Offer.nothing
    var collector = Offer.nothing
  }

  /// What this operator recorded last, besides the steps that the program records. A day is the last used only while he goes on keying in:
  /// of an entry recorded on another day the day says nothing about the next one.
  func lastUsed(by label: Operator?) -> LastUsed {
    var used = LastUsed()
    used.day.fallback = today.description
    guard
      let entry = ledger.entries.last(where: {
        $0.by == label && $0.recorded.isOriginal && ledger.item(of: $0)?.amount.kind != .tier
      })
    else { return used }
    let recorded = entry.recorded
    used.rule.fallback = recorded.rule.text
    used.rule.fallbackShown = "\(recorded.rule) \(recorded.title)"
    if entry.at.day == today { used.day.fallback = recorded.on.description }
    used.collector = offer(of: ledger.roster.holders(of: .collector, on: today))
    if let collector = recorded.collector {
      used.collector.fallback = collector.text
      used.collector.fallbackShown = naming.person(collector)
    }
    return used
  }

  /// A village whose clerk has never named a collector is not asked for one.
  var hasCollectors: Bool {
    !ledger.roster.holders(of: .collector, on: today).isEmpty
      || ledger.entries.last(where: { $0.recorded.isOriginal })?.recorded.collector != nil
  }

  // MARK: The council

  private func offer(of people: [PersonNumber]) -> Offer {
    Offer(rows: people.map { .init(value: $0.text, shown: directory.told($0)) })
  }

  var council: Offer { offer(of: ledger.roster.holders(of: .council, on: today)) }

  private var lastMeeting: ReviewMonth.Meeting? {
    ledger.months.values.compactMap(\.meeting).max { $0.firstLine < $1.firstLine }
  }

  /// Who was there the last time, as far as they are members still; at first all of them.
  var present: Offer {
    var offer = council
    let members = offer.rows.map(\.value)
    let last = lastMeeting?.present.map(\.text).filter(members.contains) ?? []
    let all = last.isEmpty ? members : last
    guard !all.isEmpty else { return offer }
    offer.fallback = all.joined(separator: ",")
    offer.fallbackShown =
      all.count == members.count ? "全体 \(all.count) 人" : "同上次 \(all.joined(separator: ","))"
    return offer
  }

  func chair(of present: [String]) -> Offer {
    let named = lastMeeting.map { [$0.chair] } ?? []
    let candidates =
      (named + ledger.roster.holders(of: .chair, on: today)).map(\.text)
      + present.prefix(1)
    guard let chair = candidates.first(where: present.contains) else { return .nothing }
    let shown = PersonNumber(typed: chair).map { naming.person($0) }
    return Offer(rows: [], isNumbered: false, fallback: chair, fallbackShown: shown)
  }

  func operators(but label: Operator?) -> Offer {
    let others = ledger.latestSettings.operators.filter { $0 != label }
    return Offer(others.map { .init(value: $0.text, shown: $0.text) }, isNumbered: false)
  }

  // MARK: Entries

  /// The entries that a command may be about, the likeliest first.
  func entries(for path: CommandPath) -> [Entry] {
    switch path.parent {
    case .review?:
      let agenda = ledger.months.values.filter { $0.state == .inReview }
        .flatMap { ledger.agenda(of: $0.month) }
      return agenda.filter { ($0.state == .pending) != (path == .reviewUndo) }
    default: break
    }
    return Array(
      ledger.entries.filter { entry in
        switch path {
        case .objectionFile: entry.state == .onNotice
        case .withdraw: entry.state == .pending
        case .reverse: entry.state.isEffective
        case .redressApply: entry.state.isEffective && entry.effect.rating < .zero
        default: entry.state != .withdrawn
        }
      }.reversed())
  }

  func offer(of entries: [Entry]) -> Offer {
    Offer(
      entries.map { entry in
        let recorded = entry.recorded
        let points = ledger.assessment(of: entry).points.signed
        return .init(
          value: entry.number.description,
          shown: "\(entry.number) \(naming.person(recorded.person)) \(recorded.on.inTable) "
            + "\(recorded.rule) \(recorded.title) \(points) \(entry.state.word)")
      }, isNumbered: false)
  }

  // MARK: Other numbers

  var objections: Offer {
    Offer(
      ledger.openObjections.map { objection in
        let filed = objection.filed
        return .init(
          value: filed.objection.description,
          shown: "\(filed.objection) 条目 \(filed.entry)，\(filed.due) 前答复")
      }, isNumbered: false)
  }

  var notices: Offer {
    let rows = ledger.noticeOrder.reversed().compactMap { number -> Offer.Row? in
      guard let notice = ledger.notices[number] else { return nil }
      return .init(
        value: number.description, shown: "\(number) \(notice.from) 贴出，到 \(notice.to)")
    }
    var offer = Offer(rows, isNumbered: false)
    offer.fallback = rows.first?.value
    return offer
  }

  var reminders: Offer {
    Offer(
      ledger.openReminders.map {
        .init(value: $0.number.description, shown: "\($0.number) 到 \($0.issued.due)")
      },
      isNumbered: false)
  }

  var campaigns: Offer {
    Offer(
      ledger.campaigns.keys.sorted().map { .init(value: $0.text, shown: $0.text) },
      isNumbered: false)
  }

  var goods: Offer {
    let listed = ledger.stock.order.filter { ledger.stock[$0]?.isListed == true }
    return Offer(
      listed.map { code in
        let goods = ledger.stock[code]
        let count = goods?.isService == true ? "服务" : "存 \(goods?.count ?? 0)"
        let price = goods?.price.fixed ?? ""
        return .init(value: code.text, shown: "\(code) \(naming.item(code)) \(price) 分 \(count)")
      }, isNumbered: true)
  }

  /// The months whose lines can go to the town, or that a meeting could decide in; newest first.
  func months(for path: CommandPath) -> Offer {
    let months = ledger.months.values.filter { month in
      switch path {
      case .platformExport: month.state == .confirmed
      default: true
      }
    }.sorted { $0.month > $1.month }
    var offer = Offer(
      months.map {
        .init(value: $0.month.description, shown: "\($0.month) \($0.state.word)")
      }, isNumbered: false)
    offer.fallback = months.first?.month.description
    return offer
  }

  var slips: Offer {
    let last = ledger.redemptions.suffix(Offer.most).reversed()
    return Offer(
      last.map { redemption in
        let person = redemption.redeemed.person.map { naming.person($0) } ?? "纸卡"
        return .init(
          value: redemption.slip.description,
          shown: "\(redemption.slip) \(person) \(redemption.redeemed.total.fixed) 分")
      }, isNumbered: false)
  }
}
