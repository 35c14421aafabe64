public import Foundation

/// The program as it was built, beside the bundle or the program that tests it.
public enum Binary {
  public static let path: String = {
    let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: bundle ?? "").deletingLastPathComponent()
      .appendingPathComponent("xinyi").path
  }()

  /// Where a stream of the program goes.
  public enum Sink: Sendable {
    case kept
    case file(String)
    /// A pipe whose reader has gone away.
    case closedPipe
  }

  /// Nothing of the machine's own settings reaches the program.
  public static let environment = bare.merging(coverage) { $1 }
  public static let bare = [
    "XINYI_OPERATOR": "clerk", "LANG": "C", "PATH": "/usr/bin:/bin",
    "LLVM_PROFILE_FILE": "/dev/null",
  ]

  /// Where coverage is measured, what the program runs through counts as well. Each process writes
  /// a file of its own into a folder of its own: what one leaves that was stopped while it wrote is
  /// not whole, and `swift test` would fail on it.
  private static let coverage: [String: String] = {
    guard let ours = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"] else { return [:] }
    let folder = URL(fileURLWithPath: ours).deletingLastPathComponent()
    let theirs = folder.appendingPathComponent("program/%m.%p.profraw").path
    return ["LLVM_PROFILE_FILE": theirs]
  }()

  /// Runs the program with these words and waits for its end.
  public static func run(
    _ words: [String], environment: [String: String] = environment, answer: Sink = .kept
  ) throws -> Run {
    try start(path, words, environment: environment, answer: answer).wait()
  }

  /// Runs the program as a line of the shell does after another command, such as `cd` or `ulimit`;
  /// what it could not write because of that is no coverage either.
  public static func run(
    _ words: [String], after command: String, environment: [String: String] = bare
  ) throws -> Run {
    let line = ["-c", command + "; exec \"$@\"", "sh", path]
    return try start("/bin/sh", line + words, environment: environment).wait()
  }

  /// Starts any program; what is kept of its streams lies in files that have no name.
  public static func start(
    _ program: String, _ words: [String], environment: [String: String] = environment,
    answer: Sink = .kept, messages: Sink = .kept
  ) throws -> Started {
    // A pipe that is being closed here must not be inherited by the program of another test.
    spawning.lock()
    defer { spawning.unlock() }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let answers = try stream(1, to: answer, &actions)
    let complaints = try stream(2, to: messages, &actions)
    let process = try spawn(program, words, environment, &actions)
    return Started(process: process, output: answers, messages: complaints)
  }

  /// Leads a stream of the program to its sink; the file is to be kept until the program starts.
  private static func stream(
    _ number: Int32, to sink: Sink, _ actions: inout posix_spawn_file_actions_t
  ) throws -> UnnamedFile {
    switch sink {
    case .kept:
      let file = try UnnamedFile()
      posix_spawn_file_actions_adddup2(&actions, file.descriptor, number)
      return file
    case .file(let path):
      posix_spawn_file_actions_addopen(&actions, number, path, O_WRONLY, 0)
      return UnnamedFile(descriptor: -1)
    case .closedPipe:
      let pipe = UnnamedFile(descriptor: try writerOfClosedPipe())
      posix_spawn_file_actions_adddup2(&actions, pipe.descriptor, number)
      return pipe
    }
  }

  private static let spawning = NSLock()

  private static func spawn(
    _ program: String, _ words: [String], _ environment: [String: String],
    _ actions: inout posix_spawn_file_actions_t
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The tests may ignore broken pipes themselves; the program starts as from a shell.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments = cStrings([program] + words)
    let variables = cStrings(environment.map { "\($0.key)=\($0.value)" })
    defer { for word in arguments + variables { free(word) } }
    var process = pid_t()
    let fault = posix_spawn(&process, program, &actions, &attributes, arguments, variables)
    guard fault == 0 else { throw SystemTestFault("\(program) cannot be started: \(fault)") }
    return process
  }

  private static func cStrings(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    words.map { strdup($0) } + [nil]
  }

  private static func writerOfClosedPipe() throws -> Int32 {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SystemTestFault("no pipe") }
    close(ends[0])
    return ends[1]
  }
}

/// A program that was started.
public struct Started: Sendable {
  public let process: pid_t
  let output: UnnamedFile
  let messages: UnnamedFile

  public func wait() throws -> Run {
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0 {
      guard errno == EINTR else { throw SystemTestFault("the program was lost") }
    }
    let signal = raw & 0x7F
    let status = signal == 0 ? (raw >> 8) & 0xFF : 128 + signal
    return Run(status: status, output: output.bytes(), messages: messages.bytes())
  }
}

/// What one run of the program left.
public struct Run: Sendable {
  /// As a shell tells it: 128 and the signal when it did not end by itself.
  public let status: Int32
  public let output: [UInt8]
  public let messages: [UInt8]

  public var text: String { String(decoding: output, as: UTF8.self) }
  public var complaint: String { String(decoding: messages, as: UTF8.self) }
}

/// A file that no other test can find and that is gone with its last reference.
final class UnnamedFile: Sendable {
  let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  init() throws {
    let folder = FileManager.default.temporaryDirectory.path
    var name = Array("\(folder)/xinyi-run-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw SystemTestFault("no file for the answer") }
    unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  func bytes() -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return Array(bytes.prefix(max(count, 0)))
  }
}

/// The tests themselves could not go on.
public struct SystemTestFault: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
