extension Draft {
  /// Takes a notice down before anything of it counts (作废): its lines are to be posted anew, the
  /// month's own notice under the next number of the month (S7.5).
  public mutating func void(_ number: NoticeNumber, why: String) throws {
    guard let notice = ledger.notices[number] else { throw HistoryFault.unknownNotice(number) }
    guard !notice.isVoid else { throw Refusal.noticeOver(number, isVoid: true) }
    let inEffect = notice.lines.count { ledger[$0.entry]?.state.isEffective == true }
    guard inEffect == 0 else { throw Refusal.noticeInEffect(number, lines: inEffect) }
    guard notice.isHanging else { throw Refusal.noticeOver(number, isVoid: false) }
    let posted = notice.lines.compactMap { ledger[$0.entry] }
    if let objection = posted.compactMap(\.openObjection).first {
      throw Refusal.noticeObjected(number, objection)
    }
    if let later = ledger.supplement(to: notice) {
      throw Refusal.supplementHangs(number, later.number)
    }
    try append(.noticeVoided(.init(notice: number, why: why)))
  }
}

extension Ledger {
  private func notices(of month: Month, before number: NoticeNumber) -> [Notice] {
    reviewMonth(month).notices.filter { $0.part < number.part }.compactMap { notices[$0] }
  }

  /// The month's own notice to which a later one is a supplement.
  public func monthNotice(before number: NoticeNumber) -> Notice? {
    notices(of: number.month, before: number).last { !$0.isSupplement }
  }

  /// The notice of the same kind that was taken down last before another one was posted in its
  /// place.
  public func voidNotice(before number: NoticeNumber, isSupplement: Bool) -> Notice? {
    notices(of: number.month, before: number).last { $0.isSupplement == isSupplement }
      .flatMap { $0.isVoid ? $0 : nil }
  }

  /// Lines of the month's own notice stand on it.
  fileprivate func supplement(to notice: Notice) -> Notice? {
    guard !notice.isSupplement else { return nil }
    return reviewMonth(notice.month).notices.compactMap { notices[$0] }.first {
      $0.isSupplement && !$0.isVoid
    }
  }
}
