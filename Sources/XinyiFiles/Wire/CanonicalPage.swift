package import XinyiLedger

/// Books that are read straight from their bytes, where they are spelled as this program spells
/// them; spaces and lines may be anybody's.
///
/// What it reads is what the strict reader would read; of everything else, faulty or only unusual,
/// it says nothing, and the strict reader decides.
package enum CanonicalPage {
  /// The list of people that a `roster.json` holds; nil where the strict reader is to be asked.
  package static func rosterBook(of page: [UInt8]) -> RosterBook? { value(of: page) }

  /// The items that a catalog holds; nil where the strict reader is to be asked.
  package static func catalog(of page: [UInt8]) -> Catalog? { value(of: page) }

  private static func value<Value: LineReadable>(of page: [UInt8]) -> Value? {
    compact(page).withUnsafeBytes { bytes in
      do throws(LineCursor.Unfamiliar) {
        var line = try LineCursor(bytes, sharing: nil)
        let value = try Value(reading: &line)
        return line.isAtEnd ? value : nil
      } catch {
        return nil
      }
    }
  }

  /// The bytes without the spaces and line ends that JSON allows. Where two values stand beside each
  /// other without anything else between them, a space stays: that is no JSON.
  static func compact(_ page: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: page.count) { bytes, count in
      var isInText = false
      var isBehindSpace = false
      var index = 0
      while index < page.count {
        let byte = page[index]
        index += 1
        if isInText {
          bytes[count] = byte
          count += 1
          if byte == .backslash, index < page.count {
            bytes[count] = page[index]
            count += 1
            index += 1
          }
          isInText = byte != .quote
          continue
        }
        guard !byte.isSpace else {
          isBehindSpace = true
          continue
        }
        if isBehindSpace, count > 0, !bytes[count - 1].isMark, !byte.isMark {
          bytes[count] = 0x20
          count += 1
        }
        isBehindSpace = false
        isInText = byte == .quote
        bytes[count] = byte
        count += 1
      }
    }
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// What stands between the values of JSON.
  fileprivate var isMark: Bool {
    switch self {
    case .openBrace, .closeBrace, .openBracket, .closeBracket, .comma, .colon: true
    default: false
    }
  }
}

extension RosterBook: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      // Books in another format are for the strict reader to refuse.
      guard try line.value("format") == 1 else { throw LineCursor.Unfamiliar() }
      return RosterBook(people: try line.value("people"))
    }
  }
}

extension RosterBook.Row: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      RosterBook.Row(
        person: try line.value("person"), name: try line.value("name"),
        pinyin: try line.value(ifAny: "pinyin"), born: try line.value(ifAny: "born"),
        facts: try line.value("facts"))
    }
  }
}

extension RosterFact: LineReadable {
  init(reading line: inout LineCursor) throws(LineCursor.Unfamiliar) {
    self = try line.object { (line) throws(LineCursor.Unfamiliar) in
      RosterFact(
        from: try line.value("from"), what: try line.value("what"),
        value: try line.value("value"))
    }
  }
}

extension Pinyin: LineReadable {}
