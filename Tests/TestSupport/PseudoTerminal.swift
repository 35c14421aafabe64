import Foundation

/// A terminal that the program really takes for one, without a screen: what is typed goes in line
/// by line, and everything shown is kept.
public final class PseudoTerminal {
  private let master: Int32
  private let process: pid_t
  /// Everything shown since the start, the echo of what was typed included.
  public var shown: String { String(decoding: all, as: UTF8.self) }
  /// How many keys were pressed, Enter included.
  public private(set) var keys = 0
  private var all: [UInt8] = []
  /// What was shown since something was typed last.
  private var bytes: [UInt8] = []

  /// Starts the program with these words, its three streams on the terminal.
  public init(
    _ words: [String], columns: UInt16 = 80,
    environment: [String: String] = Binary.environment
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: Int32 = 0
    var locked: Int32 = 0
    guard master >= 0, ioctl(master, Self.unlock, &locked) == 0,
      ioctl(master, Self.numberOfSlave, &number) == 0
    else { throw SystemTestFault("no terminal to be had") }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    process = try Self.spawn(words, on: "/dev/pts/\(number)", environment)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  /// `POSIX_SPAWN_SETSID`
  private static let newSession: Int16 = 0x80
  /// `TIOCSPTLCK` and `TIOCGPTN`, which Swift does not see.
  private static let unlock: UInt = 0x4004_5431
  private static let numberOfSlave: UInt = 0x8004_5430

  deinit {
    close(master)
    var status: Int32 = 0
    if waitpid(process, &status, WNOHANG) == 0 { kill(process, SIGKILL) }
  }

  private static func spawn(
    _ words: [String], on terminal: String, _ environment: [String: String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened first in a session of its own, it becomes the terminal that Ctrl-C comes from.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The tests may run where Ctrl-C is ignored; the program starts as from a shell.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Self.newSession | Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let arguments = ([Binary.path] + words).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var process = pid_t()
    let fault = posix_spawn(&process, Binary.path, &actions, &attributes, arguments, variables)
    guard fault == 0 else { throw SystemTestFault("the program cannot be started: \(fault)") }
    return process
  }

  /// Types a line and Enter, and waits for the question that follows.
  public func type(_ line: String, then prompt: String) throws {
    press(line)
    try awaits(prompt)
  }

  /// Types a line and Enter.
  public func press(_ line: String) {
    keys += line.count + 1
    send(line + "\n")
  }

  /// Sends bytes as they are, such as a control key.
  public func send(_ text: String) {
    bytes = []
    let typed = Array(text.utf8)
    _ = typed.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Waits until what is shown ends with a text, as it does when something is asked.
  public func awaits(_ text: String) throws {
    for _ in 0..<1_000 {
      _ = read()
      let new = String(decoding: bytes, as: UTF8.self)
      if new.hasSuffix(text) { return }
      usleep(10_000)
    }
    throw SystemTestFault("never ended with \(text):\n\(shown.suffix(2_000))")
  }

  /// Waits for the end of the program: its exit status, or 128 and the signal.
  public func end() throws -> Int32 {
    for _ in 0..<1_000 {
      _ = read()
      var raw: Int32 = 0
      if waitpid(process, &raw, WNOHANG) == process {
        while read() {}
        let signal = raw & 0x7F
        return signal == 0 ? (raw >> 8) & 0xFF : 128 + signal
      }
      usleep(10_000)
    }
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    throw SystemTestFault("the program never ended: \(status)\n\(shown.suffix(2_000))")
  }

  /// Reads what has come; false when nothing has.
  private func read() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    let new = chunk[..<count].filter { $0 != 0x0D }
    bytes += new
    all += new
    return true
  }
}
