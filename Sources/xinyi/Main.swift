import XinyiFiles
import XinyiLedger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@main
struct Main {
  /// The only place that ends the process; everything before it returns.
  static func main() {
    exit(run().rawValue)
  }

  private static func run() -> ExitStatus {
    ignoreBrokenPipes()
    let waiting = progressLine()
    let console = Console(
      read: { readLine() },
      write: { text in
        waiting?.clear()
        return write(Array(text.utf8), to: .standardOutput())
      },
      isTerminal: isatty(0) == 1 && isatty(1) == 1)
    let surroundings = Surroundings(
      environment: environment(), loginName: loginName(), screen: columns(of: 1),
      files: FileSystem.host.telling(waiting?.progress ?? .unseen), console: console)
    let program = Program(
      table: .all,
      clock: surroundings.files.now().day,
      columns: { stream in
        switch stream {
        case .answer: columns(of: 1)
        case .messages: columns(of: 2)
        }
      },
      asking: console.isTerminal ? asking(surroundings) : nil,
      perform: { command, arguments in
        var session = Session(arguments: arguments, surroundings: surroundings)
        let answer = try session.carryOut(command)
        return Program.Output(answer, asJSON: arguments[.json].isGiven)
      },
      write: { stream, bytes in
        waiting?.clear()
        return switch stream {
        case .answer: write(bytes, to: .standardOutput())
        case .messages: write(bytes, to: .standardError())
        }
      })
    return program.run(Array(CommandLine.arguments.dropFirst()))
  }

  private static func asking(_ surroundings: Surroundings) -> Program.Asking {
    Program.Asking(
      complete: { form, complaint in
        var interview = try Interview(
          form, complaint: complaint, dialogue: surroundings.dialogue, surroundings: surroundings)
        switch try interview.work() {
        case .answered(let answer): return Program.Output(answer, asJSON: false)
        case .declined, .left: return .nothingDone
        }
      },
      choose: { group, children in
        try surroundings.dialogue.choose(command: group, among: children)
      })
  }

  /// Whoever waits is at the terminal that messages go to; nil where they go elsewhere.
  private static func progressLine() -> ProgressLine? {
    guard isatty(2) == 1 else { return nil }
    return ProgressLine(
      clock: {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
      },
      // A line that cannot be shown is missed by nobody.
      write: { text in _ = write(Array(text.utf8), to: .standardError()) })
  }

  private static func write(_ bytes: [UInt8], to sink: OutputSink) -> Program.Writing {
    do throws(OutputSink.Fault) {
      try sink.write(bytes)
      return .written
    } catch {
      switch error {
      case .readerGone: return .closed
      case .failed: return .failed
      }
    }
  }

  /// The variables that the program looks at.
  private static func environment() -> [String: String] {
    var values: [String: String] = [:]
    let names = [
      "XINYI_HOME", "XINYI_OPERATOR", "XINYI_ANY_FOLDER", "NO_COLOR", "COLUMNS",
      "XDG_STATE_HOME", "HOME", "LC_ALL", "LC_CTYPE", "LANG",
    ]
    for name in names {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }

  /// The columns of the terminal that a descriptor leads to, at least 40; nil for a file or a pipe.
  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return max(40, Int(size.ws_col))
  }

  /// The name of the account the program runs under, or nothing where it has none.
  private static func loginName() -> String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "" }
    return String(cString: name)
  }
}
