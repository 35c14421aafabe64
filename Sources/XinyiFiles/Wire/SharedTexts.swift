/// Texts that were read lately, so that those that come again and again, such as the titles of
/// entries, are held once.
///
/// What is found is the same text whether it was seen before or not.
///
/// Unchecked, and for one thread at a time: a reader takes it out of a pool under a lock and puts
/// it back there, so that no two have it. A lock around every text costs more than the text.
final class SharedTexts: @unchecked Sendable {
  private static let count = 1 << 10
  private let slots: UnsafeMutablePointer<String>

  init() {
    slots = .allocate(capacity: Self.count)
    slots.initialize(repeating: "", count: Self.count)
  }

  deinit {
    slots.deinitialize(count: Self.count)
    slots.deallocate()
  }

  /// The text of these bytes; nil when they are no UTF-8.
  func text(_ bytes: UnsafeRawBufferPointer) -> String? {
    let slot = slots + place(of: bytes)
    var known = slot.pointee
    let isKnown = known.withUTF8 { UnsafeRawBufferPointer($0).isEqual(to: bytes) }
    if isKnown { return known }
    guard let text = String(utf8: bytes) else { return nil }
    slot.pointee = text
    return text
  }

  private func place(of bytes: UnsafeRawBufferPointer) -> Int {
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    var index = 0
    while bytes.count - index >= 8 {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* Self.factor
      hash ^= hash >> 32
      index += 8
    }
    while index < bytes.count {
      hash = (hash ^ UInt64(bytes[index])) &* Self.factor
      index += 1
    }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(Self.count - 1))
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
}

extension String {
  /// The text of these bytes; nil when they are no UTF-8.
  init?(utf8 bytes: UnsafeRawBufferPointer) {
    // What cannot be read is replaced, which is faster found afterwards than looked for before.
    self.init(decoding: bytes, as: UTF8.self)
    guard withUTF8({ UnsafeRawBufferPointer($0).isEqual(to: bytes) }) else { return nil }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these are the same bytes.
  func isEqual(to other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    while count - index >= 8 {
      let here = loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard here == other.loadUnaligned(fromByteOffset: index, as: UInt64.self) else {
        return false
      }
      index += 8
    }
    while index < count {
      guard self[index] == other[index] else { return false }
      index += 1
    }
    return true
  }
}
