import XinyiFiles
import XinyiLedger
import XinyiText

/// A refusal with the names it needs, ready to be told.
struct RefusalReport: ReportableError {
  let refusal: Refusal
  let naming: Naming
  let language: Language

  var status: ExitStatus { .refused }

  var report: ErrorReport {
    let told = refusal.notification(naming)
    return ErrorReport(
      code: refusal.code, message: told.headline,
      hint: "\(told.purpose)：\(commandText(told.next, language))", facts: told.facts)
  }
}

/// A word that this village does not know, ready to be told.
struct WordFaultReport: ReportableError {
  let fault: WordFault
  let language: Language

  var status: ExitStatus { .usage }

  var report: ErrorReport {
    let (message, next) = fault.sentence
    return ErrorReport(
      code: fault.code, message: message, hint: "请看：\(commandText(next, language))",
      candidates: fault.candidates)
  }
}

/// A command line given in English words, in the language of the person.
func commandText(_ english: [String], _ language: Language) -> String {
  CommandText(english: english, in: .all)?.text(in: language)
    ?? (["xinyi"] + english).joined(separator: " ")
}

/// A fault of files or of the machine, ready to be told.
struct Failure: ReportableError {
  let status: ExitStatus
  let report: ErrorReport

  init(status: ExitStatus, report: ErrorReport) {
    self.status = status
    self.report = report
  }

  init(_ fault: VillageFault) {
    switch fault {
    case .unreadable(let damage): self.init(damage)
    case .missingFile(let name):
      self.init(
        status: .badData,
        report: ErrorReport(
          code: "V301", message: "缺少文件 \(name)", hint: "从备份放回这个文件",
          place: .init(file: name)))
    case .catalogChanged(let file, _, _):
      self.init(
        status: .badData,
        report: ErrorReport(
          code: "V302", message: "\(file) 与启用时不同：细则启用后不能改动",
          hint: "放回原来的文件；要改细则，请另行启用新的一版", place: .init(file: file)))
    case .files(let faults): self.init(faults)
    case .system(let failure): self.init(failure, writing: false)
    }
  }

  init(_ faults: FileFaults) {
    let reports = faults.faults.map(\.errorReport)
    var report = reports.count == 1 ? reports[0] : ErrorReport(code: "E200", message: "")
    if reports.count != 1 {
      report = ErrorReport(
        code: reports.first?.code ?? "E200", message: "文件有 \(reports.count) 处错误",
        place: reports.first?.place, faults: reports)
    }
    self.init(status: .badData, report: report)
  }

  init(_ damage: VillageSnapshot.Damage) {
    self.init(
      status: damage.isRollback ? .rolledBack : .badData, report: damage.report)
  }

  init(_ failure: SystemFailure, writing: Bool) {
    self.init(
      status: writing ? .notWritten : .badData,
      report: ErrorReport(
        code: writing ? "W601" : "V303",
        message: (writing ? "没有写成，什么也没有记：" : "读不了文件：") + failure.sentence,
        hint: failure.remedy, place: .init(file: failure.name)))
  }

  /// What became of a write; `receipt` is the key to say again when the outcome is unknown.
  init(_ failure: LedgerWriteFailure, receipt: ReceiptKey) {
    switch failure {
    case .busy:
      self.init(
        status: .busy,
        report: ErrorReport(
          code: "W501", message: "另一个人正在写账本，等了十秒", hint: "过一会儿原样再执行一次"))
    case .damaged(let damage): self.init(.ledger(damage))
    case .notWritten(let cause): self.init(cause, writing: true)
    case .outcomeUnknown(let cause):
      self.init(
        status: .unknownOutcome,
        report: ErrorReport(
          code: "W701", message: "不能确定是否记上：\(cause.sentence)",
          hint: "原样再执行一次，并加 --receipt \(receipt)；已记上的不会重复"))
    case .unfitBody(let line, let fault):
      self.init(
        status: .bug,
        report: ErrorReport(
          code: "B001", message: "程序出错：第 \(line) 行写不成（\(fault)），什么也没有记",
          hint: "请把这条信息告诉程序维护人"))
    }
  }
}

extension SystemFailure {
  /// Why, in plain words.
  var sentence: String {
    let file = name.isEmpty ? "" : "（\(safe(name))）"
    return switch reason {
    case .missing: "找不到文件\(file)"
    case .alreadyThere: "文件已经在了\(file)"
    case .notPermitted: "没有权限\(file)"
    case .readOnly: "磁盘是只读的\(file)"
    case .diskFull: "磁盘满了\(file)"
    case .quotaUsedUp: "磁盘配额用完了\(file)"
    case .tooManyOpenFiles: "打开的文件太多\(file)"
    case .tooLarge: "文件太大\(file)"
    case .inputOutput: "磁盘读写出错\(file)"
    case .notAFolder: "不是文件夹\(file)"
    case .notAPlainFile: "不是普通文件\(file)"
    case .brokenPipe: "读的一方已经关闭\(file)"
    case .wouldWait: "暂时不能读写\(file)"
    case .other: "系统错误 \(number)\(file)"
    }
  }

  var remedy: String {
    switch reason {
    case .notPermitted: "请检查文件夹的权限和主人"
    case .diskFull, .quotaUsedUp: "清出磁盘空间后原样再执行"
    case .readOnly: "换到可以写的磁盘"
    default: "请检查文件夹和磁盘后再执行"
    }
  }
}

extension FileFault {
  var errorReport: ErrorReport {
    ErrorReport(
      code: code, message: message(of: kind), hint: remedy(of: kind),
      place: .init(file: file, line: line, column: column), picture: text(of: self))
  }
}
