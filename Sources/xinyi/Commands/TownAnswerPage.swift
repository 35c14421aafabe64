import XinyiFiles
import XinyiLedger
import XinyiText

/// The town's answer as JSON: `{"package": …, "entries": [{"entry", "outcome", "number", "why"}]}`.
struct TownAnswerPage: Decodable {
  private var package: PackageNumber?
  private var entries: [Row]

  private struct Row: Decodable {
    var entry: EntryNumber
    var outcome: PlatformOutcome
    var number: String?
    var why: String?
  }

  /// The answers of a file; throws every fault in its spelling.
  static func rows(of bytes: [UInt8], file: String) throws -> [TownAnswerRow] {
    let page: TownAnswerPage
    let document: JSONDocument
    do throws(FileFaults) {
      (page, document) = try decodeJSONDocument(
        TownAnswerPage.self, from: bytes, file: file, allowsBOM: true)
    } catch {
      throw Failure(error)
    }
    return page.entries.enumerated().map { index, row in
      page.answer(row) { part, words in
        let path: [JSONDocument.Step] =
          part == .package ? ["package"] : ["entries", .index(index), .key(part.key)]
        return document.fault(
          at: path, .other(code: words.code, message: words.message, hint: words.hint)
        ).errorReport
      }
    }
  }

  private func answer(
    _ row: Row, place: @escaping (TownAnswerPart, TownAnswerRow.Words) -> ErrorReport
  ) -> TownAnswerRow {
    var faults: [ErrorReport] = []
    func words(
      _ text: String?, _ part: TownAnswerPart, _ digits: FreeText.Digits, limit: Int
    ) -> String? {
      guard let text, !text.isEmpty else { return nil }
      do throws(ValueProblem) {
        return try FreeText.checked(text, digits, limit: limit)
      } catch {
        let message = part.rawValue + error.sentence(in: .chinese)
        faults.append(place(part, .init(code: "E346", message: message)))
        return nil
      }
    }
    let number = words(row.number, .number, .anyNumber, limit: TownAnswerPart.longestNumber)
    let why = words(row.why, .why, .noLongNumber, limit: FreeText.limit)
    guard faults.isEmpty else { return .faulty(faults) }
    return .answer(
      TownAnswer(
        entry: row.entry, outcome: row.outcome, number: number, why: why, package: package),
      place: place)
  }
}
