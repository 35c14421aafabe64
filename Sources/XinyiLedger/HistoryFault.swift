/// Why a ledger line cannot be true: it contradicts the lines before it (S1.4).
///
/// Replay judges form, references and sums only. Rules of the village were judged when the line
/// was written and are never judged again.
public enum HistoryFault: Error, Equatable, Sendable {
  case notOpened
  case openedTwice
  case unsupportedFormat(Int)
  case timeRunsBackwards(Moment, after: Moment)
  case unknownPerson(PersonNumber)
  case unknownItem(ItemCode)
  case unknownEntry(EntryNumber)
  case unknownObjection(ObjectionNumber)
  case unknownNotice(NoticeNumber)
  case unknownReminder(ReminderNumber)
  case unknownReference(EntryNumber)
  case numberTakenTwice(String)
  case malformedFact(RosterFact.Topic, value: String)
  case yearClosedTwice(Year)
  case catalogOutOfOrder(version: Int)
  case wrongState(EntryNumber, Entry.State)
  case wrongMonthState(Month, ReviewMonth.State)
  case pointsDiffer(EntryNumber, stated: Points, held: Points)
  case sumDiffers(stated: Points, computed: Points)
  case stockBelowZero(ItemCode)
  case balanceBelowZero(Account)
  case badCount(Int)
  case badSettings
  case receiptReused(ReceiptKey)
  case unsupportedPayment
  case unknownSlip(ReceiptKey)
  /// A card that is not there, or not where the line says it is.
  case wrongCardState(CardNumber)
}
