import Synchronization
import TestSupport

/// The rules of the village, against a second model of them.
let modelChecks: [Check] = [
  Check(
    "V1", "program and model agree on every balance, state and refusal of a village's two years",
    figure: 10_000, of: "villages"
  ) { trial in
    let told = Mutex(LivedVillage.Counts())
    trial.each(trial.share(10_000, smallOneIn: 5_000)) { number in
      var village = try LivedVillage(seed: trial.seed &* 1_000_000 &+ UInt64(number))
      try village.live()
      try village.requireReplay()
      told.withLock { $0.add(village.counts) }
    }
    let counts = told.withLock { $0 }
    print("    \(counts)")
    if trial.weight == .full, counts.livesOfTwoYears * 2 < counts.lives {
      throw Broken("only \(counts.livesOfTwoYears) of \(counts.lives) lives closed both years")
    }
  },
  Check(
    "V2", "goods, cards and points of a shop add up after every event, as a second model says",
    figure: 10_000, of: "shop days"
  ) { trial in
    let told = Mutex(ShopDays.Counts())
    let days = trial.share(50, smallOneIn: 5)
    trial.each(trial.share(200, smallOneIn: 200)) { number in
      var shop = try ShopDays(seed: trial.seed &* 1_000_000 &+ UInt64(number))
      try shop.live(days: days)
      try shop.requireReplay()
      told.withLock { $0.add(shop.counts) }
      trial.held(days - 1)
    }
    let counts = told.withLock { $0 }
    print("    \(counts)")
    if trial.weight == .full, !trial.isBroken, !counts.unmet.isEmpty {
      throw Broken("never refused: \(counts.unmet.joined(separator: " "))")
    }
  },
]
