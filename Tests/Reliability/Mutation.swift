import Foundation
import TestSupport

/// Bytes changed as an accident, a hand or a hostile mind would change them.
struct Mutation {
  /// What is put in: tokens of the formats, and characters that are trouble.
  private static let tokens: [[UInt8]] =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\"a\":", "null", "true", "-", "0", "00", "1e9",
      ".5",
      "99999999999999999999", "-9223372036854775808", "9223372036854775807", "10000000", "0.05",
      "\\u0000", "\\ud800", "\\uD83D\\uDE00", "\n", "\r\n", "\t", " ", "\u{3000}", "\u{FEFF}",
      "\u{0}",
      "\u{202E}", "\u{200B}", "e\u{301}", "\u{E9}", "𠀀", "“", "，", "：", "//", "/*", "#", "'", ";",
      "=",
      "+", "@", "2026-02-30", "2199-12-31", "1900-01-01", "0012", "\"seq\":", "\"prev\":", "{}",
      "[]",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3], [0xE4, 0xBA], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xFE, 0xFF],
      [0xFF, 0xFE], [0x81, 0x30, 0x81, 0x30], [0x80],
      [UInt8](repeating: 0x5B, count: 200), [UInt8](repeating: 0x39, count: 400),
    ]

  let seeds: [[UInt8]]

  /// One of the seeds with some changes; now and then one as it is.
  func next(_ random: inout SeededRandom) -> [UInt8] {
    var bytes = random.pick(seeds)
    for _ in 0..<Int.random(in: 0...4, using: &random) { change(&bytes, &random) }
    return bytes
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
    switch Int.random(in: 0..<9, using: &random) {
    case 0: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
    case 1: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: random.pick(Self.tokens), at: place)
    case 4: bytes.replaceSubrange(place..<end, with: random.pick(Self.tokens))
    case 5: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 6: bytes.removeSubrange(place...)
    case 7: changeNumber(&bytes, from: place, &random)
    default: splice(&bytes, at: place, &random)
    }
  }

  /// Another number in the place of the next digits.
  private func changeNumber(_ bytes: inout [UInt8], from place: Int, _ random: inout SeededRandom) {
    guard let start = bytes[place...].firstIndex(where: { (48...57).contains($0) }) else { return }
    let end = bytes[start...].firstIndex { !(48...57).contains($0) } ?? bytes.count
    let numbers = [
      "0", "1", "2", "9", "-1", "250", "65536", "10000000", "10000001", "2147483648",
      "9223372036854775807", "9223372036854775808", "1.5", "0.1", "99999999999999999999999999",
    ]
    bytes.replaceSubrange(start..<end, with: Array(random.pick(numbers).utf8))
  }

  /// The rest of another seed behind the beginning of this one.
  private func splice(_ bytes: inout [UInt8], at place: Int, _ random: inout SeededRandom) {
    let other = random.pick(seeds)
    let from = Int.random(in: 0...other.count, using: &random)
    bytes.replaceSubrange(place..., with: other[from...])
  }
}

/// Where the case that is being tried is noted, so that one which ends the process can be found.
struct CaseMark: Sendable {
  private static let slots = 8
  private let file: Int32
  private let label: String

  init(_ label: String, _ trial: Trial) {
    self.label = "seed \(trial.seed) \(label)"
    file = open(Self.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
  }

  /// Told when the process ended early.
  static let path = FileManager.default.temporaryDirectory.path + "/xinyi-reliability-cases"

  func trying(_ number: Int) {
    var text = Array("\(label) case \(number)".utf8)
    text += [UInt8](repeating: 32, count: max(0, 79 - text.count)) + [10]
    _ = pwrite(file, text, text.count, off_t(number % Self.slots * 80))
  }
}
