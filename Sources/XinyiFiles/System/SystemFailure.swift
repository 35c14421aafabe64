#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A call to the operating system that was refused. Facts only; the sentence is made elsewhere.
public struct SystemFailure: Error, Hashable, Sendable {
  /// What was being done.
  public enum Call: String, Hashable, Sendable {
    case open, read, write, synchronize, truncate, lock, status, setPermissions, rename, remove
    case makeFolder, list
    /// The size of a file was not what had just been written to it.
    case checkSize
  }

  /// Why it was refused, the same words on every system.
  public enum Reason: Hashable, Sendable {
    case missing, alreadyThere, notPermitted, readOnly, diskFull, quotaUsedUp, tooManyOpenFiles
    case tooLarge, inputOutput, notAFolder, notAPlainFile, brokenPipe, wouldWait, other
  }

  public let call: Call
  /// `errno` as the system gave it, for the reader who wants to look it up.
  public let number: Int32
  /// The last component of the path, or empty where there was none.
  public let name: String

  package init(_ call: Call, _ number: Int32, _ name: String) {
    self.call = call
    self.number = number
    self.name = name
  }

  /// For refusals that this program makes itself, before asking the system.
  init(_ call: Call, _ reason: Reason, _ name: String) {
    let number = Self.reasons.first { $0.reason == reason }?.number ?? EIO
    self.init(call, number, name)
  }

  public var reason: Reason {
    Self.reasons.first { $0.number == number }?.reason ?? .other
  }

  /// The first number of each reason is the one that this program gives itself.
  private static let reasons: [(number: Int32, reason: Reason)] = [
    (ENOENT, .missing), (EEXIST, .alreadyThere), (ENOTEMPTY, .alreadyThere),
    (EACCES, .notPermitted), (EPERM, .notPermitted), (EROFS, .readOnly),
    (ENOSPC, .diskFull), (EDQUOT, .quotaUsedUp), (EMFILE, .tooManyOpenFiles),
    (ENFILE, .tooManyOpenFiles), (EFBIG, .tooLarge), (EIO, .inputOutput),
    (ENOTDIR, .notAFolder), (ELOOP, .notAPlainFile), (EISDIR, .notAPlainFile),
    (ENXIO, .notAPlainFile), (EPIPE, .brokenPipe), (EAGAIN, .wouldWait),
  ]
}

extension ErrorNumber {
  /// A signal arrived; the call may simply be made again.
  var isInterruption: Bool { value == EINTR }
}
