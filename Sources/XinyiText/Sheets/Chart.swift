public import XinyiLedger

/// A picture of some figures: bars beside each other, each a few values.
public struct Chart: Sendable, Equatable {
  public var title: String
  /// What each bar of a group is: 加分, 扣分.
  public var series: [String]
  public var groups: [Group]

  public struct Group: Sendable, Equatable {
    public var label: String
    /// One for each series; none is negative.
    public var values: [Points]

    public init(label: String, values: [Points]) {
      self.label = label
      self.values = values
    }
  }

  public init(title: String, series: [String], groups: [Group]) {
    self.title = title
    self.series = series
    self.groups = groups
  }

  var greatest: Points { groups.flatMap(\.values).max() ?? .zero }
}

extension Chart {
  /// A line for each value: its label, a bar of `#` or `=`, the figure. Every character has a
  /// certain width, so that bars can be compared on any screen.
  public func lines(width: Int) -> [String] {
    let marks = ["#", "=", "-", "+"]
    let labels = groups.map(\.label) + [""]
    let figures = groups.flatMap(\.values).map(\.fixed)
    let labelWidth = min(labels.map { displayWidth(of: $0) }.max() ?? 0, width / 4)
    let figureWidth = figures.map { displayWidth(of: $0) }.max() ?? 0
    let room = max(4, width - labelWidth - figureWidth - 3)
    let legend = zip(marks, series).map { "\($0) \($1)" }.joined(separator: "  ")
    let opening = series.count > 1 ? "\(title)（\(legend)）" : title
    return wrapped(opening, width: width, first: 0, rest: 2)
      + groups.flatMap { group in
        zip(marks, group.values).enumerated().map { index, bar in
          let label = index == 0 ? cut(group.label, to: labelWidth) : ""
          let figure = padded(bar.1.fixed, to: figureWidth, .right)
          let bars = String(repeating: bar.0, count: barLength(of: bar.1, room: room))
          return withoutTrailingSpaces("\(padded(label, to: labelWidth, .left)) \(figure) \(bars)")
        }
      }
  }

  /// In columns, at least one for whatever is more than nothing.
  private func barLength(of value: Points, room: Int) -> Int {
    guard value > .zero, greatest > .zero else { return 0 }
    return max(1, value.tenths * room / greatest.tenths)
  }
}
