import XinyiFiles
import XinyiLedger
import XinyiText

/// The text of a posted notice as `notices/` keeps it, compared with what the ledger says of it.
struct KeptNotice {
  let text: String
  /// The kept text or its salt does not give the digest in the ledger.
  let isForged: Bool
  /// The kept text is gone; this one was made again.
  let isReprint: Bool

  static func file(_ number: NoticeNumber) -> DataFile? {
    DataFile("\(number).txt", in: .notices)
  }
  static func saltFile(_ number: NoticeNumber) -> DataFile? {
    DataFile("\(number).salt", in: .notices)
  }

  /// What is written before the ledger line.
  static func papers(
    _ number: NoticeNumber, salt: [UInt8], text: [UInt8]
  ) throws -> [(file: DataFile, bytes: [UInt8])] {
    guard let file = file(number), let saltFile = saltFile(number) else { return [] }
    let digits = salt.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return [(file, text), (saltFile, Array((digits + "\n").utf8))]
  }

  /// Reads what is kept; completes it or makes it again where it is not whole.
  init(_ notice: Notice, in view: VillageView) throws {
    let source = view.directory.paperSource
    let previous = view.ledger.noticeOrder.firstIndex(of: notice.number).flatMap { index in
      index > 0 ? view.ledger.notices[view.ledger.noticeOrder[index - 1]]?.sequence : nil
    }
    func ending() -> String {
      noticeText(source.reprint(notice)).ending(
        in: view.snapshot.lines, records: notice.sequence, previous: previous)
    }
    guard let file = Self.file(notice.number), let kept = try view.folder.read(file) else {
      let text = noticeText(source.reprint(notice))
      self.init(text: text.body + ending(), isForged: false, isReprint: true)
      return
    }
    let body = Self.body(of: kept)
    let isForged = try !Self.isGenuine(body, of: notice, in: view.folder)
    let whole = String(decoding: kept, as: UTF8.self)
    self.init(
      text: body.count == kept.count && !isForged ? whole + ending() : whole,
      isForged: isForged, isReprint: false)
  }

  private init(text: String, isForged: Bool, isReprint: Bool) {
    self.text = text
    self.isForged = isForged
    self.isReprint = isReprint
  }

  enum Check {
    case genuine, missing, forged
  }

  /// Compares what is kept with what the ledger says.
  static func check(_ notice: Notice, in folder: VillageFolder) throws -> Check {
    guard let file = file(notice.number), let kept = try folder.read(file) else {
      return .missing
    }
    return try isGenuine(body(of: kept), of: notice, in: folder) ? .genuine : .forged
  }

  /// Whether salt and body give the digest that the ledger holds.
  private static func isGenuine(
    _ body: [UInt8], of notice: Notice, in folder: VillageFolder
  ) throws -> Bool {
    guard let file = saltFile(notice.number), let bytes = try folder.read(file) else {
      return false
    }
    let digits = Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
    let salt = stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
      UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
    }
    return SHA256.digest(of: salt + body) == notice.body
  }

  /// All bytes before the line that begins the 账本校验码 section.
  private static func body(of kept: [UInt8]) -> [UInt8] {
    let mark = Array("、账本校验码（".utf8)
    var start = 0
    for line in kept.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      // An ordinal such as 六 or 十一 stands before the mark.
      for ordinal in [3, 6, 9] where line.dropFirst(ordinal).starts(with: mark) {
        return Array(kept[..<start])
      }
      start += line.count + 1
    }
    return kept
  }

  var warnings: [String] {
    if isForged { return ["警告：保存的公示文本与账本记的不一致，被改动过。"] }
    return isReprint ? ["注意：保存的公示文本不在了，这是照账本重印的。"] : []
  }
}
