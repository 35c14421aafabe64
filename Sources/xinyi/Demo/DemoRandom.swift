/// The dice of the practice village: SplitMix64, so that a seed means the same village on every
/// machine and with every later toolchain.
struct DemoRandom: Equatable, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from zero up to, not including, `count`, which is at least one.
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  mutating func chance(percent: Int) -> Bool { below(100) < percent }

  /// One of a list that is not empty.
  mutating func pick<Value>(_ list: [Value]) -> Value { list[below(list.count)] }

  /// One of a list that is not empty, the heavier ones more often.
  mutating func pick<Value>(weighted list: [(value: Value, weight: Int)]) -> Value {
    var rest = below(list.reduce(0) { $0 + $1.weight })
    for (value, weight) in list {
      if rest < weight { return value }
      rest -= weight
    }
    return list[list.count - 1].value
  }

  /// Some of a list, each at most once, in the order they were drawn.
  mutating func sample<Value>(_ count: Int, of list: [Value]) -> [Value] {
    var pool = list
    let drawn = min(max(count, 0), pool.count)
    for index in 0..<drawn { pool.swapAt(index, index + below(pool.count - index)) }
    return Array(pool[0..<drawn])
  }

  mutating func shuffled<Value>(_ list: [Value]) -> [Value] { sample(list.count, of: list) }
}
