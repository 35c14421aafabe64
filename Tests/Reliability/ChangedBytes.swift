import XinyiFiles
import XinyiLedger

/// R2: no byte can be changed unnoticed.
let changedBytes = Check(
  "R2", "Every byte of the ledger and of its head, changed to any other value, is noticed",
  figure: 1_000_000, of: "changed bytes"
) { trial in
  let disk = try BareLedger.disk(lines: 20)
  let sizes = [BareLedger.ledgerPath, BareLedger.headPath].map { disk.content($0)?.count ?? 0 }
  let (all, step) = (sizes[0] + sizes[1], trial.weight == .full ? 1 : 397)
  trial.each((all + step - 1) / step) { number in
    // Beginning near the end, so that a small run comes by the head too.
    let place = (all - 40 + number * step) % all
    let bare = try BareLedger(disk)
    if place < sizes[0] {
      try tryValues(of: bare.ledger, at: place, bare.setLedger) { value in
        try requireNoticed(bare, place, value)
      }
    } else {
      try tryValues(of: bare.head, at: place - sizes[0], bare.setHead) { value in
        try bare.requireRefusal("byte \(place - sizes[0]) of the head as \(value)")
      }
    }
    // The case itself is counted as one.
    trial.held(254)
  }
}

private func tryValues(
  of bytes: [UInt8], at place: Int, _ set: ([UInt8]) -> Void, _ body: (UInt8) throws -> Void
) throws {
  var changed = bytes
  for value in UInt8.min...UInt8.max where value != bytes[place] {
    changed[place] = value
    set(changed)
    try body(value)
  }
}

/// The damage is noticed, and no line from the changed one on is taken for sound.
private func requireNoticed(_ bare: BareLedger, _ place: Int, _ value: UInt8) throws {
  let sound = try bare.requireRefusal("byte \(place) as \(value)").sound
  guard sound.length <= place else {
    throw Broken("byte \(place) as \(value): a line that was changed is taken for sound")
  }
}
