import TestSupport
import Testing

/// One damage made by hand, and what `verify` is to say of it.
struct Damage: Sendable, CustomTestStringConvertible {
  let code: String
  /// What was done, in words.
  let name: String
  let file: String
  var line: Int?
  var status: Int32 = 3
  let make: @Sendable (Village) throws -> Void

  var testDescription: String { "\(code): \(name)" }

  init(
    _ code: String, _ name: String, _ file: String, _ line: Int? = nil, status: Int32 = 3,
    make: @escaping @Sendable (Village) throws -> Void
  ) {
    self.code = code
    self.name = name
    self.file = file
    self.line = line
    self.status = status
    self.make = make
  }
}

private let ledger = "ledger.jsonl"

/// Damage of the ledger and of what belongs to it: whatever writes or leaves the village refuses.
let ledgerDamages = headDamages + fileDamages + lineDamages + forgedLines

private let headDamages: [Damage] = [
  Damage("V101", "head.json is gone", "head.json") { try $0.folder.remove("head.json") },
  Damage("V102", "a digit of head.json is changed", "head.json") {
    try $0.edit("head.json", #""seq":"#, #""seq":1"#)
  },
  Damage("V103", "head.json is a folder", "head.json") {
    try $0.folder.remove("head.json")
    try $0.folder.makeFolder("head.json")
  },
  Damage("V118", "head.json counts one line more", ledger) {
    try $0.sealHead(seq: $0.ledgerLines.count + 1)
  },
]

private let fileDamages: [Damage] = [
  Damage("V104", "the ledger is gone", ledger) { try $0.folder.remove(ledger) },
  Damage("V105", "the ledger has a second name", ledger) {
    try $0.folder.hardLink("copy.jsonl", to: ledger)
  },
  Damage("V105", "the ledger is a link", ledger) {
    try $0.folder.write($0.folder.bytes(ledger) ?? [], to: "real.jsonl")
    try $0.folder.remove(ledger)
    try $0.folder.link(ledger, to: $0.folder.path("real.jsonl"))
  },
  Damage("V110", "the last line is cut off", ledger, status: 4) {
    try $0.forge { $0.removeLast() }
  },
  Damage("V110", "the last byte is cut off", ledger, status: 4) {
    try $0.folder.write(($0.folder.bytes(ledger) ?? []).dropLast(), to: ledger)
  },
  Damage("V110", "an older copy of the ledger is put back", ledger, status: 4) {
    try $0.forge { $0.removeLast(20) }
  },
  Damage("V112", "head.json ends inside a line", ledger, 60) { village in
    try village.forge { $0.removeLast($0.count - 60) }
    try village.sealHead(end: (village.folder.bytes(ledger)?.count ?? 0) - 10)
  },
]

private let lineDamages: [Damage] = [
  Damage("V114", "one letter of a line is changed", ledger, 40) {
    try $0.forge { $0[39] = $0[39].replacing("clerk", with: "klerk") }
  },
  Damage("V114", "the first line is changed", ledger, 1) {
    try $0.forge { $0[0] = $0[0].replacing("苏庄村", with: "李庄村") }
  },
  Damage("V113", "the end of a line is spoilt", ledger, 40) {
    try $0.forge { $0[39] = $0[39].replacing(#""hash""#, with: #""hesh""#) }
  },
  Damage("V113", "one line ends as on Windows", ledger, 40) {
    try $0.forge { $0[39] += "\r" }
  },
  Damage("V113", "all lines end as on Windows", ledger, 1) {
    try $0.forge { $0 = $0.map { $0 + "\r" } }
  },
  Damage("V116", "a line stands twice", ledger, 41) {
    try $0.forge { $0.insert($0[39], at: 40) }
  },
  Damage("V116", "two lines have changed places", ledger, 40) {
    try $0.forge { $0.swapAt(39, 40) }
  },
  Damage("V116", "a line of another place is put in", ledger, 40) {
    try $0.forge { $0.insert($0[50], at: 39) }
  },
  Damage("V116", "a line is taken out", ledger, 40) {
    try $0.forge { $0.remove(at: 39) }
  },
  Damage("V111", "a line is longer than any", ledger, 40) { village in
    try village.forge { $0[39] = String(repeating: "x", count: 70_000) }
    try village.sealHead()
  },
]

/// Lines that are sound in themselves: their hashes were made anew.
private let forgedLines: [Damage] = [
  Damage("V117", "a line is edited and its own hash made anew", ledger, 41) {
    try $0.forge { lines in
      lines[39] = try Village.sealed(lines[39].replacing("clerk", with: "klerk"))
    }
  },
  Damage("V115", "a line begins otherwise", ledger, 40) {
    try $0.forge { lines in
      lines[39] = try Village.sealed(lines[39].replacing(#"{"seq""#, with: #"{"sek""#))
    }
  },
  Damage("V119", "a line is edited, the chain made anew, the head kept", ledger, 62) {
    try $0.forge { lines in
      lines[39] = lines[39].replacing("clerk", with: "klerk")
      try Village.sealChain(&lines, from: 40)
    }
  },
  Damage("V201", "a forged line holds a word that is none", ledger, 41) {
    try $0.forgeWhole(41, #""source":"collector""#, #""source":"neighbour""#)
  },
  Damage("V202", "a forged line is spaced otherwise", ledger, 40) {
    try $0.forgeWhole(40, #","by":"clerk""#, #", "by":"clerk""#)
  },
  Damage("V203", "a forged line names a person who is not in the ledger", ledger, 41) {
    try $0.forgeWhole(41, #""person":"0012""#, #""person":"0912""#)
  },
  Damage("V203", "forged points do not add up", ledger, 56) {
    try $0.forgeWhole(56, #""spendable":0.3"#, #""spendable":9.3"#)
  },
]

/// What stands beside the ledger: told by `verify`; the ledger counts.
let bookDamages: [Damage] = [
  Damage("V401", "a setting is changed by hand", "village.json") {
    try $0.edit("village.json", #""noticeDays": 5"#, #""noticeDays": 1"#)
  },
  Damage("V401", "the village is renamed by hand", "village.json") {
    try $0.edit("village.json", "侯营镇", "别的镇")
  },
  Damage("V402", "a fact of the roster is changed by hand", "roster.json") {
    try $0.edit("roster.json", #""value": "012""#, #""value": "031""#)
  },
  Damage("V403", "a price is changed by hand", "shop.json") {
    try $0.edit("shop.json", #""price": 10"#, #""price": 1"#)
  },
  Damage("V404", "a posted text is gone", "notices/2026-10.txt") {
    try $0.folder.remove("notices/2026-10.txt")
  },
  Damage("V405", "a posted text is edited", "notices/2026-10.txt") {
    try $0.edit("notices/2026-10.txt", "+2.0", "+9.0")
  },
  Damage("V405", "the salt of a posted text is gone", "notices/2026-10.txt") {
    try $0.folder.remove("notices/2026-10.salt")
  },
]

/// Files without which nothing can be read.
let missingFiles: [Damage] = [
  Damage("V301", "the roster is gone", "roster.json") { try $0.folder.remove("roster.json") },
  Damage("V301", "the catalog is gone", "catalog.json") { try $0.folder.remove("catalog.json") },
  Damage("V302", "the catalog has one more space", "catalog.json") {
    try $0.edit("catalog.json", "\"format\": 1", "\"format\":  1")
  },
  Damage("V302", "a title of the catalog is changed", "catalog.json") {
    try $0.edit("catalog.json", "主动维护人居环境整治", "主动维护人居环境")
  },
  Damage("V303", "the shop is a folder", "shop.json") {
    try $0.folder.remove("shop.json")
    try $0.folder.makeFolder("shop.json")
  },
  Damage("V303", "the roster is a link", "roster.json") {
    try $0.folder.write($0.folder.bytes("roster.json") ?? [], to: "real.json")
    try $0.folder.remove("roster.json")
    try $0.folder.link("roster.json", to: $0.folder.path("real.json"))
  },
]
