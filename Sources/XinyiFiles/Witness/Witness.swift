public import XinyiLedger

/// `witness.json` in the state folder of whoever works at this workstation: the last line ever seen
/// of each ledger.
///
/// Whoever can change a village's folder can also put an old copy of it back, whole. This file is
/// not in that folder. It can be deleted by the same hands, which takes away its help and does no
/// other harm.
public struct Witness: Sendable {
  let path: String
  let files: FileSystem

  static let file = "witness.json"
  /// Where a file goes that cannot be understood: whoever spoilt it may not have meant to.
  static let spoilt = file + ".bad"
  /// More ledgers than one workstation works on; practice villages are forgotten first.
  static let capacity = 64
  /// How long another program's update is waited for, in milliseconds.
  static let patience = 2_000

  /// `folder` is an absolute path; it is made when there is something to write.
  public init(folder: String, files: FileSystem) {
    self.path = folder
    self.files = files
  }

  /// What was seen of a ledger; nil when nothing was. A file that cannot be understood counts as
  /// empty: it is only ever a help.
  public func sighting(of ledger: LedgerIdentity) throws(SystemFailure) -> Sighting? {
    do throws(SystemFailure) {
      let folder = try files.open(path, for: .folderAsGiven)
      return try book(in: folder)?.ledgers.first { $0.ledger == ledger }
    } catch {
      if error.reason == .missing { return nil }
      throw error
    }
  }

  /// Notes the last line of a ledger, durably, unless that says nothing new. Answers whether what
  /// was noted before could be understood; where it could not, it is kept beside the new file.
  public func note(
    _ occasion: Sighting.Occasion, of ledger: LedgerIdentity, seq: Int, last: Digest, on day: Day
  ) throws(SystemFailure) -> Bool {
    let folder = try openFolder(path)
    try lock(folder)
    let known = try book(in: folder)
    var book = known ?? WitnessBook()
    let earlier = book.ledgers.first { $0.ledger == ledger }
    let now = Sighting(ledger, seq: seq, last: last, on: day, occasion, after: earlier)
    guard now != earlier else { return true }
    book.ledgers.removeAll { $0.ledger == ledger }
    book.ledgers.append(now)
    book.forgetOldest(beyond: Self.capacity)
    let bytes = (try? JSONWriter.page(book)) ?? []
    if known == nil { try folder.rename(Self.file, to: Self.spoilt) }
    try VillageFolder.replaceFile(Self.file, in: folder, by: Self.file + ".tmp", with: bytes)
    return known != nil
  }
}

/// The content of `witness.json`, the ledger noted last at the end.
private struct WitnessBook: Codable {
  var format = 1
  var ledgers: [Sighting] = []

  mutating func forgetOldest(beyond capacity: Int) {
    while ledgers.count > capacity {
      let practice = ledgers.firstIndex { $0.ledger.place != nil }
      ledgers.remove(at: practice ?? 0)
    }
  }
}

extension WitnessBook: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      WitnessBook(format: try line.value("format"), ledgers: try line.value("ledgers"))
    }
  }
}

extension Witness {
  /// nil for a file that cannot be understood; an empty book where there is none.
  private func book(in folder: borrowing Descriptor) throws(SystemFailure) -> WitnessBook? {
    do throws(SystemFailure) {
      let file = try folder.open(Self.file, for: .reading)
      let bytes = try files.readAll(file, atMost: 1 << 20)
      let book =
        CanonicalPage.value(of: bytes)
        ?? (try? decodeJSON(WitnessBook.self, from: bytes, file: Self.file, allowsBOM: false))
      return book?.format == WitnessBook().format ? book : nil
    } catch {
      if error.reason == .missing { return WitnessBook() }
      throw error
    }
  }

  /// The folder, made with those above it where they are missing.
  private func openFolder(_ path: String) throws(SystemFailure) -> Descriptor {
    do throws(SystemFailure) {
      return try files.open(path, for: .folderAsGiven)
    } catch {
      let (parent, name) = FileSystem.splitLast(path)
      guard error.reason == .missing, parent != path else { throw error }
      let above = try openFolder(parent)
      do throws(SystemFailure) {
        try above.makeFolder(name)
      } catch {
        guard error.reason == .alreadyThere else { throw error }
      }
      return try files.open(path, for: .folderAsGiven)
    }
  }

  private func lock(_ folder: borrowing Descriptor) throws(SystemFailure) {
    var waited = 0
    while try !folder.tryLock() {
      guard waited < Self.patience else { throw SystemFailure(.lock, .wouldWait, Self.file) }
      files.calls.pause(milliseconds: 5)
      waited += 5
    }
  }
}
