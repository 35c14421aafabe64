import Dispatch
import Synchronization

/// Pieces that are fetched one after the other, worked on by all processors at once, and handed on
/// one after the other again, in the order in which they were fetched.
///
/// `fetch` answers nil when there are no more pieces, `hand` false when no more are wanted. Neither
/// ever runs twice at the same time, though on changing threads; `work` does. However many pieces
/// there are, no more than some twenty are on their way, so that the memory does not grow with the
/// work. `workers` is how many may be of use: one is this very thread.
package func convey<Piece: Sendable, Product: Sendable>(
  workers: Int, fetch: () -> Piece?, work: @Sendable (Piece) -> Product, hand: (Product) -> Bool
) {
  let belt = Belt<Product>()
  withoutActuallyEscaping(fetch) { fetch in
    withoutActuallyEscaping(work) { work in
      withoutActuallyEscaping(hand) { hand in
        // Unsafe, since the compiler cannot see what the belt sees to: of `fetch`, and of `hand`,
        // one call has ended before another begins, with a lock between them.
        nonisolated(unsafe) let (fetch, hand) = (fetch, hand)
        DispatchQueue.concurrentPerform(iterations: min(workers, 8)) { _ in
          while let (number, piece) = belt.take(fetch) {
            belt.put(work(piece), at: number)
            while let product = belt.next() { belt.note(goesOn: hand(product)) }
          }
        }
      }
    }
  }
}

/// What lies between the workers of one `convey`.
private final class Belt<Product: Sendable>: Sendable {
  private struct State {
    var ready: [Int: Product] = [:]
    /// The number of the product that is to be handed on next.
    var next = 0
    var isHanding = false
    var isOver = false
  }

  private let state = Mutex(State())
  /// The number of the piece that is fetched next.
  private let fetching = Mutex(0)
  /// Room for pieces. It begins without any and is given it at once: a semaphore must not end with
  /// less than it began with, and after an early end there are pieces that nobody hands on.
  private let room = DispatchSemaphore(value: 0)

  init() { for _ in 0..<20 { room.signal() } }

  /// The next piece with its number, once there is room for it; nil when there is nothing to do.
  func take<Piece: Sendable>(_ fetch: () -> Piece?) -> (Int, Piece)? {
    room.wait()
    let taken: (Int, Piece)? = fetching.withLock { number in
      guard !state.withLock(\.isOver), let piece = fetch() else { return nil }
      defer { number += 1 }
      return (number, piece)
    }
    if taken == nil {
      state.withLock { $0.isOver = true }
      // Whoever else waits for room finds that it is over.
      room.signal()
    }
    return taken
  }

  func put(_ product: Product, at number: Int) {
    state.withLock { $0.ready[number] = product }
  }

  /// The product whose turn it is, for whoever asks first; `note` has to follow.
  func next() -> Product? {
    state.withLock { state in
      guard !state.isHanding, let product = state.ready.removeValue(forKey: state.next) else {
        return nil
      }
      state.isHanding = true
      return product
    }
  }

  /// The product was handed on.
  func note(goesOn: Bool) {
    state.withLock { state in
      state.isHanding = false
      state.next += 1
      if !goesOn {
        state.isOver = true
        // No further product has its turn.
        state.ready = [:]
        state.next = .max
      }
    }
    room.signal()
  }
}
