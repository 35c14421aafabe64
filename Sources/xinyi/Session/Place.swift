import XinyiFiles
import XinyiText

extension Session {
  /// Runs a command, after a look at where the village lies: whatever writes refuses a place where
  /// a ledger cannot be kept safely, and the answer warns of what was let pass.
  mutating func carryOut(_ command: Command) throws -> Answer {
    let cautions = try cautions(before: command)
    var answer = try command.run(&self, arguments)
    answer.warnings = cautions + answer.warnings
    return answer
  }

  private func cautions(before command: Command) throws -> [String] {
    guard let place = place(for: command) else { return [] }
    let mayWriteAnywhere = surroundings.environment["XINYI_ANY_FOLDER"] == "1"
    if mayWrite(command) && !place.hazards.isEmpty && !mayWriteAnywhere {
      throw Failure(place.hazards)
    }
    var cautions: [String] = []
    if !place.hazards.isEmpty { cautions.append("警告：\(place.hazards.sentence)。\(adviceToMove)") }
    // `verify` has a finding for each of them.
    if !place.conflictedCopies.isEmpty && command.path != .verify {
      cautions.append("警告：\(sentence(onCopies: place.conflictedCopies))")
    }
    return cautions
  }

  /// Whether a command makes or changes a ledger. `repair` without `--apply` only says what it
  /// would do, and a folder that a synchronizing program spoilt is where that is wanted.
  private func mayWrite(_ command: Command) -> Bool {
    switch command.path {
    // The stick is the place that a backup is written to, and nothing is written here.
    case .backup: false
    case .repair: arguments[.apply].isGiven && !arguments[.dryRun].isGiven
    default: command.effect.isWriting
    }
  }

  /// The place that a command is about; nil where it is of no matter, or the command itself will
  /// say that there is no village.
  private func place(for command: Command) -> FolderPlace? {
    switch command.path {
    case .initialise, .demo, .restore:
      return arguments[word: .folder].text.map { files.placeOfNewFolder($0) }
    case .status, .verify: break
    default: if command.effect == .reads { return nil }
    }
    return (try? folder())?.place()
  }

  private func sentence(onCopies names: [String]) -> String {
    let some = names.prefix(3).map { "“\(safe($0))”" }.joined(separator: "、")
    let count = names.count > 3 ? "等 \(names.count) 个" : ""
    return "账本文件夹里有同步软件留下的冲突副本\(some)\(count)，可能有另一台电脑也在写这本账；请先查账，弄清以后移走。"
  }
}

private let adviceToMove = "请把整个文件夹移到这台电脑自己的磁盘上，另用备份留底"

extension Failure {
  /// Nothing is written where the ledger could be changed behind the program's back.
  fileprivate init(_ hazards: [FolderPlace.Hazard]) {
    self.init(
      status: .notWritten,
      report: ErrorReport(
        code: "W602", message: "没有写，什么也没有记：\(hazards.sentence)",
        hint: "\(adviceToMove)；清楚后果仍要在这里写的，设环境变量 XINYI_ANY_FOLDER=1 再执行"))
  }
}

extension [FolderPlace.Hazard] {
  var sentence: String { map(\.sentence).joined(separator: "；") }
}

extension FolderPlace.Hazard {
  fileprivate var sentence: String {
    switch self {
    case .network: "账本在网络盘上，几台电脑同时写时锁不住，断网时存不牢"
    case .userSpace: "账本在由软件接入的盘上（如手机、网盘、U 盘驱动），锁不住，也存不牢"
    case .synced(let product): "账本在“\(product.name)”的同步文件夹里，同步软件会换掉、退回账本文件"
    }
  }
}

extension Finding {
  init(conflictedCopy name: String) {
    self.init(
      code: "V406", file: name, line: nil,
      message: "同步软件留下的冲突副本：可能有另一台电脑也在写这本账，内容不算数")
  }
}
