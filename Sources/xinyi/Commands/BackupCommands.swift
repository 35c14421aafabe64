import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let backup = Command(
    .backup, .writes, summary: "备份：把整本账抄到优盘，写完读回来逐字核对", examples: ["xinyi 备份 /media/usb"],
    words: [Word(.destination, .path, .one, "存放备份的文件夹，最好在优盘上")]
  ) { session, arguments in
    let path = arguments[word: .destination].text ?? ""
    let place = BackupPlace(path, files: session.files)
    let folder = try session.folder()
    let isInside = try session.placing { () throws(SystemFailure) in
      try place.isInside(folder)
    }
    if isInside { throw session.report(.backupInside(path)) }
    try session.placing { () throws(SystemFailure) in try place.check() }
    do {
      // Read while nobody writes; the stick may be slow, and the counter need not wait for it.
      let backup = try folder.withoutWriters { scan in
        try session.backup(of: folder, as: scan)
      }
      return try session.keep(backup, in: place)
    } catch let failure as LedgerWriteFailure {
      throw Failure(failure, receipt: session.newReceipt())
    }
  }

  static let restore = Command(
    .restore, .writes, summary: "还原：从备份做出一个新的账本文件夹，原来的不动",
    examples: ["xinyi 还原 /media/usb 苏庄村 --行号 318"],
    words: [
      Word(.backup, .path, .one, "备份的文件夹，或存放备份的文件夹（取行数最多的一份）"),
      Word(.folder, .path, .one, "新的账本文件夹"),
    ],
    options: [.required(.line, .count, "公示、小票等纸上写的最大账本行号；备份要有这么多行")]
  ) { session, arguments in
    let source = try session.backupSource(arguments[word: .backup].text ?? "")
    let scan = try session.copying { try source.readLedger() }
    let snapshot = try session.opened { () throws(VillageFault) in try source.snapshot(of: scan) }
    if let damage = snapshot.damages.first { throw Failure(damage, ofBackup: source.path) }
    let line = arguments[.line].number ?? 0
    guard snapshot.lines.count >= line else {
      throw Failure(tooOld: snapshot.lines.count, paper: line)
    }
    return try session.restore(
      snapshot, scan, from: source, to: arguments[word: .folder].text ?? "")
  }
}

// MARK: - Backup

/// A village as it was read to be backed up.
private struct Backup {
  let copy: VillageCopy
  let snapshot: VillageSnapshot
  let day: Day
  var sight: Sight
  let warnings: [String]
}

extension Session {
  fileprivate func backup(of folder: VillageFolder, as scan: LedgerScan) throws -> Backup {
    let read = try opened { () throws(VillageFault) in try folder.snapshot(of: scan) }
    let sight = Sight(of: read, in: folder, by: surroundings.witness)
    let snapshot = read.compared(with: sight.sighting)
    if let damage = snapshot.damages.first { throw Failure(damage) }
    guard let head = scan.head else {
      throw Failure(.ledger(LedgerDamage(line: nil, kind: .headMissing)))
    }
    let day = try today(practice: snapshot.ledger.opened.practice)
    let copy = try copying { try folder.copy(of: scan, head: head, snapshot) }
    return Backup(
      copy: copy.marked(
        BackupMark(
          village: snapshot.ledger.opened.village.name, on: day, records: snapshot.lines.count)),
      snapshot: snapshot, day: day, sight: sight,
      warnings: try bookWarnings(folder, snapshot))
  }

  fileprivate func keep(_ backup: Backup, in place: BackupPlace) throws -> Answer {
    let (snapshot, copy) = (backup.snapshot, backup.copy)
    var sight = backup.sight
    let isDryRun = arguments[.dryRun].isGiven
    var name: String?
    if !isDryRun {
      let village = snapshot.nameInFiles
      let free = try copying {
        try place.keep(
          copy, of: village, as: "\(village)-\(backup.day)-\(snapshot.lines.count)行")
      }
      name = free
      sight.note(
        .backedUp, seq: snapshot.lines.count, last: snapshot.lines.lastHash, on: backup.day)
    }
    var answer = copyAnswer(copy, snapshot, folder: name.map { "\(place.path)/\($0)" })
    answer.text =
      (name.map { "已备份到 \(safe(place.path))/\(safe($0))\n" } ?? "【试算，没有写入】\n")
      + "账本 \(snapshot.lines.count) 行，\(copy.parts.count) 个文件"
      + (isDryRun ? "。\n" : "，都读回来核对过，一字不差。\n")
      + "末行校验值 \(snapshot.lines.lastHash)\n"
    answer.warnings += sight.warnings + backup.warnings
    return answer
  }

  /// What is copied as it is although it does not agree with the ledger.
  private func bookWarnings(
    _ folder: VillageFolder, _ snapshot: VillageSnapshot
  ) throws -> [String] {
    let papers = try folder.noticeFindings(snapshot)
    guard !snapshot.differences.isEmpty || !papers.isEmpty else { return [] }
    return ["注意：有的文件与账本不同，照原样抄了；请看 \(commandText(["verify"], language))"]
  }

  private func copyAnswer(
    _ copy: VillageCopy, _ snapshot: VillageSnapshot, folder: String?
  ) -> Answer {
    let rows = copy.parts.map { part in
      [("file", JSON.string(part.path)), ("bytes", JSON.int(part.size))]
    }
    return Answer(
      rows: rows, text: "",
      with: [
        ("folder", folder.map { .string($0) } ?? .null), ("records", .int(snapshot.lines.count)),
        ("head", .text(snapshot.lines.lastHash)), ("dryRun", .bool(arguments[.dryRun].isGiven)),
      ])
  }

  /// Runs what makes a copy, and tells why there is none.
  fileprivate func copying<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let fault as VillageCopyFault {
      throw Failure(fault)
    } catch let fault as VillageFolderFault {
      if case .system(let cause) = fault { throw Failure(cause, writing: true) }
      throw failure(fault)
    } catch let cause as SystemFailure {
      throw Failure(cause, writing: true)
    }
  }

  /// Runs what looks at the place, and tells why it cannot be used.
  fileprivate func placing<Result>(_ body: () throws(SystemFailure) -> Result) throws -> Result {
    do throws(SystemFailure) {
      return try body()
    } catch {
      throw Failure(error, writing: true)
    }
  }
}

extension VillageSnapshot {
  /// The village's name in letters and digits that every file system takes.
  fileprivate var nameInFiles: String {
    let name = ledger.opened.village.name.unicodeScalars.filter {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
    return String(String.UnicodeScalarView(name.prefix(40)))
  }
}

// MARK: - Restoring

extension Session {
  /// The one village that the words name a backup of.
  func backupSource(_ path: String) throws -> VillageFolder {
    let found: [VillageFolder]
    do throws(VillageFolderFault) {
      found = try BackupPlace(path, files: files).latest()
    } catch {
      if case .system(let cause) = error, cause.reason == .missing {
        throw report(.noBackup(path))
      }
      throw failure(error)
    }
    guard let first = found.first else { throw report(.noBackup(path)) }
    guard found.count == 1 else { throw report(.severalBackups(path, found.map(\.path))) }
    return first
  }

  fileprivate func restore(
    _ snapshot: VillageSnapshot, _ scan: LedgerScan, from source: VillageFolder, to path: String
  ) throws -> Answer {
    try checkNew(path)
    guard let head = scan.head else {
      throw Failure(.ledger(LedgerDamage(line: nil, kind: .headMissing)))
    }
    let copy = try copying { try source.copy(of: scan, head: head, snapshot) }
    let isDryRun = arguments[.dryRun].isGiven
    var warnings: [String] = []
    if !isDryRun {
      try copying { try VillageFolder.create(path, from: copy, files: files) }
      let folder = try copying { try VillageFolder.open(path, files: files) }
      let (restored, sight) = try openVillage(folder)
      warnings = sight.warnings + (try bookWarnings(folder, snapshot))
      if let damage = restored.damages.first {
        let next = commandText(["-C", path, "repair", "--adopt-head"], language)
        warnings.append("警告：\(damage.report.message)。对过纸，确认没有更新的备份，再 \(next)")
      }
    }
    var answer = copyAnswer(copy, snapshot, folder: isDryRun ? nil : path)
    let check = ["-C", path, "verify", "--fingerprint", "公示上的校验码"]
    answer.text =
      (isDryRun ? "【试算，没有写入】可以还原" : "已还原")
      + "：\(safe(source.path)) → \(safe(path))，账本 \(head.seq) 行，一字不差。\n"
      + "请对一对公示栏上的纸：\(commandText(check, language))\n"
    answer.warnings = warnings
    return answer
  }
}

extension Failure {
  /// A backup that is damaged itself.
  fileprivate init(_ damage: VillageSnapshot.Damage, ofBackup path: String) {
    let report = damage.report
    self.init(
      status: damage.isRollback ? .rolledBack : .badData,
      report: ErrorReport(
        code: report.code, message: "备份“\(safe(path))”坏了：\(report.message)",
        hint: "换一份备份，写明它的文件夹再还原", place: report.place))
  }

  /// A backup that ends before a paper that was handed out.
  fileprivate init(tooOld lines: Int, paper: Int) {
    self.init(
      status: .rolledBack,
      report: ErrorReport(
        code: "V131",
        message: "未还原：纸上写到账本第 \(paper) 行，备份只有 \(lines) 行，差 \(paper - lines) 行",
        hint: "找更新的备份；实在没有，行号写 \(lines)，差的几行要照纸补记"))
  }

  fileprivate init(_ fault: VillageCopyFault) {
    switch fault {
    case .differs(let path):
      self.init(
        status: .notWritten,
        report: ErrorReport(
          code: "W603", message: "没有抄成：\(safe(path)) 写下去的和读回来的不一样", hint: "换一个优盘再试",
          place: .init(file: path)))
    case .system(let cause): self.init(cause, writing: true)
    }
  }
}
