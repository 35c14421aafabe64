import TestSupport
import XinyiFiles

/// A machine in memory that fails, stops and forgets where a check wants it to.
///
/// Used by one thread at a time. Every call is an operation with a number, except closing, pausing
/// and asking for the time or for random bytes, which cannot fail.
final class MemorySystem: SystemCalls, @unchecked Sendable {
  /// One call, before it is carried out.
  struct Operation: Hashable {
    /// Counted from 1.
    let number: Int
    let call: SystemFailure.Call
    /// The last component of the path that was opened or named.
    let name: String
  }

  var disk: MemoryDisk
  private var handles: [Handle?] = []
  /// Who holds the lock of which file.
  private var locks: [MemoryNode: Int32] = [:]
  private var random: SeededRandom

  /// What is to go wrong, and what has become of it.
  var faults: [MemoryFault] = []
  private(set) var isStopped = false
  private(set) var operations = 0
  /// Writes, truncations and changes of names that were carried out.
  private(set) var changes = 0
  /// Synchronizations that failed and were not merely interrupted.
  private(set) var failedSynchronizations = 0
  private(set) var pausedMilliseconds = 0
  /// The clock, in seconds since 1970.
  var seconds = 1_795_000_000

  /// Called before each operation, so that somebody else can do something in between; not called
  /// for what is done in there.
  var before: ((Operation) throws -> Void)?
  /// Called when somebody waits.
  var whenPausing: (() throws -> Void)?
  /// What went wrong in one of these.
  private(set) var hookError: (any Error)?

  /// An open file or folder.
  struct Handle {
    let node: MemoryNode
    let name: String
    let appends: Bool
    let isWritable: Bool
    var position = 0
  }

  init(_ disk: MemoryDisk = MemoryDisk(), seed: UInt64 = 1) {
    self.disk = disk
    random = SeededRandom(seed: seed)
  }

  /// This machine as the program sees it.
  var files: FileSystem { FileSystem(calls: self) }
}

/// What goes wrong in a `MemorySystem`, and when.
struct MemoryFault {
  enum Moment {
    case operation(Int)
    /// The first call of this kind on this name.
    case call(SystemFailure.Call, String)
  }

  enum Kind {
    /// The operation fails, once.
    case fails(Int32)
    /// The operation fails, and so does every later one of the same kind.
    case keepsFailing(Int32)
    /// From here on nothing is done any more: the program is killed, or the power is cut.
    case stop
    /// A write takes only so many bytes; any other operation goes on.
    case shortWrite(Int)
  }

  let moment: Moment
  let kind: Kind
}

extension MemorySystem {
  /// Lets the machine go on after a stop: what was open is closed, and no lock is held.
  func restart() {
    handles = handles.map { _ in nil }
    locks = [:]
    faults = []
    isStopped = false
    before = nil
    whenPausing = nil
  }

  /// Cuts the power and lets the machine go on with what that left on the disk.
  func crash(_ random: inout SeededRandom) {
    restart()
    disk.cutPower(&random)
  }

  /// A first word on an operation: counts it, lets others do theirs, and fails where told.
  /// Answers the longest write that is let through.
  @discardableResult
  func begin(_ call: SystemFailure.Call, _ name: String) throws(ErrorNumber) -> Int {
    operations += 1
    let operation = Operation(number: operations, call: call, name: name)
    run(before.map { hook in { try hook(operation) } })
    if isStopped { throw ErrorNumber.inputOutput }
    guard let index = faults.firstIndex(where: { $0.moment.isReached(by: operation) }) else {
      return .max
    }
    let fault = faults.remove(at: index)
    switch fault.kind {
    case .stop:
      isStopped = true
      throw ErrorNumber.inputOutput
    case .shortWrite(let count): return count
    case .fails(let number): throw ErrorNumber(number)
    case .keepsFailing(let number):
      faults.append(MemoryFault(moment: .call(call, MemoryFault.anyName), kind: fault.kind))
      throw ErrorNumber(number)
    }
  }

  /// Runs a hook, and no hook in it.
  private func run(_ hook: (() throws -> Void)?) {
    guard let hook else { return }
    let (before, whenPausing) = (before, whenPausing)
    (self.before, self.whenPausing) = (nil, nil)
    defer { (self.before, self.whenPausing) = (before, whenPausing) }
    do { try hook() } catch { hookError = hookError ?? error }
  }

  func pause(milliseconds: Int) {
    pausedMilliseconds += milliseconds
    run(whenPausing)
  }

  func secondsSince1970() -> Int { seconds }

  func randomBytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
  }

  func noteChange() { changes += 1 }
  func noteFailedSynchronization() { failedSynchronizations += 1 }
}

// MARK: - What is open

extension MemorySystem {
  func open(_ handle: Handle) -> Int32 {
    // Numbers are never given twice, so that who closes late closes nothing of anybody else's.
    handles.append(handle)
    return Int32(handles.count + 2)
  }

  func close(_ descriptor: Int32) {
    if let handle = handles[Int(descriptor) - 3], locks[handle.node] == descriptor {
      locks[handle.node] = nil
    }
    handles[Int(descriptor) - 3] = nil
  }

  func handle(_ descriptor: Int32) -> Handle? { handles[Int(descriptor) - 3] }

  func move(_ descriptor: Int32, to position: Int) {
    handles[Int(descriptor) - 3]?.position = position
  }

  /// Whether the file is now locked by this descriptor.
  func takeLock(of node: MemoryNode, for descriptor: Int32) -> Bool {
    if let holder = locks[node], holder != descriptor { return false }
    locks[node] = descriptor
    return true
  }
}

extension MemoryFault {
  /// Stands for every name.
  static let anyName = "*"
}

extension MemoryFault.Moment {
  fileprivate func isReached(by operation: MemorySystem.Operation) -> Bool {
    switch self {
    case .operation(let number): number == operation.number
    case .call(let call, let name):
      call == operation.call && (name == operation.name || name == MemoryFault.anyName)
    }
  }
}
