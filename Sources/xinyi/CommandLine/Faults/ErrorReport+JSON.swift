import XinyiFiles

extension ErrorReport {
  /// The one object that `--json` puts on standard error.
  var json: JSON {
    .object([("schema", .int(1)), ("error", object)])
  }

  private var object: JSON {
    var members: [(String, JSON)] = [("code", .string(code)), ("message", .string(message))]
    if !facts.isEmpty { members.append(("facts", .array(facts.map { .string($0) }))) }
    if let hint { members.append(("hint", .string(hint))) }
    if let place {
      members.append(("file", .string(place.file)))
      if let line = place.line { members.append(("line", .int(line))) }
      if let column = place.column { members.append(("column", .int(column))) }
    }
    if !candidates.isEmpty {
      members.append(("candidates", .array(candidates.map(\.object))))
    }
    if !faults.isEmpty { members.append(("faults", .array(faults.map(\.object)))) }
    return .object(members)
  }
}

extension ErrorReport.Candidate {
  fileprivate var object: JSON {
    .object(fields.map { ($0.name, .string($0.value)) })
  }
}
