/// How many commands of each kind were carried out, and how many were refused by which code.
public struct CommandCounts: Sendable, CustomStringConvertible {
  public var done: [String: Int] = [:]
  public var refused: [String: Int] = [:]

  mutating func add(_ other: CommandCounts) {
    done.merge(other.done, uniquingKeysWith: +)
    refused.merge(other.refused, uniquingKeysWith: +)
  }

  public var description: String {
    "\(done.values.reduce(0, +)) commands (\(Self.list(done))), "
      + "\(refused.values.reduce(0, +)) refusals (\(Self.list(refused)))"
  }

  private static func list(_ counts: [String: Int]) -> String {
    counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
