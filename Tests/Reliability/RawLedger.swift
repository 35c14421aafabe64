import Foundation
import TestSupport
import XinyiFiles
import XinyiLedger

/// A ledger whose lines say nothing but who wrote them: for checks of the writing itself.
struct RawLedger: Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  /// A new ledger with one line.
  static func found(_ path: String) throws -> RawLedger {
    let folder = try VillageFolder.create(path)
    try folder.createLedger { writer in
      _ = try writer.append(count: 1) { seq, prev in body(seq, prev, "0") }
      guard let village = DataFile("village.json") else { throw Broken("no such name") }
      try folder.create(village, with: Array("{}\n".utf8), holding: writer)
    }
    return RawLedger(path)
  }

  /// One line, by a writer who waits as long as it takes.
  func append(_ text: String) throws -> LedgerCommit {
    try VillageFolder.open(path).withWriter(patience: 600_000) { writer in
      try writer.append(count: 1) { seq, prev in Self.body(seq, prev, text) }
    }
  }

  /// Line by line; each is acknowledged only after it was answered as recorded.
  func append(_ count: Int, as name: String, acknowledgingIn file: String) throws {
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Broken("no acknowledgement can be written") }
    defer { close(descriptor) }
    var number = 0
    while count == 0 || number < count {
      let text = "\(name)-\(number)"
      let commit = try append(text)
      let line = Array("\(commit.first) \(commit.hashes[0]) \(text)\n".utf8)
      guard write(descriptor, line, line.count) == line.count else {
        throw Broken("no acknowledgement can be written")
      }
      number += 1
    }
  }

  private static func body(_ seq: Int, _ prev: Digest, _ text: String) -> [UInt8] {
    LedgerFormat.beginning(seq: seq, prev: prev) + Array(#""text":"\#(text)""#.utf8)
  }
}

/// What a writer was told, noted where no stop of the writer and no power cut reaches it.
struct Acknowledgement: Hashable, Sendable {
  let seq: Int
  let hash: String
  let text: String

  /// All of a file; a last line that was cut by a stop is none.
  static func all(in file: String) -> [Acknowledgement] {
    String(decoding: wholeFile(file), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .compactMap { line in
        let words = line.split(separator: " ")
        guard words.count == 3, let seq = Int(words[0]) else { return nil }
        return Acknowledgement(seq: seq, hash: String(words[1]), text: String(words[2]))
      }
  }
}

extension RawLedger {
  /// Reads the ledger and finds every acknowledged line in its place; throws `LostLine` for one
  /// that is not there, and `Broken` for damage that took none of them.
  @discardableResult
  func require(_ acknowledged: [Acknowledgement]) throws -> LedgerScan {
    let scan = try VillageFolder.open(path).readLedger()
    for one in acknowledged {
      guard scan.lines.count >= one.seq, scan.lines.lines[one.seq - 1].hash.description == one.hash
      else { throw LostLine(line: one, damage: scan.damage) }
    }
    if let damage = scan.damage { throw Broken("damaged: \(damage)") }
    return scan
  }
}

/// An acknowledged line that cannot be read any more.
struct LostLine: Error, CustomStringConvertible {
  let line: Acknowledgement
  /// What else is wrong with the ledger.
  let damage: LedgerDamage?

  var description: String {
    "line \(line.seq) was acknowledged and is lost: \(line.text)"
      + (damage.map { "; damaged: \($0)" } ?? "")
  }
}
