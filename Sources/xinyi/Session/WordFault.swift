import XinyiLedger
import XinyiText

/// A word that names nothing, or more than one thing, in this village (exit status 2).
enum WordFault: Error {
  case unknownPerson(String, [PersonNumber], Directory)
  case ambiguousPerson(String, [PersonNumber], Directory)
  case unknownHousehold(String)
  case unknownRule(String, [Catalog.Item])
  case ambiguousRule(String, [Catalog.Item])
  case unknownItem(String, [ShopList.Row])
  case ambiguousItem(String, [ShopList.Row])
  case unknownEntry(String)
  case ambiguousEntry(String, [EntryNumber])
  case unknownObjection(String)
  case unknownReminder(String)
  case unknownSlip(String)
  case unknownNotice(NoticeNumber)
  case unknownCampaign(String, known: [CampaignCode])
  case unknownBatch(String)
  case daysReversed(Day, Day)
  case severalMonths(ReviewMonth.State, [Month])
  case unknownOperator(String, known: [Operator])
  case badOperator(String)
  case todayIsTheClocks
  case todayNeedsPractice
  case noVillageHere(String)
  case notAVillage(String)
  case folderInUse(String)
  case wrongSign(Catalog.Item, typed: String)
  case value(RecordValueFault)
  case badBasket
  case noBackup(String)
  case severalBackups(String, [String])
  case backupInside(String)
  case insideBackup(String)
  case sameHousehold(HouseholdNumber)
  case samePerson(PersonNumber)
  /// A list of people in which, after all exceptions, nobody is left.
  case nobodyListed
  /// `15=x` in a list of people.
  case badQuantity(String)
  /// An exception that was not on the list.
  case notListed(String)
  case unknownGroup(String, known: [String])
}

extension WordFault {
  /// Whether another word in its place would do.
  var isAboutWords: Bool {
    switch self {
    case .unknownPerson, .ambiguousPerson, .unknownHousehold, .unknownRule, .ambiguousRule,
      .unknownItem, .ambiguousItem, .unknownEntry, .ambiguousEntry, .unknownReminder,
      .unknownBatch, .nobodyListed, .badQuantity, .notListed, .unknownGroup:
      true
    case .value(.quantityMissing), .value(.levelMissing), .value(.pointsMissing): true
    case .value, .unknownObjection, .unknownSlip, .unknownNotice, .unknownCampaign, .daysReversed,
      .severalMonths, .unknownOperator, .badOperator, .todayIsTheClocks, .todayNeedsPractice,
      .noVillageHere, .notAVillage, .folderInUse, .wrongSign, .badBasket, .noBackup,
      .severalBackups, .backupInside, .insideBackup, .sameHousehold, .samePerson:
      false
    }
  }

  var code: String {
    switch self {
    case .unknownPerson: "U101"
    case .ambiguousPerson: "U102"
    case .unknownHousehold: "U103"
    case .unknownRule: "U104"
    case .ambiguousRule: "U105"
    case .unknownItem: "U106"
    case .ambiguousItem: "U107"
    case .unknownEntry: "U108"
    case .ambiguousEntry: "U109"
    case .unknownObjection: "U110"
    case .unknownReminder: "U180"
    case .unknownSlip: "U111"
    case .unknownNotice: "U112"
    case .unknownCampaign: "U150"
    case .unknownBatch: "U113"
    case .daysReversed: "U127"
    case .severalMonths: "U114"
    case .unknownOperator: "U115"
    case .badOperator: "U116"
    case .todayIsTheClocks: "U117"
    case .todayNeedsPractice: "U118"
    case .noVillageHere: "U119"
    case .notAVillage: "U120"
    case .folderInUse: "U121"
    case .wrongSign: "U122"
    case .value: "U123"
    case .badBasket: "U124"
    case .noBackup: "U128"
    case .severalBackups: "U129"
    case .backupInside: "U130"
    case .insideBackup: "U131"
    case .sameHousehold: "U160"
    case .samePerson: "U161"
    case .nobodyListed: "U190"
    case .badQuantity: "U191"
    case .notListed: "U192"
    case .unknownGroup: "U193"
    }
  }

  /// The sentence and the command to run next, in English words.
  var sentence: (message: String, next: [String]) {
    switch self {
    case .unknownPerson(let typed, _, _):
      ("未办理：名册里没有“\(safe(typed))”", ["person", "list"])
    case .ambiguousPerson(let typed, let found, _):
      ("未办理：“\(safe(typed))”可以是 \(found.count) 个人，请写编号", ["person", "find", typed])
    case .unknownHousehold(let typed):
      ("未办理：没有“\(safe(typed))”这一户", ["person", "list"])
    case .unknownRule(let typed, _): ("未办理：细则里没有“\(safe(typed))”", ["rule", "list"])
    case .ambiguousRule(let typed, let found):
      ("未办理：“\(safe(typed))”可以是 \(found.count) 项细则，请写编码", ["rule", "search", typed])
    case .unknownItem(let typed, _): ("未办理：货架上没有“\(safe(typed))”", ["shop", "list"])
    case .ambiguousItem(let typed, let found):
      ("未办理：“\(safe(typed))”可以是 \(found.count) 种商品，请写编码", ["shop", "list"])
    case .unknownEntry(let typed): ("未办理：没有条目“\(safe(typed))”", ["entry", "list"])
    case .ambiguousEntry(let typed, let found):
      ("未办理：“\(safe(typed))”可以是\(words(found))，请写全号", ["entry", "list"])
    case .unknownObjection(let typed):
      ("未办理：没有异议“\(safe(typed))”", ["objection", "list"])
    case .unknownReminder(let typed):
      ("未办理：没有提示书“\(safe(typed))”，请写全号", ["reminder", "list"])
    case .unknownSlip(let typed):
      ("未办理：没有兑换单“\(safe(typed))”", ["help", "slip"])
    case .unknownCampaign(let typed, let known):
      (
        "没有设过活动“\(safe(typed))”"
          + (known.isEmpty ? "" : "；已设的有 \(known.map(\.text).joined(separator: "、"))"),
        ["campaign", "list"]
      )
    case .unknownNotice(let notice): ("没有公示 \(notice)", ["status"])
    case .unknownBatch(let typed): ("未办理：没有“\(safe(typed))”这一批", ["entry", "list"])
    case .daysReversed(let from, let to):
      ("未办理：起日 \(from) 晚于止日 \(to)", ["help"])
    case .severalMonths(let state, let months):
      ("未办理：“\(state.word)”的月份有\(words(months))，请写明月份", ["status"])
    case .unknownOperator(let typed, let known):
      (
        "未办理：没有登记经手人“\(safe(typed))”；已登记的是 "
          + known.map(\.text).joined(separator: "、"), ["setting", "show"]
      )
    case .badOperator(let typed):
      ("未办理：经手人代号“\(safe(typed))”不合格，只用字母、数字和 . _ -", ["help"])
    case .todayIsTheClocks: ("未办理：这是正式账本，日期以电脑时间为准，不能指定今日", ["help"])
    case .todayNeedsPractice:
      ("未建账：指定今日只用于演练账本，请加演练（--practice）", ["help", "init"])
    case .noVillageHere: ("这里没有账本：本文件夹和上级都没有 village.json", ["help", "init"])
    case .notAVillage(let path): ("“\(safe(path))”里没有账本（没有 village.json）", ["help", "init"])
    case .folderInUse(let path): ("未办理：“\(safe(path))”里已有文件，请换一个空文件夹", ["help", "init"])
    case .wrongSign(let item, let typed):
      (
        "未记录：写的是“\(safe(typed))”，\(item.code) 却是\(item.sign == .plus ? "加分" : "扣分")项",
        ["rule", "show", item.code.text]
      )
    case .value(let fault): fault.sentence
    case .noBackup(let path):
      ("“\(safe(path))”里没有备份：要写备份的文件夹，或存放备份的文件夹", ["help", "restore"])
    case .severalBackups(let path, let names):
      (
        "“\(safe(path))”里有 \(names.count) 个村的备份，请写明是哪一个："
          + names.map { safe($0) }.joined(separator: "、"), ["help", "restore"]
      )
    case .insideBackup(let path):
      (
        "未办理：“\(safe(path))”是备份，只能看、不能在里面办事；要用它，先还原到新的文件夹",
        ["restore", path, "新文件夹", "--line", "纸上最大的行号"]
      )
    case .backupInside(let path):
      ("未备份：“\(safe(path))”在账本自己的文件夹里，电脑坏了就一起没了；请换优盘", ["help", "backup"])
    case .sameHousehold(let household):
      ("未并户：两个户号都是 \(household)，请写不同的两户", ["help", "person", "household", "merge"])
    case .samePerson(let person):
      ("未登记：两个人都是 \(person)，请写不同的两人", ["help", "person", "relate"])
    case .nobodyListed: ("未办理：名单里一个人也没有", ["person", "list"])
    case .badQuantity(let typed):
      ("未办理：“\(safe(typed))”里等号后面要写数量，如 15=4", ["help", "record"])
    case .notListed(let typed):
      ("未办理：除去的“\(safe(typed))”本来就不在前面的名单里", ["help", "record"])
    case .unknownGroup(let typed, let known):
      (
        "未办理：没有“\(safe(typed))”这个组"
          + (known.isEmpty ? "" : "；有 \(known.map { safe($0) }.joined(separator: "、"))"),
        ["person", "list"]
      )
    case .badBasket: ("未兑换：每种商品的件数应在 1 至 9999 之间", ["shop", "list"])
    }
  }
}

private func words(_ values: [some CustomStringConvertible]) -> String {
  " " + values.map(\.description).joined(separator: "、")
}

extension RecordValueFault {
  fileprivate var sentence: (message: String, next: [String]) {
    switch self {
    case .quantityMissing(let rule, let measure):
      ("未记录：\(rule) 按数量计分，请写数量（\(measure)）", ["rule", "show", rule.text])
    case .quantityNotTaken(let rule): ("未记录：\(rule) 不用写数量", ["rule", "show", rule.text])
    case .levelMissing(let rule, let levels):
      ("未记录：\(rule) 要写档次：\(names(levels))", ["rule", "show", rule.text])
    case .levelUnknown(let rule, let given, let levels):
      ("未记录：\(rule) 没有“\(safe(given))”这一档；有：\(names(levels))", ["rule", "show", rule.text])
    case .levelNotTaken(let rule): ("未记录：\(rule) 不分档次", ["rule", "show", rule.text])
    case .pointsMissing(let rule, let values):
      (
        "未记录：\(rule) 要写分值，可选 \(values.map(\.description).joined(separator: "、"))",
        ["rule", "show", rule.text]
      )
    case .householdForPersonItem(let rule, let household):
      ("未记录：\(rule) 记在个人名下，不能写户 \(household)", ["rule", "show", rule.text])
    }
  }

  private func names(_ levels: [Catalog.Level]) -> String {
    levels.map(\.name).joined(separator: "、")
  }
}

extension WordFault {
  /// What an unknown or ambiguous word may have meant, as flat rows.
  var candidates: [ErrorReport.Candidate] {
    switch self {
    case .unknownPerson(_, let people, let directory),
      .ambiguousPerson(_, let people, let directory):
      people.map { person in
        let known = directory.ledger.roster[person]
        return .init(fields: [
          .init(name: "person", value: person.text),
          .init(name: "name", value: directory.naming.name(of: person)),
          .init(
            name: "household", value: known?.household(on: directory.today)?.text ?? ""),
          .init(name: "group", value: known?.group(on: directory.today) ?? ""),
        ])
      }
    case .unknownRule(_, let items), .ambiguousRule(_, let items):
      items.map {
        .init(fields: [
          .init(name: "rule", value: $0.code.text), .init(name: "title", value: $0.title),
        ])
      }
    case .unknownItem(_, let goods), .ambiguousItem(_, let goods):
      goods.map {
        .init(fields: [
          .init(name: "item", value: $0.item.text), .init(name: "name", value: $0.name),
        ])
      }
    case .ambiguousEntry(_, let entries):
      entries.map { .init(fields: [.init(name: "entry", value: $0.description)]) }
    case .severalBackups(_, let names):
      names.map { .init(fields: [.init(name: "backup", value: $0)]) }
    case .severalMonths(_, let months):
      months.map { .init(fields: [.init(name: "month", value: $0.description)]) }
    default: []
    }
  }
}
