import Foundation

/// Builds the program once with all mutants in it and lets every killer try its mutant.
///
///     swift run reliability mutants
struct MutantRun {
  /// The package's own folder, from which all paths are counted.
  private let package = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
  private let copy = FileManager.default.temporaryDirectory
    .appendingPathComponent("xinyi-mutants-\(ProcessInfo.processInfo.processIdentifier)")

  /// The exit status: 1 when a mutant survives, or when a law is broken without any.
  static func main() -> Int32 {
    do {
      return try MutantRun().run() ? 0 : 1
    } catch {
      print("\(error)")
      return 1
    }
  }

  private func run() throws -> Bool {
    defer { try? FileManager.default.removeItem(at: copy) }
    try copyPackage()
    try putIn(mutants)
    let clock = ContinuousClock()
    let start = clock.now
    try build()
    print("built with \(mutants.count) mutants in \(seconds(clock.now - start)) s")
    let killers = Set(mutants.map(\.killer.law)).sorted()
    var isSound = true
    for law in killers {
      let outcome = try tryLaw(law, mutant: nil, seed: 1)
      if outcome != .held { print("without any mutant: \(law): \(outcome)") }
      isSound = isSound && outcome == .held
    }
    var survivors = 0
    for mutant in mutants {
      let outcome = try fate(of: mutant)
      if outcome != .broken { survivors += 1 }
      let word = outcome == .broken ? "killed  " : "SURVIVED"
      print("\(word)  \(mutant.name)  by \(mutant.killer.id): \(mutant.killer.law)")
    }
    print("\(mutants.count - survivors) of \(mutants.count) mutants killed")
    print("\(killers.count) laws, \(seconds(clock.now - start)) s in all")
    return isSound && survivors == 0
  }

  private func seconds(_ duration: Duration) -> String {
    String(format: "%.0f", duration / .seconds(1))
  }
}

// MARK: - The copy

extension MutantRun {
  private func copyPackage() throws {
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    for name in ["Package.swift", "Sources", "Tests"] {
      try FileManager.default.copyItem(
        at: package.appendingPathComponent(name), to: copy.appendingPathComponent(name))
    }
    // A fault may leave a name unused or a line unreached, which is no error here.
    try change("Package.swift") {
      $0.replacing("  .treatAllWarnings(as: .error),\n", with: "")
    }
  }

  private func putIn(_ mutants: [Mutant]) throws {
    let names = mutants.map(\.name)
    guard Set(names).count == names.count else { throw Broken("two mutants have one name") }
    let folder = "Sources/XinyiFiles/"
    for file in Set(mutants.flatMap(\.edits).map(\.file)).sorted() {
      try change(folder + file) { try MutantSource($0, file: file).rewritten(mutants) }
    }
    try Data(MutantSource.switchboard.utf8)
      .write(to: copy.appendingPathComponent(folder + "Mutant.swift"))
  }

  private func change(_ path: String, _ body: (String) throws -> String) throws {
    let url = copy.appendingPathComponent(path)
    try Data(try body(String(contentsOf: url, encoding: .utf8)).utf8).write(to: url)
  }
}

// MARK: - Running it

extension MutantRun {
  private enum Outcome { case held, broken, crashed, endless }

  /// No law takes longer in a small run, in seconds.
  private static let patience = 120.0

  private func build() throws {
    // Optimizing would take longer than it saves: a broken law ends at its first case.
    let words = ["swift", "build", "--product", "reliability"]
    let (status, output) = try carryOut(words, mutant: nil, patience: 1_200)
    guard status == 0 else { throw Broken("the mutants cannot be built:\n\(output)") }
  }

  /// A small run may miss the moment, so that a mutant has to survive several.
  private func fate(of mutant: Mutant) throws -> Outcome {
    for seed in 1...8 {
      let outcome = try tryLaw(mutant.killer.law, mutant: mutant.name, seed: seed)
      if outcome != .held { return outcome }
    }
    return .held
  }

  private func tryLaw(_ law: String, mutant: String?, seed: Int) throws -> Outcome {
    let words = [".build/debug/reliability", "--small", "--seed", "\(seed)", "--law", law]
    let (status, output) = try carryOut(words, mutant: mutant, patience: Self.patience)
    switch status {
    case 0: return .held
    case 1 where output.contains("BROKEN"): return .broken
    case nil: return .endless
    default: return .crashed
    }
  }

  /// The exit status, nil when the time was over or a signal ended it, and what was printed.
  private func carryOut(
    _ words: [String], mutant: String?, patience: Double
  ) throws -> (status: Int32?, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = copy
    process.environment = ProcessInfo.processInfo.environment
      .merging(["XINYI_MUTANT": mutant ?? ""]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let number = process.processIdentifier
    let end = DispatchWorkItem { kill(number, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: end)
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    end.cancel()
    let status = process.terminationReason == .exit ? process.terminationStatus : nil
    return (status, String(decoding: output, as: UTF8.self))
  }
}
