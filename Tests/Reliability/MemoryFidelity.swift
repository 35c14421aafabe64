import Foundation
import TestSupport
import XinyiFiles

/// What all the checks in memory rest on.
let memoryFidelity = Check(
  "R7", "As long as nothing fails, the machine in memory answers every call as this machine does",
  figure: 20_000, of: "calls"
) { trial in
  trial.each(trial.share(100, smallOneIn: 20)) { number in
    let folder = try TemporaryFolder()
    var twins = try Twins(root: folder.path("."), trial.random(case: number))
    for _ in 0..<200 { try twins.callBoth() }
    twins.close()
    // The case itself is counted as one.
    trial.held(199)
  }
}

/// The machine in memory and this one, given the same calls.
private struct Twins {
  private let memory = MemorySystem()
  private let host = HostSystem()
  private var random: SeededRandom
  /// The same file or folder on both; the first is the folder that holds all.
  private var open: [(memory: Int32, host: Int32)]

  private static let names = ["a", "b", "c", "sub", "missing/a"]
  private static let purposes: [OpenPurpose] = [
    .reading, .appending, .locking, .creating, .creating, .folder, .inputAsGiven,
  ]

  init(root: String, _ random: SeededRandom) throws {
    self.random = random
    open = [
      (
        try memory.open("/", in: nil, for: .folderAsGiven),
        try host.open(root, in: nil, for: .folderAsGiven)
      )
    ]
  }

  func close() {
    for pair in open { host.close(pair.host) }
  }

  mutating func callBoth() throws {
    let one = open.randomElement(using: &random) ?? open[0]
    let folder = open[0]
    let (name, other) = (random.pick(Self.names), random.pick(["a", "b", "c"]))
    let number = Int.random(in: 0...900, using: &random)
    switch Int.random(in: 0..<14, using: &random) {
    case 0..<3: try openBoth(name, random.pick(Self.purposes))
    case 3: try compare("read \(number)") { try Self.read(number, one, $0) }
    case 4..<6:
      let bytes = [UInt8](repeating: UInt8(number % 256), count: number)
      try compare("write \(number)") { twin in
        try Self.write(bytes, twin.system, twin.pick(one))
      }
    case 6: try compare("truncate \(number)") { try $0.system.truncate($0.pick(one), to: number) }
    case 7: try compare("status") { Seen(try $0.system.status($0.pick(one))) }
    case 8:
      try compare("status of \(name)") {
        Seen(try $0.system.status(of: name, in: $0.pick(folder)))
      }
    case 9: try compare("lock") { try $0.system.lock($0.pick(one)) }
    case 10:
      let old = random.pick(["a", "b", "c"])
      try compare("rename \(old) \(other)") {
        try $0.system.rename(old, to: other, in: $0.pick(folder))
      }
    case 11: try compare("remove \(name)") { try $0.system.remove(name, in: $0.pick(folder)) }
    case 12:
      try compare("makeFolder") {
        try $0.system.makeFolder("sub", in: $0.pick(folder), mode: 0o700)
      }
      try compare("names") { try $0.system.names(in: $0.pick(folder)).sorted() }
    default: closeOne()
    }
  }

  private mutating func openBoth(_ name: String, _ purpose: OpenPurpose) throws {
    var numbers: [Int32] = []
    let folder = open[0]
    try compare("open \(name) \(purpose)") {
      numbers.append(try $0.system.open(name, in: $0.pick(folder), for: purpose))
    }
    if numbers.count == 2 { open.append((numbers[0], numbers[1])) }
  }

  private mutating func closeOne() {
    guard open.count > 1 else { return }
    let pair = open.remove(at: Int.random(in: 1..<open.count, using: &random))
    memory.close(pair.memory)
    host.close(pair.host)
  }

  /// One of the two machines.
  private struct Twin {
    let system: any SystemCalls
    let isMemory: Bool

    func pick(_ pair: (memory: Int32, host: Int32)) -> Int32 {
      isMemory ? pair.memory : pair.host
    }
  }

  private func compare<Answer>(
    _ what: String, _ call: (Twin) throws -> Answer
  ) throws {
    var answers: [String] = []
    for twin in [Twin(system: memory, isMemory: true), Twin(system: host, isMemory: false)] {
      do {
        answers.append("\(try call(twin))")
      } catch let error as ErrorNumber {
        answers.append("error \(error.value)")
      }
    }
    guard answers[0] == answers[1] else {
      throw Broken("\(what): \(answers[0]) in memory, \(answers[1]) here")
    }
  }

  private static func read(
    _ count: Int, _ pair: (memory: Int32, host: Int32), _ twin: Twin
  ) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count + 1)
    let read = try bytes.withUnsafeMutableBytes { buffer in
      try twin.system.read(twin.pick(pair), into: buffer)
    }
    return Array(bytes.prefix(read))
  }

  private static func write(
    _ bytes: [UInt8], _ system: any SystemCalls, _ descriptor: Int32
  ) throws -> Int {
    try bytes.withUnsafeBytes { buffer in
      try system.write(descriptor, buffer)
    }
  }

  /// What both machines must agree on; the size of a folder is nobody's business.
  private struct Seen {
    let words: String

    init(_ status: FileStatus) {
      let isFile = status.kind == .file
      words = isFile ? "\(status.size) \(status.links) \(status.mode)" : "\(status.kind)"
    }
  }
}
