import XinyiLedger
import XinyiText

/// Words that name somebody or something in the village's files: unknown ones are said, of
/// ambiguous ones the right one is picked, and nothing else is typed again.
extension Interview {
  /// Every place of a typed line whose words cannot stand is settled or asked for anew.
  mutating func settleTyped() throws {
    for slot in form.filled {
      guard let values = form.values[slot], values.kind.isReference else { continue }
      form.values[slot] = try settled(values, slot)
      if form.values[slot] == nil { demanded.append(slot) }
    }
  }

  /// The values with a number or a code in the place of each word; nil when the place is to be
  /// asked for again.
  func settled(_ values: Values, _ slot: Slot) throws -> Values? {
    guard values.kind.isReference, let view else { return values }
    if values.kind == .people {
      guard let texts = try settledPeople(values.texts, slot, view) else { return nil }
      return Values(kind: .people, all: texts.map(Value.text))
    }
    var all: [Value] = []
    for value in values.all {
      switch value {
      case .text(let text):
        guard let found = try reference(text, values.kind, slot, view) else { return nil }
        all.append(.text(found))
      case .goods(let line):
        guard let item = try reference(line.item, .item, slot, view) else { return nil }
        all.append(
          .goods(BasketLine(typed: "\(item)x\(line.count)", item: item, count: line.count)))
      default: all.append(value)
      }
    }
    return Values(kind: values.kind, all: all)
  }

  /// The number or code that a word means.
  private func reference(
    _ typed: String, _ kind: ValueKind, _ slot: Slot, _ view: VillageView
  ) throws -> String? {
    let directory = view.directory
    do throws(WordFault) {
      switch kind {
      case .entry, .entries:
        if let number = entry(listedAs: typed, slot, view) { return number.description }
        return try directory.entry(typed, form.command.path.entryPlace).description
      case .entryOrBatch:
        if let number = entry(listedAs: typed, slot, view) { return number.description }
        _ = try directory.entries(ofBatchOr: typed, form.command.path.entryPlace)
        return typed
      case .household: return try directory.household(typed).text
      case .newPerson: return typed
      default: return try directory.canonical(kind, typed, in: form.command.path.entryPlace)
      }
    } catch {
      return try pick(among: error, view)
    }
  }

  /// A bare number among the entries that were listed.
  private func entry(listedAs typed: String, _ slot: Slot, _ view: VillageView) -> EntryNumber? {
    guard let serial = Int(typed) else { return nil }
    let found = view.entries(for: form.command.path).filter { $0.number.serial == serial }
    return found.count == 1 ? found[0].number : nil
  }

  /// Lets the one that is meant be picked; nil where nothing fits.
  func pick(among fault: WordFault, _ view: VillageView) throws -> String? {
    switch fault {
    case .ambiguousPerson(let typed, let people, _):
      try dialogue.say("“\(safe(typed))”可以是 \(people.count) 个人：\n")
      return try dialogue.choose(people, "是哪一位：", shown: view.directory.told)?.text
    case .unknownPerson(let typed, let near, _) where !near.isEmpty:
      try dialogue.say("名册里没有“\(safe(typed))”，相近的有：\n")
      return try dialogue.choose(near, "是哪一位（< 都不是）：", shown: view.directory.told)?.text
    case .ambiguousRule(let typed, let items):
      try dialogue.say("“\(safe(typed))”可以是 \(items.count) 项：\n")
      return try dialogue.choose(items, "是哪一项：", shown: view.directory.told)?.code.text
    case .ambiguousItem(let typed, let goods):
      try dialogue.say("“\(safe(typed))”可以是 \(goods.count) 种：\n")
      return try dialogue.choose(goods, "是哪一种：") { $0.name }?.item.text
    case .ambiguousEntry(let typed, let entries):
      try dialogue.say("“\(safe(typed))”可以是 \(entries.count) 条：\n")
      return try dialogue.choose(entries, "是哪一条：") { $0.description }?.description
    default:
      try dialogue.say("\(shortened(fault.sentence.message))。\n")
      return nil
    }
  }

  /// Nothing was to be done yet, so that nothing was left undone.
  func shortened(_ message: String) -> String {
    message.hasPrefix("未") ? String(message.drop { $0 != "：" }.dropFirst()) : message
  }
}

extension Directory {
  /// `苏玉强（0012） 012户 3组`: two people of one name can be told apart.
  func told(_ number: PersonNumber) -> String {
    let person = ledger.roster[number]
    let household = person?.household(on: today).map { " \($0)户" } ?? ""
    let group = person?.group(on: today).map { " \($0)" } ?? ""
    let status = person?.status(on: today) ?? .resident
    let note = status == .resident ? "" : " \(status.word)"
    return naming.person(number) + safe(household + group) + note
  }

  /// `GI04 助人为乐 2分`.
  func told(_ item: Catalog.Item) -> String {
    "\(item.code) \(item.title) \(item.sign == .minus ? "扣" : "")\(item.pointsLabel)"
  }
}
