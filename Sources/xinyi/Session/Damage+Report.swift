import XinyiFiles
import XinyiLedger
import XinyiText

extension VillageSnapshot.Damage {
  /// Code, file, line and a sentence of what is wrong with the ledger.
  var report: ErrorReport {
    switch self {
    case .ledger(let damage):
      ErrorReport(
        code: damage.code, message: damage.sentence, hint: damage.hint,
        place: .init(file: damage.file.rawValue, line: damage.line))
    case .replay(let fault):
      ErrorReport(
        code: fault.code, message: "第 \(fault.line) 行\(fault.kind.sentence)",
        hint: repairHint,
        place: .init(file: LedgerDamage.File.ledger.rawValue, line: fault.line))
    }
  }
}

/// What to do about damage that the program can look into.
private let repairHint = "先别动文件夹；看能不能修：xinyi repair（修账本）"

extension LedgerDamage {
  /// A link, a folder or a pipe in the place of a file is somebody's doing, and nothing that
  /// `repair` may move.
  fileprivate var hint: String {
    switch kind {
    case .headNotPlainFile: "用手把 head.json 移出文件夹，再看能不能修：xinyi repair（修账本）"
    case .ledgerNotPlainFile(let names) where names <= 1:
      "用手把 ledger.jsonl 移出文件夹（是链接的，换成它指的那个文件），再看能不能修：xinyi repair（修账本）"
    case .lockNotPlainFile: "用手把 lock 移出文件夹，再放一个空文件 lock"
    case .headMissing, .headMalformed, .ledgerMissing, .ledgerNotPlainFile, .ledgerTooLarge,
      .lockMissing, .rolledBack, .lineTooLong, .lineWithoutEnd, .hashMissing, .hashWrong,
      .beginningMalformed, .sequenceWrong, .chainBroken, .countWrong, .lastHashWrong,
      .behindWitness, .otherThanWitnessed:
      repairHint
    }
  }

  var sentence: String {
    let place = line.map { "第 \($0) 行" } ?? ""
    return switch kind {
    case .headMissing: "缺少 head.json，不知道账本写到哪里为止"
    case .headMalformed: "head.json 被改动过"
    case .headNotPlainFile: "head.json 不是普通文件"
    case .ledgerMissing: "缺少账本文件 ledger.jsonl"
    case .ledgerNotPlainFile(let names):
      names > 1 ? "ledger.jsonl 有 \(names) 个名字，只能有一个" : "ledger.jsonl 不是普通文件"
    case .ledgerTooLarge(let size, let limit): "账本 \(size) 字节，超过 \(limit) 字节"
    case .lockMissing: "缺少 lock 文件"
    case .lockNotPlainFile: "lock 不是普通文件"
    case .rolledBack(let size, let acknowledged):
      "账本比已确认的短：应有 \(acknowledged) 字节，只有 \(size) 字节，少 \(acknowledged - size) 字节；旧账本被放了回来，或末尾被截"
    case .lineTooLong(let limit): "\(place)超过 \(limit) 字节"
    case .lineWithoutEnd: "\(place)没有写完整"
    case .hashMissing: "\(place)末尾没有校验值"
    case .hashWrong: "\(place)内容被改动过，与校验值对不上"
    case .beginningMalformed: "\(place)开头不合格式"
    case .sequenceWrong(let expected, let found): "\(place)行号应是 \(expected)，写的是 \(found)：缺行、重行或换了位置"
    case .chainBroken: "\(place)接不上前一行"
    case .countWrong(let head, let ledger): "head.json 说有 \(head) 行，账本有 \(ledger) 行"
    case .lastHashWrong: "\(place)与 head.json 记的最后一行不同"
    case .behindWitness(let seen, let ledger):
      "账本只有 \(ledger) 行，这台电脑见过它的第 \(seen) 行，少 \(seen - ledger) 行；旧账本被放了回来"
    case .otherThanWitnessed(let line): "账本第 \(line) 行不是这台电脑见过的那一行：账本从旧的一份另写过"
    }
  }
}

extension ReplayFault {
  var code: String {
    switch kind {
    case .malformed: "V201"
    case .notCanonical: "V202"
    case .impossible: "V203"
    }
  }
}

extension ReplayFault.Kind {
  var sentence: String {
    switch self {
    case .malformed(let faults):
      "不是账本的一行：" + (faults.faults.first.map { message(of: $0.kind) } ?? "")
    case .notCanonical: "写法与程序写的不同"
    case .impossible(let fault): "与前面的账不符：\(fault.sentence)"
    }
  }
}

extension HistoryFault {
  var sentence: String {
    switch self {
    case .notOpened: "账本没有开头"
    case .openedTwice: "账本有两个开头"
    case .unsupportedFormat(let format): "账本格式是 \(format)，这个程序只认 1"
    case .timeRunsBackwards(let moment, let last): "时间倒退：\(moment) 早于 \(last)"
    case .unknownPerson(let person): "没有编号 \(person) 的人"
    case .unknownItem(let item): "没有商品 \(item)"
    case .unknownEntry(let entry): "没有条目 \(entry)"
    case .unknownObjection(let objection): "没有待答复的异议 \(objection)"
    case .unknownNotice(let notice): "没有公示 \(notice)"
    case .unknownReminder(let reminder): "没有待办的提示书 \(reminder)"
    case .unknownReference(let entry): "所指的条目 \(entry) 不在账上"
    case .yearClosedTwice(let year): "\(year) 年结转了两次"
    case .numberTakenTwice(let number): "编号 \(number) 用了两次"
    case .malformedFact(let topic, let value): "名册事项 \(topic) 的内容“\(safe(value))”不合格式"
    case .catalogOutOfOrder(let version): "细则第 \(version) 版的次序不对"
    case .wrongState(let entry, let state): "条目 \(entry) 在“\(state.word)”时不能这样"
    case .wrongMonthState(let month, let state): "\(month) 在“\(state.word)”时不能这样"
    case .pointsDiffer(let entry, let stated, let held):
      "条目 \(entry) 写 \(stated) 分，账上是 \(held) 分"
    case .sumDiffers(let stated, let computed): "合计写 \(stated) 分，算出 \(computed) 分"
    case .stockBelowZero(let item): "商品 \(item) 存货成了负数"
    case .balanceBelowZero: "可兑换积分成了负数"
    case .badCount(let count): "件数 \(count) 不合格"
    case .badSettings: "设置超出范围"
    case .receiptReused(let key): "单号 \(key) 用在了两件事上"
    case .unsupportedPayment: "付款方式不合格"
    case .unknownSlip(let receipt): "没有单号 \(receipt) 的兑换"
    case .wrongCardState(let card): "积分卡 \(card) 不在该在的地方"
    }
  }
}
