/// What is right instead of what was recorded (改错); what stays nil was right.
public struct Correction: Equatable, Sendable {
  public var recipient: RecordRequest.Recipient?
  public var rule: RuleCode?
  public var on: Day?
  public var quantity: Quantity?
  public var level: String?
  /// A magnitude.
  public var points: Points?

  public init(
    recipient: RecordRequest.Recipient? = nil, rule: RuleCode? = nil, on: Day? = nil,
    quantity: Quantity? = nil, level: String? = nil, points: Points? = nil
  ) {
    self.recipient = recipient
    self.rule = rule
    self.on = on
    self.quantity = quantity
    self.level = level
    self.points = points
  }

  /// Nothing is put in its place: the entry is only taken back.
  public var isEmpty: Bool { self == Correction() }
}

/// The way by which an entry was put right, as its stage asked for (S11).
public enum FixWay: Equatable, Sendable {
  case withdrawn
  case objected(ObjectionNumber)
  case reversed
}

extension Draft {
  /// Puts entries right by the way that fits their stage (S11): before the review they are
  /// withdrawn and recorded again; on notice the village itself objects; after effect they are
  /// reversed, with the corrected entry beside.
  @discardableResult
  public mutating func fix(
    _ numbers: [EntryNumber], _ correction: Correction, why: String
  ) throws -> [FixWay] {
    let ways = try numbers.map { number in
      guard let entry = ledger[number] else { throw HistoryFault.unknownEntry(number) }
      return try fix(entry, why: why)
    }
    for (number, way) in zip(numbers, ways) where !correction.isEmpty {
      if case .objected = way { continue }
      guard let entry = ledger[number] else { continue }
      guard entry.recorded.isOriginal else { throw Refusal.notAmendable(number) }
      try record(ledger.request(correcting: entry, correction, why: why))
    }
    return ways
  }

  private mutating func fix(_ entry: Entry, why: String) throws -> FixWay {
    let month = ledger.reviewMonth(entry.month).state
    switch entry.state {
    case .pending where month == .open:
      try withdraw([entry.number], why: why)
      return .withdrawn
    case .onNotice, .objected:
      return .objected(try object(to: entry.number, why: String("自查：\(why)".prefix(200)), by: nil))
    case .effective, .sent, .returned, .entered:
      try reverse(entry.number, why: why)
      return .reversed
    case .pending, .deferred, .approved, .rejected, .cancelled, .withdrawn:
      throw Refusal.notFixable(entry.number, entry.state, month)
    }
  }
}

extension Ledger {
  /// The request that records an entry again, with what is right.
  fileprivate func request(
    correcting entry: Entry, _ correction: Correction, why: String
  ) -> RecordRequest {
    let old = entry.recorded
    let rule = correction.rule ?? old.rule
    let on = correction.on ?? old.on
    let item = catalog(on: on)?[rule]
    let isHousehold = self.item(of: entry)?.subject == .household
    let kind = item?.amount.kind
    let isSameItem = rule == old.rule
    var request = RecordRequest(
      rule: rule,
      recipients: [
        correction.recipient
          ?? (isHousehold && item?.subject == .household
            ? .household(old.household) : .person(old.person))
      ],
      on: on, deed: old.deed, campaign: old.campaign, document: old.document,
      evidence: old.evidence + entry.laterEvidence, collector: old.collector,
      source: old.source, note: old.note, why: why)
    let countsMembers = item?.amount.countsFamilyMembers == true
    request.quantity =
      correction.quantity ?? (kind == .perUnit && !countsMembers ? old.quantity : nil)
    request.level = correction.level ?? (kind == .level && isSameItem ? old.level : nil)
    request.points = correction.points ?? (kind == .choice && isSameItem ? old.choice : nil)
    request.corrects = entry.number
    return request
  }
}
