/// What lines are worth, seen from one standpoint: as the ledger stands, or as it would stand if
/// some entries were taken back, or came into force again.
///
///     by rule and quantity ── base
///       × repeat of a breach            S4.6
///       − what a lower line of the same deed was paid, or nothing beside a higher one   S4.7
///     beforeCap
///       cut to what the cap leaves: frozen lines first, then the others in ledger order  S2.2
///       + what a campaign adds
///     points
struct Valuation {
  let ledger: Ledger
  /// Entries that are taken as reversed.
  var void: Set<EntryNumber> = []
  /// Entries whose reversal is taken as reversed itself.
  var revived: Set<EntryNumber> = []
  /// Entries that count what they have, whatever they should count.
  var held: Set<EntryNumber> = []

  init(_ ledger: Ledger) { self.ledger = ledger }

  func holding(_ held: Set<EntryNumber>) -> Valuation {
    var copy = self
    copy.held = held
    return copy
  }

  /// Whether a line fills caps, is summed and makes others repeats: live, and not reversed.
  func counts(_ entry: Entry) -> Bool {
    guard entry.state.isLive, !void.contains(entry.number) else { return false }
    if let adjusted = entry.recorded.adjusts, let target = ledger[adjusted], !counts(target) {
      return false
    }
    return revived.contains(entry.number) || !ledger.isReversed(entry.number)
  }

  /// Every line of one item and person (or household) that counts, in ledger order. Reversals and
  /// what was given back are no lines of the item.
  func lines(_ subject: ItemSubject) -> [Entry] {
    ledger.places(of: subject).map { ledger.entries[$0] }.filter {
      $0.recorded.reverses == nil && $0.recorded.redresses == nil && counts($0)
    }
  }

  /// Seen for an entry that stands in the place of another: as if that one were taken back.
  func seen(by entry: Entry) -> Valuation {
    guard let corrected = entry.recorded.corrects else { return self }
    var copy = self
    copy.void.insert(corrected)
    return copy
  }
}

// MARK: - By rule and quantity

extension Valuation {
  /// The signed points of each line by rule and quantity alone. Quantities of a year are summed
  /// in ledger order and floored once; a line gives the difference that it makes (S4.4).
  func bases(of lines: [Entry], item: Catalog.Item) -> [EntryNumber: Points] {
    guard item.amount.kind == .perUnit else { return [:] }
    var sums = YearSums(item: item, isSummed: ledger.sumsOverYear)
    var bases: [EntryNumber: Points] = [:]
    for entry in lines {
      guard let quantity = entry.recorded.quantity,
        let magnitude = sums.add(quantity, on: entry.recorded.on)
      else { continue }
      bases[entry.number] = item.sign == .minus ? -magnitude : magnitude
    }
    return bases
  }

  private func base(of entry: Entry, item: Catalog.Item) -> Points {
    let lines = lines(ledger.subject(of: entry.recorded))
    return bases(of: lines, item: item)[entry.number] ?? entry.recorded.asked
  }

  /// What a new line would give by rule and quantity: `asked` (S2.1), as a magnitude; nil beyond
  /// what one line may carry.
  func base(
    of quantity: Quantity, item: Catalog.Item, subject: ItemSubject, on day: Day
  ) -> Points? {
    var sums = YearSums(item: item, isSummed: ledger.sumsOverYear)
    for other in lines(subject) {
      if let earlier = other.recorded.quantity { _ = sums.add(earlier, on: other.recorded.on) }
    }
    return sums.add(quantity, on: day)
  }
}

// MARK: - Repeats

extension Valuation {
  /// An earlier breach of the same item that had taken effect by this one's day and is still
  /// valid (S4.6). Items checked month by month do not double.
  func earlierBreach(than entry: Entry) -> Entry? {
    let recorded = entry.recorded
    guard recorded.isOriginal, let item = ledger.item(of: entry), item.sign == .minus,
      item.unit != "月"
    else { return nil }
    let places = ledger.places(of: ledger.subject(of: recorded))
    return places.map { ledger.entries[$0] }.last { earlier in
      earlier.recorded.on < recorded.on && earlier.state.isEffective
        && earlier.recorded.isOriginal && earlier.frozen != .zero
        && earlier.effectiveOn ?? recorded.on + 1 <= recorded.on && counts(earlier)
        && ledger.isValid(earlier, on: recorded.on)
    }
  }

  func factor(of entry: Entry) -> Int {
    earlierBreach(than: entry) == nil ? 1 : ledger.settings(on: entry.recorded.on).repeatFactor
  }
}

extension Ledger {
  /// Whether a breach is still held against somebody on a day: in its own calendar year, and in
  /// later ones while it is carried as 整改 and nothing of it was given back.
  func isValid(_ breach: Entry, on day: Day) -> Bool {
    if breach.recorded.on.year == day.year { return true }
    let isCarried = (carriedBreaches[account(of: breach.recorded)] ?? []).contains {
      $0.entry == breach.number && $0.into == day.year
    }
    return isCarried
      && !effectiveParts(of: breach.number).contains {
        $0.recorded.redresses != nil && $0.effectiveOn ?? day + 1 <= day
      }
  }
}

// MARK: - One deed

extension Valuation {
  /// How one deed's entries share: whether a higher line takes all, and what lower lines that were
  /// decided before have been paid (S4.7).
  struct Sharing: Equatable {
    var beatenBy: EntryNumber?
    var paid: Points = .zero
  }

  func sharing(of entry: Entry, item: Catalog.Item) -> Sharing {
    var sharing = Sharing()
    let rivals = self.rivals(of: entry, item: item)
    guard !rivals.isEmpty else { return sharing }
    let own = rank(of: entry, item: item)
    for (rival, rivalItem) in rivals {
      let other = rank(of: rival, item: rivalItem)
      if other.isAbove(own) {
        sharing.beatenBy = sharing.beatenBy ?? rival.number
      } else if let frozen = rival.frozen, !rival.state.isUndecided {
        sharing.paid += frozen.magnitude - rival.bonus.magnitude
      }
    }
    return sharing
  }

  /// The other entries of the same deed and person whose items are rivals or equal.
  private func rivals(of entry: Entry, item: Catalog.Item) -> [(Entry, Catalog.Item)] {
    guard let deed = entry.recorded.deed, entry.recorded.isOriginal else { return [] }
    return (ledger.index.byDeed[deed] ?? []).map { ledger.entries[$0] }.compactMap { other in
      guard other.number != entry.number, other.recorded.person == entry.recorded.person,
        other.recorded.isOriginal, counts(other), let otherItem = ledger.item(of: other),
        otherItem.code == item.code || item.rivals.contains(otherItem.code)
          || otherItem.rivals.contains(item.code)
      else { return nil }
      return (other, otherItem)
    }
  }

  /// Before doubling and caps.
  private func rank(of entry: Entry, item: Catalog.Item) -> DeedRank {
    let minusSpendable = ledger.settings(on: entry.recorded.on).minusSpendable
    let moved = item.account.delta(
      of: base(of: entry, item: item), minusSpendable: minusSpendable)
    return DeedRank(
      rating: moved.rating.magnitude, spendable: moved.spendable.magnitude, code: item.code,
      place: ledger.entryIndex[entry.number] ?? 0)
  }
}

/// The order of one deed's entries: rating effect, then spendable, then code, then the earlier.
private struct DeedRank {
  let rating: Points
  let spendable: Points
  let code: RuleCode
  let place: Int

  func isAbove(_ other: DeedRank) -> Bool {
    if rating != other.rating { return rating > other.rating }
    if spendable != other.spendable { return spendable > other.spendable }
    return (code, place) < (other.code, other.place)
  }
}
