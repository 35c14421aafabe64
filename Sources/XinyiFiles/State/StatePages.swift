import Synchronization
import XinyiLedger

/// The pages of a saved state: 4088 bytes of content and a check sum over them, their number and
/// the state they belong to, so that a page of garbage, of another place or of another state is
/// noticed when it is read.
enum StatePages {
  static let size = 4096
  static let content = size - 8

  /// How many pages so much content needs.
  static func count(for length: Int) -> Int { (length + content - 1) / content }

  /// A page with its check sum behind its content, which is filled up with zeros.
  static func page(_ bytes: UnsafeRawBufferPointer, number: Int, state: UInt64) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: size)
    page.withUnsafeMutableBytes { page in
      page.copyMemory(from: bytes)
      let sum = checkSum(of: UnsafeRawBufferPointer(page), number: number, state: state)
      page.storeBytes(of: sum.littleEndian, toByteOffset: content, as: UInt64.self)
    }
    return page
  }

  static func isSound(_ page: [UInt8], number: Int, state: UInt64) -> Bool {
    page.withUnsafeBytes { page in
      page.count == size
        && UInt64(littleEndian: page.load(fromByteOffset: content, as: UInt64.self))
          == checkSum(of: page, number: number, state: state)
    }
  }

  /// Eight bytes at a time; against accidents, not against people, whom the ledger's own hashes
  /// are for.
  private static func checkSum(
    of page: UnsafeRawBufferPointer, number: Int, state: UInt64
  ) -> UInt64 {
    var sum = state ^ UInt64(truncatingIfNeeded: number) &* 0xD6E8_FEB8_6659_FD93
    for offset in stride(from: 0, to: content, by: 8) {
      let word = UInt64(littleEndian: page.load(fromByteOffset: offset, as: UInt64.self))
      sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 32
    }
    return sum
  }
}

/// The file of a saved state, open to be looked at page by page.
///
/// Whatever is wrong with it makes it unsound for good. Readers go on with nothing in their hands,
/// and whoever began the work throws away what came of it.
final class StateFile: Sendable {
  private let file: Descriptor
  private let state: UInt64
  private let pages: Int
  private let read = Mutex(Read())

  private struct Read {
    var pages: [Int: [UInt8]] = [:]
    var isSound = true
  }

  init(_ file: consuming Descriptor, state: UInt64, pages: Int) {
    self.file = file
    self.state = state
    self.pages = pages
  }

  var isSound: Bool { read.withLock { $0.isSound } }

  /// To be called when what was read makes no sense.
  func giveUp() { read.withLock { $0.isSound = false } }

  /// Content from one place to another; empty once the file was found wanting.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    guard range.lowerBound >= 0, range.upperBound <= pages * StatePages.content else {
      giveUp()
      return []
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let number = position / StatePages.content
      let start = position - number * StatePages.content
      guard let page = page(number) else { return [] }
      let end = min(StatePages.content, start + range.upperBound - position)
      bytes += page[start..<end]
      position += end - start
    }
    return bytes
  }

  private func page(_ number: Int) -> [UInt8]? {
    read.withLock { read in
      if let page = read.pages[number] { return page }
      guard read.isSound,
        let page = try? file.read(atMost: StatePages.size, at: number * StatePages.size),
        StatePages.isSound(page, number: number, state: state)
      else {
        read.isSound = false
        return nil
      }
      read.pages[number] = page
      return page
    }
  }
}
