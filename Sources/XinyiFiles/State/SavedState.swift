import Dispatch
import Synchronization
import XinyiLedger

/// What a ledger's lines up to one of them add up to, as bytes that can be looked at in parts.
///
///     sections ─ the entries, and each of the ledger's other lists and tables
///     directory ─ where the sections are, and what every command needs
struct SavedState {
  /// Number of the form of all this. What another form wrote is thrown away unread.
  static let format = 2

  let content: [UInt8]
  /// Where the directory lies in the content.
  let directory: Range<Int>
}

/// The last part of a saved state.
struct StateDirectory: Codable {
  /// The ledger's acknowledged end when it was saved.
  let head: LedgerHead
  /// How long the last line is, with its line end.
  let lastLine: Int
  /// Of a SHA-256 over all bytes up to there, `midway`.
  let fingerprint: [Int]
  let core: LedgerCore
  let entries: StateSectionPlace
  let shelves: [LedgerShelf: StateSectionPlace]
}

extension SavedState {
  /// - Parameter lines: all lines of the ledger.
  init(of ledger: Ledger, lines: LedgerLines, head: LedgerHead) {
    var fingerprint = SHA256()
    fingerprint.update(lines.bytes[..<head.end])
    var shelving = Shelving()
    let entries = ledger.entries
    shelving.work.append {
      StateSection(packing: entries) { packer, entry in
        let place = lines.range(entry.line)
        packer.pack(place.lowerBound)
        packer.pack(place.count)
        packer.pack(value: entry.course)
      }
    }
    ledger.shelve(in: &shelving)
    var places: [StateSectionPlace] = []
    var content: [UInt8] = []
    for section in shelving.sections {
      places.append(.init(start: content.count, content: section.content, count: section.count))
      content += section.bytes
    }
    let shelves = zip(shelving.shelves, places.dropFirst())
    var packer = Packer()
    packer.pack(
      value: StateDirectory(
        head: head, lastLine: lines.range(head.seq).count + 1,
        fingerprint: fingerprint.midway, core: LedgerCore(of: ledger),
        entries: places[0],
        shelves: Dictionary(uniqueKeysWithValues: shelves.map { ($0, $1) })))
    directory = content.count..<content.count + packer.bytes.count
    self.content = content + packer.bytes
  }

  /// What is still to be packed: every list and table for itself, on all processors.
  private struct Shelving: LedgerShelving {
    var shelves: [LedgerShelf] = []
    var work: [@Sendable () -> StateSection] = []

    mutating func take<Element: Codable>(_ list: LongList<Element>, as shelf: LedgerShelf) {
      shelves.append(shelf)
      work.append { StateSection(list: list) }
    }

    mutating func take<Key: Codable, Value: Codable>(
      _ table: LongTable<Key, Value>, as shelf: LedgerShelf
    ) {
      shelves.append(shelf)
      work.append { StateSection(table: table.all) }
    }

    var sections: [StateSection] {
      let made = Mutex<[Int: StateSection]>([:])
      DispatchQueue.concurrentPerform(iterations: work.count) { index in
        let section = work[index]()
        made.withLock { $0[index] = section }
      }
      return work.indices.compactMap { index in made.withLock { $0[index] } }
    }
  }

  /// The pages of the content, for a state with this number.
  func pages(state: UInt64) -> [UInt8] {
    let count = StatePages.count(for: content.count)
    var pages: [UInt8] = []
    pages.reserveCapacity(count * StatePages.size)
    content.withUnsafeBytes { content in
      for number in 0..<count {
        let start = number * StatePages.content
        let end = min(start + StatePages.content, content.count)
        pages += StatePages.page(
          UnsafeRawBufferPointer(rebasing: content[start..<end]), number: number, state: state)
      }
    }
    return pages
  }
}

extension StateFile {
  /// What a saved state says of itself; nil when it makes no sense.
  func directory(_ place: Range<Int>) -> StateDirectory? {
    unpacked(bytes(place)) { try $0.value(StateDirectory.self) }
  }

  /// The ledger that lies over this state. Its entries are read from their lines in the ledger's
  /// own file, each checked by its hash.
  func ledger(
    _ directory: StateDirectory, ledger: LedgerFile, catalogs: [Int: Catalog]
  ) -> Ledger {
    let entries = SavedList(count: directory.entries.count) { index in
      self.entry(index, of: directory.entries, ledger: ledger) ?? .standIn
    }
    return Ledger(
      directory.core, entries: entries, StateShelves(file: self, places: directory.shelves),
      catalogs: catalogs)
  }

  private func entry(
    _ index: Int, of list: StateSectionPlace, ledger: LedgerFile
  ) -> Entry? {
    if let known = ledger.entries.withLock({ $0[index] }) { return known }
    guard let place = place(of: index, in: list) else { return nil }
    let entry = unpacked(bytes(place)) { unpacker -> Entry? in
      let start = try unpacker.number()
      let length = try unpacker.number()
      let course = try unpacker.value(EntryCourse.self)
      return ledger.line(at: start, count: length).flatMap { Entry($0, course) }
    }
    guard let entry, let entry else {
      giveUp()
      return nil
    }
    ledger.entries.withLock { $0[index] = entry }
    return entry
  }
}

/// The ledger's file, for looking at single lines of it.
final class LedgerFile: Sendable {
  private let file: Descriptor
  /// The entries that were read, by their place: most are asked for more than once.
  let entries = Mutex<[Int: Entry]>([:])

  init(_ file: consuming Descriptor) { self.file = file }

  /// Bytes from one place to another; nil when there are not so many.
  func bytes(_ range: Range<Int>) -> [UInt8]? {
    let bytes = try? file.read(atMost: range.count, at: range.lowerBound)
    return bytes?.count == range.count ? bytes : nil
  }

  /// The line, without its line end, that lies here; nil when its hash does not fit.
  fileprivate func line(at start: Int, count: Int) -> RecordedEvent? {
    guard start >= 0, (1..<LedgerFormat.maximumLine).contains(count),
      let bytes = bytes(start..<start + count)
    else { return nil }
    return Self.event(of: bytes)
  }

  private static func event(of line: [UInt8]) -> RecordedEvent? {
    let body = line.dropLast(LedgerFormat.endingLength)
    let written = line.withUnsafeBytes { LedgerFormat.writtenHash(of: $0) }
    guard let written, written == SHA256.digest(of: body) else { return nil }
    return CanonicalLine.event(of: body) ?? (try? readStrictly(body, number: 0))?.recorded
  }
}
