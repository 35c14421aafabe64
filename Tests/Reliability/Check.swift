/// One promise of docs/reliability.md, tried on many cases.
struct Check: Sendable {
  /// The number the promises are known by: R2, R7 …
  let id: String
  /// What holds, in a sentence; unique, so that a mutant can name its killer.
  let law: String
  /// How many cases a full run tries at least.
  let figure: Int
  /// What the check counts: `changed bytes`, `crash states` …
  let unit: String
  let run: @Sendable (Trial) throws -> Void

  init(
    _ id: String, _ law: String, figure: Int, of unit: String,
    run: @escaping @Sendable (Trial) throws -> Void
  ) {
    self.id = id
    self.law = law
    self.figure = figure
    self.unit = unit
    self.run = run
  }
}

extension Check {
  /// 7 for R7.
  var number: Int { Int(id.dropFirst()) ?? 0 }
}

/// A check that cannot be made on this machine, with the reason and what it would need.
struct Skipped: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// A promise that was broken.
struct Broken: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
