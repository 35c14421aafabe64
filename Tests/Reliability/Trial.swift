import Dispatch
import Synchronization
import TestSupport

/// One run of one check: its weight, its seed, and what it found.
final class Trial: Sendable {
  /// How much of a check is run.
  enum Weight: Hashable, Sendable {
    /// Every figure is reached.
    case full
    /// A small share, which shows that the check itself still works; for debug builds.
    case small
  }

  let weight: Weight
  let seed: UInt64
  /// How long a check that knows no end goes on, in seconds.
  let seconds: Double
  private let state = Mutex(State())

  private struct State {
    var cases = 0
    var faults: [String] = []
    var faultCount = 0
  }

  /// So many faults are told of one check.
  private static let toldFaults = 20

  init(weight: Weight, seed: UInt64, seconds: Double) {
    self.weight = weight
    self.seed = seed
    self.seconds = seconds
  }

  var cases: Int { state.withLock { $0.cases } }
  var faults: [String] { state.withLock { $0.faults } }
  var faultCount: Int { state.withLock { $0.faultCount } }
  var isBroken: Bool { faultCount > 0 }

  /// Counts cases that were tried and held.
  func held(_ count: Int = 1) { state.withLock { $0.cases += count } }

  /// Notes a promise that was broken; the check may go on.
  func broken(_ fault: String) {
    state.withLock { state in
      state.faultCount += 1
      if state.faults.count < Self.toldFaults { state.faults.append(fault) }
    }
  }

  /// The whole number, or in a small run a share of it.
  func share(_ count: Int, smallOneIn divisor: Int = 100) -> Int {
    weight == .full ? count : max(1, count / divisor)
  }

  /// Random numbers for one case, the same for the same seed and case.
  func random(case number: Int) -> SeededRandom {
    var mixer = SeededRandom(seed: seed &+ UInt64(truncatingIfNeeded: number))
    return SeededRandom(seed: mixer.next())
  }

  /// Tries cases 0..<count on all processors. A case that throws is a broken promise and is told
  /// with its number; every other counts as held. Ends early once a promise is broken.
  func each(_ count: Int, _ body: @Sendable (_ number: Int) throws -> Void) {
    let stretch = max(1, min(1_000, count / 64))
    DispatchQueue.concurrentPerform(iterations: (count + stretch - 1) / stretch) { part in
      for number in part * stretch..<min((part + 1) * stretch, count) {
        guard !isBroken else { return }
        do {
          try body(number)
          held()
        } catch {
          broken("case \(number): \(error)")
        }
      }
    }
  }

  /// Tries cases from 0 on, on all processors, until the time is over.
  func untilTimeIsOver(_ body: @Sendable (_ number: Int) throws -> Void) {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(weight == .full ? seconds : min(seconds, 0.5))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: processors) { _ in
      while !isBroken, clock.now < end {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        do {
          try body(number)
          held()
        } catch {
          broken("case \(number): \(error)")
        }
      }
    }
  }
}
