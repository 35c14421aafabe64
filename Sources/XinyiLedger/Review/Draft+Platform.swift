/// What may go to the town and the platform of a month, and what stays, with the reason (S4.10).
public struct PlatformPackage: Equatable, Sendable {
  public var rows: [Entry] = []
  public var left: [(entry: Entry, reason: Reason)] = []
  /// Lines at level T that count and stay: the town checks the village's decision on them by
  /// their numbers.
  public var recheck: [Entry] = []

  /// Why a line stays in the village.
  public enum Reason: String, WordValue {
    /// The item never leaves the village.
    case never
    /// The item leaves only with a formal document, and none was named.
    case noDocument
    /// The item leaves only with the person's consent, and there is none.
    case noConsent
    /// The line counts nothing.
    case zeroPoints
    /// It has not taken effect.
    case notEffective
    /// It went with an earlier package.
    case alreadySent
    /// The person asked to have it kept from view.
    case hidden
    /// It was taken back.
    case reversed
    /// It corrects a line that the platform does not have.
    case correctsUnsent
  }

  public static func == (left: PlatformPackage, right: PlatformPackage) -> Bool {
    left.rows == right.rows && left.recheck == right.recheck
      && left.left.elementsEqual(right.left) { $0.entry == $1.entry && $0.reason == $1.reason }
  }
}

extension Ledger {
  public func platformPackage(of month: Month) -> PlatformPackage {
    var package = PlatformPackage()
    for entry in agenda(of: month) where entry.state.isLive {
      guard let reason = reasonToStay(entry) else {
        package.rows.append(entry)
        continue
      }
      package.left.append((entry, reason))
      if isForRecheck(entry) { package.recheck.append(entry) }
    }
    return package
  }

  /// Entries that the town sent back and that still count: the council hears of them, and the
  /// next package may hold them again.
  public var returnedEntries: [Entry] {
    entries.filter { $0.state == .returned && !isReversed($0.number) }
      .sorted { $0.number < $1.number }
  }

  /// The package that an entry went with last.
  public func lastPackage(of entry: EntryNumber) -> PackageNumber? {
    self[entry]?.packages.last
  }

  private func isForRecheck(_ entry: Entry) -> Bool {
    guard let item = item(of: entry), item.level == .town, item.neverSend != true else {
      return false
    }
    return (entry.state == .effective || entry.state == .returned) && !isReversed(entry.number)
  }

  private func reasonToStay(_ entry: Entry) -> PlatformPackage.Reason? {
    guard let item = item(of: entry), item.platform != .never, item.neverSend != true else {
      return .never
    }
    if entry.state.isOnPlatform { return .alreadySent }
    if !entry.state.isEffective { return .notEffective }
    if entry.frozen == .zero { return .zeroPoints }
    if isReversed(entry.number) { return .reversed }
    if entry.recorded.reverses != nil { return reasonToKeep(correction: entry) }
    if entry.isHidden { return .hidden }
    if !entry.recorded.isOriginal { return reasonToKeep(correction: entry) }
    switch item.platform {
    case .never: return .never
    case .document: return entry.recorded.document == nil ? .noDocument : nil
    case .consent:
      let hasConsent = roster[entry.recorded.person]?.consents[.platform] != nil
      return hasConsent ? nil : .noConsent
    }
  }

  /// A reversal follows what the platform has, so that it can be taken back there too, whatever has
  /// become of the consent. An adjustment or what was given back follows its entry: both go or
  /// neither.
  private func reasonToKeep(correction: Entry) -> PlatformPackage.Reason? {
    guard let number = correction.recorded.reference, let other = self[number] else {
      return .correctsUnsent
    }
    if other.state.isOnPlatform { return nil }
    if correction.recorded.reverses != nil { return .correctsUnsent }
    return reasonToStay(other)
  }
}

extension Entry.State {
  /// In a package that the town has not sent back.
  var isOnPlatform: Bool { self == .sent || self == .entered }
}

extension Draft {
  /// Notes that a package left the village; with nothing to send nothing is written.
  public mutating func export(
    _ package: PlatformPackage, of month: Month
  ) throws -> PackageNumber? {
    guard !package.rows.isEmpty else { return nil }
    let serial = ledger.packages.keys.count { $0.month == month } + 1
    let number = PackageNumber(month: month, serial: serial)
    for (rows, part, parts) in parts(of: package.rows.map(\.number)) {
      try append(
        .platformExported(.init(package: number, entries: rows, part: part, parts: parts)))
    }
    return number
  }
}
