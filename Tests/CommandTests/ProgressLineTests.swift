import Synchronization
import Testing

@testable import xinyi

struct ProgressLineTests {
  /// Runs work whose clock goes on by itself, and gives what was written.
  private func written(_ steps: Int, milliseconds: Int) -> [String] {
    let texts = Mutex<[String]>([])
    let now = Mutex(0)
    let line = ProgressLine(
      clock: { now.withLock { $0 } },
      write: { text in texts.withLock { $0.append(text) } })
    for step in 1...steps {
      now.withLock { $0 += milliseconds }
      line.progress.note(.months, step, of: steps)
    }
    line.clear()
    line.clear()
    return texts.withLock { $0 }
  }

  @Test func `Nothing is shown of what is done within half a second`() {
    #expect(written(49, milliseconds: 10).isEmpty)
  }

  @Test func `The line is written over ten times a second, and taken away once`() {
    let texts = written(10, milliseconds: 100)
    #expect(texts.count == 7)
    #expect(texts.first == "\r正在造演示村：5/10 个月\u{1B}[K")
    #expect(texts.last == "\r\u{1B}[K")
    #expect(written(1000, milliseconds: 1).count == 7)
  }
}
