import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let personEdit = Command(
    .personEdit, .writes, summary: "改正姓名、拼音或出生日期，或从某天起换组、换户",
    examples: [
      "xinyi 村民 修改 0012 --名称 苏玉墙", "xinyi 村民 修改 0012 --拼音 \"zeng guang wen\"",
      "xinyi 村民 修改 0012 --组 4组 --起 10-08",
    ],
    words: [Word(.person, .person, .one, "谁")],
    options: [
      .optional(.name, .text, "正确的姓名"),
      .optional(.pinyin, .word, "姓名的拼音，读音特别的才要写"), .optional(.born, .day, "正确的出生日期"),
      .optional(.group, .word, "换到哪个组"), .optional(.household, .household, "换到哪一户，要是已有的户"),
      .optional(.from, .day, "换组、换户从哪天起，不写就是今天"),
    ]
  ) { session, arguments in
    let changeable: [OptionName] = [.name, .pinyin, .born, .group, .household]
    guard changeable.contains(where: { arguments[$0].isGiven }) else {
      throw arguments.usage(.missingOneOf(changeable))
    }
    // What stood in the book before; a repeated command finds the new name in it.
    var before: RosterBook.Row?
    return try session.write { change in
      let person = try change.directory.person(arguments[word: .person].text ?? "")
      before = change.roster[person]
      let newName = try arguments.personName(.option(.name))
      let name = newName ?? before?.name ?? ""
      let pinyin = try arguments[.pinyin].text.map { try arguments.pinyin($0, of: name) }
      try change.draft.move(
        person, group: try arguments.words(.group, limit: PersonInput.longestGroup),
        household: try arguments[.household].text.map { try change.directory.household($0) },
        from: arguments[.from].day ?? change.today)
      change.correct(
        person, name: newName, pinyin: pinyin, born: arguments[.born].day)
    } answer: { outcome in
      let known = before?.person ?? outcome.rosterChanges.first?.person
      let typed = arguments[word: .person].text ?? ""
      return outcome.editAnswer(try known ?? outcome.directory.person(typed), before: before)
    }
  }
}

extension Arguments {
  fileprivate func pinyin(_ typed: String, of name: String) throws -> Pinyin {
    if let pinyin = Pinyin(typed: typed), pinyin.fits(name) { return pinyin }
    throw usage(
      .invalidValue(
        .option(.pinyin), typed: typed, .malformed(expectation: Pinyin.expectation)))
  }
}

extension Outcome {
  fileprivate func editAnswer(_ person: PersonNumber, before: RosterBook.Row?) -> Answer {
    let after = directory.roster[person]
    var words = ""
    var back = CommandText(.personEdit).word(person.text)
    if let before, let after, before.name != after.name {
      words += "姓名：\(safe(before.name)) → \(safe(after.name))\n"
      back = back.option(.name, before.name)
    }
    if let before, let after, before.pinyin != after.pinyin {
      let (old, new) = (spelling(of: before), spelling(of: after))
      words += "拼音：\(old) → \(new)\n"
      if before.name == after.name { back = back.option(.pinyin, old) }
    }
    if let before, let after, before.born != after.born {
      words += "出生：\(before.born?.description ?? "未登记") → \(after.born?.description ?? "未登记")\n"
      if let born = before.born { back = back.option(.born, born.description) }
    }
    for change in rosterChanges {
      guard let old = earlier(change.what, before: change, where: { _ in true })?.value else {
        continue
      }
      back = back.option(change.what == .group ? .group : .household, old)
    }
    if let from = rosterChanges.first?.from { back = back.option(.from, from.description) }
    guard !words.isEmpty || !rosterChanges.isEmpty else {
      return answer("没有变化", [person], "登记的已经是这样，什么也没有写。\n")
    }
    return lifeAnswer(
      "已修改", [person], words: words, back: "改错了，这样改回：\(shown(back))\n")
  }

  private func spelling(of row: RosterBook.Row) -> String {
    let plain = Spelling(name: row.name, HanReadings(of: [row.name])).pinyin
    return (row.pinyin ?? plain)?.text ?? ""
  }
}
