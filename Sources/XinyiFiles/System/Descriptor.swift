/// An open file or folder, closed when it goes out of scope.
package struct Descriptor: ~Copyable, Sendable {
  package let number: Int32
  /// The last component of its path, for failures.
  let name: String
  let files: FileSystem

  init(_ number: Int32, name: String, files: FileSystem) {
    self.number = number
    self.name = name
    self.files = files
  }

  deinit { files.calls.close(number) }

  /// Fills as much of the buffer as the file has, and answers how many bytes that was.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = try files.retrying(.read, name) { () throws(ErrorNumber) in
        try files.calls.read(number, into: rest)
      }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// At most `limit` bytes from where the last read ended; fewer only at the end of the file.
  func read(atMost limit: Int) throws(SystemFailure) -> [UInt8] {
    var failure: SystemFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      do throws(SystemFailure) {
        count = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// At most `limit` bytes from a place in the file; fewer only at its end.
  func read(atMost limit: Int, at offset: Int) throws(SystemFailure) -> [UInt8] {
    var failure: SystemFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      do throws(SystemFailure) {
        while count < limit {
          let rest = UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(rebasing: buffer[count...]))
          let done = count
          let read = try files.retrying(.read, name) { () throws(ErrorNumber) in
            try files.calls.read(number, into: rest, at: offset + done)
          }
          if read == 0 { break }
          count += read
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all bytes, however many calls that takes. On failure some may have been written.
  func write(_ bytes: [UInt8]) throws(SystemFailure) {
    var done = 0
    while done < bytes.count {
      let count = try files.retrying(.write, name) { () throws(ErrorNumber) in
        try bytes.withUnsafeBufferPointer { (all) throws(ErrorNumber) in
          let rest = UnsafeBufferPointer(rebasing: all[done...])
          return try files.calls.write(number, UnsafeRawBufferPointer(rest))
        }
      }
      guard count > 0 else { throw SystemFailure(.write, .inputOutput, name) }
      done += count
    }
  }

  /// Returns when the content, for a folder its names, is on the disk. A failure is final: the
  /// system may have dropped the bytes, so a second call would report success for nothing.
  func synchronize() throws(SystemFailure) {
    try files.retrying(.synchronize, name) { () throws(ErrorNumber) in
      try files.calls.synchronize(number)
    }
  }

  func truncate(to length: Int) throws(SystemFailure) {
    try files.retrying(.truncate, name) { () throws(ErrorNumber) in
      try files.calls.truncate(number, to: length)
    }
  }

  func status() throws(SystemFailure) -> FileStatus {
    try files.retrying(.status, name) { () throws(ErrorNumber) in
      try files.calls.status(number)
    }
  }

  func setPermissions(_ mode: UInt32) throws(SystemFailure) {
    try files.retrying(.setPermissions, name) { () throws(ErrorNumber) in
      try files.calls.setPermissions(number, mode)
    }
  }

  /// Whether the lock is now held by this descriptor; it is released when the descriptor closes.
  func tryLock() throws(SystemFailure) -> Bool {
    try files.retrying(.lock, name) { () throws(ErrorNumber) in
      try files.calls.lock(number)
    }
  }
}

extension Descriptor {
  /// Opens a name inside this folder.
  func open(_ name: String, for purpose: OpenPurpose) throws(SystemFailure) -> Descriptor {
    try files.open(name, in: number, for: purpose)
  }

  func status(of name: String) throws(SystemFailure) -> FileStatus {
    try files.retrying(.status, name) { () throws(ErrorNumber) in
      try files.calls.status(of: name, in: number)
    }
  }

  /// Takes the place of whatever has the new name.
  func rename(_ name: String, to newName: String) throws(SystemFailure) {
    try files.retrying(.rename, newName) { () throws(ErrorNumber) in
      try files.calls.rename(name, to: newName, in: number)
    }
  }

  func remove(_ name: String) throws(SystemFailure) {
    try files.retrying(.remove, name) { () throws(ErrorNumber) in
      try files.calls.remove(name, in: number)
    }
  }

  /// Only an empty one.
  func removeFolder(_ name: String) throws(SystemFailure) {
    try files.retrying(.remove, name) { () throws(ErrorNumber) in
      try files.calls.removeFolder(name, in: number)
    }
  }

  /// Mode 0700.
  func makeFolder(_ name: String) throws(SystemFailure) {
    try files.retrying(.makeFolder, name) { () throws(ErrorNumber) in
      try files.calls.makeFolder(name, in: number, mode: 0o700)
    }
  }

  /// In ascending order of their bytes.
  func names() throws(SystemFailure) -> [String] {
    let names = try files.retrying(.list, name) { () throws(ErrorNumber) in
      try files.calls.names(in: number)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
