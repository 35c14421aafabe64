import TestSupport
import Testing

@testable import XinyiFiles

/// The check sums of a saved state: what S10 means by damaged.
@Suite struct StatePagesTests {
  @Test func `a page with any bit changed, in another place or of another state is not sound`() {
    let seed: UInt64 = 5
    var random = SeededRandom(seed: seed)
    let content = (0..<StatePages.content).map { _ in UInt8.random(in: 0...255, using: &random) }
    let page = content.withUnsafeBytes { StatePages.page($0, number: 7, state: 99) }
    #expect(StatePages.isSound(page, number: 7, state: 99))
    #expect(!StatePages.isSound(page, number: 8, state: 99))
    #expect(!StatePages.isSound(page, number: 7, state: 98))
    #expect(!StatePages.isSound(Array(page.dropLast()), number: 7, state: 99))
    for bit in 0..<page.count * 8 {
      var changed = page
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      if StatePages.isSound(changed, number: 7, state: 99) {
        Issue.record("seed \(seed): bit \(bit) is not missed")
      }
    }
  }

  @Test func `an empty page of zeros is not sound`() {
    let page = [UInt8](repeating: 0, count: StatePages.size)
    #expect(!StatePages.isSound(page, number: 3, state: 99))
  }
}
