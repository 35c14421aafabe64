import TestSupport
import Testing

/// The practice village that is made by one command.
@Suite struct DemoTests {
  private func tell(_ options: String) throws -> [String: [UInt8]] {
    let place = try TemporaryFolder()
    let words = ["demo", place.path("村")] + options.split(separator: " ").map(String.init)
    let run = try Binary.run(words + ["--people", "8", "--months", "15"])
    #expect(run.status == 0, "\(run.complaint)")
    return Village.files(below: place.path("村"))
  }

  @Test func `The same seed writes the same bytes, two closed years and their papers with them`()
    throws
  {
    let first = try tell("--start 2024-11 --seed 7")
    #expect(first["notices/year-2024.txt"] != nil && first["notices/year-2025.txt"] != nil)
    #expect(try tell("--start 2024-11 --seed 7") == first)
    #expect(try tell("--start 2024-11 --seed 8")["ledger.jsonl"] != first["ledger.jsonl"])
  }
}
