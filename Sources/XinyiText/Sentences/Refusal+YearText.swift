import XinyiLedger

extension Refusal {
  func yearText(_ naming: Naming) -> Notification? { nil }
}
