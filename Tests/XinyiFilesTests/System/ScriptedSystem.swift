import Foundation
import XinyiFiles

/// The machine's own system, with a record of the calls that change something and with failures
/// where a test wants them.
final class ScriptedSystem: SystemCalls, @unchecked Sendable {
  /// `write ledger.jsonl`, `rename head.json`, `synchronize village` …
  struct Step: Hashable {
    var call: SystemFailure.Call
    var name: String
  }

  private let host = HostSystem()
  private let mutex = NSLock()
  private var names: [Int32: String] = [:]
  private var failures: [(step: Step, errors: [Int32])] = []
  private var writeLimit: Int?
  private var steps: [Step] = []
  private var pauses = 0
  private var mountKind: MountKind?
  private var folderPath: String?

  /// The next calls of this kind on this name fail, once for each error number.
  func fail(_ call: SystemFailure.Call, _ name: String, with errors: Int32...) {
    mutex.withLock { failures.append((Step(call: call, name: name), errors)) }
  }

  /// The next `count` writes to this name are let through, the one after them fails.
  func failAfterWrites(_ count: Int, to name: String, with error: Int32) {
    mutex.withLock {
      let step = Step(call: .write, name: name)
      failures.append((step, [Int32](repeating: 0, count: count) + [error]))
    }
  }

  /// No write takes more bytes than this.
  func limitWrites(to count: Int) { mutex.withLock { writeLimit = count } }

  /// Every folder is said to lie on such a disk.
  func place(on kind: MountKind) { mutex.withLock { mountKind = kind } }

  /// Every file and folder is said to have this absolute path.
  func place(at path: String) { mutex.withLock { folderPath = path } }

  /// What was done so far, in words.
  var trace: [String] { mutex.withLock { steps.map { "\($0.call.rawValue) \($0.name)" } } }
  var pausedMilliseconds: Int { mutex.withLock { pauses } }

  private func step(_ call: SystemFailure.Call, _ name: String) throws(ErrorNumber) {
    let error: Int32? = mutex.withLock {
      let step = Step(call: call, name: name)
      steps.append(step)
      guard let index = failures.firstIndex(where: { $0.step == step && !$0.errors.isEmpty })
      else { return nil }
      return failures[index].errors.removeFirst()
    }
    if let error, error != 0 { throw ErrorNumber(error) }
  }

  private func name(_ descriptor: Int32) -> String {
    mutex.withLock { names[descriptor] ?? "?" }
  }

  func open(
    _ name: String, in folder: Int32?, for purpose: OpenPurpose
  ) throws(ErrorNumber) -> Int32 {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    try step(.open, last)
    let descriptor = try host.open(name, in: folder, for: purpose)
    mutex.withLock { names[descriptor] = last }
    return descriptor
  }

  func close(_ descriptor: Int32) { host.close(descriptor) }

  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ErrorNumber) -> Int {
    try step(.read, name(descriptor))
    return try host.read(descriptor, into: buffer)
  }

  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ErrorNumber) -> Int {
    try step(.read, name(descriptor))
    return try host.read(descriptor, into: buffer, at: offset)
  }

  func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer
  ) throws(ErrorNumber) -> Int {
    try step(.write, name(descriptor))
    let limit = mutex.withLock { writeLimit } ?? bytes.count
    return try host.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(limit)))
  }

  func synchronize(_ descriptor: Int32) throws(ErrorNumber) {
    try step(.synchronize, name(descriptor))
    try host.synchronize(descriptor)
  }

  func truncate(_ descriptor: Int32, to length: Int) throws(ErrorNumber) {
    try step(.truncate, name(descriptor))
    try host.truncate(descriptor, to: length)
  }

  func lock(_ descriptor: Int32) throws(ErrorNumber) -> Bool {
    try step(.lock, name(descriptor))
    return try host.lock(descriptor)
  }

  func status(_ descriptor: Int32) throws(ErrorNumber) -> FileStatus {
    try step(.status, name(descriptor))
    return try host.status(descriptor)
  }

  func status(of name: String, in folder: Int32?) throws(ErrorNumber) -> FileStatus {
    try step(.status, name)
    return try host.status(of: name, in: folder)
  }

  func setPermissions(_ descriptor: Int32, _ mode: UInt32) throws(ErrorNumber) {
    try step(.setPermissions, name(descriptor))
    try host.setPermissions(descriptor, mode)
  }

  func rename(
    _ name: String, to newName: String, in folder: Int32
  ) throws(ErrorNumber) {
    try step(.rename, newName)
    try host.rename(name, to: newName, in: folder)
  }

  func remove(_ name: String, in folder: Int32) throws(ErrorNumber) {
    try step(.remove, name)
    try host.remove(name, in: folder)
  }

  func removeFolder(_ name: String, in folder: Int32) throws(ErrorNumber) {
    try step(.remove, name)
    try host.removeFolder(name, in: folder)
  }

  func makeFolder(_ name: String, in folder: Int32, mode: UInt32) throws(ErrorNumber) {
    try step(.makeFolder, name)
    try host.makeFolder(name, in: folder, mode: mode)
  }

  func names(in folder: Int32) throws(ErrorNumber) -> [String] {
    try step(.list, name(folder))
    return try host.names(in: folder)
  }

  func freeBytes(_ folder: Int32) throws(ErrorNumber) -> Int { try host.freeBytes(folder) }

  func user() -> UInt32 { host.user() }

  func mount(_ folder: Int32) throws(ErrorNumber) -> MountKind {
    if let kind = mutex.withLock({ mountKind }) { return kind }
    return try host.mount(folder)
  }

  func path(_ descriptor: Int32) throws(ErrorNumber) -> String {
    if let path = mutex.withLock({ folderPath }) { return path }
    return try host.path(descriptor)
  }

  func randomBytes(_ count: Int) -> [UInt8] { host.randomBytes(count) }
  func pause(milliseconds: Int) { mutex.withLock { pauses += milliseconds } }
  func secondsSince1970() -> Int { host.secondsSince1970() }
}
