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
    let folder = try session.remains()
    if try session.planningStep({ () throws(SystemFailure) in try folder.isBackup() }) {
      throw session.report(.insideBackup(folder.path))
    }
    let backup = try arguments[.from].text.map { try session.backupSource($0) }
    guard arguments[.apply].isGiven, !arguments[.dryRun].isGiven else {
      let plan = try session.planningStep { () throws(SystemFailure) in
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
      ) { work in
        var kept: [String] = []
        var head = work.plan.end
        let outcome = try carryOut(in: folder, work.snapshot, receipt) { change in
          kept = try work.putAside()
          try change.draft.append(
            .repaired(
              .init(
                steps: work.plan.steps, records: change.ledger.sequence, kept: kept,
                givenUp: work.plan.givenUp, why: why)))
        } commit: { events, _, _ in
          head = try work.commit(events)
          return [head.last]
        }
        var sight = Sight(of: work.snapshot, in: folder, by: surroundings.witness)
        sight.note(
          adopts ? .adopted : .seen, seq: head.seq, last: head.last, on: outcome.today)
        var answer = try told(outcome) { _ in
          Answer(work.plan, in: folder, kept: kept)
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

  /// The village, even if it has lost the file that makes it one.
  fileprivate func remains() throws -> VillageFolder {
    let named = arguments[.folder].text ?? surroundings.environment["XINYI_HOME"] ?? ""
    do {
      return try folder()
    } catch {
      guard let folder = try? VillageFolder.openRemains(named.isEmpty ? "." : named, files: files)
      else { throw error }
      return folder
    }
  }

  fileprivate func planningStep<Result>(
    _ body: () throws(SystemFailure) -> Result
  ) throws -> Result {
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
