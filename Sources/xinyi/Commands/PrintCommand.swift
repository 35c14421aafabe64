import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let print = Command(
    .print, .reads, summary: "打印一张纸：文本，或浏览器能打印、能存成 PDF 的网页",
    examples: [
      "xinyi 打印 公示 --输出 公示.html", "xinyi 打印 明细 苏玉强", "xinyi 打印 明细 --全部 --输出 明细.html",
      "xinyi 打印 签到表 3组",
    ],
    words: [
      Word(.paper, .choice(PaperName.choices), .one, "哪一种纸"),
      Word(.subject, .text, .any, "谁的、哪一张：公示号、编号、单号、条目号等，看是哪一种纸"),
    ],
    options: [
      .optional(.month, .month, "哪个月；不写就是最近的"), .optional(.on, .day, "哪一天，不写就是今天"),
      .optional(.from, .day, "明细从哪天起，不写就是年初"), .optional(.to, .day, "明细到哪天止，不写就是今天"),
      .flag(.all, "明细：全村每人一份，四份一页"), .optional(.format, .choice(.paperForms), "格式；不写看文件名，否则是文本"),
      .optional(.output, .path, "写到文件；.html 是网页，其余是文本"), .slipWidth,
    ]
  ) { session, arguments in
    if let path = arguments[.output].text { try session.checkSaving(to: path) }
    return try session.read(strict: true) { view in
      guard let paper = arguments[word: .paper].choice.flatMap(PaperName.init(rawValue:)) else {
        return Answer(json: [], text: "")
      }
      let printed = try view.printed(PaperRequest(paper: paper, arguments: arguments))
      return try session.answer(printed, arguments)
    }
  }
}

extension ChoiceSet {
  static let paperForms = ChoiceSet("格式", "text 文本", "html 网页")
}

/// What was asked for, read by each paper in its own way.
struct PaperRequest {
  let paper: PaperName
  let arguments: Arguments

  /// The words behind the paper's name.
  var subjects: [String] { arguments[word: .subject].texts }

  /// The only subject of a paper that has one; several are a fault of the line.
  func subject() throws -> String? {
    guard subjects.count <= 1 else { throw arguments.usage(.surplusWord(typed: subjects[1])) }
    return subjects.first
  }

  /// The only subject, where it is a number or a date of one form.
  func subject<Value: TextValue>(as type: Value.Type) throws -> Value? {
    guard let typed = try subject() else { return nil }
    guard let value = Value(InputText.normalised(typed)) else {
      throw arguments.usage(
        .invalidValue(
          .word(.subject), typed: typed, .malformed(expectation: Value.expectation)))
    }
    return value
  }

  /// The subject without which there is nothing to print.
  func requiredSubject() throws -> String {
    guard let subject = try subject() else {
      throw arguments.usage(.missingWord(.subject))
    }
    return subject
  }
}

/// A paper, or several of one kind, and what standard error has to say of it.
struct PrintedPaper {
  var sheets: [Sheet]
  var warnings: [String] = []
  var status: ExitStatus = .done

  var text: String { sheets.map(\.text).joined(separator: "\n") }

  /// All in one page, named after the first.
  var html: String { htmlPage(of: sheets, name: sheets.first?.name ?? "") }
}

extension Session {
  fileprivate func answer(_ printed: PrintedPaper, _ arguments: Arguments) throws -> Answer {
    let path = arguments[.output].text
    let named = path.map { $0.lowercased().hasSuffix(".html") ? "html" : "text" }
    let isHTML = (arguments[.format].choice ?? named) == "html"
    let text = isHTML ? printed.html : printed.text
    let rows = printed.sheets.map { [("paper", JSON.string($0.name))] }
    var answer = Answer(rows: rows, text: text)
    answer.isPaper = true
    answer.warnings = printed.warnings
    answer.status = printed.status
    guard let path else {
      if isHTML { answer.raw = Array(text.utf8) }
      return answer
    }
    try save(Array(text.utf8), to: path)
    answer.json.append(("output", .string(path)))
    let next = isHTML ? "用浏览器打开，可以打印，也可以存成 PDF。" : ""
    answer.text = "\(printed.sheets.count) 张已写到 \(safe(path))。\(next)\n"
    return answer
  }
}
