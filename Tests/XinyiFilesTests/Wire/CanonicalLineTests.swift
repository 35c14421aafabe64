import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

/// The quick reader of ledger lines against the strict one, which is what the format means.
@Suite struct CanonicalLineTests {
  @Test(arguments: LineShapes.kinds)
  func `a line spelled as it should be is read at once, and as the strict reader reads it`(
    _ kind: String
  ) {
    var shapes = LineShapes(seed: 1)
    for _ in 0..<60 {
      let body = shapes.body(kind, oddities: 0)
      let text = String(decoding: body, as: UTF8.self)
      #expect(CanonicalLine.event(of: body[...]) != nil, "not read: \(text)")
      if let difference = disagreement(onReading: body) { Issue.record("\(difference)") }
    }
  }

  @Test(arguments: LineShapes.kinds)
  func `a value spelled otherwise is left to the strict reader or read as it reads it`(
    _ kind: String
  ) {
    let seed = UInt64(2)
    var shapes = LineShapes(seed: seed)
    var refused = 0
    for _ in 0..<150 {
      let body = shapes.body(kind, oddities: 2)
      if CanonicalLine.event(of: body[...]) == nil { refused += 1 }
      if let difference = disagreement(onReading: body) {
        Issue.record("seed \(seed): \(difference)")
      }
    }
    #expect(refused > 50)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a line with any change in its bytes is left to the strict reader or read as it reads it`(
    _ seed: UInt64
  ) {
    var shapes = LineShapes(seed: seed)
    var random = SeededRandom(seed: seed + 1_000)
    for _ in 0..<1_200 {
      var body = shapes.body(random.pick(LineShapes.kinds), oddities: 0)
      for _ in 0...Int.random(in: 0...1, using: &random) { changeSomewhere(in: &body, &random) }
      if let difference = disagreement(onReading: body) {
        Issue.record("seed \(seed): \(difference)")
      }
    }
  }

  @Test func `a line that is cut or goes on is left to the strict reader`() {
    var shapes = LineShapes(seed: 3)
    for kind in LineShapes.kinds {
      let body = shapes.body(kind, oddities: 0)
      for length in body.indices { #expect(CanonicalLine.event(of: body[..<length]) == nil) }
      for more in ["}", ",", " ", "\0"] {
        #expect(CanonicalLine.event(of: (body + Array(more.utf8))[...]) == nil)
      }
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `every line of a village that has lived is read as the strict reader reads it`(
    _ seed: UInt64
  ) throws {
    var village = try LivedVillage(seed: seed)
    try village.live()
    var read: Set<Event.Kind> = []
    for line in village.lines {
      let body = try body(of: line)
      if let event = CanonicalLine.event(of: body[...]) { read.insert(event.event.kind) }
      if let difference = disagreement(onReading: body) {
        Issue.record("seed \(seed): \(difference)")
      }
    }
    #expect(read.isSuperset(of: [.recorded, .decided, .noticePublished, .confirmed]))
  }

  /// One change: a byte, a run of bytes moved or doubled, two neighbours that change places.
}
