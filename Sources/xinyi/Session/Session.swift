import XinyiFiles
import XinyiLedger
import XinyiText

/// What a command works in: the folder, today, who works, and the language that was typed.
///
/// Everything comes from outside through `Surroundings`, so that tests run commands in any.
struct Session {
  let surroundings: Surroundings
  let arguments: Arguments

  init(arguments: Arguments, surroundings: Surroundings) {
    self.arguments = arguments
    self.surroundings = surroundings
  }

  var language: Language { arguments.language }
  var files: FileSystem { surroundings.files }
}

/// What the program finds around it when it starts.
struct Surroundings: Sendable {
  var environment: [String: String]
  var loginName: String
  /// Columns of the screen; nil where the answer goes to none.
  var screen: Int?
  var files: FileSystem
  var console: Console

  var dialogue: Dialogue { Dialogue(console: console, columns: columns) }
  /// The width that answers are written for.
  var columns: Int { screen ?? 100 }
}

// MARK: - The folder, the day and the person

extension Session {
  /// `-C`, else `$XINYI_HOME`, else the nearest folder upwards that holds a village.
  func folder() throws -> VillageFolder {
    let named = arguments[.folder].text ?? surroundings.environment["XINYI_HOME"]
    do throws(VillageFolderFault) {
      guard let named, !named.isEmpty else {
        return try VillageFolder.find(from: ".", files: files)
      }
      return try VillageFolder.open(named, files: files)
    } catch {
      throw failure(error)
    }
  }

  func failure(_ fault: VillageFolderFault) -> any Error {
    switch fault {
    case .notFound(let path): report(WordFault.noVillageHere(path))
    case .notAVillage(let path): report(WordFault.notAVillage(path))
    case .notEmpty(let path): report(WordFault.folderInUse(path))
    case .system(let failure):
      failure.reason == .missing
        ? report(WordFault.notAVillage(arguments[.folder].text ?? failure.name))
        : Failure(failure, writing: false)
    }
  }

  /// Who works: `--by`, else `$XINYI_OPERATOR`, else the login name.
  func operatorLabel() throws -> Operator {
    let label =
      arguments[.by].text ?? surroundings.environment["XINYI_OPERATOR"]
      ?? surroundings.loginName
    guard let known = Operator(label) else { throw report(WordFault.badOperator(label)) }
    return known
  }

  /// Today of a village: the clock's day, or in a practice village the one stated (S1.5).
  func today(practice: Bool) throws -> Day {
    guard let stated = arguments[.today].today else { return files.now().day }
    guard practice else { throw report(WordFault.todayIsTheClocks) }
    return stated.day
  }

  /// The moment for new lines, which never lies before the last one.
  func moment(after last: Moment, practice: Bool) throws -> Moment {
    if practice, let stated = arguments[.today].today {
      let moment = Moment(day: stated.day, secondOfDay: stated.secondOfDay ?? 8 * 3600)
      return max(last, moment)
    }
    let now = files.now()
    if last.seconds - now.seconds >= 86_400 { throw Refusal.clockBehind(now, last: last) }
    return max(last, now)
  }
}

// MARK: - Reading

/// A village opened for looking at.
struct VillageView {
  let folder: VillageFolder
  let snapshot: VillageSnapshot
  let directory: Directory
  let sight: Sight
  /// What standard error says in any case.
  let warnings: [String]

  var ledger: Ledger { directory.ledger }
  var naming: Naming { directory.naming }
  var today: Day { directory.today }
  var settings: Settings { ledger.settings(on: today) }

  /// The answer, with exit status 3 or 4 where the ledger could not be read to its end.
  func finish(_ answer: Answer) -> Answer {
    var answer = answer
    answer.warnings = warnings + answer.warnings
    if let damage = snapshot.damages.first {
      answer.status = damage.isRollback ? .rolledBack : .badData
    }
    return answer
  }
}

extension Session {
  /// Runs a reading command. A damaged ledger is shown up to the damage, with a warning; whatever
  /// leaves the village (`strict`) refuses instead.
  ///
  /// - Parameter byState: trusts the saved state of the village, where there is one (S10).
  func read(
    strict: Bool = false, byState: Bool = false, _ body: (VillageView) throws -> Answer
  ) throws -> Answer {
    let folder = try folder()
    return try reading(folder, byState: byState) { snapshot, sight in
      let view = try view(of: folder, snapshot, sight)
      if strict, let damage = view.snapshot.damages.first { throw Failure(damage) }
      return view.finish(try reporting(view.naming) { try body(view) })
    }
  }

  /// Does something with the village as its saved state shows it, and once more with the village
  /// itself where that state was found wanting on the way: nothing that came of it is believed.
  func reading(
    _ folder: VillageFolder, byState: Bool,
    _ body: (VillageSnapshot, Sight) throws -> Answer
  ) throws -> Answer {
    if byState, let snapshot = (try? folder.readVillageByState()) ?? nil {
      var sight = Sight(of: snapshot, in: folder, by: surroundings.witness)
      if sight.fits(snapshot) {
        try note(snapshot, in: &sight)
        do {
          let answer = try body(snapshot, sight)
          if snapshot.isSound { return answer }
        } catch let failure where snapshot.isSound && !(failure is StateFault) {
          throw failure
        } catch {}
      }
    }
    let (snapshot, sight) = try openVillage(folder)
    if byState { saveState(of: snapshot, in: folder) }
    return try body(snapshot, sight)
  }

  /// Saves what a large village adds up to; a small one is read in no time. A dry run writes
  /// nothing, and nobody writes into a backup or where a ledger cannot be kept safely.
  func saveState(of snapshot: VillageSnapshot, in folder: VillageFolder) {
    if mayKeepState(of: snapshot, in: folder) { folder.saveState(of: snapshot) }
  }

  func mayKeepState(of snapshot: VillageSnapshot, in folder: VillageFolder) -> Bool {
    snapshot.lines.count > VillageFolder.linesWithoutState && !arguments[.dryRun].isGiven
      && (try? folder.isBackup()) == false && folder.place().hazards.isEmpty
  }

  /// The village as it is now, for a conversation about it.
  func look() throws -> VillageView {
    let folder = try folder()
    let (snapshot, sight) = try openVillage(folder)
    let view = try view(of: folder, snapshot, sight)
    if let damage = view.snapshot.damages.first { throw Failure(damage) }
    return view
  }

  /// Reads a village and holds it against what this workstation has seen of it before. What is
  /// new and sound is noted.
  func openVillage(_ folder: VillageFolder) throws -> (snapshot: VillageSnapshot, sight: Sight) {
    let read = try opened { () throws(VillageFault) in try folder.readVillage() }
    var sight = Sight(of: read, in: folder, by: surroundings.witness)
    let snapshot = read.compared(with: sight.sighting)
    try note(snapshot, in: &sight)
    return (snapshot, sight)
  }

  /// Notes what this workstation sees for the first time of a sound ledger.
  private func note(_ snapshot: VillageSnapshot, in sight: inout Sight) throws {
    guard snapshot.damages.isEmpty, snapshot.lines.count > sight.sighting?.seq ?? 0 else { return }
    let day = try today(practice: snapshot.ledger.opened.practice)
    sight.note(.seen, seq: snapshot.lines.count, last: snapshot.lines.lastHash, on: day)
  }

  func view(
    of folder: VillageFolder, _ snapshot: VillageSnapshot, _ sight: Sight
  ) throws -> VillageView {
    let directory = Directory(
      ledger: snapshot.ledger, roster: snapshot.roster, shop: snapshot.shop,
      today: try today(practice: snapshot.ledger.opened.practice), language: language,
      width: surroundings.columns)
    let warnings = snapshot.damages.prefix(1).map { damage in
      "警告：账本从这里起不可信，以下只算到它前面。\(damage.report.message)"
    }
    return VillageView(
      folder: folder, snapshot: snapshot, directory: directory, sight: sight,
      warnings: warnings + sight.warnings)
  }

  /// Turns what the files say into errors that can be told.
  func opened<Result>(_ body: () throws(VillageFault) -> Result) throws -> Result {
    do throws(VillageFault) { return try body() } catch { throw Failure(error) }
  }

  /// Gives refusals and unknown words the names and the language of this village.
  func reporting<Result>(_ naming: Naming, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let fault as PeopleListFault {
      throw PeopleListReport(
        reports: fault.problems.compactMap {
          (told($0.reason, naming) as? any ReportableError)?.report
        }, next: "请看：\(commandText(["person", "list"], language))")
    } catch {
      throw told(error, naming)
    }
  }

  /// An error of the ledger or of a word, ready to be told; any other as it is.
  func told(_ error: any Error, _ naming: Naming) -> any Error {
    switch error {
    case let refusal as Refusal:
      RefusalReport(refusal: refusal, naming: naming, language: language)
    case let fault as WordFault: report(fault)
    case let fault as RecordValueFault: report(.value(fault))
    default: error
    }
  }

  func report(_ fault: WordFault) -> WordFaultReport {
    WordFaultReport(fault: fault, language: language)
  }
}
