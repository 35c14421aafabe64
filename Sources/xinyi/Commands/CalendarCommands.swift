import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let calendar = Command(
    .calendar, .reads, summary: "日程：哪天截止、开会、公示、上报，哪天放假",
    examples: ["xinyi 日程", "xinyi 日程 --年份 2027"],
    options: [.optional(.year, .year, "看哪一年；不写就是今天起的三个月")]
  ) { session, arguments in
    try session.read { view in
      let book = try session.opened { () throws(VillageFault) in
        try view.folder.readCalendar()
      }
      return view.directory.answer(
        for: arguments[.year].year.map(\.days) ?? view.today.threeMonths, book)
    }
  }

  static let calendarImport = Command(
    .calendarImport, .writes, summary: "放入节假日：每年国务院通知出来以后做一次",
    examples: ["xinyi 日程 导入 2027.json"],
    words: [Word(.file, .path, .one, "JSON 文件，写法与公开的 holiday-cn 相同")]
  ) { session, arguments in
    let path = arguments[word: .file].text ?? ""
    let bytes = try session.bytes(of: path)
    let newer: CalendarBook
    do throws(FileFaults) {
      newer = try readCalendarBook(bytes, file: path.lastComponent)
    } catch {
      throw Failure(error)
    }
    return try session.keep(newer)
  }
}

extension Year {
  fileprivate var days: ClosedRange<Day> {
    let january = Month(year: number, month: 1) ?? .placeholder
    let december = Month(year: number, month: 12) ?? january
    return january.firstDay...december.lastDay
  }
}

extension Day {
  fileprivate var threeMonths: ClosedRange<Day> { self...month.next.next.lastDay }
}

// MARK: - Keeping a calendar

extension Session {
  /// Writes the calendar beside the ledger; no line is recorded, since every term stands in the
  /// ledger with its days.
  fileprivate func keep(_ newer: CalendarBook) throws -> Answer {
    let folder = try folder()
    if (try? folder.isBackup()) == true { throw report(.insideBackup(folder.path)) }
    let (snapshot, _) = try openVillage(folder)
    if let damage = snapshot.damages.first { throw Failure(damage) }
    try requireKnownOperator(in: snapshot.ledger)
    let old = try opened { () throws(VillageFault) in try folder.readCalendar() }
    let book = old.updated(from: newer)
    let isChange = book.days != old.days
    if isChange && !arguments[.dryRun].isGiven {
      do {
        let page = try JSONWriter.page(book)
        try folder.withWriter { writer in
          try folder.replace(.calendar, with: page, holding: writer)
        }
      } catch let failure as LedgerWriteFailure {
        throw Failure(failure, receipt: newReceipt())
      } catch let failure as SystemFailure {
        throw Failure(failure, writing: true)
      }
    }
    return answer(newer, old, book, isChange: isChange)
  }

  private func requireKnownOperator(in ledger: Ledger) throws {
    let label = try operatorLabel()
    let known = ledger.latestSettings.operators
    guard known.contains(label) else {
      throw report(.unknownOperator(label.text, known: known))
    }
  }

  private func answer(
    _ newer: CalendarBook, _ old: CalendarBook, _ book: CalendarBook, isChange: Bool
  ) -> Answer {
    let years = book.years.map(\.description).joined(separator: "、")
    let earlier = old.years.map(\.description).joined(separator: "、")
    var text = arguments[.dryRun].isGiven ? "【试算，没有写入】\n" : ""
    text +=
      isChange
      ? "节假日已放入：原有 \(earlier.isEmpty ? "无" : earlier)，现有 \(years.isEmpty ? "无全年的" : years) 年，"
        + "共 \(book.days.count) 天。已经张榜的公示和已经登记的异议，期限不变。\n"
        + "放错了的，再导入正确的文件，同一年的以后一份为准。\n"
      : "与现有的节假日相同，没有改动。\n"
    text += "看日程：\(commandText(["calendar"], language))\n"
    var answer = Answer(
      rows: newer.days.map(\.row), text: text,
      with: [
        ("years", .array(book.years.map { .int($0.number) })), ("days", .int(book.days.count)),
        ("changed", .bool(isChange)), ("dryRun", .bool(arguments[.dryRun].isGiven)),
      ])
    answer.recordsNothing = true
    return answer
  }
}

extension CalendarBook.ListedDay {
  fileprivate var row: Row {
    [("on", .text(date)), ("name", .string(name)), ("isOffDay", .bool(isOffDay))]
  }
}

// MARK: - The dates

extension Directory {
  fileprivate func answer(for days: ClosedRange<Day>, _ book: CalendarBook) -> Answer {
    let dates = ledger.dates(in: days, book)
    var answer = Answer(
      rows: dates.map { date in
        [
          ("on", .text(date.on)), ("what", .text(date.what)), ("month", .optional(date.month)),
          ("until", .optional(date.holiday?.until)), ("text", .string(date.sentence)),
        ]
      },
      text: answerTable(
        columns: [
          AnswerColumn("日期", .code), AnswerColumn("星期", .code), AnswerColumn("账期", .code),
          AnswerColumn("事项", .text),
        ],
        rows: dates.map {
          [
            $0.on.description, $0.on.weekdayName, $0.month?.description ?? "", $0.sentence,
          ]
        }, width: width),
      with: [
        ("from", .text(days.lowerBound)), ("to", .text(days.upperBound)),
        ("years", .array(book.years.map { .int($0.number) })),
      ])
    if let year = WorkingCalendar(book.days).firstUnknownYear(in: days) {
      answer.warnings.append(unknownHolidays(of: year, self))
    }
    return answer
  }
}

extension VillageDate {
  fileprivate var sentence: String {
    switch what {
    case .cutOff: "截止收单，台账和佐证交齐"
    case .meeting: "议事会开会评审\(month?.monthOfYear == 12 ? "（年后开，好把全年记齐）" : "（25 至 26 日）")"
    case .posting: "张榜公示（会后第二天）"
    case .noticeEnds: "公示最后一天"
    case .confirm: "公示期满，可以确认生效"
    case .package: "最迟这天把上报包交镇"
    case .town: "最迟这天镇里复核完"
    case .yearEnds: "年末，定当年评级分"
    case .carryEnds: "上年可兑换积分的最后一天"
    case .holiday: "\(holiday?.name ?? "")放假" + (lasts ? "，到 \(holiday?.until.inTable ?? "")" : "")
    case .workingWeekend: "\(holiday?.name ?? "")调休，上班"
    }
  }

  private var lasts: Bool { holiday.map { $0.until > on } ?? false }
}
