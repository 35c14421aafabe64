import Foundation

/// Tries every promise of docs/reliability.md on the numbers of cases that it names.
///
///     swift run -c release reliability [--seed N] [--seconds N] [--small] [--law WORDS] [R2 …]
///     swift run reliability mutants
@main
enum Reliability {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if let worker = Worker(words) { exit(worker.carryOut()) }
    if words == ["mutants"] { exit(MutantRun.main()) }
    if words.first == "page" { exit(ReliabilityPage.main(Array(words.dropFirst()))) }
    guard let order = Order(words) else {
      print("usage: reliability [--seed N] [--seconds N] [--small] [--law WORDS] [list | R2 …]")
      print("       reliability mutants")
      print("       reliability page PAGE [--check]")
      exit(2)
    }
    if order.listsOnly {
      for check in checks { print("\(check.id)  \(check.law)") }
      exit(0)
    }
    print("seed \(order.seed), \(order.seconds) seconds each where a check knows no end")
    let chosen = checks.filter(order.includes)
    let outcomes = chosen.map { carryOut($0, order) }
    let counts = [Outcome.held, .skipped, .broken].map { outcome in
      "\(outcomes.count { $0 == outcome }) \(outcome)"
    }
    print(counts.joined(separator: ", "))
    exit(outcomes.contains(.broken) || chosen.isEmpty ? 1 : 0)
  }

  private enum Outcome { case held, skipped, broken }

  private static func carryOut(_ check: Check, _ order: Order) -> Outcome {
    let trial = Trial(weight: order.weight, seed: order.seed, seconds: order.seconds)
    let clock = ContinuousClock()
    let start = clock.now
    do {
      try check.run(trial)
    } catch let skipped as Skipped {
      print("\(check.id)  \(check.law)\n    SKIPPED: \(skipped.reason)")
      return .skipped
    } catch {
      trial.broken("\(error)")
    }
    let time = (clock.now - start) / .seconds(1)
    let isEnough = order.weight == .small ? trial.cases > 0 : trial.cases >= check.figure
    let isSound = !trial.isBroken && isEnough
    print(
      "\(check.id)  \(check.law)\n    \(isSound ? "held" : "BROKEN"): \(trial.cases) \(check.unit)"
        + " (at least \(check.figure)), \(String(format: "%.1f", time)) s")
    for fault in trial.faults { print("    \(fault)") }
    if trial.faultCount > trial.faults.count {
      print("    and \(trial.faultCount - trial.faults.count) more")
    }
    return isSound ? .held : .broken
  }
}

/// How many checks can be at work at once.
let processors = ProcessInfo.processInfo.activeProcessorCount

/// What the words of the command line ask for.
private struct Order {
  var seed: UInt64 = 1
  var seconds = 10.0
  var weight = Trial.Weight.full
  var listsOnly = false
  var ids: Set<String> = []
  /// How the sentence of the wanted checks begins.
  var law = ""

  /// nil when the words cannot be understood.
  init?(_ words: [String]) {
    var words = words[...]
    while let word = words.popFirst() {
      switch word {
      case "--seed":
        guard let number = words.popFirst().flatMap({ UInt64($0) }) else { return nil }
        seed = number
      case "--seconds":
        guard let number = words.popFirst().flatMap({ Double($0) }) else { return nil }
        seconds = number
      case "--small": weight = .small
      case "--law":
        guard let words = words.popFirst() else { return nil }
        law = words
      case "list": listsOnly = true
      default:
        guard checks.contains(where: { $0.id == word }) else { return nil }
        ids.insert(word)
      }
    }
  }

  func includes(_ check: Check) -> Bool {
    (ids.isEmpty || ids.contains(check.id)) && check.law.hasPrefix(law)
  }
}
