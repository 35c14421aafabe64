import Synchronization
import TestSupport

/// The rules of the village, against a second model of them.
let modelChecks: [Check] = [
  Check(
    "V1", "program and model agree on every balance, state and refusal of a village's two years",
    figure: 2_000, of: "villages"
  ) { trial in
    let told = Mutex(LivedVillage.Counts())
    trial.each(trial.share(2_000, smallOneIn: 1_000)) { number in
      var village = try LivedVillage(seed: trial.seed &* 1_000_000 &+ UInt64(number))
      try village.live()
      try village.requireReplay()
      told.withLock { $0.add(village.counts) }
    }
    print("    \(told.withLock { $0 })")
  }
]
