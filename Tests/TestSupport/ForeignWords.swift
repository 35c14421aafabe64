/// Latin words in a text that a clerk who reads Chinese alone would have to understand.
///
/// Not counted: commands after `xinyi`, options, codes of rules, errors and numbers, file names and
/// paths, variables, hash digits, and what every keyboard and spreadsheet calls so.
public func foreignWords(in text: String, known: Set<String> = []) -> [String] {
  var rest = text
  for pattern in [
    /xinyi [^”；。\n]*/, /--?[A-Za-z][A-Za-z-]*/, /[\w.\/-]*\/[\w.\/-]*/,
    /[\w-]*\.(?:jsonl?|csv|txt|html|tmp|new|bad|partial|bashrc|zshrc)/, /[A-Z_]{3,}=?[\w.-]*/,
    /\b[A-Za-z]{1,6}-?[0-9][\w-]*/, /\b[0-9a-f]{4,64}\b/,
  ] { rest = rest.replacing(pattern, with: " ") }
  let words = rest.matches(of: /[A-Za-z]{2,}/).map { String($0.0) }
  return words.filter { !known.contains($0) && !commonlyKnown.contains($0) }
}

private let commonlyKnown: Set<String> = [
  "xinyi", "UTF", "CSV", "BOM", "JSON", "HTML", "GB", "MB", "Tab", "WPS", "Excel", "clerk",
  "deputy", "keeper", "quarantine", "lock", "notices", "bash", "zsh", "export", "chmod", "date",
  "Windows", "Dropbox", "OneDrive", "holiday",
]
