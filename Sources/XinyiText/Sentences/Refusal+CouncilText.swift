import XinyiLedger

extension Refusal {
  func councilText(_ naming: Naming) -> Notification? { nil }
}
