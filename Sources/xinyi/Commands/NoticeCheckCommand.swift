import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let noticeCheck = Command(
    .noticeCheck, .reads, summary: "核对手里的一张公示：是不是张贴的那张，账本还是不是它写的那本",
    examples: ["xinyi 公示 核对 照抄.txt", "xinyi 公示 核对 notices/2026-10.txt"],
    words: [Word(.file, .path, .one, "公示的全文，文本文件")]
  ) { session, arguments in
    let path = arguments[word: .file].text ?? ""
    let paper = try HeldPaper(
      try session.input(path), file: path.lastComponent, session.language)
    return try session.read { view in
      var check = PaperCheck(paper, against: view)
      try check.run()
      return check.answer
    }
  }
}

/// A file with the text of a notice, read.
struct HeldPaper {
  /// A notice of three thousand people with ten lines each has less, in bytes.
  static let largest = 8 << 20

  let file: String
  let bytes: [UInt8]
  let paper: PostedPaper

  /// Throws a `Failure` for what is no text, or no notice.
  init(_ bytes: [UInt8], file: String, _ language: Language) throws {
    let text: String
    do throws(CSVFault) {
      text = try DecodedText(bytes).text
    } catch {
      throw Self.unfit(
        "E401", "没有核对：第 \(error.line) 行第 \(error.column) 个字起，文字既不是 UTF-8 也不是 GB 18030", file,
        hint: "请另存为纯文本，编码选 UTF-8")
    }
    guard !text.utf8.contains(0) else {
      throw Self.unfit("E405", "没有核对：有不是文字的字符", file, hint: "请另存为纯文本，编码选 UTF-8")
    }
    guard let paper = PostedPaper(text) else {
      let verify = CommandText(.verify).option(.fingerprint, "校验码").text(in: language)
      throw Self.unfit(
        "V502", "没有核对：里面没有“账本校验码”一节", file,
        hint: "请用公示的全文，连同“账本校验码”一节；只有校验码的，用 \(verify)")
    }
    self.file = file
    self.bytes = bytes
    self.paper = paper
  }

  private static func unfit(
    _ code: String, _ message: String, _ file: String, hint: String
  ) -> Failure {
    Failure(
      status: .badData,
      report: ErrorReport(code: code, message: message, hint: hint, place: .init(file: file)))
  }

  /// The spellings of the body whose digest may be the posted one: the file's own bytes, and the
  /// same lines as the program writes them.
  var bodies: [[UInt8]] {
    [KeptNotice.parts(of: bytes).body, Array(paper.body.map { $0 + "\n" }.joined().utf8)]
  }
}

extension Session {
  /// The bytes of a file that the person named.
  fileprivate func input(_ path: String) throws -> [UInt8] {
    do throws(SystemFailure) {
      return try files.readInput(path, atMost: HeldPaper.largest)
    } catch {
      throw Failure(error, writing: false)
    }
  }
}

extension PaperCheck {
  fileprivate var answer: Answer {
    var text = subject.map { "纸上是公示 \($0.number)（\($0.from) 至 \($0.to)）。\n" } ?? "认不出纸上是哪一张公示。\n"
    text += agreements.map { $0 + "\n" }.joined()
    text += findings.isEmpty ? "都相符。空格里手填的（签字、盖章、日期、异议件数和条目）不核对。\n" : "下面各处不符：\n"
    text += findings.map(\.text).joined()
    if let records = section.records {
      text += "不用这个程序也能核对，得出的要和纸上的校验码一样：head -n \(records) ledger.jsonl | sha256sum\n"
    }
    let number = subject?.number ?? paper.number
    var answer = Answer(
      json: [
        ("ok", .bool(findings.isEmpty)), ("notice", .optional(number)),
        ("month", .optional(number?.month)), ("records", .optional(section.records)),
        ("fingerprint", .optional(digest)), ("findings", .array(findings.map(\.json))),
      ], text: text)
    answer.warnings = [subject?.voidWarning(view.today)].compactMap(\.self)
    if !findings.isEmpty { answer.status = .badData }
    return answer
  }
}
