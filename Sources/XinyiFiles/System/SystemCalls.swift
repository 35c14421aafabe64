/// The operating system as this program uses it: one call each, without retries and without
/// words. The only seam below the files: the program runs on `HostSystem`, tests on systems that
/// fail, stop or forget where they are told to.
///
/// A folder is named by its descriptor, nil meaning the working folder.
package protocol SystemCalls: Sendable {
  func open(_ name: String, in folder: Int32?, for purpose: OpenPurpose) throws(ErrorNumber)
    -> Int32
  func close(_ descriptor: Int32)
  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(ErrorNumber)
    -> Int
  /// From a place in the file, whatever was read before.
  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ErrorNumber) -> Int
  func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(ErrorNumber) -> Int
  func synchronize(_ descriptor: Int32) throws(ErrorNumber)
  func truncate(_ descriptor: Int32, to length: Int) throws(ErrorNumber)
  /// Whether the whole file could be locked for this descriptor alone; never waits.
  func lock(_ descriptor: Int32) throws(ErrorNumber) -> Bool
  func status(_ descriptor: Int32) throws(ErrorNumber) -> FileStatus
  /// Of the name itself: a symbolic link is not followed.
  func status(of name: String, in folder: Int32?) throws(ErrorNumber) -> FileStatus
  func setPermissions(_ descriptor: Int32, _ mode: UInt32) throws(ErrorNumber)
  func rename(_ name: String, to newName: String, in folder: Int32) throws(ErrorNumber)
  func remove(_ name: String, in folder: Int32) throws(ErrorNumber)
  func makeFolder(_ name: String, in folder: Int32, mode: UInt32) throws(ErrorNumber)
  /// Only an empty folder is removed.
  func removeFolder(_ name: String, in folder: Int32) throws(ErrorNumber)
  /// The names in a folder without `.` and `..`, in no particular order.
  func names(in folder: Int32) throws(ErrorNumber) -> [String]
  /// What the folder of this descriptor lies on.
  func mount(_ folder: Int32) throws(ErrorNumber) -> MountKind
  /// How many bytes an ordinary account may still write there.
  func freeBytes(_ folder: Int32) throws(ErrorNumber) -> Int
  /// The number of the account that the program runs under.
  func user() -> UInt32
  /// The absolute path that leads to this open file or folder.
  func path(_ descriptor: Int32) throws(ErrorNumber) -> String
  func randomBytes(_ count: Int) -> [UInt8]
  func pause(milliseconds: Int)
  /// Seconds since 1970-01-01T00:00:00Z.
  func secondsSince1970() -> Int
}

/// What the system answered instead of doing what was asked: the value of `errno`.
package struct ErrorNumber: Error, Hashable {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
}

/// Everything a file is ever opened for. Each case fixes the flags and, for new files, the mode.
package enum OpenPurpose: Hashable, Sendable {
  /// To read a data file. No symbolic link is followed, and a pipe does not make it wait.
  case reading
  /// To read the ledger and add to its end. No symbolic link is followed.
  case appending
  /// To hold the permanent lock file. No symbolic link is followed.
  case locking
  /// To write a file that is not there yet, mode 0600.
  case creating
  /// To name files inside a folder. No symbolic link is followed.
  case folder
  /// A folder that a person named: links are theirs to choose.
  case folderAsGiven
  /// A file that a person named to be read: links are theirs to choose, and a pipe does not make
  /// it wait.
  case inputAsGiven
  /// What the program was started with, under a name such as `/dev/stdin`: a pipe is waited for.
  case openInput
}
