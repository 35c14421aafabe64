import XinyiFiles
import XinyiLedger

/// R4: whoever edits whole lines is noticed, with whatever skill, as long as one thing is kept
/// that was acknowledged.
let editedLines = Check(
  "R4", "Lines deleted, doubled, moved, inserted, respelled or rehashed are noticed",
  figure: 500, of: "edits"
) { trial in
  let disk = try BareLedger.disk(lines: 20)
  let bare = try BareLedger(disk)
  let edits = LineEdits(bare.ledger).all
  // Not one of three, since there are three kinds for each line.
  let step = trial.weight == .full ? 1 : 4
  trial.each((edits.count + step - 1) / step) { number in
    let edit = edits[number * step]
    let bare = try BareLedger(disk)
    bare.setLedger(Array(edit.lines.joined()))
    if let head = edit.head { bare.setHead(head) }
    try bare.requireRefusal(edit.name)
  }
}

/// A changed ledger, with another head where the editor thought of that.
private struct LineEdit {
  let name: String
  var lines: [[UInt8]]
  var head: [UInt8]?
}

private struct LineEdits {
  let lines: [[UInt8]]
  /// Every line but the last: what follows the last is a tail, not an edit.
  private var earlier: Range<Int> { 0..<lines.count - 1 }

  init(_ ledger: [UInt8]) { lines = BareLedger.lines(of: ledger) }

  var all: [LineEdit] {
    moved + respelled + rehashed + headsThatDisagree
  }

  private func edit(_ name: String, _ change: (inout [[UInt8]]) -> Void) -> LineEdit {
    var edit = LineEdit(name: name, lines: lines)
    change(&edit.lines)
    return edit
  }

  private var moved: [LineEdit] {
    var edits: [LineEdit] = []
    for index in lines.indices {
      edits.append(edit("line \(index + 1) deleted") { $0.remove(at: index) })
      for other in lines.indices where other > index {
        edits.append(edit("lines \(index + 1), \(other + 1) swapped") { $0.swapAt(index, other) })
      }
      for end in lines.indices where end > index + 2 {
        edits.append(
          edit("lines \(index + 1)…\(end + 1) turned round") { $0[index...end].reverse() })
      }
    }
    for index in earlier {
      edits.append(edit("line \(index + 1) doubled") { $0.insert($0[index], at: index) })
      edits.append(edit("line \(index + 1) moved to the end") { $0.append($0.remove(at: index)) })
      edits.append(edit("an empty line after \(index + 1)") { $0.insert([10], at: index + 1) })
    }
    return edits
  }

  private var respelled: [LineEdit] {
    let all = edit("all line ends CR LF") { $0 = $0.map { $0.dropLast() + [13, 10] } }
    let mark = edit("a byte order mark") { $0[0] = [0xEF, 0xBB, 0xBF] + $0[0] }
    return [all, mark]
      + lines.indices.map { index in
        edit("line \(index + 1) ends CR LF") { $0[index] = $0[index].dropLast() + [13, 10] }
      }
  }

  /// Lines that are whole in themselves.
  private var rehashed: [LineEdit] {
    lines.indices.flatMap { index in
      [
        edit("line \(index + 1) of another ledger") { $0[index] = foreignLine(index + 1) },
        edit("line \(index + 1) rewritten") { lines in
          lines[index] = rewritten(index + 1, prev: prev(of: index, in: lines))
        },
        edit("chain rewritten from line \(index + 1), head kept") { lines in
          for place in index..<lines.count {
            lines[place] = rewritten(place + 1, prev: prev(of: place, in: lines))
          }
        },
      ]
    }
  }

  /// The whole chain and the head rewritten, but not all of it in agreement.
  private var headsThatDisagree: [LineEdit] {
    lines.indices.flatMap { index in
      var shifted = edit("numbers one too high from line \(index + 1), head rewritten") { lines in
        for place in index..<lines.count {
          lines[place] = rewritten(place + 2, prev: prev(of: place, in: lines))
        }
      }
      shifted.head = head(over: shifted.lines, seq: lines.count)
      var foreign = edit("line \(index + 1) of another ledger, head rewritten") { lines in
        lines[index] = foreignLine(index + 1)
      }
      foreign.head = head(over: foreign.lines, seq: lines.count)
      var counted = edit("head counts \(index) lines") { _ in }
      counted.head = head(over: lines, seq: index == 0 ? lines.count + 1 : index)
      return [shifted, foreign, counted]
    }
  }

  private func prev(of index: Int, in lines: [[UInt8]]) -> Digest {
    index == 0 ? .zero : BareLedger.hash(of: lines[index - 1])
  }

  private func rewritten(_ seq: Int, prev: Digest) -> [UInt8] {
    BareLedger.line(BareLedger.body(seq: seq, prev: prev, mark: "fraud", filler: 45))
  }

  /// What stands at this place in a ledger that began otherwise.
  private func foreignLine(_ seq: Int) -> [UInt8] {
    rewritten(seq, prev: SHA256.digest(of: [UInt8(seq)]))
  }

  private func head(over lines: [[UInt8]], seq: Int) -> [UInt8] {
    BareLedger.head(
      seq: seq, end: lines.reduce(0) { $0 + $1.count },
      last: lines.last.map(BareLedger.hash(of:)) ?? .zero)
  }
}
