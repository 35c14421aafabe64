/// Makes a source in which every fault can be switched on, one at a time.
///
/// A place that is not found exactly once is an error: a mutant must not become harmless because
/// the source has moved on.
struct MutantSource {
  private let text: String
  private let file: String

  init(_ text: String, file: String) {
    self.text = text
    self.file = file
  }

  /// The text with all edits of this file in it.
  func rewritten(_ mutants: [Mutant]) throws -> String {
    var places: [(range: Range<String.Index>, edits: [(name: String, edit: Mutant.Edit)])] = []
    for mutant in mutants {
      for edit in mutant.edits where edit.file == file {
        let range = try place(of: edit, of: mutant.name)
        if let index = places.firstIndex(where: { $0.range == range }) {
          places[index].edits.append((mutant.name, edit))
        } else if places.contains(where: { $0.range.overlaps(range) }) {
          throw Broken("\(mutant.name): its place in \(file) overlaps another one")
        } else {
          places.append((range, [(mutant.name, edit)]))
        }
      }
    }
    var result = text
    for place in places.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(place.range, with: Self.choice(place.edits))
    }
    return result
  }

  private func place(of edit: Mutant.Edit, of name: String) throws -> Range<String.Index> {
    let starts = text.ranges(of: edit.declaration)
    guard let start = starts.first, starts.count == 1 else {
      throw Broken("\(name): `\(edit.declaration)` stands \(starts.count) times in \(file)")
    }
    // A declaration of a file's outermost type ends with a brace two columns in.
    let rest = text[start.lowerBound...]
    let end = rest.firstRange(of: "\n  }\n")?.lowerBound ?? rest.endIndex
    let found = text[start.lowerBound..<end].ranges(of: edit.original)
    guard let range = found.first, found.count == 1 else {
      throw Broken(
        "\(name): `\(edit.original)` stands \(found.count) times in `\(edit.declaration)`, \(file)")
    }
    return range
  }

  private static func choice(_ edits: [(name: String, edit: Mutant.Edit)]) -> String {
    let original = edits[0].edit.original
    switch edits[0].edit.form {
    case .statement:
      let cases = edits.map { "if Mutant.isOn(\"\($0.name)\") {\n\($0.edit.mutated)\n}" }
      return cases.joined(separator: " else ") + " else {\n\(original)\n}"
    case .expression:
      return edits.reduce("(\(original))") { rest, edit in
        "(Mutant.isOn(\"\(edit.name)\") ? (\(edit.edit.mutated)) : \(rest))"
      }
    }
  }

  /// The file that says which fault is on.
  static let switchboard = """
    import Foundation

    enum Mutant {
      private static let chosen = ProcessInfo.processInfo.environment["XINYI_MUTANT"]

      static func isOn(_ name: String) -> Bool { chosen == name }
    }

    """
}
