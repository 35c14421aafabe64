import XinyiLedger

extension Refusal {
  func settingText(_ naming: Naming) -> Notification? { nil }
}
