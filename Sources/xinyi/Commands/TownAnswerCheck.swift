import XinyiLedger
import XinyiText

/// The parts of one answer of the town, as a file names them.
enum TownAnswerPart: String, SheetColumn {
  case entry = "条目"
  case outcome = "结果"
  case number = "平台编号"
  case why = "原因"
  case package = "上报包"

  static let needed: [TownAnswerPart] = [.entry, .outcome]
  static let longestNumber = 60

  var aliases: [String] {
    switch self {
    case .entry: ["条目号"]
    case .outcome: ["复核结果", "答复"]
    case .number: ["编号"]
    case .why: ["退回原因"]
    case .package: ["包号", "上报包号"]
    }
  }

  /// Its name in a file of JSON.
  var key: String {
    switch self {
    case .entry: "entry"
    case .outcome: "outcome"
    case .number: "number"
    case .why: "why"
    case .package: "package"
    }
  }

  static func failure(faults count: Int) -> (message: String, hint: String) {
    ("未登记：回执有 \(count) 处错误，一条也没有登记", "改好后再读入；先加试算看看")
  }
}

/// One row of the town's file: an answer whose parts have places, or what is wrong with it.
enum TownAnswerRow {
  case answer(TownAnswer, place: (TownAnswerPart, Words) -> ErrorReport)
  case faulty([ErrorReport])

  /// What a fault is called, with its code.
  struct Words {
    let code: String
    let message: String
    var hint: String?
  }
}

/// Holds the town's answers against the ledger; every fault of the file is found in one run.
struct TownAnswerCheck {
  private var taken: [TownAnswer] = []
  private var faults: [ErrorReport] = []

  init(_ rows: [TownAnswerRow], _ ledger: Ledger) {
    var seen: Set<EntryNumber> = []
    for row in rows {
      switch row {
      case .faulty(let found): faults += found
      case .answer(let answer, let place):
        if !seen.insert(answer.entry).inserted {
          faults.append(
            place(.entry, .init(code: "E347", message: "条目 \(answer.entry) 写了两次")))
        } else if let fault = ledger.fault(in: answer) {
          faults.append(place(fault.part, fault.words(for: answer.entry)))
        } else {
          taken.append(answer)
        }
      }
    }
  }

  /// The answers; throws every fault of the file.
  func answers() throws -> [TownAnswer] {
    if !faults.isEmpty { throw TitledTable<TownAnswerPart>.failure(faults) }
    return taken
  }
}

extension TownAnswer.Fault {
  fileprivate var part: TownAnswerPart {
    switch self {
    case .unknownEntry, .notInPackage: .entry
    case .unknownPackage: .package
    case .noReason: .why
    case .answered: .outcome
    }
  }

  fileprivate func words(for entry: EntryNumber) -> TownAnswerRow.Words {
    switch self {
    case .unknownEntry:
      .init(code: "E342", message: "台账里没有条目 \(entry)", hint: "核对条目号，写成 2026-10-0017")
    case .unknownPackage(let package):
      .init(code: "E349", message: "没有上报过 \(package) 这个包", hint: "核对上报包号")
    case .notInPackage(nil):
      .init(code: "E343", message: "条目 \(entry) 没有上报过", hint: "删去这一条，或核对条目号")
    case .notInPackage(let last?):
      .init(
        code: "E343", message: "条目 \(entry) 不在所写的包里，它在 \(last)", hint: "改正包号，或删去包号")
    case .noReason:
      .init(code: "E345", message: "条目 \(entry) 退回了，没有写原因", hint: "请镇里补上退回的原因")
    case .answered(let earlier):
      .init(
        code: "E348",
        message: "条目 \(entry) 的答复以前登记为“\(earlier.outcome.word)\(earlier.detail)”，与这里不同",
        hint: "核对是不是旧的回执")
    }
  }
}

extension Event.PlatformAnswer {
  fileprivate var detail: String { (number ?? why).map { "，" + safe($0) } ?? "" }
}
