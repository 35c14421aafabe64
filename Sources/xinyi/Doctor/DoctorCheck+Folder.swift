import XinyiFiles
import XinyiText

// What the machine knows about the village's folder.
extension DoctorCheck {
  static func access(_ health: FolderHealth, path: String) -> DoctorCheck {
    if health.open.isEmpty { return DoctorCheck(.access, .fine, "只有您自己能看、能改") }
    return DoctorCheck(
      .access, .caution, "这台电脑上别的账户也能看或能改：\(list(health.open))",
      hint: "chmod -R go-rwx \(CommandText.quoted(path))")
  }

  static func owner(_ health: FolderHealth, path: String) -> DoctorCheck {
    if health.foreign.isEmpty { return DoctorCheck(.owner, .fine, "文件都是您这个账户的") }
    return DoctorCheck(
      .owner, .caution, "文件属于别的账户，您可能写不了：\(list(health.foreign))",
      hint: "sudo chown -R \"$(id -un)\" \(CommandText.quoted(path))")
  }

  /// `damage` says why the lock cannot be used at all.
  static func lock(
    _ health: FolderHealth, damage: VillageSnapshot.Damage?, repair: String
  ) -> DoctorCheck {
    if let damage { return DoctorCheck(.lock, .trouble, damage.report.message, hint: repair) }
    return health.isBeingWritten
      ? DoctorCheck(.lock, .caution, "另一个窗口或另一个人正在写账本", hint: "等十秒再看；一直这样，就关掉那个窗口")
      : DoctorCheck(.lock, .fine, "没有人在写")
  }

  /// `tail` counts the bytes behind the acknowledged end of the ledger.
  static func leftovers(_ health: FolderHealth, tail: Int, verify: String) -> DoctorCheck {
    var found: [String] = []
    if !health.leftovers.isEmpty { found.append("中断时留下的文件 \(list(health.leftovers))") }
    if tail > 0 { found.append("账本末尾没有确认过的 \(tail) 字节") }
    if health.quarantined > 0 { found.append("quarantine 里移开的 \(health.quarantined) 个文件") }
    if found.isEmpty { return DoctorCheck(.leftovers, .fine, "没有中断时留下的东西") }
    return DoctorCheck(
      .leftovers, .caution, "\(found.joined(separator: "；"))；都不算数，不碍事，不用删", hint: verify)
  }

  /// What is refused to be written to is trouble, unless it was told to be written to.
  static func place(_ place: FolderPlace, isAllowed: Bool) -> DoctorCheck {
    if place.hazards.isEmpty { return DoctorCheck(.place, .fine, "在这台电脑自己的磁盘上") }
    return DoctorCheck(
      .place, isAllowed ? .caution : .trouble, place.hazards.sentence,
      hint: "把整个文件夹移到这台电脑自己的磁盘上，另用备份留底")
  }

  static func copies(_ place: FolderPlace, verify: String) -> DoctorCheck {
    if place.conflictedCopies.isEmpty {
      return DoctorCheck(.copies, .fine, "没有同步软件留下的冲突副本")
    }
    return DoctorCheck(
      .copies, .trouble, "同步软件留下的：\(list(place.conflictedCopies))；可能有另一台电脑也在写",
      hint: "\(verify)，弄清以后移走")
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(3).map { $0 == "." ? "整个文件夹" : safe($0) }
    return shown.joined(separator: "、") + (names.count > 3 ? " 等 \(names.count) 个" : "")
  }
}
