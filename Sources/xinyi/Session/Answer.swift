import XinyiFiles

/// What a command has to say: the same facts as words for people and as JSON for programs.
struct Answer {
  /// Members after `schema`.
  var json: [(String, JSON)]
  var text: String
  var status: ExitStatus = .done
  /// Written to standard error in any case: a damage, a book that differs.
  var warnings: [String] = []
  /// The text is a paper to be handed out, with nothing of the program's own on it.
  var isPaper = false
  /// Of a writing command that has added no line: it only showed what it would do, or found nothing
  /// to do.
  var recordsNothing = false
  /// Raw bytes in place of text and JSON: an export, a paper in a format of its own.
  var raw: [UInt8]?

  init(json: [(String, JSON)], text: String) {
    self.json = json
    self.text = text
  }

  /// How many rows it has.
  var rowCount: Int {
    for case ("rows", .array(let rows)) in json { return rows.count }
    return 0
  }

  /// An answer of rows, as a table and as `rows`.
  init(rows: [[(String, JSON)]], text: String, with more: [(String, JSON)] = []) {
    self.init(json: more + [("rows", .array(rows.map { JSON.object($0) }))], text: text)
  }
}
