import Foundation
import TestSupport
import XinyiFiles
import XinyiLedger
import XinyiText

/// R14: every character there is, as a name or in one, harms no output.
let nameChecks: [Check] = [
  Check(
    "R14", "no character of a name hides, turns or moves anything", figure: 1_112_064,
    of: "characters"
  ) { trial in
    let scalars = try everyScalar(trial)
    let stretch = 512
    let parts = (scalars.count + stretch - 1) / stretch
    let paper = try NamePaper()
    trial.each(parts) { part in
      let range = part * stretch..<min((part + 1) * stretch, scalars.count)
      try tryNames(scalars[range].flatMap(names(with:)))
      try paper.tryNames(scalars[range].flatMap(postedNames(with:)))
      trial.held(range.count - 1)
    }
  },
  Check("R14", "no text from outside harms an output", figure: 10_000, of: "texts") { trial in
    let paper = try NamePaper()
    trial.each(trial.share(10_000)) { number in
      var random = trial.random(case: number)
      let text = randomText(&random)
      try tryNames([text])
      if number.isMultiple(of: 20) { try paper.tryNames([text]) }
    }
  },
]

/// All scalars; in a small run those of the first plane's beginning, where most rules are.
private func everyScalar(_ trial: Trial) throws -> [Unicode.Scalar] {
  let last: UInt32 = trial.weight == .full ? 0x10FFFF : 0x30FF
  return (0...last).compactMap { Unicode.Scalar($0) }
}

/// The character alone, within and last in a name: each place has rules of its own.
private func names(with scalar: Unicode.Scalar) -> [String] {
  let text = String(scalar)
  return isAssigned(scalar) ? [text, "苏" + text + "强", "苏玉" + text] : [text]
}

/// Names that show the character when they are masked.
private func postedNames(with scalar: Unicode.Scalar) -> [String] {
  isAssigned(scalar) ? [String(scalar) + "玉" + String(scalar)] : []
}

/// The others are a million, and all alike.
private func isAssigned(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .unassigned, .privateUse: scalar.properties.isNoncharacterCodePoint
  default: true
  }
}

private func randomText(_ random: inout SeededRandom) -> String {
  var text = String.UnicodeScalarView()
  let ranges: [ClosedRange<UInt32>] = [
    0...0x7F, 0x80...0x2FF, 0x300...0x36F, 0x2000...0x206F, 0x4E00...0x9FFF, 0xE000...0xFFFF,
    0x1F000...0x1FAFF, 0x20000...0x2FFFF, 0xE0000...0xE01EF, 0...0x10FFFF,
  ]
  for _ in 0..<Int.random(in: 1...40, using: &random) {
    let value = UInt32.random(in: random.pick(ranges), using: &random)
    if let scalar = Unicode.Scalar(value) { text.append(scalar) }
  }
  return String(text)
}

// MARK: - What must hold

/// Names as a hand may have written them into the roster, through everything that puts them out.
private func tryNames(_ names: [String]) throws {
  for name in names {
    let shown = safe(name)
    let isTyped = isTyped(name)
    try requireHarmless(shown, isTyped: isTyped)
    guard safe(shown) == shown else { throw Broken("\(codes(name)) changes when shown twice") }
    try requireReturn(name, isTyped: isTyped)
  }
  try requireAlignment(names)
}

/// Whether the words of a command may hold it.
private func isTyped(_ name: String) -> Bool {
  nfc(name).unicodeScalars.allSatisfy(isAllowedInText)
}

private func requireHarmless(_ text: String, isTyped: Bool) throws {
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator:
      throw Broken("\(codes(text)) is put out")
    case .privateUse, .unassigned:
      if isTyped { throw Broken("\(codes(text)) may be typed") }
    default: break
    }
    let properties = scalar.properties
    if properties.isNoncharacterCodePoint
      || properties.isDefaultIgnorableCodePoint && (isTyped || !properties.isVariationSelector)
    {
      throw Broken("\(codes(text)) is put out")
    }
  }
}

/// A table and a JSON text give back what was put into them, in the one spelling that is kept.
private func requireReturn(_ name: String, isTyped: Bool) throws {
  let json = JSONDocument(parsing: JSON.string(name).compact, file: "x", allowsBOM: false)
  guard json.faults.isEmpty, Array((json.root.text ?? "").utf8) == Array(name.utf8) else {
    throw Broken("\(codes(name)) does not come back from JSON")
  }
  guard isTyped else { return }
  let rows = try CSV.read(CSV.write([[.text("x"), .text(name)]])).rows
  let cell = rows.first?.cells.last?.text ?? ""
  let bare = cell.hasPrefix("'") ? String(cell.unicodeScalars.dropFirst()) : cell
  guard [cell, bare].contains(where: { Array($0.utf8) == Array(nfc(name).utf8) }) else {
    throw Broken("\(codes(name)) does not come back from a table")
  }
}

/// The number behind the names stands in one column.
private func requireAlignment(_ names: [String]) throws {
  let text = answerTable(
    columns: [AnswerColumn("姓名", .text), AnswerColumn("分", .number)],
    rows: names.map { [$0, "7.5"] }, width: 100)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  let width = displayWidth(of: String(lines.first ?? ""))
  for line in lines where line.hasSuffix("7.5") || line.hasPrefix("-") {
    guard displayWidth(of: String(line)) == width else {
      throw Broken("the column moves: \(codes(String(line)))")
    }
  }
  guard lines.count == names.count + 2 else {
    throw Broken("\(lines.count) lines of \(names.count)")
  }
}

private func codes(_ text: String) -> String {
  text.unicodeScalars.prefix(20).map { "U+" + String($0.value, radix: 16) }.joined(separator: " ")
}

/// A notice of a village whose people can be given any names.
private struct NamePaper: Sendable {
  private static let size = 60
  private let ledger: Ledger
  private let notice: Notice
  private let today: Day

  init() throws {
    guard let october = Month("2026-10"), let first = Day("2026-10-01"),
      let posted = Day("2026-10-27")
    else { throw Broken("no days") }
    var village = try TestVillage(opened: first)
    let people = (1...Self.size).map { String(format: "%04d", $0) }
    try village.add(people, on: first)
    for (index, person) in people.enumerated() {
      let rule = index.isMultiple(of: 3) ? "RJ12" : "GI04"
      try village.on(first + 3) {
        try $0.record(RecordRequest(rule, [person], on: first + 3))
        if index.isMultiple(of: 2) {
          try $0.consent(of: PersonNumber(unchecked: person), to: .names, given: true)
        }
      }
    }
    try village.reviewAndPost(october, on: posted)
    guard let number = village.ledger.noticeOrder.last, let notice = village.ledger.notices[number]
    else { throw Broken("no notice") }
    (ledger, self.notice, today) = (village.ledger, notice, posted)
  }

  func tryNames(_ names: [String]) throws {
    for start in stride(from: 0, to: names.count, by: Self.size) {
      let chosen = names[start..<min(start + Self.size, names.count)]
      let rows = chosen.enumerated().map { index, name in
        RosterBook.Row(
          person: PersonNumber(unchecked: String(format: "%04d", index + 1)), name: name,
          pinyin: nil,
          born: nil, facts: [])
      }
      let source = PaperSource(
        ledger: ledger, roster: RosterBook(people: rows), shop: ShopList(goods: []), today: today)
      for line in noticeText(source.reprint(notice)).body.unicodeScalars.split(separator: "\n") {
        try requireHarmless(String(line), isTyped: false)
        guard displayWidth(of: String(line)) <= paperWidth else {
          throw Broken("a line of a paper is too long: \(codes(String(line)))")
        }
      }
    }
  }
}
