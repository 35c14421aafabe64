import Foundation
import TestSupport

/// One run of the real program, `xinyi` beside this executable, with what it cost.
struct ProgramRun {
  /// As a shell tells it: 128 and the signal when the program did not end by itself.
  let status: Int32
  let output: [UInt8]
  let messages: [UInt8]
  /// The most memory it had, in bytes.
  let peak: Int
  /// Processor time, in seconds: other work on the machine does not count.
  let processorTime: Double
  /// It had not ended after `ProgramRun.patience` and was stopped.
  let hung: Bool

  /// In seconds; far more than anything takes, also on a machine that is busy otherwise.
  static let patience = 10.0
  static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("xinyi").path

  /// Runs the program in a folder with nothing of the machine's own settings.
  init(_ words: [String], in folder: TemporaryFolder, input: String = "/dev/null") throws {
    let name = UUID().uuidString
    let outside = try TemporaryFolder()
    let (answer, complaint) = (outside.path("answer-\(name)"), outside.path("messages-\(name)"))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_EXCL
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, answer, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, complaint, flags, 0o600)
    // The shell only changes the folder, and becomes the program.
    let line = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, Self.path]
    let process = try Self.start(line + words, &actions)
    let end = try Self.wait(for: process)
    status = end.status
    peak = end.peak
    processorTime = end.time
    hung = end.hung
    output = Array(FileManager.default.contents(atPath: answer) ?? Data())
    messages = Array(FileManager.default.contents(atPath: complaint) ?? Data())
  }

  private static func start(
    _ words: [String], _ actions: inout posix_spawn_file_actions_t
  ) throws -> pid_t {
    let environment = ["XINYI_OPERATOR=clerk", "LANG=C", "PATH=/usr/bin:/bin"]
    // A zero byte cannot be in an argument, whatever was meant.
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var process = pid_t()
    let fault = posix_spawn(&process, words[0], &actions, nil, arguments, variables)
    guard fault == 0, access(path, X_OK) == 0 else {
      throw Skipped("\(path) cannot be started; build the product xinyi")
    }
    return process
  }

  /// Looks at the process until it ends. The kernel's own maximum counts what this process had
  /// when it started the other, so the memory is read while the other runs.
  private static func wait(
    for process: pid_t
  ) throws -> (status: Int32, peak: Int, time: Double, hung: Bool) {
    let start = ContinuousClock.now
    var peak = 0
    var hung = false
    while true {
      peak = max(peak, memory(of: process))
      var raw: Int32 = 0
      var usage = rusage()
      if wait4(process, &raw, WNOHANG, &usage) == process {
        let signal = raw & 0x7F
        let status = signal == 0 ? (raw >> 8) & 0xFF : 128 + signal
        return (status, peak, usage.ru_utime.seconds + usage.ru_stime.seconds, hung)
      }
      if !hung, (ContinuousClock.now - start) / .seconds(1) > patience {
        kill(process, SIGKILL)
        hung = true
      }
      usleep(peak == 0 ? 200 : 1_000)
    }
  }

  /// The most memory that a process had so far, in bytes; 0 once it has ended.
  private static func memory(of process: pid_t) -> Int {
    guard let status = FileManager.default.contents(atPath: "/proc/\(process)/status") else {
      return 0
    }
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first).flatMap { Int($0) }.map { $0 << 10 } ?? 0
  }
}

extension ProgramRun {
  /// What is wrong with any run, whatever was asked; nil when nothing is.
  var fault: String? {
    if hung { return "no end after \(Self.patience) s" }
    if status < 0 || status > 8 { return "exit status \(status): \(complaint.prefix(200))" }
    return nil
  }

  var complaint: String { String(decoding: messages, as: UTF8.self) }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}
