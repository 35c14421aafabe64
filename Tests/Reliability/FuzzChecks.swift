import Foundation
import TestSupport
import XinyiFiles
import XinyiLedger

/// R13: whatever a file holds, it is read rightly or refused, and nothing ends the program.
let fuzzChecks: [Check] = [
  Check("R13", "a changed ledger is told as damaged", figure: 2_000, of: "ledgers") { trial in
    try fuzzLedger(trial, isChainMadeAnew: false)
  },
  Check(
    "R13", "a changed line whose chain is made anew is refused or says what can be true",
    figure: 2_000, of: "ledgers"
  ) { trial in
    try fuzzLedger(trial, isChainMadeAnew: true)
  },
  Check("R13", "what is read as JSON is JSON, and comes back the same", figure: 20_000, of: "texts")
  {
    trial in
    let seeds = try SeedVillage()
    let lines = Array(seeds.lines.prefix(20)) + [seeds["shop.json"], seeds["village.json"]]
    fuzz(trial, "JSON", seeds: lines + [Array("[1,-0.5,1e3,\"\\u4e00\",{}]".utf8)], tryJSON)
  },
  Check(
    "R13", "what is read straight from a line's bytes is what the strict reader reads",
    figure: 20_000, of: "lines"
  ) { trial in
    let bodies = try SeedVillage().lines.map { Array($0.dropLast(75)) }
    fuzz(trial, "line", seeds: bodies) { body in
      if let difference = disagreement(onReading: body) { throw Broken(difference) }
    }
  },
  Check("R13", "head.json is exactly what the program writes", figure: 20_000, of: "heads") {
    trial in
    let seed = try SeedVillage()["head.json"]
    fuzz(trial, "head", seeds: [seed]) { bytes in
      if LedgerHead(bytes: bytes) != nil, bytes != LedgerHead(bytes: bytes)?.bytes {
        throw Broken("another spelling is taken for a head: \(shown(bytes))")
      }
    }
  },
  book("roster.json") { try JSONWriter.page(readRosterBook($0)) },
  book("shop.json") { try JSONWriter.page(readShopList($0)) },
  book("village.json") { try JSONWriter.page(readVillageBook($0)) },
  Check("R13", "a changed catalog is refused or can be used", figure: 500, of: "catalogs") {
    trial in
    fuzz(trial, "catalog", seeds: [defaultCatalogBytes]) { bytes in
      guard let catalog = try? readCatalog(bytes, file: "catalog.json") else { return }
      if !catalog.faults().isEmpty { throw Broken("faults left in \(shown(bytes))") }
    }
  },
  Check(
    "R13", "a table in any encoding is read or refused, and comes back the same", figure: 20_000,
    of: "tables"
  ) { trial in
    let text = "姓名,编号,户号\r\n苏玉强,0012,\"0,12\"\r\n\"李\"\"四\",=1+1,-5\n𠮷野;a;b\tc\n"
    var seeds = [text, text.replacingOccurrences(of: ",", with: ";")].map { Array($0.utf8) }
    seeds += [[0xEF, 0xBB, 0xBF] + seeds[0], [0xFF, 0xFE, 0x2C, 0x00, 0x31, 0x00], gb18030(text)]
    fuzz(trial, "table", seeds: seeds, tryTable)
  },
]

/// Tries changed seeds until the time is over, each case marked before it is tried.
private func fuzz(
  _ trial: Trial, _ label: String, seeds: [[UInt8]], _ body: @Sendable ([UInt8]) throws -> Void
) {
  let mutation = Mutation(seeds: seeds)
  let mark = CaseMark(label, trial)
  trial.untilTimeIsOver { number in
    mark.trying(number)
    var random = trial.random(case: number)
    try body(mutation.next(&random))
  }
}

/// A book that is accepted is a fixed point: written and read again it is the same.
private func book(_ name: String, _ rewritten: @escaping @Sendable ([UInt8]) throws -> [UInt8])
  -> Check
{
  Check("R13", "a changed \(name) is refused or kept as it is read", figure: 5_000, of: "books") {
    trial in
    let seed = try SeedVillage()[name]
    fuzz(trial, name, seeds: [seed, [0xEF, 0xBB, 0xBF] + seed]) { bytes in
      guard let once = try? rewritten(bytes) else { return }
      guard try rewritten(once) == once else { throw Broken("changes again: \(shown(bytes))") }
    }
  }
}

private func shown(_ bytes: [UInt8]) -> String {
  String(decoding: bytes.prefix(300), as: UTF8.self).debugDescription
}

// MARK: - JSON

@Sendable private func tryJSON(_ bytes: [UInt8]) throws {
  let document = JSONDocument(parsing: bytes, file: "x", allowsBOM: false)
  guard document.faults.isEmpty else { return }
  let options: JSONSerialization.ReadingOptions = .fragmentsAllowed
  guard (try? JSONSerialization.jsonObject(with: Data(bytes), options: options)) != nil else {
    throw Broken("only we accept \(shown(bytes))")
  }
  let written = rebuilt(document.root).compact
  let again = JSONDocument(parsing: written, file: "x", allowsBOM: false)
  guard again.faults.isEmpty, rebuilt(again.root).compact == written else {
    throw Broken("does not come back: \(shown(bytes))")
  }
}

/// The value of a node, put together again from its parts.
private func rebuilt(_ node: JSONNode) -> JSON {
  switch node.source.first {
  case UInt8(ascii: "{"): .object(node.members.map { ($0.key, rebuilt($0.value)) })
  case UInt8(ascii: "["): .array(node.elements.map(rebuilt))
  case UInt8(ascii: "\""): .string(node.text ?? "")
  default: .number(String(decoding: node.source, as: UTF8.self))
  }
}

// MARK: - Tables

@Sendable private func tryTable(_ bytes: [UInt8]) throws {
  guard let table = try? CSV.read(bytes) else { return }
  let texts = table.rows.map { $0.cells.map(\.text) }
  let written = CSV.write(texts.map { $0.map { .text($0) } })
  let again = try CSV.read(written).rows.map { $0.cells.map(\.text) }
  // The writer marks what a spreadsheet would calculate; an empty line is no row.
  let expected = texts.filter { $0 != [""] }
  guard again.count == expected.count else { throw Broken("rows are lost: \(shown(bytes))") }
  for (row, other) in zip(expected, again) {
    let same = row.count == other.count && zip(row, other).allSatisfy { $0 == $1 || "'" + $0 == $1 }
    if !same { throw Broken("\(row) came back as \(other)") }
  }
}

private func gb18030(_ text: String) -> [UInt8] {
  Array(text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
}

// MARK: - The ledger

/// Ledgers of a village with one changed line, or changed anywhere.
private func fuzzLedger(_ trial: Trial, isChainMadeAnew: Bool) throws {
  let seed = try SeedVillage()
  let bodies = seed.lines.map { Array($0.dropLast(75)) }
  let mutation = Mutation(seeds: isChainMadeAnew ? bodies : [seed["ledger.jsonl"]])
  let mark = CaseMark(isChainMadeAnew ? "chain" : "ledger", trial)
  let catalogs = [1: try defaultCatalog()]
  guard let head = LedgerHead(bytes: seed["head.json"]) else { throw Broken("no head") }
  trial.untilTimeIsOver { number in
    mark.trying(number)
    var random = trial.random(case: number)
    var ledger = seed["ledger.jsonl"]
    if isChainMadeAnew {
      let index = Int.random(in: bodies.indices, using: &random)
      var changed = bodies
      // Only a body that still stands in its place gets as far as its meaning.
      changed[index] = meaning(of: bodies[index], from: mutation.next(&random), &random)
      ledger = chain(changed)
    } else {
      ledger = Array(mutation.next(&random).prefix(head.end))
    }
    let (found, lines, isSound) = replay(ledger, catalogs: catalogs)
    if let fault = found?.invariantFaults().first {
      throw Broken("an invariant fails: \(fault) in \(shown(ledger))")
    }
    let isAcknowledged = lines.count == head.seq && lines.lastHash == head.last
    if isSound, isAcknowledged, ledger != seed["ledger.jsonl"] {
      throw Broken("a change was not noticed: \(shown(ledger))")
    }
  }
}

/// What a line says from its time on.
private func rest(of body: [UInt8]) -> ArraySlice<UInt8> {
  let start = Array(#""at":"#.utf8)
  return body.indices.first { body[$0...].starts(with: start) }.map { body[$0...] } ?? body[...]
}

/// A body that goes on with something changed, or with what another line says.
private func meaning(
  of body: [UInt8], from other: [UInt8], _ random: inout SeededRandom
) -> [UInt8] {
  if random.oneIn(3) { return Array(rest(of: other)) }
  return Mutation(seeds: [Array(rest(of: body))]).next(&random)
}

/// Lines with fresh numbers, predecessors and hashes.
private func chain(_ bodies: [[UInt8]]) -> [UInt8] {
  var ledger: [UInt8] = []
  var last = Digest.zero
  for (index, body) in bodies.enumerated() {
    let line = LedgerFormat.beginning(seq: index + 1, prev: last) + rest(of: body)
    last = SHA256.digest(of: line)
    ledger += line + Array(#","hash":"\#(last)"}"#.utf8) + [10]
  }
  return ledger
}
