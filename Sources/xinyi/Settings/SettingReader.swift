import XinyiLedger
import XinyiText

/// Reads what was typed for a setting, collecting all that is wrong with it.
struct SettingReader {
  private(set) var settings: Settings
  private(set) var problems: [String] = []
  private let key: Settings.Key

  /// `old` holds the value that `+op2` adds to.
  init(_ key: Settings.Key, _ typed: String, changing old: Settings) {
    self.key = key
    settings = old
    read(InputText.normalised(typed))
    if problems.isEmpty { problems = settings.faults().map(\.sentence) }
  }

  private mutating func read(_ text: String) {
    switch key {
    case .base: points(text, \.base)
    case .bands: bands(text)
    case .topGrade: settings.topGrade = text
    case .noticeDays: whole(text, \.noticeDays)
    case .correctionDays: whole(text, \.correctionDays)
    case .lateDays: whole(text, \.lateDays)
    case .repeatFactor: whole(text, \.repeatFactor)
    case .objectionWorkingDays: whole(text, \.objectionWorkingDays)
    case .leaveDays: whole(text, \.leaveDays)
    case .refundDays: whole(text, \.refundDays)
    case .votesOf: word(text, .voteBases, \.votesOf)
    case .sum: word(text, .sums, \.sum)
    case .remindFirst: word(text, .reminders, \.remindFirst)
    case .names: word(text, .nameRules, \.names)
    case .minusSpendable:
      if let truth = ChoiceSet.truths.named(text) {
        settings.minusSpendable = truth.english == "true"
      } else {
        refuse(text)
      }
    case .cards: cards(text)
    case .carryUntil:
      if let day = MonthDay(text) { settings.carryUntil = day } else { refuse(text) }
    case .carry:
      if let carry = ChoiceSet.carries.named(text).flatMap({ Settings.Carry($0.english) }) {
        settings.carry = settings.carry == nil && carry == .until ? nil : carry
      } else {
        refuse(text)
      }
    case .carryLimit: carryLimit(text)
    case .platformColumns: columns(text)
    case .operators: operators(text)
    case .shopDays: shopDays(text)
    case .cardWaitDays:
      var days = 0
      whole(text, into: &days)
      settings.cardWaitDays = days
    }
  }

  private mutating func refuse(_ text: String) {
    problems.append("“\(safe(text))”不行，这里要写\(key.allowed)")
  }
}

// MARK: - One value

extension SettingReader {
  private mutating func points(_ text: String, _ path: WritableKeyPath<Settings, Points>) {
    do throws(ValueProblem) {
      settings[keyPath: path] = try ValueReader.points(text)
    } catch {
      problems.append("“\(safe(text))”\(error.sentence(in: .chinese))")
    }
  }

  private mutating func whole(_ text: String, _ path: WritableKeyPath<Settings, Int>) {
    var value = settings[keyPath: path]
    whole(text, into: &value)
    settings[keyPath: path] = value
  }

  private mutating func whole(_ text: String, into value: inout Int) {
    let digits = text.hasSuffix("天") ? String(text.dropLast()) : text
    do throws(ValueProblem) {
      value = try ValueReader.whole(digits, atLeast: 0)
    } catch {
      problems.append("“\(safe(text))”\(error.sentence(in: .chinese))")
    }
  }

  private mutating func word<Word: WordValue>(
    _ text: String, _ set: ChoiceSet, _ path: WritableKeyPath<Settings, Word>
  ) {
    if let word = set.named(text).flatMap({ Word($0.english) }) {
      settings[keyPath: path] = word
    } else {
      refuse(text)
    }
  }

  private mutating func carryLimit(_ text: String) {
    if ["无", "不限", "none"].contains(text) {
      settings.carryLimit = nil
      return
    }
    do throws(ValueProblem) {
      settings.carryLimit = try ValueReader.points(text)
    } catch {
      problems.append("“\(safe(text))”\(error.sentence(in: .chinese))；不限写 无")
    }
  }
}

// MARK: - Lists

extension SettingReader {
  private mutating func bands(_ text: String) {
    let parts = InputText.listed(text)
    var bands: [Settings.Band] = []
    for part in parts.dropLast() {
      let pair = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      if pair.count == 2, !pair[0].isEmpty, let edge = try? ValueReader.points(pair[1]) {
        bands.append(.init(name: pair[0], upTo: edge))
      } else {
        problems.append("“\(safe(part))”要写成 名称:上限")
      }
    }
    settings.bands = bands
    if let top = parts.last, !top.contains(":") {
      settings.topGrade = top
    } else {
      problems.append("最后要写最高一级的名称，不写上限，如 五星")
    }
  }

  private mutating func cards(_ text: String) {
    if text == "无" {
      settings.cards = []
      return
    }
    settings.cards = []
    for part in InputText.listed(text) {
      if let value = try? ValueReader.whole(part, atLeast: 1) {
        settings.cards.append(value)
      } else {
        problems.append("“\(safe(part))”不是面值，这里要写\(key.allowed)")
      }
    }
  }

  /// Days of the week by name or number.
  private mutating func shopDays(_ text: String) {
    if ["每天", "天天"].contains(text) {
      settings.shopDays = nil
      return
    }
    settings.shopDays = []
    for part in InputText.listed(text) {
      let day = (1...7).first { [weekdayName($0), String($0)].contains(part) }
      if let day {
        settings.shopDays?.append(day)
      } else {
        problems.append("“\(safe(part))”不是星期几，这里要写\(key.allowed)")
      }
    }
    settings.shopDays?.sort()
  }

  private mutating func columns(_ text: String) {
    if ChoiceSet.ownColumns.language(ofSpelling: text) != nil {
      settings.platformColumns = nil
      return
    }
    settings.platformColumns = []
    for part in InputText.listed(text) {
      let pair = part.split(separator: ":", maxSplits: 1).map(String.init)
      let field = pair.first.flatMap { ChoiceSet.platformFields.named($0) }
      if pair.count == 2, let field = field.flatMap({ Settings.PlatformField($0.english) }) {
        settings.platformColumns?.append(.init(field: field, title: pair[1]))
      } else {
        let fields = ChoiceSet.platformFields.values.map { $0.shown(in: .chinese) }
          .joined(separator: "、")
        problems.append("“\(safe(part))”要写成 字段:列名；字段有：\(fields)")
      }
    }
  }

  /// A whole list, or `+op2` and `-op2` (`加op2`, `减op2`), one or several.
  private mutating func operators(_ text: String) {
    let parts = InputText.listed(text)
    let isChange = parts.contains { "+-加减".contains($0.prefix(1)) }
    if !isChange { settings.operators = [] }
    for part in parts {
      let sign = isChange ? part.first ?? " " : "+"
      guard let label = Operator(isChange ? String(part.dropFirst()) : part),
        "+-加减".contains(sign)
      else {
        problems.append("“\(safe(part))”不是代号，这里要写\(key.allowed)")
        continue
      }
      if "+加".contains(sign) {
        if !settings.operators.contains(label) { settings.operators.append(label) }
      } else if settings.operators.contains(label) {
        settings.operators.removeAll { $0 == label }
      } else {
        problems.append("没有登记经手人“\(label)”，不用去掉")
      }
    }
  }
}

extension SettingsFault {
  fileprivate var sentence: String {
    switch self {
    case .outOfRange(let key, let range):
      "\(Settings.Key(key)?.word ?? key)应在 \(range.lowerBound) 至 \(range.upperBound) 之间"
    case .bandsNotRising: "星级的分数线要从低到高"
    case .noOperator: "至少要有一个经手人"
    case .badCards: "积分卡面值要是不同的正整数"
    case .badShopDays: "营业日要是不同的星期几"
    case .badGradeNames: "星级的名称不能空，也不能有两个相同"
    case .carryLimitNegative: "结转上限不能小于 0"
    case .badColumns: "上报列不能一列也没有，列名不能空、不能有两个相同"
    }
  }
}
