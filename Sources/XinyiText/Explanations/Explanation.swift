/// What the code behind an error means, when it comes up, and what to do about it.
///
/// The one place where codes are explained: `help CODE` and `docs/errors.md` are both made of it.
public struct Explanation: Hashable, Sendable {
  /// As it stands in brackets behind a message: `R301`.
  public let code: String
  /// One or two sentences.
  public let meaning: String
  /// A command line or a case that leads to it, commands between backquotes; nil where nothing a
  /// person does leads there.
  public let example: String?
  /// What to do, commands between backquotes.
  public let remedy: String

  init(_ code: String, _ meaning: String, example: String?, remedy: String) {
    self.code = code
    self.meaning = meaning
    self.example = example
    self.remedy = remedy
  }
}

extension Explanation {
  /// Codes that belong together, in ascending order.
  public struct Chapter: Hashable, Sendable {
    public let title: String
    public let explanations: [Explanation]

    init(_ title: String, _ explanations: [Explanation]) {
      self.title = title
      self.explanations = explanations
    }
  }

  /// Every code of the program.
  public static let chapters: [Chapter] = [
    .recording, .review, .shop, .usage, .words, .writing, .content, .tables, .ledger, .beside,
    .failures,
  ]

  /// The explanation of a code; nil when there is no such code.
  public static func of(_ code: String) -> Explanation? { byCode[code] }

  private static let byCode = Dictionary(
    uniqueKeysWithValues: chapters.flatMap(\.explanations).map { ($0.code, $0) })
}

extension Explanation {
  /// What stands on the screen, in lines of at most `width` columns.
  public func text(width: Int) -> String {
    var parts = [("", "\(code)：\(meaning)")]
    if let example { parts.append(("  例：", example)) }
    parts.append(("  办法：", remedy))
    parts.append(("  种类：", Self.kind(of: code)))
    let lines = parts.flatMap { label, text in
      wrapped(
        label + Self.unquoted(text), width: width, first: 0, rest: label.isEmpty ? 0 : 4)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Backquotes are marks of the page; on a screen commands stand between quotation marks.
  private static func unquoted(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      index.isMultiple(of: 2) ? String(part) : "“\(part)”"
    }.joined()
  }

  /// What the letter of a code says, with the exit status.
  private static func kind(of code: String) -> String {
    let kind = kinds.first { $0.letters.contains { code.hasPrefix(String($0)) } }
    return kind.map { "\($0.meaning)（退出码 \($0.statuses)）" } ?? ""
  }

  /// The letters that codes begin with, what they mean, and the exit status that goes with them.
  static let kinds: [(letters: String, meaning: String, statuses: String)] = [
    ("R", "村里的规则不允许，什么也没有记", "1"),
    ("U", "命令写得不对，或者写的东西找不到", "2"),
    ("E", "文件内容有错，每处都指出行和列", "3"),
    ("V", "账本或旁边的文件被改动、缺失", "3（V110 是 4）"),
    ("W", "没有写成", "5、6、7"),
    ("XB", "程序自己出错", "70"),
  ]
}
