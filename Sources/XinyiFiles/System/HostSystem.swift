#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The machine the program runs on. No other file calls the C library.
package struct HostSystem: SystemCalls {
  package init() {}

  package func open(
    _ name: String, in folder: Int32?, for purpose: OpenPurpose
  ) throws(ErrorNumber) -> Int32 {
    try checked(openat(folder ?? AT_FDCWD, name, purpose.flags, 0o600))
  }

  package func close(_ descriptor: Int32) {
    _ = libraryClose(descriptor)
  }

  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ErrorNumber) -> Int {
    try checked(libraryRead(descriptor, buffer.baseAddress, buffer.count))
  }

  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ErrorNumber) -> Int {
    try checked(pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)))
  }

  package func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer
  ) throws(ErrorNumber) -> Int {
    try checked(libraryWrite(descriptor, bytes.baseAddress, bytes.count))
  }

  package func synchronize(_ descriptor: Int32) throws(ErrorNumber) {
    #if canImport(Darwin)
      // There, fsync alone leaves the bytes in the drive's own cache.
      _ = try checked(fcntl(descriptor, F_FULLFSYNC))
    #else
      _ = try checked(fsync(descriptor))
    #endif
  }

  package func truncate(_ descriptor: Int32, to length: Int) throws(ErrorNumber) {
    _ = try checked(ftruncate(descriptor, off_t(length)))
  }

  package func lock(_ descriptor: Int32) throws(ErrorNumber) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw ErrorNumber(errno) }
    return false
  }

  package func setPermissions(_ descriptor: Int32, _ mode: UInt32) throws(ErrorNumber) {
    _ = try checked(fchmod(descriptor, mode_t(mode)))
  }

  package func rename(
    _ name: String, to newName: String, in folder: Int32
  ) throws(ErrorNumber) {
    _ = try checked(renameat(folder, name, folder, newName))
  }

  package func remove(_ name: String, in folder: Int32) throws(ErrorNumber) {
    _ = try checked(unlinkat(folder, name, 0))
  }

  package func removeFolder(_ name: String, in folder: Int32) throws(ErrorNumber) {
    _ = try checked(unlinkat(folder, name, AT_REMOVEDIR))
  }

  package func makeFolder(
    _ name: String, in folder: Int32, mode: UInt32
  ) throws(ErrorNumber) {
    _ = try checked(mkdirat(folder, name, mode_t(mode)))
  }

  package func mount(_ folder: Int32) throws(ErrorNumber) -> MountKind {
    #if canImport(Darwin)
      var raw = statfs()
      _ = try checked(fstatfs(folder, &raw))
      return raw.f_flags & UInt32(MNT_LOCAL) != 0 ? .local : .network
    #else
      let device = try status(folder).device
      guard let table = try? contents(of: "/proc/self/mountinfo") else { return .local }
      return MountKind(of: device, in: table)
    #endif
  }

  package func freeBytes(_ folder: Int32) throws(ErrorNumber) -> Int {
    var raw = statvfs()
    _ = try checked(fstatvfs(folder, &raw))
    // What is kept back for the system's own account is not there for the village.
    return Int(clamping: UInt64(raw.f_bavail) * UInt64(raw.f_frsize))
  }

  package func user() -> UInt32 { UInt32(geteuid()) }

  package func path(_ descriptor: Int32) throws(ErrorNumber) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    #if canImport(Darwin)
      _ = try checked(fcntl(descriptor, F_GETPATH, &buffer))
    #else
      _ = try checked(readlink("/proc/self/fd/\(descriptor)", &buffer, Int(PATH_MAX)))
    #endif
    return buffer.withUnsafeBufferPointer { characters in
      String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  package func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  package func pause(milliseconds: Int) { _ = usleep(UInt32(milliseconds) * 1_000) }

  package func secondsSince1970() -> Int { time(nil) }
}

extension HostSystem {
  package func status(_ descriptor: Int32) throws(ErrorNumber) -> FileStatus {
    var raw = stat()
    _ = try checked(fstat(descriptor, &raw))
    return FileStatus(raw)
  }

  package func status(
    of name: String, in folder: Int32?
  ) throws(ErrorNumber) -> FileStatus {
    var raw = stat()
    _ = try checked(fstatat(folder ?? AT_FDCWD, name, &raw, AT_SYMLINK_NOFOLLOW))
    return FileStatus(raw)
  }

  package func names(in folder: Int32) throws(ErrorNumber) -> [String] {
    // A descriptor of its own, since closing the stream closes what it reads from.
    let own = try checked(openat(folder, ".", OpenPurpose.folder.flags, 0))
    guard let stream = fdopendir(own) else {
      let number = errno
      close(own)
      throw ErrorNumber(number)
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      // The record ends with the name, so its declared length must not be read.
      let start = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let text = UnsafeRawPointer(entry).advanced(by: start).assumingMemoryBound(to: CChar.self)
      let name = String(cString: text)
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw ErrorNumber(errno) }
    return names
  }

  /// A file of the system's own, which is short.
  private func contents(of path: String) throws(ErrorNumber) -> String {
    let file = try open(path, in: nil, for: .inputAsGiven)
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < 1 << 22 {
      let count = try checked(libraryRead(file, &piece, piece.count))
      if count == 0 { break }
      bytes += piece.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// -1 is how the C library says that `errno` holds the reason.
  private func checked<Answer: FixedWidthInteger>(
    _ answer: Answer
  ) throws(ErrorNumber) -> Answer {
    guard answer >= 0 else { throw ErrorNumber(errno) }
    return answer
  }
}

extension OpenPurpose {
  fileprivate var flags: Int32 {
    switch self {
    case .reading: O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    case .appending: O_RDWR | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    case .locking: O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    case .creating: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    case .folder: O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    case .folderAsGiven: O_RDONLY | O_DIRECTORY | O_CLOEXEC
    case .inputAsGiven: O_RDONLY | O_CLOEXEC | O_NONBLOCK
    case .openInput: O_RDONLY | O_CLOEXEC
    }
  }
}

extension FileStatus {
  fileprivate init(_ raw: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (raw.st_mtimespec, raw.st_ctimespec)
    #else
      let (modified, changed) = (raw.st_mtim, raw.st_ctim)
    #endif
    let kind: Kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    self.init(
      kind: kind, size: Int(raw.st_size), links: Int(raw.st_nlink),
      mode: UInt32(raw.st_mode & 0o7777), owner: UInt32(raw.st_uid),
      device: UInt64(truncatingIfNeeded: raw.st_dev),
      inode: UInt64(raw.st_ino), modified: modified.tv_sec * 1_000_000_000 + modified.tv_nsec,
      changed: changed.tv_sec * 1_000_000_000 + changed.tv_nsec)
  }
}

// Inside the type, these names mean its own methods.
private func libraryClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func libraryRead(
  _ descriptor: Int32, _ target: UnsafeMutableRawPointer?, _ count: Int
) -> Int { read(descriptor, target, count) }
private func libraryWrite(
  _ descriptor: Int32, _ source: UnsafeRawPointer?, _ count: Int
) -> Int { write(descriptor, source, count) }

/// Lets a write to a closed pipe, or beyond the allowed size of a file, come back as an error
/// instead of ending the program. To be called once, before anything is written.
public func ignoreBrokenPipes() {
  _ = signal(SIGPIPE, SIG_IGN)
  _ = signal(SIGXFSZ, SIG_IGN)
}

extension HostSystem {
  /// Tells the system that a long buffer is about to be filled, so that it need not find room for it
  /// in pieces of 4 KiB. Only advice: where there is no such thing, nothing happens.
  static func adviseLargePages(_ buffer: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      let large = 2 << 20
      guard let start = buffer.baseAddress, buffer.count > 2 * large else { return }
      let first = start.alignedUp(toMultipleOf: large)
      _ = madvise(first, buffer.count - (first - start), MADV_HUGEPAGE)
    #endif
  }
}
