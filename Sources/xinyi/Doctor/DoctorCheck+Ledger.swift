import XinyiFiles
import XinyiLedger

// What the ledger says, and what this workstation remembers of it.
extension DoctorCheck {
  static func village(_ snapshot: VillageSnapshot, repair: String) -> DoctorCheck {
    let name = snapshot.ledger.opened.village.name
    guard let damage = snapshot.damages.first else {
      let kind = snapshot.ledger.opened.practice ? "【演练】" : ""
      return DoctorCheck(.village, .fine, "\(name)\(kind)，\(snapshot.lines.count) 行，读得通")
    }
    return DoctorCheck(
      .village, .trouble, "\(damage.report.message)（\(damage.report.code)）", hint: repair)
  }

  /// A village that cannot be opened at all.
  static func village(_ fault: VillageFault, repair: String) -> DoctorCheck {
    let report = Failure(fault).report
    // One fault of a file has its sentence; several are counted, and the first one is told.
    let first = report.faults.first.map { "，第一处：\($0.message)" } ?? ""
    let place = report.place.map { "（\($0.file)）" } ?? ""
    return DoctorCheck(
      .village, .trouble, "\(report.message)\(first)\(place)", hint: report.hint ?? repair)
  }

  static func books(_ snapshot: VillageSnapshot, verify: String) -> DoctorCheck {
    let count = snapshot.differences.count
    return count == 0
      ? DoctorCheck(.books, .fine, "名册、货架、设置都和账本相符")
      : DoctorCheck(.books, .trouble, "名册、货架或设置有 \(count) 处和账本不同，被手改过", hint: verify)
  }

  static func witness(_ sight: Sight, hasPlace: Bool) -> DoctorCheck {
    guard hasPlace else {
      return DoctorCheck(
        .witness, .caution, "这台电脑没有地方记它见过的账本，旧账本被放回来时看不出", hint: "设环境变量 HOME")
    }
    if let warning = sight.warnings.first {
      return DoctorCheck(.witness, .caution, warning, hint: "看看家目录的 .local/state/xinyi")
    }
    guard let sighting = sight.sighting else {
      return DoctorCheck(.witness, .fine, "这台电脑还没有见过这本账，从现在用起就记")
    }
    return DoctorCheck(.witness, .fine, "这台电脑见过第 \(sighting.seq) 行，账本没有退回去")
  }

  /// `waited` are the days since the last backup where they are too many.
  static func backup(
    isOne: Bool, sight: Sight, waited: (days: Int, last: Day?)?, command: String
  ) -> DoctorCheck {
    if isOne {
      return DoctorCheck(.backup, .caution, "这个文件夹是一份备份，只能看和还原，不能在里面记账")
    }
    if let waited {
      let since = waited.last.map { "上次是 \($0)" } ?? "还没有备份过"
      return DoctorCheck(.backup, .caution, "已有 \(waited.days) 天没有备份（\(since)）", hint: command)
    }
    let last = sight.sighting?.backup.map { "上次备份是 \($0.on)" }
    return DoctorCheck(.backup, .fine, last ?? "还没有到要备份的时候")
  }
}
