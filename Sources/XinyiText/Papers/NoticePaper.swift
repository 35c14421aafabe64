public import XinyiLedger

/// What one posted notice says (公示): everything but the 账本校验码, which is known only when the
/// notice itself stands in the ledger.
///
/// Names come as they are to be printed, from `paperNames`. Lines may come in any order.
public struct NoticePaper: Sendable, Equatable {
  public var number: NoticeNumber
  /// The month's own notice, when this one is a supplement (补充公示) to it.
  public var supplements: NoticeNumber?
  /// The notice that was taken down (作废), when this one stands in its place.
  public var replaces: NoticeNumber?
  public var village: PaperVillage
  /// A copy made again because the posted text is gone; it says 重印.
  public var isReprint: Bool
  public var catalog: NoticeCatalog
  /// The day of the council's meeting; nil when a supplement rests on a document instead.
  public var meeting: Day?
  public var term: NoticeTerm
  public var plus: [NoticePlusLine]
  public var minus: [NoticeMinusLine]
  public var corrections: [NoticeCorrection]
  /// Corrections that count already, listed as information: no lines of this notice.
  public var informed: [NoticeCorrection] = []
  /// nil leaves the sentence out.
  public var reminders: NoticeReminders?
  /// nil on a supplement.
  public var review: NoticeReview?
  /// nil when the village has no shop, and on a supplement.
  public var shop: NoticeShop?
  /// The village's setting `minusSpendable`.
  public var minusLowersSpendable: Bool
  /// Working days within which an objection is answered.
  public var objectionWorkingDays: Int

  public init(
    number: NoticeNumber, supplements: NoticeNumber?, replaces: NoticeNumber?,
    village: PaperVillage, isReprint: Bool, catalog: NoticeCatalog, meeting: Day?,
    term: NoticeTerm, plus: [NoticePlusLine], minus: [NoticeMinusLine],
    corrections: [NoticeCorrection], reminders: NoticeReminders?, review: NoticeReview?,
    shop: NoticeShop?, minusLowersSpendable: Bool, objectionWorkingDays: Int
  ) {
    self.number = number
    self.supplements = supplements
    self.replaces = replaces
    self.village = village
    self.isReprint = isReprint
    self.catalog = catalog
    self.meeting = meeting
    self.term = term
    self.plus = plus
    self.minus = minus
    self.corrections = corrections
    self.reminders = reminders
    self.review = review
    self.shop = shop
    self.minusLowersSpendable = minusLowersSpendable
    self.objectionWorkingDays = objectionWorkingDays
  }
}

extension NoticePaper {
  var month: Month { number.month }
  var isSupplement: Bool { supplements != nil }
  var isEmpty: Bool { plus.isEmpty && minus.isEmpty && corrections.isEmpty && informed.isEmpty }
  var lineCount: Int { plus.count + minus.count + corrections.count }

  /// `苏庄信义公示〔2026〕10号`, of a later part of the month `苏庄信义公示〔2026〕10-2号`.
  func officialNumber(of number: NoticeNumber) -> String { village.officialNumber(of: number) }
}

/// The version of the village's rules (细则) that the lines were decided by.
public struct NoticeCatalog: Sendable, Equatable {
  public var version: Int
  public var from: Day

  public init(version: Int, from: Day) {
    self.version = version
    self.from = from
  }
}

/// The term of a notice (公示期, S3.3): the day of posting is not counted, the last
/// day is still good.
public struct NoticeTerm: Sendable, Equatable {
  public var from: Day
  public var to: Day
  /// Calendar days of the term as the village set them; `to` is later where `from` + `days` was
  /// moved to a working day.
  public var days: Int

  public init(from: Day, to: Day, days: Int) {
    self.from = from
    self.to = to
    self.days = days
  }

  var nominalEnd: Day { from + days }
}

/// The reminders (失信提示书) of the period.
public struct NoticeReminders: Sendable, Equatable {
  public var issued: Int
  public var putRight: Int

  public init(issued: Int, putRight: Int) {
    self.issued = issued
    self.putRight = putRight
  }
}

/// How the review ended for the lines that the notice does not show. Those it shows are counted.
public struct NoticeReview: Sendable, Equatable {
  public var amended: Int
  public var rejected: Int
  public var deferred: Int
  /// People who take part in the evaluation, in the whole village; or households.
  public var evaluated: Int
  /// Accounts are kept by household.
  public var countsHouseholds = false

  public init(amended: Int, rejected: Int, deferred: Int, evaluated: Int) {
    self.amended = amended
    self.rejected = rejected
    self.deferred = deferred
    self.evaluated = evaluated
  }
}

/// The shop's line of a notice: points out against stock.
public struct NoticeShop: Sendable, Equatable {
  /// The last whole month before the notice.
  public var month: Month
  public var name: String
  public var redemptions: Int
  public var redeemed: Points
  /// What the village has not redeemed yet at the end of the month, paper cards included.
  public var outstanding: Points
  /// The stock at the prices of that day.
  public var stock: Points

  public init(
    month: Month, name: String, redemptions: Int, redeemed: Points, outstanding: Points,
    stock: Points
  ) {
    self.month = month
    self.name = name
    self.redemptions = redemptions
    self.redeemed = redeemed
    self.outstanding = outstanding
    self.stock = stock
  }
}
