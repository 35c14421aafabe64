import XinyiFiles
import XinyiLedger
import XinyiText

/// Flat rows of `--json` and tables of the screen, made from the same facts.
typealias Row = [(String, JSON)]

extension Directory {
  /// An entry as `record`, `entry list` and the review show it.
  func row(of entry: Entry) -> Row {
    let assessment = ledger.assessment(of: entry)
    let recorded = entry.recorded
    return [
      ("entry", .text(entry.number)), ("batch", .text(recorded.batch)),
      ("person", .text(recorded.person)), ("name", .string(naming.name(of: recorded.person))),
      ("household", .text(recorded.household)), ("rule", .text(recorded.rule)),
      ("title", .string(recorded.title)), ("on", .text(recorded.on)),
      ("month", .text(entry.month)), ("quantity", .optional(recorded.quantity)),
      ("level", .optional(recorded.level)), ("deed", .optional(recorded.deed)),
      ("asked", .tenths(recorded.asked)), ("points", .tenths(assessment.points)),
      ("state", .text(entry.state)),
      ("flags", .array(ledger.flags(of: entry).map { .text($0) })),
      ("reverses", .optional(recorded.reverses)), ("adjusts", .optional(recorded.adjusts)),
      ("corrects", .optional(recorded.corrects)), ("redresses", .optional(recorded.redresses)),
      ("follows", .optional(ledger.leader(of: entry)?.number)),
      ("reversedBy", .optional(ledger.reversal(of: entry.number)?.number)),
      ("bonus", .tenths(assessment.bonus)),
      ("notice", .optional(entry.notice)), ("objection", .optional(entry.openObjection)),
      ("effectiveOn", .optional(entry.effectiveOn)),
      ("rating", entry.state.isEffective ? .tenths(entry.effect.rating) : .null),
      ("spendable", entry.state.isEffective ? .tenths(entry.effect.spendable) : .null),
    ]
  }

  func table(of entries: [Entry]) -> String { table(of: entries) { _ in [] } }

  /// The table with more marks behind the flags of each entry.
  func table(of entries: [Entry], moreMarks: (Entry) -> [String]) -> String {
    guard !entries.isEmpty else { return "没有条目。\n" }
    return answerTable(
      columns: [
        AnswerColumn("条目", .code), AnswerColumn("姓名", .text), AnswerColumn("日期", .code),
        AnswerColumn("编码", .code), AnswerColumn("事项", .text), AnswerColumn("分值", .number),
        AnswerColumn("状态", .text), AnswerColumn("标记", .list),
      ],
      rows: entries.map { entry in
        let assessment = ledger.assessment(of: entry)
        return [
          entry.number.description, naming.person(entry.recorded.person),
          shortDay(of: entry), entry.recorded.rule.text, entry.recorded.title,
          assessment.points.signed, entry.state.word,
          (marks(of: entry, assessment) + moreMarks(entry)).joined(separator: "、"),
        ]
      }, width: width)
  }

  /// Without the year where the entry's number shows it.
  private func shortDay(of entry: Entry) -> String {
    let day = entry.recorded.on
    return day.year == entry.number.month.year ? day.inTable : day.description
  }

  /// The flags in words, with the cut and the repeat explained.
  private func marks(of entry: Entry, _ assessment: Assessment) -> [String] {
    references(of: entry)
      + ledger.flags(of: entry).map { flag in
        switch flag {
        case .capped: "限额（原 \(assessment.beforeCap.signed)）"
        case .doubled: "加倍（首次 \(assessment.repeats?.description ?? "")）"
        case .late, .sameDay, .noEvidence, .related, .maybeOneDeed, .notReminded, .special:
          flag.word
        }
      }
  }

  /// What the entry takes back, changes or stands for, and whether it was taken back itself.
  private func references(of entry: Entry) -> [String] {
    let recorded = entry.recorded
    let words = [
      recorded.reverses.map { "冲正 \($0)" }, recorded.adjusts.map { "更正 \($0)" },
      recorded.corrects.map { "改正 \($0)" }, recorded.redresses.map { "修复 \($0)" },
      ledger.isReversed(entry.number) ? "已冲正" : nil,
    ]
    return words.compactMap(\.self)
  }

  /// A person as the roster commands show one.
  func row(of number: PersonNumber) -> Row {
    let person = ledger.roster[number]
    let household = person?.household(on: today)
    let status = person?.status(on: today) ?? .resident
    return [
      ("person", .text(number)), ("name", .string(naming.name(of: number))),
      ("household", .optional(household)), ("group", .optional(person?.group(on: today))),
      ("status", .text(status)),
      ("head", .bool(household.flatMap { ledger.roster.head(of: $0, on: today) } == number)),
      ("roles", .array((person?.roles(on: today) ?? []).map { .text($0) })),
      (
        "consents",
        .array(ConsentScope.allCases.filter { person?.consents[$0] != nil }.map { .text($0) })
      ),
      ("born", .optional(born(number))),
    ]
  }

  func table(of people: [PersonNumber]) -> String {
    guard !people.isEmpty else { return "没有符合的人。\n" }
    return answerTable(
      columns: [
        AnswerColumn("编号", .code), AnswerColumn("姓名", .text), AnswerColumn("户号", .code),
        AnswerColumn("户主", .text), AnswerColumn("组", .code), AnswerColumn("状态", .text),
        AnswerColumn("职务", .list), AnswerColumn("同意", .list),
      ],
      rows: people.map { number in
        let person = ledger.roster[number]
        let household = person?.household(on: today)
        let isHead = household.flatMap { ledger.roster.head(of: $0, on: today) } == number
        return [
          number.text, naming.name(of: number), household?.text ?? "", isHead ? "是" : "",
          person?.group(on: today) ?? "", (person?.status(on: today) ?? .resident).word,
          (person?.roles(on: today) ?? []).map(\.word).joined(separator: "、"),
          ConsentScope.allCases.filter { person?.consents[$0] != nil }.map(\.word)
            .joined(separator: "、"),
        ]
      }, width: width)
  }

  /// Goods as the shop commands show them.
  func row(ofItem code: ItemCode) -> Row {
    let goods = ledger.stock[code]
    let line = ledger.goodsLine(code, today.month, today)
    return [
      ("item", .text(code)), ("name", .string(naming.item(code))),
      ("price", .optional(goods?.price)), ("stock", .int(goods?.count ?? 0)),
      ("unit", .string(naming.unit(of: code))), ("limit", .optional(shop[code]?.limit)),
      ("usable", .optional(goods.flatMap { $0.isService ? nil : $0.usable(on: today) })),
      ("service", .bool(goods?.isService == true)), ("listed", .bool(goods?.isListed == true)),
      ("expires", .optional(line.expires)), ("daysLeft", .optional(line.daysLeft)),
    ]
  }

  func table(ofItems items: [ItemCode]) -> String {
    guard !items.isEmpty else { return "货架上还没有商品。\n" }
    return answerTable(
      columns: [
        AnswerColumn("编码", .code), AnswerColumn("商品", .text), AnswerColumn("单位", .text),
        AnswerColumn("单价", .number), AnswerColumn("存货", .number), AnswerColumn("限兑", .number),
        AnswerColumn("最早到期", .code), AnswerColumn("注意", .text),
      ],
      rows: items.map { code in
        let line = ledger.goodsLine(code, today.month, today)
        return [
          code.text, naming.item(code), naming.unit(of: code), line.price.fixed,
          line.stock.map(String.init) ?? "服务", shop[code]?.limit.map(String.init) ?? "",
          line.expires?.description ?? "",
          paperSource.marks(of: line, on: today).joined(separator: "、"),
        ]
      }, width: width)
  }
}

extension ConsentScope {
  var word: String {
    switch self {
    case .names: "实名公示"
    case .platform: "上报平台"
    }
  }
}

extension Catalog.Item {
  /// An item as `rule list` shows it; points are magnitudes.
  var row: Row {
    var row: Row = [
      ("rule", .text(code)), ("sign", .text(sign)), ("group", .string(group)),
      ("title", .string(title)), ("kind", .text(amount.kind)),
    ]
    switch amount {
    case .fixed(let points):
      row += [("points", .tenths(points)), ("options", .array([]))]
    case .perUnit(let points, let per, let measure):
      row += [
        ("points", .tenths(points)), ("per", .tenths(per)), ("measure", .string(measure)),
        ("options", .array([])),
      ]
    case .level, .choice, .tier:
      row += [
        ("points", .null),
        (
          "options",
          .array(
            amount.options.map {
              .object([("name", .string($0.name)), ("points", .tenths($0.points))])
            })
        ),
      ]
    }
    return row + limitRow + [
      ("subject", .text(subject)), ("evidence", .string(evidence)), ("level", .text(level)),
      ("platform", .text(platform)), ("remindDays", .optional(remindDays)),
      ("mask", .int(mask.rawValue)),
    ]
  }

  private var limitRow: Row {
    var points: JSON = .null
    var times: JSON = .null
    switch limit?.measure {
    case .points(let cap): points = .tenths(cap)
    case .times(let count): times = .int(count)
    case nil: break
    }
    return [
      ("unit", .string(unit)), ("cap", .optional(capLabel)), ("capPoints", points),
      ("capTimes", times), ("capPer", .optional(limit?.period)),
    ]
  }

  static func table(of items: [Catalog.Item], width: Int) -> String {
    guard !items.isEmpty else { return "没有符合的细则。\n" }
    return answerTable(
      columns: [
        AnswerColumn("编码", .code), AnswerColumn("类别", .text), AnswerColumn("事项", .text),
        AnswerColumn("分值", .number), AnswerColumn("单位", .text), AnswerColumn("限额", .text),
        AnswerColumn("对象", .text),
      ],
      rows: items.map {
        [
          $0.code.text, $0.group, $0.title, $0.pointsLabel, $0.unit, $0.capLabel ?? "",
          $0.subject == .person ? "个人" : "户",
        ]
      }, width: width)
  }
}
