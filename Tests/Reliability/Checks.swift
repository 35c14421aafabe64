/// All checks, in the order of docs/reliability.md: by their numbers, and in one number as they are
/// listed here.
let checks: [Check] = listed.enumerated()
  .sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
  .map(\.element)

private let listed =
  modelChecks + protocolChecks + faultChecks + writerChecks + killChecks + powerCutChecks
  + fullDiskChecks
  + fuzzChecks + argumentChecks + badFileChecks + nameChecks + privacyChecks + clockChecks
