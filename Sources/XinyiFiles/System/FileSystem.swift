public import XinyiLedger

/// The files of this machine, and what else only the operating system can give: every call that
/// leaves the program goes through here, is made again when a signal interrupted it, and fails
/// as a `SystemFailure`.
public struct FileSystem: Sendable {
  let calls: any SystemCalls
  /// Where reading and writing much says how far it has come.
  public let progress: Progress

  package init(calls: any SystemCalls) { self.init(calls: calls, progress: .unseen) }

  private init(calls: any SystemCalls, progress: Progress) {
    self.calls = calls
    self.progress = progress
  }

  /// The same files, with somebody who waits for them.
  public func telling(_ progress: Progress) -> FileSystem {
    FileSystem(calls: calls, progress: progress)
  }

  /// The machine the program runs on.
  public static let host = FileSystem(calls: HostSystem())

  /// Opens a name in a folder, or, without one, a path as a person gave it.
  func open(
    _ path: String, in folder: Int32? = nil, for purpose: OpenPurpose
  ) throws(SystemFailure) -> Descriptor {
    let name = Self.lastComponent(of: path)
    let number = try retrying(.open, name) { () throws(ErrorNumber) in
      try calls.open(path, in: folder, for: purpose)
    }
    return Descriptor(number, name: name, files: self)
  }

  func retrying<Answer>(
    _ call: SystemFailure.Call, _ name: String, _ body: () throws(ErrorNumber) -> Answer
  ) throws(SystemFailure) -> Answer {
    while true {
      do throws(ErrorNumber) {
        return try body()
      } catch {
        guard error.isInterruption else { throw SystemFailure(call, error.value, name) }
      }
    }
  }
}

extension FileSystem {
  /// The clock of the machine.
  public func now() -> Moment { Moment(seconds: calls.secondsSince1970()) }

  /// Bytes nobody can foretell.
  public func randomBytes(_ count: Int) -> [UInt8] { calls.randomBytes(count) }

  /// The largest file that is read on somebody's request, in bytes: 64 MiB, for photographs.
  public static let largestInput = 64 << 20

  /// The bytes of a file that a person named, such as a list to import. Links are followed. Pipes
  /// and devices are read only where the program was started with them, as by `<(…)` of a shell:
  /// a pipe that nobody writes to would be waited for without end. Throws `SystemFailure`, with
  /// reason `.tooLarge` beyond `limit` bytes.
  public func readInput(_ path: String, atMost limit: Int) throws(SystemFailure) -> [UInt8] {
    let isOpen = Self.openInputs.contains { path.hasPrefix($0) }
    let input = try open(path, for: isOpen ? .openInput : .inputAsGiven)
    let kind = try input.status().kind
    guard isOpen || kind != .other else {
      throw SystemFailure(.open, .notAPlainFile, input.name)
    }
    return try readAll(input, atMost: limit)
  }

  /// How systems and shells name what a program was started with.
  private static let openInputs = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"]

  /// Everything from where the last read ended, in pieces, so that a small file costs little.
  func readAll(
    _ file: borrowing Descriptor, atMost limit: Int
  ) throws(SystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try file.read(atMost: 1 << 16)
      bytes += piece
      if bytes.count > limit { throw SystemFailure(.read, .tooLarge, file.name) }
      if piece.count < 1 << 16 { return bytes }
    }
  }

  static func lastComponent(of path: String) -> String {
    splitLast(path).name
  }

  /// The folder and the name of a path, by `/` alone; trailing slashes do not count.
  static func splitLast(_ path: String) -> (folder: String, name: String) {
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == 47 { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: 47) else {
      return (".", String(decoding: bytes, as: UTF8.self))
    }
    let folder = slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
    return (folder, String(decoding: bytes[(slash + 1)...], as: UTF8.self))
  }
}
