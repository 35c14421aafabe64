import XinyiFiles
import XinyiLedger
import XinyiText

extension Settings {
  /// The value of a setting as `village.json` has it; null where the village has not said.
  func json(of key: Key) -> JSON {
    switch key {
    case .base: .tenths(base)
    case .bands:
      .array(
        bands.map { JSON.object([("name", .string($0.name)), ("upTo", .tenths($0.upTo))]) })
    case .topGrade: .string(topGrade)
    case .noticeDays: .int(noticeDays)
    case .correctionDays: .int(correctionDays)
    case .lateDays: .int(lateDays)
    case .repeatFactor: .int(repeatFactor)
    case .votesOf: .text(votesOf)
    case .minusSpendable: .bool(minusSpendable)
    case .sum: .text(sum)
    case .remindFirst: .text(remindFirst)
    case .names: .text(names)
    case .objectionWorkingDays: .int(objectionWorkingDays)
    case .leaveDays: .int(leaveDays)
    case .refundDays: .int(refundDays)
    case .cards: .array(cards.map { .int($0) })
    case .carryUntil: .text(carryUntil)
    case .carry: .optional(carry)
    case .carryLimit: .optional(carryLimit)
    case .platformColumns:
      .optional(
        platformColumns.map { columns in
          .array(
            columns.map {
              JSON.object([("field", .text($0.field)), ("title", .string($0.title))])
            })
        })
    case .operators: .array(operators.map { .text($0) })
    case .shopDays: .optional(shopDays.map { days in .array(days.map { .int($0) }) })
    case .cardWaitDays: .optional(cardWaitDays)
    }
  }

  /// The value in words.
  func shown(_ key: Key) -> String {
    switch key {
    case .bands:
      (bands.map { "\($0.name) ≤\($0.upTo)" } + ["\(topGrade) 以上"]).joined(separator: "，")
    case .cards: cards.map(String.init).joined(separator: "、")
    case .carryLimit: carryLimit.map { "\($0) 分" } ?? "不限"
    case .platformColumns: platformColumns == nil ? "程序自己的列" : typed(key, in: .chinese)
    case .operators: operators.map(\.text).joined(separator: "、")
    case .shopDays: shopDays.map(weekdayList) ?? "每天"
    case .cardWaitDays: cardWaitDays.map(String.init) ?? "7"
    case .base, .topGrade, .noticeDays, .correctionDays, .lateDays, .repeatFactor, .votesOf,
      .minusSpendable, .sum, .remindFirst, .names, .objectionWorkingDays, .leaveDays, .refundDays,
      .carryUntil, .carry:
      typed(key, in: .chinese)
    }
  }

  /// The value as `setting set` takes it: typed again, it gives the same value.
  func typed(_ key: Key, in language: Language) -> String {
    switch key {
    case .base: base.description
    case .bands: (bands.map { "\($0.name):\($0.upTo)" } + [topGrade]).joined(separator: ",")
    case .topGrade: topGrade
    case .noticeDays: String(noticeDays)
    case .correctionDays: String(correctionDays)
    case .lateDays: String(lateDays)
    case .repeatFactor: String(repeatFactor)
    case .votesOf: ChoiceSet.voteBases.shown(votesOf.rawValue, in: language)
    case .minusSpendable: ChoiceSet.truths.shown(String(minusSpendable), in: language)
    case .sum: ChoiceSet.sums.shown(sum.rawValue, in: language)
    case .remindFirst: ChoiceSet.reminders.shown(remindFirst.rawValue, in: language)
    case .names: ChoiceSet.nameRules.shown(names.rawValue, in: language)
    case .objectionWorkingDays: String(objectionWorkingDays)
    case .leaveDays: String(leaveDays)
    case .refundDays: String(refundDays)
    case .cards: cards.isEmpty ? "无" : cards.map(String.init).joined(separator: ",")
    case .carryUntil: carryUntil.description
    case .carry: ChoiceSet.carries.shown((carry ?? .until).rawValue, in: language)
    case .carryLimit: carryLimit?.description ?? "无"
    case .platformColumns:
      platformColumns?.map { column in
        let field = ChoiceSet.platformFields.shown(column.field.rawValue, in: language)
        return "\(field):\(column.title)"
      }.joined(separator: ",") ?? ChoiceSet.ownColumns.shown(in: language)
    case .operators: operators.map(\.text).joined(separator: ",")
    case .shopDays: shopDays.map { $0.map(weekdayName).joined(separator: ",") } ?? "每天"
    case .cardWaitDays: cardWaitDays.map(String.init) ?? "7"
    }
  }
}
