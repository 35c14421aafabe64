import TestSupport
import Testing

@Suite struct `Program and model agree on everything` {
  /// Ten thousand are lived through in release: `reliability V1`.
  @Test(arguments: 0..<4)
  func `villages live through legal and illegal commands`(part: Int) throws {
    var counts = LivedVillage.Counts()
    for seed in UInt64(part * 2)..<UInt64(part * 2 + 2) {
      var village = try LivedVillage(seed: seed)
      try village.live(commands: 150)
      try village.requireReplay()
      counts.add(village.counts)
    }
    print("villages from \(part * 2): \(counts)")
    for command in ["record", "openReview", "decide", "confirm"] {
      #expect(counts.commands.done[command, default: 0] > 0, "\(command)")
    }
  }

  /// Ten thousand days of shops are lived through in release: `reliability V2`.
  @Test(arguments: [UInt64(1), 2])
  func `shops live through legal and illegal commands`(seed: UInt64) throws {
    var shop = try ShopDays(seed: seed)
    try shop.live(days: 25)
    try shop.requireReplay()
    print("shop \(seed): \(shop.counts)")
    for command in ["receive", "redeem", "confirm"] {
      #expect(shop.counts.commands.done[command, default: 0] > 0, "\(command)")
    }
  }
}
