import Synchronization
import Testing
import XinyiFiles

@Suite struct ConveyorTests {
  @Test(arguments: [0, 1, 2, 19, 20, 21, 500], [1, 2, 8])
  func `what was fetched is handed on whole and in order`(_ count: Int, _ workers: Int) {
    var next = 0
    var handed: [Int] = []
    convey(
      workers: workers,
      fetch: { () -> Int? in
        guard next < count else { return nil }
        next += 1
        return next
      },
      work: { (piece: Int) -> Int in
        // The later of two neighbours is ready before the earlier one.
        let rounds = piece.isMultiple(of: 2) ? 10 : 20_000
        return (0..<rounds).reduce(piece) { sum, _ in sum ^ 0 }
      },
      hand: { (product: Int) -> Bool in
        handed.append(product)
        return true
      })
    #expect(handed == Array(0..<count).map { $0 + 1 })
  }

  @Test(arguments: [1, 8])
  func `nothing is handed on after the end was asked for, and little more fetched`(_ workers: Int) {
    var fetched = 0
    var handed = 0
    convey(
      workers: workers,
      fetch: { () -> Int? in
        fetched += 1
        return fetched
      },
      work: { (piece: Int) -> Int in piece },
      hand: { (product: Int) -> Bool in
        handed = product
        return product < 100
      })
    #expect(handed == 100)
    #expect(fetched <= 120)
  }

  @Test func `no two pieces are handed on at the same time`() {
    let inside = Mutex(0)
    var next = 0
    var sum = 0
    var overlaps = 0
    func alone(_ body: () -> Void) {
      let others = inside.withLock { count in
        defer { count += 1 }
        return count
      }
      if others > 0 { overlaps += 1 }
      body()
      inside.withLock { $0 -= 1 }
    }
    convey(
      workers: 8,
      fetch: { () -> Int? in
        next += 1
        return next <= 300 ? next : nil
      },
      work: { (piece: Int) -> Int in piece },
      hand: { (product: Int) -> Bool in
        alone { for _ in 0..<1_000 { sum += product } }
        return true
      })
    #expect(overlaps == 0)
    #expect(sum == 1_000 * 300 * 301 / 2)
  }

  @Test(arguments: [1, 2, 8])
  func `two hands get the same in the same order, up to where one of them wants no more`(
    _ workers: Int
  ) {
    for last in [1, 2, 40, 300] {
      var next = 0
      var (one, other): ([Int], [Int]) = ([], [])
      convey(
        workers: workers,
        fetch: { () -> Int? in
          next += 1
          return next <= 300 ? next : nil
        },
        work: { (piece: Int) -> Int in piece },
        hand: { (product: Int) -> Bool in
          one.append(product)
          return product < last
        },
        other: { (product: Int) -> Bool in
          // Now and then this one is far behind.
          let rounds = product.isMultiple(of: 7) ? 50_000 : 1
          other.append((0..<rounds).reduce(product) { sum, _ in sum ^ 0 })
          return true
        })
      #expect(one == Array(1...last))
      // What it got before the other hand had said so is no harm.
      #expect(other.starts(with: 1...last) && other == Array(1...other.count))
    }
  }
}
