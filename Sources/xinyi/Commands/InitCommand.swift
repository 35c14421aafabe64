import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let initialise = Command(
    .initialise, .writes, summary: "建账：在一个空文件夹里建一个村的账本",
    examples: ["xinyi 建账 苏庄村 --名称 苏庄村 --镇 侯营镇 --县区 东昌府区 --经手人 clerk"],
    words: [Word(.folder, .path, .one, "放账本的文件夹")],
    options: [
      .required(.name, .text, "村名"), .required(.town, .text, "镇、街道"),
      .required(.county, .text, "县、区"), .optional(.code, .code, "12 位区划码"),
      .optional(.account, .choice(.accounts), "按人或按户记账，不写就是按人；以后不能改"),
      .flag(.practice, "演练账本：可以指定今日，纸上都写演练"),
    ]
  ) { session, arguments in
    let path = arguments[word: .folder].text ?? "."
    let village = Village(
      name: arguments[.name].text ?? "", town: arguments[.town].text ?? "",
      county: arguments[.county].text ?? "", code: arguments[.code].text)
    let request = SHA256.digest(of: arguments.canonicalRequest { _, word in word }.utf8)
    let receipt = arguments[.receipt].code(as: ReceiptKey.self)
    let founding = Founding(
      village: village, account: arguments[.account].choice(as: AccountHolder.self) ?? .person,
      isPractice: arguments[.practice].isGiven, at: try session.foundingMoment(),
      by: try session.operatorLabel(), origin: session.files.randomBytes(16),
      receipt: receipt ?? session.newReceipt(), request: request)
    let repeated = try session.isFounded(path, by: receipt, request)
    if !repeated && !arguments[.dryRun].isGiven { _ = try session.found(founding, in: path) }
    return try founding.answer(path, session, repeated: repeated)
  }
}

/// What a new village's first lines say.
struct Founding {
  let village: Village
  let account: AccountHolder
  let isPractice: Bool
  let at: Moment
  let by: Operator
  /// Sixteen random bytes.
  let origin: [UInt8]
  let receipt: ReceiptKey
  let request: Digest
  var otherOperators: [Operator] = []

  var settings: Settings {
    var settings = Settings.standard(operator: by)
    settings.operators += otherOperators
    return settings
  }

  /// The ledger's first lines.
  func lines() throws -> [RecordedEvent] {
    let month = at.day.month
    let catalog = try defaultCatalog()
    let digits = origin.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let events: [Event] = [
      .ledgerOpened(
        .init(
          village: village, account: account, practice: isPractice, origin: digits,
          firstMonth: month, operator: by)),
      .settingsSet(.init(from: month, settings: settings, why: nil)),
      .catalogAdopted(
        .init(
          version: 1, from: month.firstDay, sha256: SHA256.digest(of: defaultCatalogBytes),
          plus: catalog.plus, minus: catalog.minus)),
    ]
    return events.enumerated().map { index, event in
      RecordedEvent(
        sequence: index + 1, at: at, by: by, receipt: receipt,
        request: request, event: event)
    }
  }

  fileprivate func answer(
    _ path: String, _ session: Session, repeated: Bool
  ) throws -> Answer {
    let catalog = try defaultCatalog()
    let next = ["-C", path, "person", "add", "姓名", "--household", "户号", "--head"]
    let kind = isPractice ? "演练账本，" : ""
    var text = session.arguments[.dryRun].isGiven ? "【试算，没有写入】\n" : ""
    text += "已建账：\(safe(path))，\(village.name)，\(kind)从 \(at.day.month) 记起，经手人 \(by)。\n"
    text += "细则是默认的 \(catalog.plus) 项加分、\(catalog.minus) 项扣分，"
    text += "请换成本村表决通过的细则。\n"
    text += "下一步添加村民：\(commandText(next, session.language))\n"
    return Answer(
      json: [
        ("folder", .string(path)), ("plus", .int(catalog.plus)), ("minus", .int(catalog.minus)),
        ("receipt", .text(receipt)), ("repeated", .bool(repeated)),
        ("dryRun", .bool(session.arguments[.dryRun].isGiven)),
      ], text: text)
  }
}

extension Session {
  /// The moment a new village opens: the clock's, or the one stated for a practice village.
  fileprivate func foundingMoment() throws -> Moment {
    guard let stated = arguments[.today].today else { return files.now() }
    guard arguments[.practice].isGiven else { throw report(.todayNeedsPractice) }
    return Moment(day: stated.day, secondOfDay: stated.secondOfDay ?? 8 * 3600)
  }

  /// Whether this very command made the village before.
  fileprivate func isFounded(
    _ path: String, by receipt: ReceiptKey?, _ request: Digest
  ) throws -> Bool {
    guard let receipt, let folder = try? VillageFolder.open(path, files: files),
      let snapshot = try? folder.readVillage(), let use = snapshot.ledger.receipts[receipt]
    else { return false }
    guard use.request == request else { throw report(.folderInUse(path)) }
    return true
  }

  /// Makes the folder and the files of a new village.
  func found(_ founding: Founding, in path: String) throws -> VillageFolder {
    do {
      let folder: VillageFolder
      do throws(VillageFolderFault) {
        folder = try VillageFolder.create(path, files: files)
      } catch {
        if case .system(let cause) = error { throw Failure(cause, writing: true) }
        throw failure(error)
      }
      try folder.found(try founding.lines(), settings: founding.settings)
      return folder
    } catch let failure as LedgerWriteFailure {
      throw Failure(failure, receipt: .placeholder)
    } catch let failure as SystemFailure {
      throw Failure(failure, writing: true)
    }
  }
}
