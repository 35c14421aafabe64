import Synchronization
import XinyiFiles

/// One line on the screen that is written over as long work goes on, and gone when it ends.
///
/// Nothing is shown of what is done within half a second.
final class ProgressLine: Sendable {
  private let state: Mutex<State>
  /// Milliseconds from any beginning.
  private let clock: @Sendable () -> Int
  private let write: @Sendable (String) -> Void

  private struct State {
    let start: Int
    var lastShown: Int
    var isShown = false
  }

  static let patience = 500
  static let interval = 100

  init(clock: @escaping @Sendable () -> Int, write: @escaping @Sendable (String) -> Void) {
    self.clock = clock
    self.write = write
    let now = clock()
    state = Mutex(State(start: now, lastShown: now))
  }

  var progress: Progress {
    Progress { work, done, total in self.show(work, done, total) }
  }

  private func show(_ work: Progress.Work, _ done: Int, _ total: Int) {
    // Reading the clock for each line would cost more than the line.
    guard done % work.stride == 0 else { return }
    let now = clock()
    let isDue = state.withLock { state in
      guard now - state.start >= Self.patience, now - state.lastShown >= Self.interval else {
        return false
      }
      state.lastShown = now
      state.isShown = true
      return true
    }
    if isDue { write("\r\(work.sentence(done, total))\u{1B}[K") }
  }

  /// Takes the line away, before anything else is written.
  func clear() {
    let wasShown = state.withLock { state in
      defer { state.isShown = false }
      return state.isShown
    }
    if wasShown { write("\r\u{1B}[K") }
  }
}

extension Progress.Work {
  fileprivate var stride: Int {
    switch self {
    case .events: 256
    case .people: 16
    case .months: 1
    }
  }

  fileprivate func sentence(_ done: Int, _ total: Int) -> String {
    switch self {
    case .events: "正在核算：\(done)/\(total) 笔"
    case .people: "正在登记：\(done)/\(total) 人"
    case .months: "正在造演示村：\(done)/\(total) 个月"
    }
  }
}
