public import XinyiLedger

/// A label for the shelf (价签).
public struct ShelfLabel: Sendable, Equatable {
  public var code: String
  public var name: String
  public var unit: String
  public var price: Points

  public init(code: String, name: String, unit: String, price: Points) {
    self.code = code
    self.name = name
    self.unit = unit
    self.price = price
  }
}

/// Labels to cut out, three side by side on 84 columns.
public func labelText(_ labels: [ShelfLabel]) -> String {
  let width = 26
  let border = "+" + String(repeating: "-", count: width) + "+"
  var lines: [String] = []
  for start in stride(from: 0, to: labels.count, by: 3) {
    let row = labels[start..<min(start + 3, labels.count)].map { labelLines($0, width: width) }
    let height = row.map(\.count).max() ?? 0
    lines.append(row.map { _ in border }.joined(separator: " "))
    for index in 0..<height {
      lines.append(
        row.map { label in
          "|" + padded(index < label.count ? label[index] : "", to: width, .left) + "|"
        }.joined(separator: " "))
    }
    lines.append(row.map { _ in border }.joined(separator: " "))
  }
  return text(of: lines)
}

private func labelLines(_ label: ShelfLabel, width: Int) -> [String] {
  wrapped(" " + safe(label.name), width: width, first: 0, rest: 1)
    + ["", " " + label.price.fixed + " 分 / " + safe(label.unit), " " + label.code]
}
