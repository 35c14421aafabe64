import XinyiFiles

extension Command {
  static let completions = Command(
    .completions, .reads, summary: "补全：按 Tab 键补出命令、选项、人名、细则、商品和条目",
    examples: ["xinyi 补全 bash", "xinyi 补全 zsh"],
    words: [
      Word(.shell, .choice(.shells), .one, "哪种终端；打出的几行由它自己读"),
      Word(.line, .unfinished, .any, "终端用的：写到一半的命令"),
    ]
  ) { session, arguments in
    let shell = arguments[word: .shell].choice ?? ""
    let words = arguments[word: .line].texts
    var answer = Answer(json: [], text: "")
    guard let start = words.last else {
      answer.raw = Array(CompletionScript.text(for: shell).utf8)
      return answer
    }
    let line = Array(words.dropLast())
    let offer = session.completion(of: line).offer(after: line, start: start)
    answer.raw = Array(CompletionScript.answer(offer).utf8)
    return answer
  }
}

extension Session {
  /// The line is another one than this command's own: it may name a folder of its own.
  fileprivate func completion(of line: [String]) -> Completion {
    let named = LineSplitter.split(line).options.last { $0.name == .folder }?.value
    let path = named ?? surroundings.environment["XINYI_HOME"]
    let folder =
      path.flatMap { $0.isEmpty ? nil : try? VillageFolder.open($0, files: files) }
      ?? (path == nil ? try? VillageFolder.find(from: ".", files: files) : nil)
    let village = folder.map { VillageWords(folder: $0, today: files.now().day) }
    return Completion(table: .all) { kind, start in village?.candidates(kind, start) ?? [] }
  }
}
