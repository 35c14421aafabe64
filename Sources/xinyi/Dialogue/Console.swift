/// The person on the other side: what is said to them, and the lines they type.
struct Console: Sendable {
  /// The next line without its end; nil when no more will come.
  let read: @Sendable () -> String?
  let write: @Sendable (String) -> Program.Writing
  /// Somebody sits there: questions may be asked.
  let isTerminal: Bool
}
