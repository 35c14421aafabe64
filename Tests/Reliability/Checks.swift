/// All checks, in the order of docs/reliability.md.
let checks: [Check] = fuzzChecks + argumentChecks + badFileChecks + nameChecks + privacyChecks
