extension Ledger {
  /// Whether a request could be recorded for one of its recipients today, with nothing else before
  /// it in the same command.
  public func accepts(
    _ request: RecordRequest, for recipient: RecordRequest.Recipient, today: Day
  ) -> Bool {
    (try? recording(request, for: recipient, batch: nextBatch, today: today)) != nil
  }
}
