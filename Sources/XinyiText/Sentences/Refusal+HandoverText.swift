import XinyiLedger

extension Refusal {
  func handoverText(_ naming: Naming) -> Notification? { nil }
}
