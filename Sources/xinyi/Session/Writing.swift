import XinyiFiles
import XinyiLedger
import XinyiText

/// A command at work under the lock: what it has decided so far, and the books it changes.
struct Change {
  var draft: Draft
  /// Names and births may be changed here; the facts are copied from the ledger at the end.
  var roster: RosterBook
  var shop: ShopList
  /// Papers to be kept before the lines are written.
  var papers: [(file: DataFile, bytes: [UInt8])] = []
  /// Papers that name the ledger as it stands with the new lines in it.
  var papersAfter: ((LedgerLines) -> [(file: DataFile, bytes: [UInt8])])?
  let directory: Directory
  let folder: VillageFolder
  /// What standard error is to say of it.
  var warnings: [String] = []

  var ledger: Ledger { draft.ledger }
  var today: Day { draft.today }

  /// The other operator who has looked too; nil when none is named.
  func secondOperator(_ arguments: Arguments) throws -> Operator? {
    try arguments[.second].code(as: Operator.self).map { label in
      let known = ledger.latestSettings.operators
      guard known.contains(label) else {
        throw WordFault.unknownOperator(label.text, known: known)
      }
      return label
    }
  }
}

/// What a command recorded, as its answer needs it.
///
/// The same command said again gets the same outcome, made from the ledger as it stood then.
struct Outcome {
  let ledger: Ledger
  let events: [RecordedEvent]
  let directory: Directory
  let receipt: ReceiptKey
  /// The command had been carried out before; nothing was written now.
  let repeated: Bool
  let isDryRun: Bool
  /// The hashes of the lines written; empty in a dry run.
  let hashes: [Digest]
  let folder: VillageFolder
  /// What standard error says in any case.
  var warnings: [String] = []
  /// Neither the ledger nor the names were to be changed.
  var changesNothing = false

  var naming: Naming { directory.naming }
  var today: Day { directory.today }
  /// The number of the last line of this command.
  var line: Int { events.last?.sequence ?? ledger.sequence }
}

extension Session {
  /// Runs a writing command: reads under the lock, decides, writes, answers.
  ///
  /// A dry run does the same without lock and without writing. A command that decides nothing
  /// writes nothing.
  ///
  /// - Parameter byState: trusts the saved state of the village, where there is one (S10).
  func write(
    byState: Bool = false, _ decide: (inout Change) throws -> Void,
    answer: (Outcome) throws -> Answer
  ) throws -> Answer {
    let folder = try folder()
    if (try? folder.isBackup()) == true { throw report(.insideBackup(folder.path)) }
    let receipt = arguments[.receipt].code(as: ReceiptKey.self) ?? newReceipt()
    if arguments[.dryRun].isGiven {
      return try reading(folder, byState: byState) { snapshot, _ in
        if let damage = snapshot.damages.first { throw Failure(damage) }
        let outcome = try carryOut(in: folder, snapshot, receipt, decide) { _, _, _ in [] }
        return try told(outcome, answer)
      }
    }
    if byState {
      do {
        return try write(receipt, in: folder, byState: true, decide, answer: answer)
      } catch is StateFault {}
    }
    return try write(receipt, in: folder, byState: false, decide, answer: answer)
  }

  /// The saved state does not hold, or does not hold what is asked of it.
  struct StateFault: Error {}

  private func write(
    _ receipt: ReceiptKey, in folder: VillageFolder, byState: Bool,
    _ decide: (inout Change) throws -> Void, answer: (Outcome) throws -> Answer
  ) throws -> Answer {
    var village: VillageSnapshot?
    do {
      var discarded: DiscardedTail?
      var warnings: [String] = []
      let outcome = try folder.withWriter(byState: byState) { (writer) -> Outcome in
        let opened = try opened { () throws(VillageFault) in
          if let known = writer.village { return known }
          return try folder.snapshot(of: writer.scan)
        }
        var sight = Sight(of: opened, in: folder, by: surroundings.witness)
        // What was seen of old can only be compared with its line.
        if opened.isByState && !sight.fits(opened) { throw StateFault() }
        let snapshot = opened.compared(with: sight.sighting)
        if let damage = snapshot.damages.first { throw Failure(damage) }
        if snapshot.isByState {
          // The answer of then is made from the lines of then.
          if snapshot.ledger.receipts[receipt] != nil { throw StateFault() }
        } else {
          // All lines were read: so that nobody at the counter has to wait for it before long.
          if byState || folder.isStateOld(for: snapshot) { saveState(of: snapshot, in: folder) }
          try folder.settleStagedBooks(of: snapshot, holding: writer)
        }
        if snapshot.ledger.receipts[receipt] != nil { try writer.ensureDurable() }
        village = snapshot
        var written: LedgerCommit?
        let outcome = try carryOut(in: folder, snapshot, receipt, decide) {
          events, books, papersAfter in
          guard snapshot.isSound else { throw StateFault() }
          let commit = try folder.commit(events, books, holding: &writer)
          written = commit
          folder.renewSeal(after: snapshot, holding: writer)
          // Whatever is missing here can be made again from the ledger.
          for (file, bytes) in papersAfter?(snapshot.lines.followed(by: commit)) ?? [] {
            try? folder.replace(file, with: bytes, holding: writer)
          }
          return commit.hashes
        }
        if let written, mayKeepState(of: snapshot, in: folder) {
          folder.saveState(
            of: outcome.ledger, with: written, after: snapshot, holding: writer)
        }
        sight.note(.seen, seq: writer.head.seq, last: writer.head.last, on: outcome.today)
        warnings = sight.warnings
        discarded = writer.discarded
        return outcome
      }
      var told = try told(outcome, answer)
      guard village?.isSound != false else { throw StateFault() }
      told.warnings += warnings
      if let discarded {
        told.warnings.append(
          "注意：账本末尾有 \(discarded.count) 字节没有确认过，已移到 quarantine/\(discarded.name)。")
      }
      return told
    } catch _ where village?.isSound == false {
      // Nothing that was made of a damaged state is believed, a refusal neither.
      throw StateFault()
    } catch let failure as LedgerWriteFailure {
      throw Failure(failure, receipt: receipt)
    } catch let failure as SystemFailure {
      throw Failure(failure, writing: true)
    }
  }

  func carryOut(
    in folder: VillageFolder, _ snapshot: VillageSnapshot, _ receipt: ReceiptKey,
    _ decide: (inout Change) throws -> Void,
    commit: (
      [RecordedEvent], BookChanges, ((LedgerLines) -> [(file: DataFile, bytes: [UInt8])])?
    ) throws -> [Digest]
  ) throws -> Outcome {
    let ledger = snapshot.ledger
    // Checked before the clock, so that a wrong --today is told as such.
    _ = try today(practice: ledger.opened.practice)
    let at = try reporting(Naming(roster: snapshot.roster, shop: snapshot.shop)) {
      try moment(after: ledger.lastAt, practice: ledger.opened.practice)
    }
    let today = at.day
    let directory = Directory(
      ledger: ledger, roster: snapshot.roster, shop: snapshot.shop, today: today,
      language: language, width: surroundings.columns)
    return try reporting(directory.naming) {
      let by = try knownOperator(in: ledger)
      let request = try requestDigest(directory)
      if let use = ledger.receipts[receipt] {
        if snapshot.isByState { throw StateFault() }
        guard use.request == request else { throw Refusal.receiptUsed(receipt) }
        return try earlier(use, receipt, snapshot, folder)
      }
      let stamp = Draft.Stamp(at: at, by: by, receipt: receipt, request: request)
      var change = Change(
        draft: Draft(ledger, stamp: stamp), roster: snapshot.roster, shop: snapshot.shop,
        directory: directory, folder: folder)
      try decide(&change)
      let events = change.draft.recordedEvents
      let books = change.books(from: snapshot)
      // A book that somebody else has changed is no reason to write.
      let isNothing = events.isEmpty && change.roster == snapshot.roster
      let hashes = isNothing ? [] : try commit(events, books, change.papersAfter)
      return Outcome(
        ledger: change.ledger, events: events, directory: directory.after(change.ledger, books),
        receipt: receipt, repeated: false, isDryRun: arguments[.dryRun].isGiven, hashes: hashes,
        folder: folder, warnings: change.warnings, changesNothing: isNothing)
    }
  }

  /// The outcome of a command that was carried out before, as it was then.
  private func earlier(
    _ use: ReceiptUse, _ receipt: ReceiptKey, _ snapshot: VillageSnapshot, _ folder: VillageFolder
  ) throws -> Outcome {
    let then = try opened { () throws(VillageFault) in try snapshot.ledger(upTo: use.last) }
    let events = Array(snapshot.events[(use.first - 1)..<use.last])
    return Outcome(
      ledger: then, events: events,
      directory: Directory(
        ledger: then, roster: snapshot.roster, shop: snapshot.shop,
        today: events.last?.at.day ?? then.lastAt.day, language: language,
        width: surroundings.columns),
      receipt: receipt, repeated: true, isDryRun: false,
      hashes: (use.first...use.last).compactMap { snapshot.lines.hash(of: $0) },
      folder: folder)
  }

  func told(_ outcome: Outcome, _ answer: (Outcome) throws -> Answer) throws -> Answer {
    var answer = try reporting(outcome.naming) { try answer(outcome) }
    answer.json += [
      ("receipt", .text(outcome.receipt)), ("repeated", .bool(outcome.repeated)),
      ("dryRun", .bool(outcome.isDryRun)),
      ("line", outcome.events.isEmpty ? .null : .int(outcome.line)),
    ]
    answer.recordsNothing = outcome.changesNothing
    answer.warnings += outcome.warnings + advice(outcome.directory)
    if !answer.isPaper && !outcome.isDryRun && !outcome.events.isEmpty {
      answer.text += "（回执号 \(outcome.receipt)，账本第 \(outcome.line) 行）\n"
    }
    if outcome.isDryRun { answer.text = "【试算，没有写入】\n" + answer.text }
    if outcome.repeated { answer.text = "【这个单号已经办过，以下是当时的答复】\n" + answer.text }
    return answer
  }

  /// Names do not belong into the ledger: a free text that holds one draws advice (S8.5).
  private func advice(_ directory: Directory) -> [String] {
    let texts = [OptionName.why, .note, .evidence, .promise].flatMap { arguments[$0].texts }
    guard !texts.isEmpty else { return [] }
    let letters = Set(texts.flatMap(\.unicodeScalars))
    return directory.roster.people.compactMap { row in
      // Hardly any name needs a closer look.
      guard row.name.unicodeScalars.allSatisfy(letters.contains), row.name.count > 1,
        texts.contains(where: { $0.contains(row.name) })
      else { return nil }
      return "建议：文字里有姓名“\(safe(row.name))”，账本里请改写编号 \(row.person)。"
    }
  }

  /// Only registered operators write (S1.6).
  private func knownOperator(in ledger: Ledger) throws -> Operator {
    let label = try operatorLabel()
    let known = ledger.latestSettings.operators
    guard known.contains(label) else { throw WordFault.unknownOperator(label.text, known: known) }
    return label
  }

  /// SHA-256 of the command in canonical words, names resolved to numbers (S1.2).
  private func requestDigest(_ directory: Directory) throws -> Digest {
    let text = try arguments.canonicalRequest { kind, word in
      try directory.canonical(kind, word, in: arguments.path.entryPlace)
    }
    return SHA256.digest(of: text.utf8)
  }

  /// Twelve characters that are read out easily; no two commands ever get the same.
  func newReceipt() -> ReceiptKey {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    let text = files.randomBytes(12).map { alphabet[Int($0) % alphabet.count] }
    return ReceiptKey("r" + String(text)) ?? .placeholder
  }
}

extension Change {
  /// The books whose next content differs from what lies in the folder.
  fileprivate func books(from snapshot: VillageSnapshot) -> BookChanges {
    var books = BookChanges()
    books.papers = papers
    // Such commands change no book, and to compare one would be to read the whole state.
    if snapshot.isByState { return books }
    let roster = roster.updated(from: ledger.roster)
    if roster != snapshot.roster { books.roster = roster }
    let shop = shop.updated(from: ledger.stock)
    if shop != snapshot.shop { books.shop = shop }
    let village = VillageBook(opened: ledger.opened, settings: ledger.latestSettings)
    if village != snapshot.village { books.village = village }
    return books
  }
}
