import XinyiFiles
import XinyiText

/// One thing that is wrong with a village's files, or with a paper that is held against them.
struct Finding {
  let code: String
  let file: String
  let line: Int?
  let message: String
  /// The evidence, each a line of its own below the message.
  var details: [String] = []

  init(code: String, file: String, line: Int?, message: String, details: [String] = []) {
    self.code = code
    self.file = file
    self.line = line
    self.message = message
    self.details = details
  }

  init(_ damage: VillageSnapshot.Damage) {
    let report = damage.report
    self.init(
      code: report.code, file: report.place?.file ?? "", line: report.place?.line,
      message: report.message)
  }

  /// `ledger.jsonl:40: [V114] …`, with the evidence below it.
  var text: String {
    let place = line.map { ":\($0)" } ?? ""
    let head = "\(safe(file))\(place): [\(code)] \(message)\n"
    return head + details.map { "    \($0)\n" }.joined()
  }

  var json: JSON {
    JSON.object([
      ("code", .string(code)), ("file", .string(file)), ("line", .optional(line)),
      ("message", .string(([message] + details).joined(separator: "；"))),
    ])
  }
}
