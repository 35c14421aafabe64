import Foundation

/// The machine, the programs on it, and how one run of a program is measured.
struct Machine {
  /// Beside this program.
  let program: String
  let own: String
  let name: String
  let cores: Int
  let memory: Int
  let swift: String
  let ledger: String
  let hledger: String
  let valgrind: String

  init() throws {
    own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    program =
      URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("xinyi")
      .path
    let processor = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    name = Self.field("model name", of: processor) ?? "unknown"
    cores = ProcessInfo.processInfo.activeProcessorCount
    memory = Int(ProcessInfo.processInfo.physicalMemory >> 30)
    swift = try Self.firstLine(["swift", "--version"])
    ledger = try Self.firstLine(["ledger", "--version"])
    hledger = try Self.firstLine(["hledger", "--version"])
    valgrind = try Self.firstLine(["valgrind", "--version"])
  }

  private static func field(_ name: String, of text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix(name) }
      .flatMap { $0.split(separator: ":").last }.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func firstLine(_ words: [String]) throws -> String {
    let run = try Measured(words, environment: ProcessInfo.processInfo.environment)
    guard run.status == 0 else { throw BenchmarkFault("\(words[0]) is not installed") }
    return run.output.split(separator: "\n").first.map(String.init) ?? ""
  }

  /// The median of several runs, each of a command line of its own.
  func time(_ runs: Int, _ words: () throws -> [String]) throws -> Measured {
    var measured: [Measured] = []
    for _ in 0..<runs {
      let run = try Measured(try words(), environment: environment)
      guard run.status == 0 else { throw BenchmarkFault("\(run.words): \(run.output)") }
      measured.append(run)
    }
    return measured.sorted { $0.seconds < $1.seconds }[runs / 2]
  }

  /// No witness of the workstation's own, and one operator.
  var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["XINYI_OPERATOR"] = "clerk"
    environment["XDG_STATE_HOME"] = NSTemporaryDirectory() + "xinyi-benchmarks"
    return environment
  }
}

/// One run of a program, as the system accounts for it.
struct Measured {
  let words: [String]
  let status: Int32
  let seconds: Double
  /// Seconds of all processors in the program itself.
  let work: Double
  /// The most memory it had at once, in bytes.
  let memory: Int
  let output: String

  init(_ words: [String], environment: [String: String]) throws {
    let file = try Self.temporaryFile()
    defer { close(file) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, file, 1)
    posix_spawn_file_actions_adddup2(&actions, file, 2)
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var process = pid_t()
    let clock = ContinuousClock()
    let start = clock.now
    guard posix_spawnp(&process, words[0], &actions, nil, arguments, variables) == 0 else {
      throw BenchmarkFault("\(words[0]) is not installed")
    }
    var raw: Int32 = 0
    var usage = rusage()
    while wait4(process, &raw, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkFault("\(words[0]) was lost") }
    }
    self.words = words
    seconds = (clock.now - start) / .seconds(1)
    status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F)
    work = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    memory = usage.ru_maxrss * 1024
    output = Self.content(of: file)
  }

  private static func temporaryFile() throws -> Int32 {
    var name = Array((NSTemporaryDirectory() + "benchmark-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw BenchmarkFault("no temporary file") }
    unlink(name)
    return file
  }

  /// The first megabyte, which is all that is looked at.
  private static func content(of file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = pread(file, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
