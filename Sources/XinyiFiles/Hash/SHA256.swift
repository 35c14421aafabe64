internal import CSHA256
public import XinyiLedger

/// SHA-256 (FIPS 180-4), fed in pieces of any size.
///
/// A value: a copy taken in the middle goes its own way, so the digest of a prefix costs one
/// copy and one `finalize()`. Only the rounds over whole blocks are in C, where the processor's own
/// instructions can be named.
public struct SHA256: Sendable {
  /// The chaining value after the last whole block.
  private var state: SIMD8<UInt32> = Self.initialState
  /// The first `pending` bytes wait for the rest of their block.
  private var block: SIMD64<UInt8> = .zero
  private var pending = 0
  private var length: UInt64 = 0
  private let compression: Compression

  /// What takes the blocks in.
  package enum Compression: Sendable {
    case portable
    /// The processor's own instructions.
    case accelerated

    /// What this processor can do, the fastest last.
    package static let available: [Compression] =
      sha256_is_accelerated() ? [.portable, .accelerated] : [.portable]
    fileprivate static let fastest = available.last ?? .portable
  }

  public init() { self.init(.fastest) }

  package init(_ compression: Compression) { self.compression = compression }

  /// The digest of one run of bytes.
  public static func digest(of bytes: some Sequence<UInt8>) -> Digest {
    digest(of: bytes, by: .fastest)
  }

  package static func digest(of bytes: some Sequence<UInt8>, by way: Compression) -> Digest {
    var hash = SHA256(way)
    hash.update(bytes)
    return hash.finalize()
  }

  /// Appends bytes to the message.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let done: ()? = bytes.withContiguousStorageIfAvailable {
      update(UnsafeRawBufferPointer($0))
    }
    if done == nil { Array(bytes).withUnsafeBytes { update($0) } }
  }

  /// Appends the bytes of a buffer to the message.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if pending > 0 {
      let taken = rest.prefix(64 - pending)
      fill(with: UnsafeRawBufferPointer(rebasing: taken))
      rest = rest.dropFirst(taken.count)
    }
    let whole = rest.prefix(rest.count & ~63)
    if !whole.isEmpty {
      compress(UnsafeRawBufferPointer(rebasing: whole))
      rest = rest.dropFirst(whole.count)
    }
    if !rest.isEmpty { fill(with: UnsafeRawBufferPointer(rebasing: rest)) }
  }

  /// Where the work stands: the chaining value's words, the length so far, and the bytes that wait
  /// for the rest of their block.
  var midway: [Int] {
    (0..<8).map { Int(state[$0]) } + [Int(length)] + (0..<pending).map { Int(block[$0]) }
  }

  /// Goes on from where another stood; nil when none can have stood there.
  init?(midway: [Int]) {
    self.init()
    guard (9..<73).contains(midway.count), midway[8] >= 0, midway[8] % 64 == midway.count - 9 else {
      return nil
    }
    for index in 0..<8 { state[index] = UInt32(truncatingIfNeeded: midway[index]) }
    length = UInt64(midway[8])
    pending = midway.count - 9
    for index in 0..<pending { block[index] = UInt8(truncatingIfNeeded: midway[9 + index]) }
  }

  /// The digest of everything appended so far; the value itself is left as it was.
  public func finalize() -> Digest { Digest(finalWords) }

  /// The digest as eight words, without the cost of making a `Digest` of it.
  var finalWords: SIMD8<UInt32> {
    var copy = self
    // One block, or two where the length finds no room behind the message any more.
    withUnsafeTemporaryAllocation(byteCount: 128, alignment: 8) { last in
      let size = pending < 56 ? 64 : 128
      last.initializeMemory(as: UInt8.self, repeating: 0)
      withUnsafeBytes(of: block) { last.copyMemory(from: .init(rebasing: $0[..<pending])) }
      last[pending] = 0x80
      let bitLength = (length &* 8).bigEndian
      last.storeBytes(of: bitLength, toByteOffset: size - 8, as: UInt64.self)
      copy.compress(.init(rebasing: last[..<size]))
    }
    return copy.state
  }

  /// Adds at most what is missing to a block, and compresses it when it is full.
  private mutating func fill(with bytes: UnsafeRawBufferPointer) {
    let start = pending
    withUnsafeMutableBytes(of: &block) { target in
      UnsafeMutableRawBufferPointer(rebasing: target[start...]).copyMemory(from: bytes)
    }
    pending += bytes.count
    guard pending == 64 else { return }
    let full = block
    withUnsafeBytes(of: full) { compress($0) }
    pending = 0
  }
}

extension SHA256 {
  private static let initialState = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  /// Takes whole blocks of 64 bytes into the chaining value.
  private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    let (count, compression) = (blocks.count / 64, compression)
    withUnsafeMutableBytes(of: &state) { state in
      let words = state.assumingMemoryBound(to: UInt32.self).baseAddress
      let bytes = blocks.assumingMemoryBound(to: UInt8.self).baseAddress
      switch compression {
      case .portable: sha256_compress_portable(words, bytes, count)
      case .accelerated: sha256_compress_accelerated(words, bytes, count)
      }
    }
  }
}

extension Digest {
  /// The digest that these eight words make up.
  init(_ words: SIMD8<UInt32>) {
    func pair(_ index: Int) -> UInt64 { UInt64(words[index]) << 32 | UInt64(words[index + 1]) }
    self.init(words: (pair(0), pair(2), pair(4), pair(6)))
  }

  /// The digest that 64 lower-case hexadecimal digits spell; nil for anything else.
  init?(digits: UnsafeRawBufferPointer) {
    guard digits.count == 64 else { return nil }
    var words = SIMD8<UInt32>()
    for index in 0..<8 {
      let eight = digits.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self).bigEndian
      guard let word = word(ofHexadecimalDigits: eight) else { return nil }
      words[index] = word
    }
    self.init(words)
  }
}
