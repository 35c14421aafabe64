import XinyiLedger

/// What somebody may choose about a practice village that is made up as a whole (演示).
struct DemoOptions: Equatable, Sendable {
  let people: Int
  let months: Int
  let seed: UInt64
  /// The first month of the story.
  let start: Month
  /// The months of the story, in order.
  let story: [Month]

  static let peopleRange = 5...3000
  static let monthsRange = 1...300

  /// nil when a number is out of its range, or the story would pass the last year there is.
  init?(people: Int, months: Int, seed: UInt64, start: Month) {
    guard Self.peopleRange.contains(people), Self.monthsRange.contains(months) else { return nil }
    var story = [start]
    while story.count < months { story.append(story[story.count - 1].next) }
    guard story[months - 1] <= Self.lastMonth else { return nil }
    self.people = people
    self.months = months
    self.seed = seed
    self.start = start
    self.story = story
  }

  /// Some time before the calendar of the program ends, for terms that run on.
  static let lastMonth = Month(year: 2198, month: 12) ?? .placeholder

  var last: Month { story[story.count - 1] }

  /// The first month of a story that ends the month before today's.
  static func start(ofMonths months: Int, before today: Month) -> Month {
    (0..<max(months, 1)).reduce(today) { month, _ in month.previous }
  }
}
