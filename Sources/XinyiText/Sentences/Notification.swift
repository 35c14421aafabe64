/// Something to tell the person at the terminal: what happened or did not, the facts, and the
/// command that comes next.
public struct Notification: Equatable, Sendable {
  /// The first line: what was not done, and why in a word.
  public let headline: String
  /// The facts, one sentence a line.
  public let facts: [String]
  /// What the command does: 查看明细, 先散会.
  public let purpose: String
  /// English words of the command to run next; the caller renders them in the language typed.
  public let next: [String]

  public init(_ headline: String, _ facts: [String], _ purpose: String, _ next: [String]) {
    self.headline = headline
    self.facts = facts
    self.purpose = purpose
    self.next = next
  }
}
