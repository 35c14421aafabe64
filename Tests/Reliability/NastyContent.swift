import Foundation
import TestSupport

/// Something that no village file should be.
struct NastyContent: Sendable {
  let name: String
  /// A book of this content is one all the same.
  var isSound = false
  /// Puts it at a path where there is nothing; gets what is there otherwise.
  let make: @Sendable (_ path: String, _ original: [UInt8]) throws -> Void
}

extension NastyContent {
  private static let mebibyte = 1 << 20

  static let all: [NastyContent] = small + repeated + odd + [tenMillionPeople]

  private static let small: [NastyContent] = [
    bytes("nothing") { _ in [] },
    bytes("one zero byte") { _ in [0] },
    bytes("a line end") { _ in [10] },
    bytes("an empty object") { _ in Array("{}\n".utf8) },
    bytes("null") { _ in Array("null\n".utf8) },
    bytes("a huge number") { _ in [UInt8](repeating: 0x39, count: 100_000) },
    bytes("half of it") { Array($0.prefix($0.count / 2)) },
    bytes("it twice") { $0 + $0 },
    bytes("a byte order mark before it", isSound: true) { [0xEF, 0xBB, 0xBF] + $0 },
    bytes("UTF-16") { [0xFF, 0xFE] + $0.flatMap { [$0, 0] } },
    bytes("CR LF", isSound: true) { $0.flatMap { $0 == 10 ? [13, 10] : [$0] } },
    bytes("zeros behind it") { $0 + [UInt8](repeating: 0, count: 4_096) },
    bytes("noise") { _ in
      var random = SeededRandom(seed: 13)
      return (0..<1 << 20).map { _ in UInt8.random(in: 0...255, using: &random) }
    },
    NastyContent(name: "a gibibyte of holes") { path, _ in
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      truncate(path, 1 << 30)
    },
  ]

  /// The same few bytes again and again, in the largest file that is read and in far larger ones.
  private static let repeated: [NastyContent] =
    [
      "[", "{\"a\":", "1,", "\"\",", "\\\"", "\"", "a ", "\n", "{},", "\u{301}\u{323}", "“", "//\n",
      "/*", "{\"a\":1,", "[{\"a\":[",
    ].flatMap { text in
      [32 * mebibyte - 64, 64 * mebibyte].map { size in
        stream("\(size >> 20) MiB of \(text.debugDescription)", "", text, size)
      }
    } + [
      stream("300 MB without a line end", "", "x", 300_000_000),
      stream("a list of numbers", #"{"format":1,"people":["#, "1,", 32 * mebibyte - 64),
      stream("a list of nothing", #"{"format":1,"people":["#, "{},", 32 * mebibyte - 64),
      stream("a list of goods", #"{"format":1,"goods":["#, "{},", 32 * mebibyte - 64),
      stream("one long key", "{\"", "\u{301}\u{323}", 32 * mebibyte - 64),
      stream("one long text", #"{"format":1,"people":[{"name":""#, "长", 32 * mebibyte - 64),
      NastyContent(name: "a million keys") { path, _ in
        let keys = (0..<1_000_000).map { "\"\(String($0, radix: 36))\":1" }
        try Data("{\(keys.joined(separator: ","))}".utf8).write(to: URL(fileURLWithPath: path))
      },
      NastyContent(name: "one person thirty thousand times") { path, _ in
        let row = #"{"person":"0012","name":"苏玉强","facts":[]}"#
        let rows = [String](repeating: row, count: 30_000).joined(separator: ",")
        try Data("{\"format\":1,\"people\":[\(rows)]}".utf8).write(to: URL(fileURLWithPath: path))
      },
    ]

  private static let tenMillionPeople = stream(
    "ten million people", #"{"format":1,"people":["#,
    #"{"person":"0012","name":"苏玉强","facts":[]},"#, 480_000_000)

  /// What is no plain file.
  private static let odd: [NastyContent] = [
    NastyContent(name: "a folder") { path, _ in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    },
    NastyContent(name: "a pipe") { path, _ in mkfifo(path, 0o600) },
    link("a link to itself", nil), link("a link to nowhere", "/nonexistent"),
    link("a link to a device", "/dev/zero"), link("a link to a terminal", "/dev/tty"),
    link("a link to the root", "/"),
  ]

  private static func bytes(
    _ name: String, isSound: Bool = false, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) -> NastyContent {
    NastyContent(name: name, isSound: isSound) { path, original in
      try Data(change(original)).write(to: URL(fileURLWithPath: path))
    }
  }

  private static func link(_ name: String, _ target: String?) -> NastyContent {
    NastyContent(name: name) { path, _ in symlink(target ?? path, path) }
  }

  private static func stream(
    _ name: String, _ beginning: String, _ text: String, _ size: Int
  ) -> NastyContent {
    NastyContent(name: name) { path, _ in
      _ = FileManager.default.createFile(atPath: path, contents: Data(beginning.utf8))
      guard let file = FileHandle(forWritingAtPath: path) else { throw Broken("no \(path)") }
      try file.seekToEnd()
      let piece = Data(String(repeating: text, count: max(1, mebibyte / text.utf8.count)).utf8)
      for _ in 0..<size / piece.count { try file.write(contentsOf: piece) }
      try file.write(contentsOf: piece.prefix(size % piece.count))
      try file.close()
    }
  }
}
