import Foundation
import TestSupport
import XinyiFiles
import XinyiLedger

/// A few commands on one ledger, each of which may fail in its own way, with what each of them was
/// answered; and what must therefore be there after any power cut.
struct LedgerHistory {
  /// What the person at the counter knows of a command.
  enum Answer: Equatable {
    /// Nothing was recorded.
    case notRecorded
    /// There was no answer, or one that leaves it open.
    case open
    /// The bodies of its lines, from this number on.
    case recorded(first: Int, [[UInt8]])
  }

  struct Command {
    let mark: String
    let count: Int
    let filler: Int
    var answer = Answer.notRecorded
  }

  let system: MemorySystem
  var random: SeededRandom
  private(set) var commands: [Command] = []
  /// How many lines there were before the first command.
  private let firstLines: Int
  /// What was put aside, or must be by now.
  private var cutOff: [[UInt8]] = []
  private(set) var crashes = 0

  init(_ disk: MemoryDisk, lines: Int, _ random: SeededRandom) {
    self.random = random
    firstLines = lines
    system = MemorySystem(disk)
    for number in 1...Int.random(in: 1...4, using: &self.random) {
      commands.append(
        Command(
          mark: "c\(number)", count: Int.random(in: 1...3, using: &self.random),
          filler: self.random.pick([30, 45, 200, 700])))
    }
  }
}

extension LedgerHistory {
  /// Carries out one command as a program does that starts now: if its lines are there it only
  /// makes sure of them, otherwise it appends them.
  mutating func carryOut(_ index: Int, _ faults: [MemoryFault]) throws {
    system.faults = faults
    let failed = system.failedSynchronizations
    do {
      let folder = try VillageFolder.open(BareLedger.path, files: system.files)
      let tail = try tail()
      commands[index].answer = try folder.withWriter(patience: 0) { writer in
        let answer = try record(commands[index], with: &writer)
        if let discarded = writer.discarded { try note(discarded, was: tail) }
        return answer
      }
      guard system.failedSynchronizations == failed else {
        throw Broken("yes was said after a synchronization that failed")
      }
    } catch let failure as LedgerWriteFailure {
      try note(failure, of: index)
    } catch VillageFolderFault.system {
      if system.isStopped, commands[index].answer == .notRecorded { commands[index].answer = .open }
    }
    system.faults = []
  }

  private func record(_ command: Command, with writer: inout LedgerWriter) throws -> Answer {
    let found = Self.lines(of: command, in: writer.scan.lines)
    if !found.isEmpty {
      try writer.ensureDurable()
      return .recorded(first: found[0].number, found.map(\.body))
    }
    var bodies: [[UInt8]] = []
    do throws(LedgerWriteFailure) {
      let commit = try writer.append(count: command.count) { seq, prev in
        let mark = "\(command.mark)-\(bodies.count + 1)"
        let body = BareLedger.body(seq: seq, prev: prev, mark: mark, filler: command.filler)
        bodies.append(body)
        return body
      }
      return .recorded(first: commit.first, bodies)
    } catch {
      try requireEnded(&writer, after: error)
      throw error
    }
  }

  /// After a failure nobody knows what is on the disk, so that a writer must not go on.
  private func requireEnded(
    _ writer: inout LedgerWriter, after failure: LedgerWriteFailure
  ) throws {
    do throws(LedgerWriteFailure) {
      _ = try writer.append(count: 1) {
        BareLedger.body(seq: $0, prev: $1, mark: "never-1", filler: 30)
      }
    } catch {
      if error == failure { return }
    }
    throw Broken("a writer went on after \(failure)")
  }

  private mutating func note(_ failure: LedgerWriteFailure, of index: Int) throws {
    switch failure {
    case .busy: throw Broken("the lock was held by nobody")
    case .damaged(let damage): throw Broken("false alarm: \(damage)")
    case .unfitBody(_, let fault): throw Broken("unfit: \(fault)")
    case .notWritten where !system.isStopped: break
    case .notWritten, .outcomeUnknown:
      if commands[index].answer == .notRecorded { commands[index].answer = .open }
    }
  }

  /// What follows the acknowledged end of the ledger now.
  private func tail() throws -> [UInt8] {
    let head = system.disk.content(BareLedger.headPath).flatMap { LedgerHead(bytes: $0) }
    guard let head else { throw Broken("there is no sound head") }
    return Array((system.disk.content(BareLedger.ledgerPath) ?? []).dropFirst(head.end))
  }

  private mutating func note(_ discarded: DiscardedTail, was tail: [UInt8]) throws {
    let kept = system.disk.content("\(BareLedger.path)/quarantine/\(discarded.name)")
    guard kept == tail else { throw Broken("\(discarded.name) is not what was cut off") }
    cutOff.append(tail)
  }
}

extension LedgerHistory {
  /// Cuts the power and reads what is left: afterwards every open question is answered, and every
  /// answer holds.
  mutating func crash() throws {
    system.crash(&random)
    crashes += 1
    let folder = try VillageFolder.open(BareLedger.path, files: system.files)
    let scan = try folder.readLedger()
    if let damage = scan.damage { throw Broken("false alarm after a power cut: \(damage)") }
    var expected = firstLines
    for index in commands.indices {
      let found = Self.lines(of: commands[index], in: scan.lines)
      try settle(index, found)
      expected += found.count
    }
    guard scan.lines.count == expected else {
      throw Broken("\(scan.lines.count) lines, of which \(expected) belong to a command")
    }
    let tail = try tail()
    if !tail.isEmpty { cutOff.append(tail) }
  }

  private mutating func settle(_ index: Int, _ found: [(number: Int, body: [UInt8])]) throws {
    let command = commands[index]
    switch command.answer {
    case .recorded(let first, let bodies):
      guard found.map(\.body) == bodies, found.first?.number == first else {
        throw Broken("\(command.mark) was recorded from line \(first) and is not there")
      }
    case .notRecorded:
      guard found.isEmpty else { throw Broken("\(command.mark) was refused and is there") }
    case .open:
      guard found.isEmpty || found.count == command.count else {
        throw Broken("\(found.count) of \(command.count) lines of \(command.mark) are there")
      }
      commands[index].answer =
        found.isEmpty ? .notRecorded : .recorded(first: found[0].number, found.map(\.body))
    }
  }

  /// Everything that was ever cut off is still there.
  func requireCutOffKept() throws {
    let folder = "\(BareLedger.path)/quarantine"
    let kept = system.disk.names(folder).map { system.disk.content("\(folder)/\($0)") }
    for tail in cutOff where !kept.contains(tail) {
      throw Broken("\(tail.count) bytes that were cut off are kept nowhere")
    }
  }

  /// The lines of a command, in order; those of a command that was recorded twice are all there.
  private static func lines(
    of command: Command, in lines: LedgerLines
  ) -> [(number: Int, body: [UInt8])] {
    let start = Array(#""mark":"\#(command.mark)-"#.utf8)
    return (1...max(1, lines.count)).compactMap { number in
      guard let body = lines.body(number) else { return nil }
      // The mark follows the digits of the number and 82 further bytes.
      let mark = body.dropFirst(String(number).utf8.count + 82)
      return mark.starts(with: start) ? (number, Array(body)) : nil
    }
  }
}
