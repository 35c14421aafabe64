import XinyiLedger

/// One thing the village does next, in the words of the commands.
///
/// The generator never writes: whoever tells the story carries each step out through the very
/// functions the commands use, and hands the ledger back.
enum DemoStep: Equatable, Sendable {
  case addPeople([DemoPerson])
  case assign(Role, to: PersonNumber, from: Day)
  case setStatus(ResidentStatus, of: PersonNumber, from: Day)
  case consent(ConsentScope, by: [PersonNumber])
  case addGoods(ShopList.Row)
  case receive(ItemCode, count: Int, from: String)
  case record(RecordRequest)
  case withdraw([EntryNumber], why: String)
  case openReview(Month, present: [PersonNumber], chair: PersonNumber)
  case decide([EntryNumber], Motion, votes: Votes?, why: String?)
  case closeReview(Month)
  /// Posted on the day of the step.
  case publish(Month)
  /// Posted on the day of the step.
  case supplement(Month)
  case object(to: EntryNumber, why: String, by: PersonNumber?)
  case resolve(ObjectionNumber, Resolution)
  case confirm(Month)
  case export(Month)
  case redeem(RedeemRequest)
  case die(PersonNumber, newHead: PersonNumber?)
  /// The last day of an office.
  case endRole(Role, of: PersonNumber, last: Day)
  /// One setting as the settings have it, from a month on.
  case set(Settings.Key, Settings, from: Month, why: String)
  case setCampaign(Event.CampaignSet)
  case remind(PersonNumber, of: RuleCode)
  case closeReminder(ReminderNumber, ReminderOutcome)
  case redress(EntryNumber, points: Points, promise: String, evidence: [String])
  /// With a second operator: a slip of the pen, taken back at once.
  case reverse(EntryNumber, why: String, second: Operator?)
  case takeAnswers([TownAnswer])
  /// The grade list is posted on the day of the step.
  case closeYear(Year)
  case expire
}

/// Somebody who is added to the roster, with what stands outside the ledger.
struct DemoPerson: Equatable, Sendable {
  var facts: NewPerson
  var name: String
  var born: Day
}

/// A step with its moment and who sits at the keyboard.
struct DemoMove: Equatable, Sendable {
  var at: Moment
  var by: Operator
  var step: DemoStep
}
