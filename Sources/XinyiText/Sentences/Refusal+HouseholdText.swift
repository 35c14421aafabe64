import XinyiLedger

extension Refusal {
  func householdText(_ naming: Naming) -> Notification? { nil }
}
