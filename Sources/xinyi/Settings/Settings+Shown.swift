import XinyiFiles
import XinyiLedger

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
    }
  }

  /// The value in words.
  func shown(_ key: Key) -> String {
    switch key {
    case .bands:
      (bands.map { "\($0.name) ≤\($0.upTo)" } + ["\(topGrade) 以上"]).joined(separator: "，")
    case .votesOf: ChoiceSet.voteBases.shown(votesOf.rawValue, in: .chinese)
    case .minusSpendable: minusSpendable ? "是" : "否"
    case .sum: ChoiceSet.sums.shown(sum.rawValue, in: .chinese)
    case .remindFirst: ChoiceSet.reminders.shown(remindFirst.rawValue, in: .chinese)
    case .names: ChoiceSet.nameRules.shown(names.rawValue, in: .chinese)
    case .cards: cards.map(String.init).joined(separator: "、")
    case .carry: carry.map { ChoiceSet.carries.shown($0.rawValue, in: .chinese) } ?? "到期清零"
    case .carryLimit: carryLimit.map { "\($0) 分" } ?? "不限"
    case .platformColumns: platformColumns == nil ? "程序自己的列" : typed(key)
    case .operators: operators.map(\.text).joined(separator: "、")
    case .base, .topGrade, .noticeDays, .correctionDays, .lateDays, .repeatFactor,
      .objectionWorkingDays, .leaveDays, .refundDays, .carryUntil:
      typed(key)
    }
  }

  /// The value as `setting set` takes it: typed again, it gives the same value.
  func typed(_ key: Key) -> String {
    switch key {
    case .base: base.description
    case .bands: (bands.map { "\($0.name):\($0.upTo)" } + [topGrade]).joined(separator: ",")
    case .topGrade: topGrade
    case .noticeDays: String(noticeDays)
    case .correctionDays: String(correctionDays)
    case .lateDays: String(lateDays)
    case .repeatFactor: String(repeatFactor)
    case .votesOf: votesOf.rawValue
    case .minusSpendable: String(minusSpendable)
    case .sum: sum.rawValue
    case .remindFirst: remindFirst.rawValue
    case .names: names.rawValue
    case .objectionWorkingDays: String(objectionWorkingDays)
    case .leaveDays: String(leaveDays)
    case .refundDays: String(refundDays)
    case .cards: cards.isEmpty ? "无" : cards.map(String.init).joined(separator: ",")
    case .carryUntil: carryUntil.description
    case .carry: (carry ?? .until).rawValue
    case .carryLimit: carryLimit?.description ?? "无"
    case .platformColumns:
      platformColumns?.map { "\($0.field):\($0.title)" }.joined(separator: ",") ?? "默认"
    case .operators: operators.map(\.text).joined(separator: ",")
    }
  }
}
