/// All checks, in the order of docs/reliability.md.
let checks: [Check] =
  protocolChecks + faultChecks + writerChecks + killChecks + powerCutChecks
  + fullDiskChecks + clockChecks
