import Dispatch
import Synchronization

/// Pieces that are fetched one after the other, worked on by all processors at once, and handed on
/// one after the other again, to each hand in the order in which they were fetched.
///
/// `fetch` answers nil when there are no more pieces, a hand false when none behind this one are
/// wanted; the other hand still gets those up to there, and may have had more already. Neither `fetch` nor any hand
/// ever runs twice at the same time, though on changing threads and beside each other; `work` does.
/// However many pieces there are, no more than some twenty are on their way, so that the memory does
/// not grow with the work. `workers` is how many may be of use: one is this very thread.
package func convey<Piece: Sendable, Product: Sendable>(
  workers: Int, fetch: () -> Piece?, work: @Sendable (Piece) -> Product,
  hand: (Product) -> Bool, other: (Product) -> Bool = { _ in true }
) {
  let belt = Belt<Product>(hands: 2)
  withoutActuallyEscaping(fetch) { fetch in
    withoutActuallyEscaping(work) { work in
      withoutActuallyEscaping(hand) { hand in
        withoutActuallyEscaping(other) { other in
          // Unsafe, since the compiler cannot see what the belt sees to: of `fetch`, and of each
          // hand, one call has ended before another begins, with a lock between them.
          nonisolated(unsafe) let (fetch, hands) = (fetch, [hand, other])
          DispatchQueue.concurrentPerform(iterations: min(workers, 8)) { _ in
            while let (number, piece) = belt.take(fetch) {
              belt.put(work(piece), at: number)
              for index in hands.indices {
                while let product = belt.next(for: index) {
                  belt.note(goesOn: hands[index](product), by: index)
                }
              }
            }
          }
        }
      }
    }
  }
}

/// What lies between the workers of one `convey`.
private final class Belt<Product: Sendable>: Sendable {
  private struct State {
    /// What was worked on, with how many hands are still to get it.
    var ready: [Int: (product: Product, hands: Int)] = [:]
    var hands: [Hand]
    /// The number of the first product that nobody gets.
    var end = Int.max
  }

  private struct Hand {
    /// The number of the product that it gets next.
    var next = 0
    var isBusy = false
  }

  private let state: Mutex<State>
  /// The number of the piece that is fetched next.
  private let fetching = Mutex(0)
  /// Room for pieces. It begins without any and is given it at once: a semaphore must not end with
  /// less than it began with, and after an early end there are pieces that nobody hands on.
  private let room = DispatchSemaphore(value: 0)

  init(hands: Int) {
    state = Mutex(State(hands: Array(repeating: Hand(), count: hands)))
    for _ in 0..<20 { room.signal() }
  }

  /// The next piece with its number, once there is room for it; nil when there is nothing to do.
  func take<Piece: Sendable>(_ fetch: () -> Piece?) -> (Int, Piece)? {
    room.wait()
    let taken: (Int, Piece)? = fetching.withLock { number in
      guard number < state.withLock(\.end), let piece = fetch() else { return nil }
      defer { number += 1 }
      return (number, piece)
    }
    // Whoever else waits for room finds that it is over.
    if taken == nil { room.signal() }
    return taken
  }

  func put(_ product: Product, at number: Int) {
    state.withLock { state in
      if number < state.end { state.ready[number] = (product, state.hands.count) }
    }
  }

  /// The product whose turn it is for a hand, for whoever asks first; `note` has to follow.
  func next(for hand: Int) -> Product? {
    state.withLock { state in
      guard !state.hands[hand].isBusy, let next = state.ready[state.hands[hand].next] else {
        return nil
      }
      state.hands[hand].isBusy = true
      return next.product
    }
  }

  /// The product was handed on.
  func note(goesOn: Bool, by hand: Int) {
    let isDone = state.withLock { state in
      let number = state.hands[hand].next
      state.hands[hand].isBusy = false
      state.hands[hand].next += 1
      state.ready[number]?.hands -= 1
      if !goesOn {
        state.end = min(state.end, number + 1)
        for late in state.ready.keys where late >= state.end { state.ready[late] = nil }
      }
      guard state.ready[number]?.hands == 0 else { return false }
      state.ready[number] = nil
      return true
    }
    if isDone { room.signal() }
  }
}
