import Foundation
import TestSupport
import Testing

/// A browser that prints pages, and poppler's tools that read what it printed. Without them the
/// tests of the printed papers fail: nobody would look at the paper.
enum Printer {
  /// What stands on one page, and where: in points from the top left corner.
  struct Page {
    var width: Double
    var height: Double
    var words: [Word]

    var text: String { words.map(\.text).joined() }
  }

  struct Word {
    var text: String
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
  }

  /// The pages of a PDF made of an HTML file, their words in the order they were set in, so that
  /// what is wrapped inside a cell stands together.
  static func pages(of html: String, in folder: TemporaryFolder) throws -> [Page] {
    let pdf = html + ".pdf"
    let profile = html + ".profile"
    try run(
      "chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--single-process", "--no-zygote",
        "--no-first-run", "--user-data-dir=\(profile)", "--no-pdf-header-footer",
        "--print-to-pdf=\(pdf)", "file://\(html)",
      ])
    try #require(FileManager.default.fileExists(atPath: pdf), "chromium printed nothing")
    return try read(run("pdftotext", ["-raw", "-bbox", pdf, "-"]))
  }

  /// Standard output of a tool that must be there and succeed.
  @discardableResult
  private static func run(_ tool: String, _ arguments: [String]) throws -> String {
    let places = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let path = places.map { "\($0)/\(tool)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    let found = try #require(
      path, "\(tool) is not installed, and nothing looks at the printed papers")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: found)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(tool) failed")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What `pdftotext -bbox` writes: a line for each page and each word.
  private static func read(_ listing: String) throws -> [Page] {
    var pages: [Page] = []
    for line in listing.split(separator: "\n") {
      if line.contains("<page ") {
        let size = numbers(in: line, ["width", "height"])
        pages.append(Page(width: size[0], height: size[1], words: []))
      } else if line.contains("<word "), !pages.isEmpty {
        let place = numbers(in: line, ["xMin", "yMin", "xMax", "yMax"])
        let text = line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
        pages[pages.count - 1].words.append(
          Word(
            text: plain(String(text)), left: place[0], top: place[1], right: place[2],
            bottom: place[3]))
      }
    }
    try #require(!pages.isEmpty)
    return pages
  }

  private static func numbers(in line: Substring, _ names: [String]) -> [Double] {
    names.map { name in
      guard let start = line.range(of: "\(name)=\"") else { return -1 }
      return Double(line[start.upperBound...].prefix { $0 != "\"" }) ?? -1
    }
  }

  /// Without spaces, without quotation marks (tables of text have 「」 for “”, whose width is not
  /// certain), and with the character for the sign that a font may have
  /// in its place (⽂ for 文).
  static func plain(_ text: String) -> String {
    let marks = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&amp;": "&"]
    return marks.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
      .precomposedStringWithCompatibilityMapping
      .filter { !$0.isWhitespace && !"“”「」\"".contains($0) }
  }
}
