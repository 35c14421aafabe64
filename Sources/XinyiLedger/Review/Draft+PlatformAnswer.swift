/// What the town says of one entry of a package (回执), as its file has it.
public struct TownAnswer: Equatable, Sendable {
  public var entry: EntryNumber
  public var outcome: PlatformOutcome
  /// The number on the platform.
  public var number: String?
  public var why: String?
  /// The package it was in; the last one it went with when the file does not say.
  public var package: PackageNumber?

  public init(
    entry: EntryNumber, outcome: PlatformOutcome, number: String?, why: String?,
    package: PackageNumber?
  ) {
    self.entry = entry
    self.outcome = outcome
    self.number = number
    self.why = why
    self.package = package
  }

  /// Why an answer cannot be taken, in the order in which it is looked at.
  public enum Fault: Equatable, Sendable {
    case unknownEntry
    case unknownPackage(PackageNumber)
    /// The entry was in no package, or not in the one named; holds the one it was in.
    case notInPackage(last: PackageNumber?)
    case noReason
    /// The town had said something else before.
    case answered(Event.PlatformAnswer)
  }

  var recorded: Event.PlatformAnswer {
    Event.PlatformAnswer(entry: entry, outcome: outcome, number: number, why: why)
  }
}

extension Ledger {
  /// What is wrong with an answer; nil when it can be taken, or was taken already.
  public func fault(in answer: TownAnswer) -> TownAnswer.Fault? {
    guard let entry = self[answer.entry] else { return .unknownEntry }
    if let package = answer.package, packages[package] == nil { return .unknownPackage(package) }
    let last = lastPackage(of: answer.entry)
    let isInPackage = answer.package.map { self[answer.entry]?.packages.contains($0) == true }
    guard last != nil, isInPackage != false else { return .notInPackage(last: last) }
    if answer.outcome == .returned && answer.why == nil { return .noReason }
    if isTaken(answer) || isAwaited(answer) { return nil }
    // Only what is in a package of now or was answered comes this far.
    return entry.platformAnswer.map { .answered($0) } ?? .notInPackage(last: last)
  }

  /// The very same was said before; an earlier package named by the file is not asked any more.
  public func isTaken(_ answer: TownAnswer) -> Bool {
    self[answer.entry]?.platformAnswer == answer.recorded && !isAwaited(answer)
  }

  /// The town has the entry and has not answered for this package.
  private func isAwaited(_ answer: TownAnswer) -> Bool {
    guard self[answer.entry]?.state == .sent else { return false }
    return answer.package == nil || answer.package == lastPackage(of: answer.entry)
  }
}

extension Draft {
  /// Notes the town's answers, package by package in the order of their numbers; what was taken
  /// before is left out. Every answer must be without fault, and each entry named once.
  public mutating func take(_ answers: [TownAnswer]) throws {
    var byPackage: [PackageNumber: [Event.PlatformAnswer]] = [:]
    for answer in answers where !ledger.isTaken(answer) {
      guard ledger.fault(in: answer) == nil, let package = ledger.lastPackage(of: answer.entry)
      else { throw HistoryFault.unknownEntry(answer.entry) }
      byPackage[package, default: []].append(answer.recorded)
    }
    for package in byPackage.keys.sorted() {
      let sorted = (byPackage[package] ?? []).sorted { $0.entry < $1.entry }
      for (rows, part, parts) in parts(of: sorted, rowsPerLine: 50) {
        try append(
          .platformAnswered(.init(package: package, entries: rows, part: part, parts: parts)))
      }
    }
  }
}
