import XinyiFiles
import XinyiLedger
import XinyiText

/// The text of a posted notice as `notices/` keeps it, held against what the ledger says of it.
enum KeptNotice {
  /// Body and 账本校验码 are what was posted.
  case genuine(text: String)
  /// Only the body is there: the command was stopped before it could name the ledger's digest.
  case unfinished(body: String)
  /// The text, its salt or its 账本校验码 is not what was posted.
  case forged(text: String)
  case missing

  static func file(_ number: NoticeNumber) -> DataFile? { file("\(number)") }
  static func file(_ name: String) -> DataFile? { DataFile("\(name).txt", in: .notices) }
  private static func saltFile(_ name: String) -> DataFile? {
    DataFile("\(name).salt", in: .notices)
  }

  /// What is written before the ledger line.
  static func papers(
    _ name: String, salt: [UInt8], text: [UInt8]
  ) -> [(file: DataFile, bytes: [UInt8])] {
    guard let file = file(name), let saltFile = saltFile(name) else { return [] }
    return [(file, text), (saltFile, Array((hexadecimal(salt) + "\n").utf8))]
  }

  /// Reads what is kept of a notice and compares it with the ledger (S7.1). `fingerprints` hold
  /// the 账本校验码 up to this notice's line and up to the one's before it.
  init(
    _ posting: Posting, after earlier: Notice?, in folder: VillageFolder,
    fingerprints: [Int: Digest]
  ) throws {
    guard let file = Self.file(posting.name), let kept = try Self.read(file, in: folder) else {
      self = .missing
      return
    }
    let text = String(decoding: kept, as: UTF8.self)
    let (body, section) = Self.parts(of: kept)
    guard
      try Self.salt(of: posting, in: folder).map({ SHA256.digest(of: $0 + body) })
        == posting.body
    else {
      self = .forged(text: text)
      return
    }
    guard let section else {
      self = .unfinished(body: text)
      return
    }
    let expected = fingerprintText(
      number: section.number, records: posting.sequence,
      digest: fingerprints[posting.sequence] ?? .zero,
      previousDigest: earlier.flatMap { fingerprints[$0.sequence] })
    let isPosted = section.bytes.starts(with: Array(expected.utf8))
    self = isPosted ? .genuine(text: text) : .forged(text: text)
  }

  /// A paper that cannot be read is told as such: too large, a link, a folder.
  private static func read(_ file: DataFile, in folder: VillageFolder) throws -> [UInt8]? {
    do throws(SystemFailure) { return try folder.read(file) } catch {
      throw Failure(error, writing: false)
    }
  }

  /// The sixteen bytes that were hashed with the body of a notice; nil when they are gone.
  static func salt(
    of posting: Posting, in folder: VillageFolder
  ) throws -> [UInt8]? {
    guard let file = saltFile(posting.name), let bytes = try read(file, in: folder) else {
      return nil
    }
    return bytesOf(hexadecimal: String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self))
  }

  /// All bytes before the line that begins the 账本校验码 section, and the section with its
  /// ordinal, such as 六 or 十一.
  static func parts(
    of kept: [UInt8]
  ) -> (body: [UInt8], section: (number: String, bytes: ArraySlice<UInt8>)?) {
    let mark = Array("、账本校验码（".utf8)
    var start = 0
    for line in kept.split(separator: 10, omittingEmptySubsequences: false) {
      for width in [3, 6, 9] where line.dropFirst(width).starts(with: mark) {
        let number = String(decoding: line.prefix(width), as: UTF8.self)
        return (Array(kept[..<start]), (number, kept[start...]))
      }
      start += line.count + 1
    }
    return (kept, nil)
  }
}

/// What the ledger knows of a paper on the board: the name it is kept under, the digest of its
/// salt and body, and the line that posted it.
struct Posting {
  let name: String
  let body: Digest
  let sequence: Int

  init(_ notice: Notice) {
    name = notice.number.description
    body = notice.body
    sequence = notice.sequence
  }

  /// The grade list of a closed year.
  init(_ year: ClosedYear) {
    name = Self.name(of: year.year)
    body = year.body
    sequence = year.sequence
  }

  static func name(of year: Year) -> String { "year-\(year)" }
}

extension Ledger {
  /// The notice that hung on the board before a line of the ledger.
  func notice(before sequence: Int) -> Notice? {
    noticeOrder.compactMap { notices[$0] }.last { $0.sequence < sequence }
  }

  /// The notice that was posted before another.
  func noticeBefore(_ number: NoticeNumber) -> Notice? {
    guard let index = noticeOrder.firstIndex(of: number), index > 0 else { return nil }
    return notices[noticeOrder[index - 1]]
  }
}

extension VillageView {
  /// The paper of a notice as it was posted; what is not there any more is made again, and said.
  func paper(of notice: Notice) throws -> (text: String, warning: String?, isForged: Bool) {
    let source = directory.paperSource
    func ending() -> String {
      noticeText(source.reprint(notice)).ending(
        in: snapshot.lines, records: notice.sequence,
        previous: ledger.noticeBefore(notice.number)?.sequence)
    }
    let earlier = ledger.noticeBefore(notice.number)
    let fingerprints = snapshot.lines.fingerprints(
      lines: [notice.sequence, earlier?.sequence ?? 0])
    switch try KeptNotice(
      Posting(notice), after: earlier, in: folder, fingerprints: fingerprints)
    {
    case .genuine(let text): return (text, nil, false)
    case .unfinished(let body): return (body + ending(), nil, false)
    case .forged(let text): return (text, "警告：保存的公示文本与账本记的不一致，被改动过。", true)
    case .missing:
      let text = noticeText(source.reprint(notice)).body + ending()
      return (text, "注意：保存的公示文本不在了，这是照账本重印的。", false)
    }
  }
}
