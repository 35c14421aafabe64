/// The checks of how the ledger is written and read, on a machine in memory.
let protocolChecks = [
  changedBytes, cutEnds, unacknowledgedTails, editedLines, shortWrites, interruptedCalls,
  memoryFidelity, powerCuts, villagePowerCuts, foundingPowerCuts, interleavedWriters,
  waitingWriters,
  lawlessWriters, interleavedReaders,
]
