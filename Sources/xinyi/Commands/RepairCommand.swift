import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let repair = Command(
    .repair, .writes, summary: "修账本：说明坏在哪里、打算怎么修；加 --执行 才动手，并记进账本",
    examples: ["xinyi 修账本", "xinyi 修账本 --来源 /media/usb --执行"],
    options: [
      .flag(.apply, "照打算的动手；不写就只看"), .optional(.from, .path, "缺的行和文件从这份备份补回"),
      .flag(.adoptHead, "以现有的完好行为准，放弃后面的；先对过纸再用"), .optional(.why, .text, "为什么修"),
    ]
  ) { session, arguments in
    let folder = try session.folder()
    let backup = try arguments[.from].text.map { try session.backupSource($0) }
    guard arguments[.apply].isGiven, !arguments[.dryRun].isGiven else {
      let plan = try session.planning { () throws(SystemFailure) in
        try folder.repairPlan(
          from: backup, adoptingEnd: arguments[.adoptHead].isGiven,
          witness: session.surroundings.witness)
      }
      if let obstacle = plan.obstacle {
        throw Failure(obstacle, plan, in: folder, session.language)
      }
      return session.answer(plan, in: folder)
    }
    do {
      return try session.mend(folder, from: backup)
    } catch let refused as RepairRefused {
      if let obstacle = refused.plan.obstacle {
        throw Failure(obstacle, refused.plan, in: folder, session.language)
      }
      return session.answer(refused.plan, in: folder)
    }
  }
}

extension Session {
  /// Mends the files and records that it was done, under one lock.
  fileprivate func mend(_ folder: VillageFolder, from backup: VillageFolder?) throws -> Answer {
    let receipt = arguments[.receipt].code(as: ReceiptKey.self) ?? newReceipt()
    let adopts = arguments[.adoptHead].isGiven
    let why = arguments[.why].text
    do {
      return try folder.repair(
        from: backup, adoptingEnd: adopts, witness: surroundings.witness
      ) { writer, done in
        let snapshot = try opened { () throws(VillageFault) in
          try folder.snapshot(of: writer.scan)
        }
        if let damage = snapshot.damages.first { throw Failure(damage) }
        try folder.settleStagedBooks(of: snapshot, holding: writer)
        let outcome = try carryOut(in: folder, snapshot, receipt) { change in
          try change.draft.append(
            done.event(records: change.ledger.sequence, why: why))
        } commit: { events, books, _ in
          try folder.commit(events, books, holding: &writer).hashes
        }
        var sight = Sight(of: snapshot, in: folder, by: surroundings.witness)
        sight.note(
          adopts ? .adopted : .seen, seq: writer.head.seq, last: writer.head.last,
          on: outcome.today)
        var answer = try told(outcome) { _ in
          Answer(done.plan, in: folder, kept: done.kept)
        }
        answer.warnings += sight.warnings
        return answer
      }
    } catch let failure as LedgerWriteFailure {
      throw Failure(failure, receipt: receipt)
    } catch let failure as SystemFailure {
      throw Failure(failure, writing: true)
    }
  }

  /// What would be done, with the status of what is wrong.
  fileprivate func answer(_ plan: RepairPlan, in folder: VillageFolder) -> Answer {
    var answer = Answer(plan, in: folder, kept: nil)
    answer.recordsNothing = true
    guard !plan.steps.isEmpty else { return answer }
    let next = ["repair"] + arguments.repairWords + ["--apply"]
    answer.text += "照这样修：\(commandText(next, language))\n"
    answer.status = plan.isHarmless ? .done : plan.isRollback ? .rolledBack : .badData
    return answer
  }

  fileprivate func planning(
    _ body: () throws(SystemFailure) -> RepairPlan
  ) throws -> RepairPlan {
    do throws(SystemFailure) {
      return try body()
    } catch {
      throw Failure(error, writing: false)
    }
  }
}

extension Arguments {
  /// The words that a plan was asked for with, for the command that carries it out.
  fileprivate var repairWords: [String] {
    let backup = self[.from].text.map { ["--from", $0] } ?? []
    return backup + (self[.adoptHead].isGiven ? ["--adopt-head"] : [])
  }
}
