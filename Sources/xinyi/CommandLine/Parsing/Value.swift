import XinyiLedger

/// One value of the command line after it has been read and found well-formed.
enum Value: Hashable, Sendable {
  case given
  /// Free text, a path, or a reference that the session resolves against the village's files.
  case text(String)
  case day(Day)
  case today(StatedToday)
  case month(Month)
  case year(Year)
  case points(Points)
  case quantity(Quantity)
  case number(Int)
  case votes(Votes)
  /// The English word.
  case choice(String)
  case goods(BasketLine)
  case objection(ObjectionNumber)
  case notice(NoticeNumber)

  /// The one spelling that equal values share: what a canonical request holds.
  var canonical: String {
    switch self {
    case .given: ""
    case .text(let text): text
    case .day(let day): day.description
    case .today(let today): today.description
    case .month(let month): month.description
    case .year(let year): year.description
    case .points(let points): points.description
    case .quantity(let quantity): quantity.description
    case .number(let number): String(number)
    case .votes(let votes): votes.description
    case .choice(let word): word
    case .goods(let line): line.description
    case .objection(let number): number.description
    case .notice(let number): number.description
    }
  }
}

/// What `--today` says: a day, and perhaps the second of that day (S1.5).
struct StatedToday: Hashable, Sendable, CustomStringConvertible {
  let day: Day
  /// 0 ..< 86400, or nil for a bare date.
  let secondOfDay: Int?

  var description: String {
    secondOfDay.map { Moment(day: day, secondOfDay: $0).description } ?? day.description
  }
}

/// Goods as typed: `肥皂x2`.
///
/// A code may itself end in `x2`, so the whole text is kept: who resolves the goods looks for
/// `typed` first, and for `item` times `count` when there is no such goods.
struct BasketLine: Hashable, Sendable, CustomStringConvertible {
  let typed: String
  let item: String
  let count: Int

  var description: String { "\(item)x\(count)" }
}

extension BasketLine {
  /// Parts a text at its count, `x2`; one without a count is one piece of the goods. Whether the
  /// count is one that may be asked for is checked when the line is read.
  init(typed: String) {
    if let (item, digits) = ValueReader.splitCount(typed), !item.isEmpty,
      let count = Int(digits)
    {
      self.init(typed: typed, item: item, count: count)
    } else {
      self.init(typed: typed, item: typed, count: 1)
    }
  }
}
