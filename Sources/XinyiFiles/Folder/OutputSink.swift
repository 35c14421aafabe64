/// Where answers and messages go: standard output or standard error, every byte checked.
public struct OutputSink: Sendable {
  private let descriptor: Int32
  private let files: FileSystem

  public static func standardOutput(_ files: FileSystem = .host) -> OutputSink {
    OutputSink(descriptor: 1, files: files)
  }

  public static func standardError(_ files: FileSystem = .host) -> OutputSink {
    OutputSink(descriptor: 2, files: files)
  }

  /// Why not all bytes were taken.
  public enum Fault: Error, Hashable, Sendable {
    /// Whoever was reading has stopped, which is theirs to decide: the program ends quietly.
    case readerGone
    case failed(SystemFailure)
  }

  package init(descriptor: Int32, files: FileSystem) {
    self.descriptor = descriptor
    self.files = files
  }

  /// Writes the text as UTF-8 and returns when the system has taken all of it.
  public func write(_ text: String) throws(Fault) { try write(Array(text.utf8)) }

  /// Writes the bytes and returns when the system has taken all of them.
  public func write(_ bytes: [UInt8]) throws(Fault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      do throws(SystemFailure) {
        let count = try writeSome(rest)
        guard count > 0 else { throw SystemFailure(.write, .inputOutput, "") }
        rest = rest.dropFirst(count)
      } catch {
        switch error.reason {
        case .brokenPipe: throw .readerGone
        // Another program has set the terminal not to wait, so waiting is done here.
        case .wouldWait: files.calls.pause(milliseconds: 10)
        default: throw .failed(error)
        }
      }
    }
  }

  private func writeSome(_ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int {
    try files.retrying(.write, "") { () throws(ErrorNumber) in
      try bytes.withUnsafeBufferPointer { (buffer) throws(ErrorNumber) in
        try files.calls.write(descriptor, UnsafeRawBufferPointer(buffer))
      }
    }
  }
}
