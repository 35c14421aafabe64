import TestSupport

/// What a name in a folder of a `MemorySystem` leads to.
enum MemoryNode: Hashable, Sendable {
  /// The place in `MemoryDisk.files`.
  case file(Int)
  /// The place in `MemoryDisk.folders`.
  case folder(Int)
}

/// The names of a folder in a `MemorySystem`: what programs see, and what of it a power cut leaves.
struct MemoryFolder: Sendable {
  private(set) var entries: [String: MemoryNode] = [:]
  /// The names that are on the disk for certain.
  private var durable: [String: MemoryNode] = [:]
  /// What happened since the last synchronization that succeeded, in order.
  private var unsynced: [Change] = []
  let parent: Int
  var mode: UInt32 = 0o700

  private enum Change: Sendable {
    case add(String, MemoryNode)
    case remove(String)
    case rename(String, to: String, MemoryNode)
  }

  init(parent: Int) { self.parent = parent }

  subscript(name: String) -> MemoryNode? { entries[name] }

  mutating func add(_ name: String, _ node: MemoryNode) { record(.add(name, node)) }

  mutating func remove(_ name: String) { record(.remove(name)) }

  /// The node must be the one that has the name.
  mutating func rename(_ name: String, to newName: String, _ node: MemoryNode) {
    record(.rename(name, to: newName, node))
  }

  mutating func synchronize() {
    durable = entries
    unsynced = []
  }

  /// Cuts the power. Some systems keep changes in their order, others write each by itself; a
  /// rename happens or does not, so that the new name has the old node or the new one.
  mutating func cutPower(_ random: inout SeededRandom) {
    var left = durable
    if random.oneIn(2) {
      let count = Int.random(in: 0...unsynced.count, using: &random)
      for change in unsynced.prefix(count) { Self.carryOut(change, in: &left) }
    } else {
      for change in unsynced where random.oneIn(2) { Self.carryOut(change, in: &left) }
    }
    entries = left
    synchronize()
  }

  private mutating func record(_ change: Change) {
    Self.carryOut(change, in: &entries)
    unsynced.append(change)
  }

  private static func carryOut(_ change: Change, in entries: inout [String: MemoryNode]) {
    switch change {
    case .add(let name, let node): entries[name] = node
    case .remove(let name): entries[name] = nil
    case .rename(let name, let newName, let node):
      if entries[name] == node { entries[name] = nil }
      entries[newName] = node
    }
  }
}
