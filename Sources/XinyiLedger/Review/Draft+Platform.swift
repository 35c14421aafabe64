/// What may go to the town and the platform of a month, and what stays, with the reason (S4.10).
public struct PlatformPackage: Equatable, Sendable {
  public var rows: [Entry] = []
  public var left: [(entry: Entry, reason: Reason)] = []

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
  }

  public static func == (left: PlatformPackage, right: PlatformPackage) -> Bool {
    left.rows == right.rows
      && left.left.elementsEqual(right.left) { $0.entry == $1.entry && $0.reason == $1.reason }
  }
}

extension Ledger {
  public func platformPackage(of month: Month) -> PlatformPackage {
    var package = PlatformPackage()
    for entry in agenda(of: month) where entry.state.isLive {
      if let reason = reasonToStay(entry) {
        package.left.append((entry, reason))
      } else {
        package.rows.append(entry)
      }
    }
    return package
  }

  private func reasonToStay(_ entry: Entry) -> PlatformPackage.Reason? {
    guard let item = item(of: entry), item.platform != .never, item.neverSend != true else {
      return .never
    }
    if entry.state == .sent || entry.state == .entered { return .alreadySent }
    if !entry.state.isEffective { return .notEffective }
    if entry.frozen == .zero { return .zeroPoints }
    switch item.platform {
    case .never: return .never
    case .document: return entry.recorded.document == nil ? .noDocument : nil
    case .consent:
      let hasConsent = roster[entry.recorded.person]?.consents[.platform] != nil
      return hasConsent ? nil : .noConsent
    }
  }
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
