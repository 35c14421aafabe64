import TestSupport
import Testing
import XinyiFiles
import XinyiLedger

/// The vectors that NIST publishes for validating implementations (CAVP, `shabytetestvectors`),
/// as they were published.
@Suite struct SHA256VectorTests {
  /// The values of a response file in order, each with its name: `Len`, `Msg`, `MD`, `Seed`.
  private func values(of file: String) throws -> [(name: String, value: String)] {
    let text = try #require(fixture("sha256/\(file)"), "\(file) is missing")
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: " = ")
      return parts.count == 2 && !line.hasPrefix("[") ? (String(parts[0]), String(parts[1])) : nil
    }
  }

  @Test(
    arguments: [("SHA256ShortMsg.rsp", 65), ("SHA256LongMsg.rsp", 64)],
    SHA256.Compression.available)
  func `every published message has its published digest`(
    _ list: (file: String, count: Int), _ way: SHA256.Compression
  ) throws {
    let (file, count) = list
    let values = try values(of: file)
    #expect(values.count == count * 3)
    for start in stride(from: 0, to: values.count - 2, by: 3) {
      try #require(values[start..<start + 3].map(\.name) == ["Len", "Msg", "MD"])
      let bits = try #require(Int(values[start].value))
      // A message of no bits is published as one byte.
      let message = try #require(bytesOf(hexadecimal: values[start + 1].value)).prefix(bits / 8)
      let digest = SHA256.digest(of: message, by: way)
      #expect(digest.description == values[start + 2].value, "\(bits) bits")
    }
  }

  @Test(arguments: SHA256.Compression.available)
  func `the Monte Carlo test gives all hundred published checkpoints`(
    _ way: SHA256.Compression
  ) throws {
    let values = try values(of: "SHA256Monte.rsp")
    let first = try #require(values.first { $0.name == "Seed" }?.value)
    var seed = try #require(bytesOf(hexadecimal: first))
    let checkpoints = values.filter { $0.name == "MD" }.map(\.value)
    #expect(checkpoints.count == 100)
    for (number, checkpoint) in checkpoints.enumerated() {
      var last = [seed, seed, seed]
      for _ in 0..<1_000 {
        let digest = SHA256.digest(of: last.joined(), by: way).description
        last = [last[1], last[2], try #require(bytesOf(hexadecimal: digest))]
      }
      seed = last[2]
      #expect(hexadecimal(seed) == checkpoint, "checkpoint \(number)")
    }
  }
}
