import XinyiLedger

/// A fault at a range of bytes, before line and column are worked out.
struct RawFault: Sendable, Equatable {
  let range: Range<Int>
  let kind: FileFault.Kind
  /// Another place that the fault speaks of; its line replaces the one in `kind`.
  var related: Int?

  init(_ range: Range<Int>, _ kind: FileFault.Kind, related: Int? = nil) {
    self.range = range
    self.kind = kind
    self.related = related
  }
}
