import XinyiFiles
import XinyiLedger

extension Command {
  static let doctor = Command(
    .doctor, .reads, summary: "自检：终端、文件夹、时钟、备份、磁盘，每样说好不好、怎么办；什么也不写",
    examples: ["xinyi 自检"]
  ) { session, _ in
    Answer(checks: try session.checks(), width: session.surroundings.columns)
  }
}

extension Session {
  /// What was found, in the order of the subjects. Nothing is written, not even what this
  /// workstation has seen: whoever looks for a fault must not change what it shows.
  fileprivate func checks() throws -> [DoctorCheck] {
    let machine = [
      .program, DoctorCheck.encoding(surroundings.environment),
      DoctorCheck.width(columns: surroundings.screen),
    ]
    let found = machine + (try village())
    return DoctorCheck.Subject.allCases.flatMap { subject in
      found.filter { $0.subject == subject }
    }
  }

  private func village() throws -> [DoctorCheck] {
    let folder: VillageFolder
    do {
      folder = try self.folder()
    } catch let report as WordFaultReport {
      // A folder that was named and is no village is a mistake of the line.
      if arguments[.folder].isGiven { throw report }
      return [
        DoctorCheck(
          .village, .caution, "这里没有账本，只看了这台电脑",
          hint: "进了账本的文件夹再看，或写 -C 文件夹"),
        .clock(surroundings.files.now()),
      ]
    }
    return checks(of: folder)
  }

  private func checks(of folder: VillageFolder) -> [DoctorCheck] {
    var found: [DoctorCheck] = []
    var tail = 0
    do throws(VillageFault) {
      let snapshot = try folder.readVillage()
      tail = snapshot.tail
      found = checks(of: snapshot, in: folder)
    } catch {
      found = [.clock(surroundings.files.now()), .village(error, repair: line("repair"))]
    }
    return found + checks(of: folder, tail: tail)
  }

  private func checks(of folder: VillageFolder, tail: Int) -> [DoctorCheck] {
    let place = folder.place()
    let isAllowed = surroundings.environment["XINYI_ANY_FOLDER"] == "1"
    let surrounding: [DoctorCheck] = [
      .place(place, isAllowed: isAllowed), .copies(place, verify: line("verify")),
    ]
    do throws(SystemFailure) {
      let health = try folder.health()
      let damage = try folder.lockDamage().map { VillageSnapshot.Damage.ledger($0) }
      return surrounding + [
        .access(health, path: folder.path), .owner(health, path: folder.path),
        .lock(health, damage: damage, repair: line("repair")),
        .leftovers(health, tail: tail, verify: line("verify")), .space(health.freeBytes),
      ]
    } catch {
      return surrounding + [
        DoctorCheck(.access, .trouble, "看不了文件夹：\(error.sentence)", hint: error.remedy)
      ]
    }
  }

  private func checks(of snapshot: VillageSnapshot, in folder: VillageFolder) -> [DoctorCheck] {
    let sight = Sight(of: snapshot, in: folder, by: surroundings.witness)
    let snapshot = snapshot.compared(with: sight.sighting)
    let practice = snapshot.ledger.opened.practice
    let stated = practice ? arguments[.today].today : nil
    let now = stated.map { Moment(day: $0.day, secondOfDay: $0.secondOfDay ?? 8 * 3600) }
    let moment = now ?? surroundings.files.now()
    let last = snapshot.events.last?.at
    return [
      .village(snapshot, repair: line("repair")), .books(snapshot, verify: line("verify")),
      last.map { .clock(moment, last: $0) } ?? .clock(moment),
      .witness(sight, hasPlace: surroundings.witness != nil),
      .backup(
        isOne: (try? folder.isBackup()) ?? false,
        sight: sight, waited: sight.daysWithoutBackup(snapshot, today: moment.day),
        command: line("backup", "优盘文件夹")),
    ]
  }

  private func line(_ english: String...) -> String { commandText(english, language) }
}
