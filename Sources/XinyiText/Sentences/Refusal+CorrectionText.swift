import XinyiLedger

extension Refusal {
  func correctionText(_ naming: Naming) -> Notification? { nil }
}
