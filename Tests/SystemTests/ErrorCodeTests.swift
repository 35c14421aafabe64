import Foundation
import Testing
import XinyiText

/// Every code that the program can tell is provoked by a case, or left out for a stated reason,
/// and explained in the program itself, of which `docs/errors.md` is made.
@Suite struct ErrorCodeTests {
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Why no case provokes a code.
  private static let exemptions = [
    "B001": "a line that the ledger cannot have would be a mistake of the program",
    "E200": "stands in for an empty list of faults, which nothing makes",
    "E220": "files of that size are refused before they are read, as V303",
    "E226": "five million values; tried by the reliability run",
    "E221": "the books may begin with a mark; a ledger line that does is told as V201",
    "R106": "everybody's household holds from the first month on",
    "R111": "no quantity that may be typed comes near so many points",
    "U000": "stands in for an empty list of faults, which nothing makes",
    "V204": "what does not add up in a ledger line is told as V203",
    "W603": "needs a stick that keeps other bytes than were written",
    "W701": "needs a disk that fails between two system calls",
    "X070": "would be a mistake of the program",
  ]

  /// Provoked by tests of their own.
  private static let elsewhere: Set = [
    "U117", "U119", "V106", "V107", "V108", "V406", "V501", "V502", "V503", "V504", "V505",
    "V506", "V507", "V508", "V509", "W501", "W601", "W602", "V120", "V121", "V131", "V141",
    "V142", "V143", "V144", "V145", "U131", "U128", "U129", "U130",
  ]

  private static var provoked: Set<String> {
    let cases = (refusals + wordFaults + formatFaults).map(\.code)
    let damages = (ledgerDamages + bookDamages + missingFiles).map(\.code)
    return elsewhere.union(cases).union(damages)
  }

  /// The codes that stand in the sources as texts of their own.
  private static func codesInSources() throws -> Set<String> {
    let sources = repository.appendingPathComponent("Sources").path
    var codes: Set<String> = []
    for case let name as String in FileManager.default.enumerator(atPath: sources) ?? .init()
    where name.hasSuffix(".swift") && !name.contains("/Explanations/") {
      let text = try String(contentsOfFile: sources + "/" + name, encoding: .utf8)
      codes.formUnion(text.matches(of: /"([A-Z][0-9]{3})"/).map { String($0.1) })
    }
    return codes
  }

  @Test func `Every code of the program is provoked or left out for a reason`() throws {
    let codes = try Self.codesInSources()
    #expect(codes.count > 150)
    let missing = codes.subtracting(Self.provoked).subtracting(Self.exemptions.keys)
    #expect(missing.isEmpty, "not provoked: \(missing.sorted())")
    let unknown = Self.provoked.union(Self.exemptions.keys).subtracting(codes)
    #expect(unknown.isEmpty, "not in the sources: \(unknown.sorted())")
    #expect(Self.provoked.isDisjoint(with: Self.exemptions.keys))
    let count = codes.intersection(Self.provoked).count
    print("\(count) of \(codes.count) codes are provoked, \(Self.exemptions.count) left out")
  }

  @Test func `Every code of the program is explained, and no other`() throws {
    let explained = Explanation.chapters.flatMap { $0.explanations.map(\.code) }
    let codes = try Self.codesInSources()
    #expect(Set(explained) == codes, "\(codes.symmetricDifference(explained).sorted())")
  }
}
