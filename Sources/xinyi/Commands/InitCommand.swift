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
    if let earlier = try session.opening(of: path, by: receipt, request) {
      return try session.foundingAnswer(path, earlier, founding.receipt, repeated: true)
    }
    if arguments[.dryRun].isGiven {
      try session.checkNew(path)
    } else {
      _ = try session.found(founding, in: path)
    }
    return try session.foundingAnswer(
      path, founding.opened, founding.receipt, repeated: false)
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
    let events: [Event] = [
      .ledgerOpened(opened),
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

  /// What the first line says of the village.
  var opened: Event.LedgerOpened {
    .init(
      village: village, account: account, practice: isPractice, origin: hexadecimal(origin),
      firstMonth: at.day.month, operator: by)
  }
}

extension Session {
  /// The moment a new village opens: the clock's, or the one stated for a practice village.
  fileprivate func foundingMoment() throws -> Moment {
    guard let stated = arguments[.today].today else { return files.now() }
    guard arguments[.practice].isGiven else { throw report(.todayNeedsPractice) }
    return Moment(day: stated.day, secondOfDay: stated.secondOfDay ?? 8 * 3600)
  }

  fileprivate func foundingAnswer(
    _ path: String, _ opened: Event.LedgerOpened, _ receipt: ReceiptKey, repeated: Bool
  ) throws -> Answer {
    let catalog = try defaultCatalog()
    let next = ["person", "add", "姓名", "--household", "户号", "--head", "-C", path]
    let isDryRun = arguments[.dryRun].isGiven
    var text = isDryRun ? "【试算，没有写入】\n" : ""
    text += repeated ? "【这个单号已经办过，以下是当时的答复】\n" : ""
    text += "\(isDryRun ? "将建账" : "已建账")：\(safe(path))，\(opened.village.name)，"
    text += "\(opened.practice ? "演练账本，" : "")从 \(opened.firstMonth) 记起，"
    text += "经手人 \(opened.operator)。\n"
    text += "细则是默认的 \(catalog.plus) 项加分、\(catalog.minus) 项扣分，"
    text += "请换成本村表决通过的细则。\n"
    text += "下一步添加村民：\(commandText(next, language))\n"
    return Answer(
      json: [
        ("folder", .string(path)), ("plus", .int(catalog.plus)), ("minus", .int(catalog.minus)),
        ("receipt", .text(receipt)), ("repeated", .bool(repeated)), ("dryRun", .bool(isDryRun)),
      ], text: text)
  }

  /// The first line of a village that this very command made before; nil when it is to be made.
  fileprivate func opening(
    of path: String, by receipt: ReceiptKey?, _ request: Digest
  ) throws -> Event.LedgerOpened? {
    guard let receipt, let ledger = try villageIfAny(path)?.ledger,
      let use = ledger.receipts[receipt]
    else { return nil }
    guard use.request == request else {
      throw RefusalReport(
        refusal: .receiptUsed(receipt),
        naming: Naming(roster: RosterBook(people: []), shop: ShopList(goods: [])),
        language: language)
    }
    // Whoever made it may have been stopped just before it was all on the disk.
    do {
      try VillageFolder.open(path, files: files).withWriter { try $0.ensureDurable() }
    } catch let failure as LedgerWriteFailure {
      throw Failure(failure, receipt: receipt)
    }
    return ledger.opened
  }

  /// The village that lies in a folder; nil where there is none yet.
  func villageIfAny(_ path: String) throws -> VillageSnapshot? {
    let folder: VillageFolder
    do throws(VillageFolderFault) {
      folder = try VillageFolder.open(path, files: files)
    } catch {
      switch error {
      case .notAVillage, .notFound: return nil
      case .system(let cause) where cause.reason == .missing: return nil
      case .system, .notEmpty: throw failure(error)
      }
    }
    return try opened { () throws(VillageFault) in try folder.readVillage() }
  }

  /// Refuses a folder that a new village cannot be made in, and makes nothing.
  func checkNew(_ path: String) throws {
    do throws(VillageFolderFault) {
      try VillageFolder.checkNew(path, files: files)
    } catch {
      if case .system(let cause) = error { throw Failure(cause, writing: true) }
      throw failure(error)
    }
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
      throw Failure(failure, receipt: founding.receipt)
    } catch let failure as SystemFailure {
      throw Failure(failure, writing: true)
    }
  }
}
