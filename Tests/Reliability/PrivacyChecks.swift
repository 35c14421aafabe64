import Foundation
import TestSupport
import XinyiFiles

/// R15: nothing that leaves the village holds a number of a person, or more of a name than it may.
let privacyChecks: [Check] = [
  Check("R15", "no digits of any number in any public output", figure: 1_000, of: "rosters") {
    trial in
    let village = try SeedVillage()
    trial.each(trial.share(1_000)) { number in
      var random = trial.random(case: number)
      let people = (0..<8).map { _ in Planted(&random) }
      let room = try village.folder(changing: ["roster.json": roster(village, people)])
      // Without the kept paper it is made anew from this roster.
      if number.isMultiple(of: 2) { try? room.remove("v/notices/2026-10.txt") }
      if number.isMultiple(of: 3) {
        for person in ["0012", "0013", "0031"] {
          _ = try ProgramRun(
            [
              "-C", "v", "--today", SeedVillage.today, "person", "consent", person, "--for",
              "names",
            ],
            in: room)
        }
      }
      let isNamed = number.isMultiple(of: 3)
      try tell(room, notices[number / 3 % notices.count], people, isNamed: isNamed)
      try tell(room, others[number % others.count], people, isNamed: true)
    }
  }
]

/// The notice in its formats, one for each roster; of three with the same one, one has people who
/// agreed to be named.
private let notices = ["notice show", "notice show --format csv", "notice show --format json"]

/// What else leaves the village, and what is told where something is wrong; one for each roster.
private let others = [
  "platform export 2026-10 --format csv --dry-run", "redeem 0012 XYF×999", "statement 苏",
  "record GI04 9999", "person find 苏 --x", "platform export 2026-10 --format json --dry-run",
]

/// A person as a careless hand may have written him into the roster.
private struct Planted: Sendable {
  let identity: String
  let telephone: String
  let born: String
  let name: String
  /// What must not be read on the board, in full.
  let middle: String

  init(_ random: inout SeededRandom) {
    func digits(_ count: Int, _ random: inout SeededRandom) -> String {
      (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }
    identity = "3715021" + digits(11, &random)
    telephone = "139" + digits(8, &random)
    let day = (Int.random(in: 1930...2010, using: &random), Int.random(in: 1...12, using: &random))
    born = String(format: "%d-%02d-%02d", day.0, day.1, Int.random(in: 1...28, using: &random))
    middle = random.pick(["玉", "建国", "小明", "秀英"])
    let surname = random.pick(["苏", "王", "欧阳", "买买提·", "Li "])
    let wide = String(
      telephone.unicodeScalars.map { Character(Unicode.Scalar($0.value + 0xFEE0)!) })
    switch Int.random(in: 0..<6, using: &random) {
    case 0: name = surname + middle + "强" + identity
    case 1: name = identity
    case 2: name = surname + telephone + middle + "强"
    case 3: name = "\(surname)\(middle)强（\(wide)）"
    case 4: name = "\(surname)\(middle)强 \(born) \(telephone)"
    default: name = surname + middle + "强"
    }
  }
}

/// The village's roster with other names and birth dates.
private func roster(_ village: SeedVillage, _ people: [Planted]) throws -> [UInt8] {
  var book = try readRosterBook(village["roster.json"])
  for index in book.people.indices {
    book.people[index].name = people[index % people.count].name
    book.people[index].born = .init(people[index % people.count].born)
  }
  return try JSONWriter.page(book)
}

/// Runs a command and looks through everything it said.
private func tell(
  _ room: TemporaryFolder, _ line: String, _ people: [Planted], isNamed: Bool
) throws {
  let words =
    ["-C", "v", "--today", SeedVillage.today] + line.split(separator: " ").map(String.init)
  let run = try ProgramRun(words, in: room)
  if let fault = run.fault { throw Broken("\(line): \(fault)") }
  let isPublic = line.hasPrefix("notice")
  let said = String(decoding: run.output, as: UTF8.self) + run.complaint
  // Full-width digits are digits, and spaces between them hide nothing.
  let text = String(said.precomposedStringWithCompatibilityMapping.filter { $0 != " " })
  for person in people {
    for number in [person.identity, person.telephone] where leaks(number, in: text) {
      throw Broken("\(line): part of \(number) for \(person.name)")
    }
    if said.contains(person.born) { throw Broken("\(line): the birth date \(person.born)") }
    let full = person.name
    if isPublic, !isNamed, full.count > 3, said.contains(full) {
      throw Broken("\(line): the whole name \(full)")
    }
  }
}

/// Whether seven digits in a row of the number stand in the text.
private func leaks(_ number: String, in text: String) -> Bool {
  let digits = Array(number)
  return (0...digits.count - 7).contains { text.contains(String(digits[$0..<$0 + 7])) }
}
