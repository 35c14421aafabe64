import Foundation
import TestSupport

/// R13 for the command line: any words at all.
let argumentChecks: [Check] = [
  Check(
    "R13", "any words at all end in an exit status that means something", figure: 50, of: "runs"
  ) {
    trial in
    let village = try SeedVillage()
    let words = try Vocabulary()
    let mark = CaseMark("arguments", trial)
    trial.untilTimeIsOver { number in
      mark.trying(number)
      var random = trial.random(case: number)
      let line = words.line(&random)
      let run = try ProgramRun(line, in: try village.folder())
      if let fault = run.fault { throw Broken("\(line): \(fault)") }
      if run.peak > 256 << 20 { throw Broken("\(line): \(run.peak >> 20) MiB") }
    }
  }
]

/// Words that mean something somewhere, and others.
private struct Vocabulary: Sendable {
  /// What the help of every command speaks of: commands, options, values, examples.
  private let known: [String]

  private static let values = [
    "0012", "0031", "苏玉强", "王小芳", "GI04", "GI01", "RJ12", "XYF", "XYF×2", "2026-10", "2026-10-0001",
    "10-3", "B0001", "2026-11-05", "昨天", "-1", "0", "1", "99999999999999999999", "1e9", "0.05", "",
    " ", "　", "--", "-", "---", "--=", "=", "a=b", "--on=", "@a.csv", "@", ".", "..", "v", "照片",
    "2026-02-30", "O-2026-10-01", "c-1", "４０", "ｘ", "“", "，", "、", "\u{202E}", "\u{200B}",
    "\u{0301}",
    "\n", "\t", "\u{1B}[2J", "%s%n", "$(id)", ";", "\\", "\"", "'",
  ]

  init() throws {
    let room = try TemporaryFolder()
    var words: Set<String> = []
    var pages = [["help"]]
    for page in pages where page.count == 1 {
      let text = String(decoding: try ProgramRun(page, in: room).output, as: UTF8.self)
      let names = Self.words(in: text)
      words.formUnion(names)
      pages += names.filter { $0.allSatisfy { $0.isASCII && $0.isLetter } }.sorted().map {
        [$0, "--help"]
      }
    }
    for page in pages.dropFirst() {
      words.formUnion(
        Self.words(in: String(decoding: try ProgramRun(page, in: room).output, as: UTF8.self)))
    }
    // Whole villages are made elsewhere, and take their time.
    known = words.subtracting(["demo", "演示", "试用", "ys"]).sorted()
  }

  private static func words(in text: String) -> [String] {
    text.split { " \n,，、；;()（）[]|".contains($0) }.map(String.init)
  }

  /// A line that begins as a person's does, more often than not.
  func line(_ random: inout SeededRandom) -> [String] {
    var line = random.oneIn(8) ? [] : ["-C", "v", "--today", SeedVillage.today]
    for _ in 0..<Int.random(in: 1...7, using: &random) { line.append(word(&random)) }
    if random.oneIn(3) { line.append("--json") }
    return line
  }

  private func word(_ random: inout SeededRandom) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...4: return random.pick(known)
    case 5...7: return random.pick(Self.values)
    case 8:
      let seeds = [random.pick(known), random.pick(Self.values)].map { Array($0.utf8) }
      let bytes = Mutation(seeds: seeds).next(&random).filter { $0 != 0 }
      return String(decoding: bytes, as: UTF8.self)
    default:
      return String(
        repeating: random.pick(Self.values), count: Int.random(in: 1...3_000, using: &random))
    }
  }
}
