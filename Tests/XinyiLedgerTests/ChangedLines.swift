import TestSupport
import Testing
import XinyiLedger

// Lines that cannot be true: each is a line that a decision wrote, with one value changed.

extension TestVillage {
  /// The month of March is on notice with one line; the shop has five pieces of salt.
  static func posted() throws -> TestVillage {
    var village = try TestVillage(opened: "2026-03-01")
    try village.add(["0001"], on: "2026-03-01")
    try village.on("2026-03-02") { draft in
      try draft.setPrice(1, of: "salt")
      try draft.receive(
        .init(item: "salt", batch: nil, count: 5, expires: nil, from: nil))
    }
    _ = try village.record(.init("GI04", ["0001"], on: "2026-03-10"), on: "2026-03-10")
    try village.reviewAndPost("2026-03", on: "2026-03-26")
    return village
  }

  /// The same village on 1 April: the two points are in effect, one of them is spent.
  static func shopped() throws -> TestVillage {
    var village = try posted()
    try village.confirm("2026-03")
    let basket: [RedeemRequest.Piece] = [.init("salt", 1)]
    let request = try #require(
      RedeemRequest(
        .person("0001"), basket: basket, on: "2026-04-01", again: false, limits: [:]))
    try village.on("2026-04-01") { try $0.redeem(request) }
    return village
  }

  /// Applies a line to a copy of the village.
  func apply(_ event: Event?) throws {
    var copy = self
    let event = try #require(event)
    try copy.on("2026-04-10") { try $0.append(event) }
  }

  func recorded(_ change: (inout Event.Recorded) -> Void) throws -> Event {
    .recorded(try last(change) { if case .recorded(let held) = $0 { held } else { nil } })
  }

  func decided(_ change: (inout Event.Decided) -> Void) throws -> Event {
    .decided(try last(change) { if case .decided(let held) = $0 { held } else { nil } })
  }

  func published(_ change: (inout Event.NoticePublished) -> Void) throws -> Event {
    .noticePublished(
      try last(change) { if case .noticePublished(let held) = $0 { held } else { nil } })
  }

  func confirmed(_ change: (inout Event.Confirmed) -> Void) throws -> Event {
    .confirmed(try last(change) { if case .confirmed(let held) = $0 { held } else { nil } })
  }

  func redeemed(_ change: (inout Event.Redeemed) -> Void) throws -> Event {
    .redeemed(try last(change) { if case .redeemed(let held) = $0 { held } else { nil } })
  }

  /// The last payload of a kind, changed.
  private func last<Payload>(
    _ change: (inout Payload) -> Void, of kind: (Event) -> Payload?
  ) throws -> Payload {
    var payload = try #require(events.compactMap(kind).last)
    change(&payload)
    return payload
  }
}
