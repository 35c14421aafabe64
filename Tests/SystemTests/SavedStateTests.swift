import Foundation
import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

/// What S10 says of a saved state: it is there so that nobody waits, and changes no byte.
@Suite struct SavedStateTests {
  /// A village of fourteen months with everything in it, and today.
  private static let made: Result<(village: Village, today: String, people: [String]), any Error> =
    Result {
      let village = Village(folder: try TemporaryFolder())
      let told = try Binary.run([
        "demo", village.folder.path, "--people", "60", "--months", "14", "--seed", "3", "--json",
      ])
      let today = try #require(try Answer(told.output)["today"].text)
      let rows = try village.done(today, "balance")["rows"].list ?? []
      let rich = rows.sorted { $0["spendable"].number ?? 0 > $1["spendable"].number ?? 0 }
      Leftovers.add(village.folder.path)
      return (village, today, rich.compactMap { $0["person"].text })
    }

  /// Saves the state of a village as it is, and shows that it is there to be used.
  private func save(_ village: Village, at place: SourceLocation = #_sourceLocation) throws {
    let folder = try VillageFolder.open(village.folder.path, files: .host)
    folder.saveState(of: try folder.readVillage())
    try requireState(village, at: place)
  }

  private func requireState(
    _ village: Village, at place: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try VillageFolder.open(village.folder.path, files: .host)
    let snapshot = try folder.readVillageByState()
    try #require(snapshot?.isByState == true, "no state is used", sourceLocation: place)
  }

  /// Seeded commands of those that may trust a state, all with a receipt of their own.
  private func commands(seed: UInt64, people: [String], count: Int) -> [String] {
    var random = SeededRandom(seed: seed)
    let slips = ["1103-01", "1203-01", "0103-01", "0303-02"]
    return (0..<count).map { index in
      let one = random.pick(Array(people.prefix(random.oneIn(2) ? 8 : 60)))
      let other = random.pick(people)
      let line =
        switch Int.random(in: 0..<12, using: &random) {
        case 0: "balance \(one)"
        case 1: "balance \(one) \(other)"
        case 2: "statement \(one)"
        case 3: "statement \(one) --from 2025-01-01"
        case 4: "record GI04 \(one) --evidence 照片"
        case 5: "record GI01 \(one) --quantity 4 --evidence 签到表"
        case 6: "record RJ01 \(one) \(other) --evidence 照片"
        case 7: "record GI16 \(one) --evidence 收据"
        case 8: "refund \(random.pick(slips)) --why 拿错了"
        case 9: "redeem \(one) 食盐 --again"
        default: "redeem \(one) 肥皂x2 --proxy \(other)"
        }
      let isWriting = !line.hasPrefix("balance") && !line.hasPrefix("statement")
      // Now and then the same receipt again, with the same words or others.
      return isWriting ? line + " --receipt K-\(random.oneIn(8) ? max(0, index - 1) : index)" : line
    }
  }

  @Test(arguments: UInt64(0)..<4)
  func `every command says and writes the same by a saved state as by all lines`(
    seed: UInt64
  ) throws {
    let (original, today, people) = try Self.made.get()
    let (plain, saved) = (try original.copy(), try original.copy())
    try save(saved)
    var statuses: Set<Int32> = []
    for (number, line) in commands(seed: seed, people: people, count: 40).enumerated() {
      let expected = try plain.run(today, line)
      try requireState(saved)
      let found = try saved.run(today, line)
      statuses.insert(expected.status)
      #expect(found.status == expected.status, "seed \(seed), \(number): \(line)")
      #expect(found.text == expected.text, "seed \(seed), \(number): \(line)")
      #expect(found.complaint == expected.complaint, "seed \(seed), \(number): \(line)")
    }
    #expect(statuses.isSuperset(of: [0, 1]), "seed \(seed): \(statuses)")
    for file in ["ledger.jsonl", "head.json", "roster.json", "shop.json", "village.json"] {
      #expect(saved.folder.bytes(file) == plain.folder.bytes(file), "seed \(seed): \(file)")
    }
    #expect(plain.folder.names("cache").isEmpty)
    try saved.folder.remove("cache")
    try saved.isSound()
  }

  @Test func `a large village has its state from the first command on, and anew before it is old`()
    throws
  {
    let village = Village(folder: try TemporaryFolder())
    let words = ["demo", village.folder.path, "--people", "400", "--months", "6", "--json"]
    let today = try #require(try Answer(try Binary.run(words).output)["today"].text)
    func base() throws -> Int {
      let seal = try #require(village.folder.bytes("cache/seal.json"))
      return try #require(try Answer(seal)["base"]["seq"].whole)
    }
    try village.done(today, "balance 0001")
    try requireState(village)
    let first = try base()
    #expect(first > VillageFolder.linesWithoutState)
    // What is recorded stands behind the state.
    var batches: [String] = []
    for number in 1...6 {
      let line = "record GI04 全村 --evidence 照片 --deed D\(number) --json"
      // Who has moved away is left out, which is told.
      let told = try village.run(today, line)
      try #require(told.status == 0, "\(told.complaint)")
      batches.append(try #require(try Answer(told.output)["batch"].text))
    }
    #expect(try base() == first)
    try requireState(village)
    // A command that reads all lines anyway makes a new one.
    try village.done(today, "withdraw \(batches[5]) --why 试记")
    #expect(try base() > first + VillageFolder.linesWithoutState / 2)
    try requireState(village)
    // One that changes hundreds of entries leaves nothing for the next to change again.
    try village.done(today, "withdraw \(batches[...2].joined(separator: " ")) --why 试记")
    let folder = try VillageFolder.open(village.folder.path, files: .host)
    let whole = try folder.readVillage()
    #expect(try base() == whole.lines.count)
    #expect(try folder.readVillageByState()?.ledger == whole.ledger)
  }

  @Test func `a ledger over its saved state is the ledger of all lines`() throws {
    let (original, _, _) = try Self.made.get()
    let village = try original.copy()
    try save(village)
    let folder = try VillageFolder.open(village.folder.path, files: .host)
    let whole = try folder.readVillage()
    let byState = try #require(try folder.readVillageByState())
    #expect(byState.ledger == whole.ledger)
    #expect(byState.isSound)
    #expect(byState.lines.count == whole.lines.count)
    #expect(
      byState.lines.fingerprint(lines: whole.lines.count)
        == whole.lines.fingerprint(lines: whole.lines.count))
  }

  @Test func `a state that is damaged, cut, garbage or away is never believed`() throws {
    let (original, today, people) = try Self.made.get()
    let village = try original.copy()
    try save(village)
    let lines = [
      "statement \(people[0])", "redeem \(people[0]) 食盐 --dry-run --again --receipt K1",
      "record GI04 \(people[1]) --dry-run --receipt K2", "balance \(people[2])",
    ]
    let expected = try lines.map { try original.run(today, $0).text }
    let state = try #require(village.folder.bytes("cache/state"))
    let seal = try #require(village.folder.bytes("cache/seal.json"))
    var random = SeededRandom(seed: 11)
    var wrong: [(state: [UInt8]?, seal: [UInt8]?)] = [
      (nil, seal), (state, nil), ([], seal), (state, []), (Array(state.dropLast(5000)), seal),
      ([UInt8](repeating: 0, count: state.count), seal), (state, Array("{}".utf8)),
      (state, Array(seal.dropLast(40))),
    ]
    for _ in 0..<40 {
      var flipped = state
      flipped[Int.random(in: state.indices, using: &random)] ^=
        UInt8(1)
        << UInt8.random(
          in: 0..<8, using: &random)
      wrong.append((flipped, seal))
    }
    for (number, (state, seal)) in wrong.enumerated() {
      for (name, bytes) in [("cache/state", state), ("cache/seal.json", seal)] {
        if let bytes {
          try village.folder.write(bytes, to: name)
        } else {
          try village.folder.remove(name)
        }
      }
      let index = number % lines.count
      let found = try village.run(today, lines[index])
      #expect(found.text == expected[index], "seed 11, \(number): \(lines[index])")
      #expect(found.status == 0, "seed 11, \(number): \(found.complaint)")
    }
  }

  @Test func `a state of another village, another version or another ledger file is not used`()
    throws
  {
    let (original, today, people) = try Self.made.get()
    let (village, other) = (try original.copy(), try original.copy())
    try other.done(today, "redeem \(people[0]) 食盐 --again")
    try save(other)
    try save(village)
    let folder = try VillageFolder.open(village.folder.path, files: .host)
    let seal = village.text(of: "cache/seal.json")

    try village.folder.write(other.text(of: "cache/seal.json"), to: "cache/seal.json")
    #expect(try folder.readVillageByState() == nil)
    let digit = seal.contains(#""format": 1"#) ? "2" : "1"
    try village.folder.write(seal, to: "cache/seal.json")
    try village.edit("cache/seal.json", #""format": "#, #""format": \#(digit)"#)
    #expect(try folder.readVillageByState() == nil)

    // Touched, and written anew with the same bytes: another time, another inode.
    try village.folder.write(seal, to: "cache/seal.json")
    try requireState(village)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
      ofItemAtPath: village.folder.path("ledger.jsonl"))
    #expect(try folder.readVillageByState() == nil)
  }

  @Test func `a ledger that was changed is told as damaged, whatever its state says`() throws {
    let (original, today, people) = try Self.made.get()
    let village = try original.copy()
    try save(village)
    var bytes = try #require(village.folder.bytes("ledger.jsonl"))
    let place = bytes.count / 2
    bytes[place] = bytes[place] == 65 ? 66 : 65
    try village.folder.write(bytes, to: "ledger.jsonl")
    #expect(try village.run(today, "balance \(people[0])").status == 3)
    #expect(try village.run(today, "redeem \(people[0]) 食盐").status == 3)
  }

  @Test func `what leaves the village never looks at a saved state`() throws {
    let (original, today, people) = try Self.made.get()
    let village = try original.copy()
    let folder = try VillageFolder.open(village.folder.path, files: .host)
    let looks = ["verify", "export csv", "report", "status", "balance"]
    let before = try looks.map { try village.run(today, $0).text }
    let balance = try village.run(today, "balance \(people[0])").text

    // A state in which the first person has bought what nobody sold, under a seal that holds.
    let snapshot = try folder.readVillage()
    let stamp = Draft.Stamp(
      at: snapshot.ledger.lastAt, by: Operator(unchecked: "clerk"),
      receipt: ReceiptKey(unchecked: "K"), request: .zero)
    var draft = Draft(snapshot.ledger, stamp: stamp)
    let basket = RedeemRequest(
      .person(PersonNumber(unchecked: people[0])), basket: [.init(ItemCode(unchecked: "SY"), 1)],
      on: draft.today, again: true, limits: [:])
    try draft.redeem(try #require(basket))
    folder.saveState(of: draft.ledger, as: snapshot)
    #expect(try village.run(today, "balance \(people[0])").text != balance)
    #expect(try looks.map { try village.run(today, $0).text } == before)
  }

  @Test
  func `who last looked before a state was saved goes on working by it, and notes what is new`()
    throws
  {
    let (original, today, people) = try Self.made.get()
    let village = try original.copy()
    let old = village.on(try TemporaryFolder())
    try old.done(today, "balance \(people[0])")
    for number in 1...3 {
      try village.done(
        today, "record GI04 \(people[1]) --evidence 照片 --deed D\(number) --receipt K-\(number)")
    }
    try save(village)

    let expected = try original.copy()
    for number in 1...3 {
      try expected.done(
        today, "record GI04 \(people[1]) --evidence 照片 --deed D\(number) --receipt K-\(number)")
    }
    let line = "redeem \(people[0]) 食盐 --again --receipt K-4"
    let (found, wanted) = (try old.run(today, line), try expected.run(today, line))
    #expect(found.status == 0, "\(found.complaint)")
    #expect(found.text == wanted.text)

    // By the state alone: what was seen so is missed when it is put back.
    let seen = village.on(try TemporaryFolder())
    try requireState(village)
    try seen.done(today, "balance \(people[0])")
    for name in ["ledger.jsonl", "head.json"] {
      try village.folder.write(try #require(original.folder.bytes(name)), to: name)
    }
    #expect(try seen.run(today, "balance \(people[0])").status == 4)
  }

  @Test(arguments: ["pages", "directory", "length"])
  func `a seal with an impossible number is not used`(key: String) throws {
    let (original, today, people) = try Self.made.get()
    let village = try original.copy()
    try save(village)
    let seal = village.text(of: "cache/seal.json")
    let folder = try VillageFolder.open(village.folder.path, files: .host)
    for number in ["0", "-1", "9223372036854775807", "-9223372036854775808", "1000000000"] {
      let place = try #require(seal.range(of: "\"\(key)\": [0-9]+", options: .regularExpression))
      try village.folder.write(
        seal.replacingCharacters(in: place, with: "\"\(key)\": \(number)"), to: "cache/seal.json")
      #expect(try folder.readVillageByState() == nil, "\(key) \(number)")
    }
    let found = try village.run(today, "balance \(people[0])")
    #expect(found.text == (try original.run(today, "balance \(people[0])").text))
  }
}
