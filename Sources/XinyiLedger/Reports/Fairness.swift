/// What the supervisors look for: who collects for whom.
public struct CollectorLine: Equatable, Sendable {
  public let collector: PersonNumber
  public let lines: Int
  /// Lines of the collector's own, household or declared relations.
  public let ofKin: Int
}

extension Ledger {
  /// Lines by collector, most of all first; lines that name no collector are left out.
  public func collectors(of entries: [Entry]) -> [CollectorLine] {
    let named = entries.filter { $0.recorded.collector != nil && $0.recorded.isOriginal }
    let byCollector = Dictionary(grouping: named, by: \.recorded.collector)
    return byCollector.compactMap { collector, lines in
      collector.map { collector in
        CollectorLine(
          collector: collector, lines: lines.count,
          ofKin: lines.count { isKin(collector, of: $0, on: $0.recorded.on) })
      }
    }.sorted { ($1.lines, $0.collector) < ($0.lines, $1.collector) }
  }

  /// The entries of a month that a sample is drawn from: whatever was not withdrawn, rejected or
  /// cancelled.
  public func sampleable(of month: Month) -> [Entry] {
    agenda(of: month).filter(\.state.isLive)
  }

  /// Whether an entry is of somebody who was a key person on the event's day.
  public func isOfKeyPerson(_ entry: Entry) -> Bool {
    list(of: .person(entry.recorded.person), on: entry.recorded.on) == .key
  }
}
