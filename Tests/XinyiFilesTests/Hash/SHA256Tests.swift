import Testing
import XinyiFiles
import XinyiLedger

@Suite struct SHA256Tests {
  /// From the short-message file of the NIST CAVP, and two well-known texts.
  static let known: [(message: [UInt8], digest: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ([0xD3], "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
    ([0x11, 0xAF], "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
    ([0xB4, 0x19, 0x0E], "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"),
    (
      [0x74, 0xBA, 0x25, 0x21],
      "b16aa56be3880d18cd41e68384cf1ec8c17680c45a02b1575dc1518923ae8b0e"
    ),
    (
      [0x33, 0x34, 0xC5, 0x80, 0x75, 0xD3, 0xF4, 0x13, 0x9E],
      "078da3d77ed43bd3037a433fd0341855023793f9afd08b4b08ea1e5597ceef20"
    ),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      [UInt8](repeating: 0x61, count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  /// Messages of the bytes 0, 1, 2 … 250, 0, 1 …, around the edges of a block.
  static let edges: [(length: Int, digest: String)] = [
    (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    (3, "ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc"),
    (55, "463eb28e72f82e0a96c0a4cc53690c571281131f672aa229e0d45ae59b598b59"),
    (56, "da2ae4d6b36748f2a318f23e7ab1dfdf45acdc9d049bd80e59de82a60895f562"),
    (57, "2fe741af801cc238602ac0ec6a7b0c3a8a87c7fc7d7f02a3fe03d1c12eac4d8f"),
    (63, "29af2686fd53374a36b0846694cc342177e428d1647515f078784d69cdb9e488"),
    (64, "fdeab9acf3710362bd2658cdc9a29e8f9c757fcf9811603a8c447cd1d9151108"),
    (65, "4bfd2c8b6f1eec7a2afeb48b934ee4b2694182027e6d0fc075074f2fabb31781"),
    (119, "da18797ed7c3a777f0847f429724a2d8cd5138e6ed2895c3fa1a6d39d18f7ec6"),
    (120, "f52b23db1fbb6ded89ef42a23ce0c8922c45f25c50b568a93bf1c075420bbb7c"),
    (127, "92ca0fa6651ee2f97b884b7246a562fa71250fedefe5ebf270d31c546bfea976"),
    (128, "471fb943aa23c511f6f72f8d1652d9c880cfa392ad80503120547703e56a2be5"),
    (129, "5099c6a56203f9687f7d33f4bfdf576d31dc91f6b695ecea38b2770c87631135"),
  ]

  static func message(_ length: Int) -> [UInt8] { (0..<length).map { UInt8($0 % 251) } }

  @Test(arguments: known) func `known messages have their known digests`(
    _ known: (message: [UInt8], digest: String)
  ) {
    #expect(SHA256.digest(of: known.message).description == known.digest)
  }

  @Test(arguments: edges) func `messages around the edges of a block have their digests`(
    _ edge: (length: Int, digest: String)
  ) {
    #expect(SHA256.digest(of: Self.message(edge.length)).description == edge.digest)
  }

  @Test(arguments: SHA256.Compression.available)
  func `every length from 0 to 1024 agrees with another implementation`(
    _ way: SHA256.Compression
  ) {
    // The digest of all 1025 digests in hexadecimal, from Python's hashlib.
    var all = SHA256(way)
    for length in 0...1024 {
      all.update(SHA256.digest(of: Self.message(length), by: way).description.utf8)
    }
    #expect(
      all.finalize().description
        == "ec58bbe30663122c36cf04e36d376140facc1cf182ebd46c6258974366e58cc0")
  }

  @Test func `a message cut at any place has the digest of the whole`() {
    let message = Self.message(260)
    let whole = SHA256.digest(of: message)
    for first in 0...message.count {
      for second in first...message.count {
        var hash = SHA256()
        hash.update(message[..<first])
        hash.update(message[first..<second])
        hash.update(message[second...])
        if hash.finalize() != whole { Issue.record("cut at \(first) and \(second)") }
      }
    }
  }

  @Test func `a message in pieces of any size has the digest of the whole`() {
    let message = Self.message(1_000)
    let whole = SHA256.digest(of: message)
    for size in 1...130 {
      var hash = SHA256()
      for start in stride(from: 0, to: message.count, by: size) {
        hash.update(message[start..<min(start + size, message.count)])
      }
      #expect(hash.finalize() == whole, "pieces of \(size) bytes")
    }
  }

  @Test func `finalizing leaves the hash as it was`() {
    var hash = SHA256()
    hash.update("ab".utf8)
    let short = hash.finalize()
    hash.update("c".utf8)
    #expect(short == SHA256.digest(of: "ab".utf8))
    #expect(hash.finalize() == SHA256.digest(of: "abc".utf8))
  }
}

@Suite struct DigestPrefixTests {
  static let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"

  @Test(arguments: [
    "cdc76e5c9914fb92", "cdc7 6e5c 9914 fb92", "CDC7-6E5C-9914-FB92", "cdc76e5c\n9914fb92",
    "cdc7\u{3000}6e5c9914fb92", digest,
  ])
  func `a code from paper may be typed with any spacing`(_ typed: String) throws {
    let prefix = try #require(DigestPrefix(typed: typed))
    #expect(prefix.matches(try #require(Digest(Self.digest))))
  }

  @Test(arguments: ["", "cdc76e5c9914fb9", "cdc76e5c9914fb9g", digest + "0", "cdc7 6e5c 9914"])
  func `too few digits, too many and other characters are no code`(_ typed: String) {
    #expect(DigestPrefix(typed: typed) == nil)
  }

  @Test func `a code of another digest does not match`() throws {
    let prefix = try #require(DigestPrefix(typed: "cdc76e5c9914fb93"))
    #expect(!prefix.matches(try #require(Digest(Self.digest))))
  }
}
