extension Ledger {
  /// The months after one from which other settings hold, in rising order.
  public func settingsChanges(after month: Month) -> [Month] {
    Set(settingsHistory.map(\.from).filter { $0 > month }).sorted()
  }
}

extension Draft {
  /// Changes one setting from a month on; `wanted` holds its new value (S9).
  ///
  /// A line holds all settings from its month on, so a change that was set before for a later month
  /// is written again with this one in it, unless it is a change of the same setting: that stands.
  /// Nothing is written when the setting is as wanted already.
  public mutating func set(
    _ key: Settings.Key, as wanted: Settings, from month: Month, why: String?
  ) throws {
    guard month >= today.month else {
      throw Refusal.settingInPast(key, month, current: today.month)
    }
    switch key.beginning {
    case .month: break
    case .atOnce:
      if month > today.month { throw Refusal.settingAtOnce(key, month, current: today.month) }
    case .year:
      if month.monthOfYear != 1 {
        throw Refusal.settingByYear(key, month, next: key.firstMonth(after: month.lastDay))
      }
    }
    let old = ledger.settings(in: month)
    guard !old.agrees(with: wanted, in: key) else { return }
    let later = ledger.settingsChanges(after: month).map { ($0, ledger.settings(in: $0)) }
    var isOld = true
    for (from, settings) in [(month, old)] + later {
      isOld = isOld && (key.beginning == .atOnce || settings.agrees(with: old, in: key))
      var settings = settings
      if isOld { settings.take(key, from: wanted) }
      try append(.settingsSet(.init(from: from, settings: settings, why: why)))
    }
  }
}
