import TestSupport

/// The content of a file in a `MemorySystem`: what programs see, and what of it a power cut leaves.
struct MemoryFile: Sendable {
  /// What is read.
  private(set) var bytes: [UInt8] = []
  /// What lies on the disk for certain, as far as `safe` goes.
  private var durable: [UInt8] = []
  /// From here on, bytes were written since the last synchronization that succeeded.
  private var unsynced = 0
  /// Bytes that a failed synchronization dropped: still read, but never written to the disk.
  private var dropped = 0..<0
  /// The sizes that the file has had since the last synchronization that succeeded.
  private var sizes = 0...0
  var mode: UInt32 = 0o600
  var links = 1
  /// The operation that changed the content last, as a clock.
  var modified = 0

  /// A disk writes so many bytes or none of them.
  static let sector = 512

  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
    settle()
  }

  /// Writes from an offset that is not behind the end.
  mutating func write(_ source: UnsafeRawBufferPointer, at offset: Int) {
    let end = min(offset + source.count, bytes.count)
    bytes.replaceSubrange(offset..<end, with: source)
    touch(from: offset)
  }

  mutating func truncate(to length: Int) {
    if length <= bytes.count {
      bytes.removeSubrange(length...)
    } else {
      bytes += [UInt8](repeating: 0, count: length - bytes.count)
    }
    touch(from: min(length, unsynced))
  }

  private mutating func touch(from offset: Int) {
    unsynced = min(unsynced, offset)
    dropped = dropped.clamped(to: 0..<max(offset, 0))
    sizes = min(sizes.lowerBound, bytes.count)...max(sizes.upperBound, bytes.count)
  }

  /// Everything is on the disk now, except what an earlier failure dropped.
  mutating func synchronize() {
    let start = min(unsynced, durable.count)
    let lost = dropped.map { ($0, $0 < durable.count ? durable[$0] : 0) }
    durable.replaceSubrange(start..., with: bytes[start...])
    for (index, byte) in lost { durable[index] = byte }
    unsynced = bytes.count
    sizes = bytes.count...bytes.count
  }

  /// The system could not write, and takes the bytes for written all the same: they are read
  /// until the power is cut, and no later synchronization writes them.
  mutating func failToSynchronize() {
    guard unsynced < bytes.count else { return }
    dropped = (dropped.isEmpty ? unsynced : min(dropped.lowerBound, unsynced))..<bytes.count
    unsynced = bytes.count
  }

  /// As it is now, for certain.
  private mutating func settle() {
    durable = bytes
    unsynced = bytes.count
    dropped = 0..<0
    sizes = bytes.count...bytes.count
  }
}

extension MemoryFile {
  /// What happens to a sector that was on its way to the disk.
  private enum Fate: CaseIterable { case old, new, zero, garbage, stale }

  /// Cuts the power: the size is one of those since the last synchronization, and every sector
  /// that was not safe has a fate of its own. Safe bytes stay, also those that share a sector
  /// with others, since a disk does not tear a sector apart.
  mutating func cutPower(_ random: inout SeededRandom) {
    let isSettled = unsynced == bytes.count && dropped.isEmpty
    guard !isSettled || sizes.count > 1 else { return }
    let size =
      [
        sizes.lowerBound, sizes.upperBound, durable.count, bytes.count,
        Int.random(in: sizes, using: &random),
      ].randomElement(using: &random) ?? bytes.count
    let safe = min(unsynced, dropped.isEmpty ? unsynced : dropped.lowerBound, durable.count)
    var left = Array(bytes.prefix(min(safe, size)))
    while left.count < size {
      let end = min(size, (left.count / Self.sector + 1) * Self.sector)
      left += sector(left.count..<end, &random)
    }
    bytes = left
    settle()
  }

  private func sector(_ range: Range<Int>, _ random: inout SeededRandom) -> [UInt8] {
    let shift = Int.random(in: 0...max(0, durable.count - range.count), using: &random)
    let fate = Fate.allCases.randomElement(using: &random) ?? .new
    return range.map { index in
      if isSafe(index) { return bytes[index] }
      return switch fate {
      case .old: index < durable.count ? durable[index] : 0
      case .new: index < bytes.count ? bytes[index] : 0
      case .zero: 0
      case .garbage: UInt8(truncatingIfNeeded: random.next())
      case .stale: durable.isEmpty ? 0 : durable[(shift + index - range.lowerBound) % durable.count]
      }
    }
  }

  private func isSafe(_ index: Int) -> Bool {
    index < unsynced && index < bytes.count && index < durable.count && !dropped.contains(index)
  }
}
