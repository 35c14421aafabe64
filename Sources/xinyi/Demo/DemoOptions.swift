import XinyiLedger

/// What somebody may choose about a practice village that is made up as a whole (演示).
struct DemoOptions: Equatable, Sendable {
  let people: Int
  let months: Int
  let seed: UInt64
  /// The first month of the story; all its months lie in one calendar year.
  let start: Month

  static let peopleRange = 5...3000
  static let monthsRange = 1...12

  /// nil when a number is out of its range, or the months would pass the end of the year.
  init?(people: Int, months: Int, seed: UInt64, start: Month) {
    guard Self.peopleRange.contains(people), Self.monthsRange.contains(months),
      start.monthOfYear + months - 1 <= 12
    else { return nil }
    self.people = people
    self.months = months
    self.seed = seed
    self.start = start
  }

  /// The months of the story, in order.
  var story: [Month] {
    var story = [start]
    while story.count < months { story.append(story[story.count - 1].next) }
    return story
  }

  /// The first month of a story that ends the month before today's; where that would pass a
  /// year's end, the story ends in December before it.
  static func start(ofMonths months: Int, before today: Month) -> Month {
    var last = today.previous
    while last.monthOfYear < min(months, 12) { last = last.previous }
    return (1..<max(months, 1)).reduce(last) { month, _ in month.previous }
  }
}
