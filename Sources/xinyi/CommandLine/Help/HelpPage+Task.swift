import XinyiText

extension HelpPage {
  /// A task: the commands as examples in their order, what happens, and what tends to go wrong.
  func lines(of guide: TaskGuide) -> [String] {
    let steps = self.steps(guide.steps)
    let troubles = guide.troubles.map { [$0.sign + "：", $0.remedy] }
    return ["例（按办事的次序）："] + steps + [""] + folded("\(guide.title)：\(guide.about)")
      + ["", "难处："] + aligned(troubles) + usage(of: guide)
  }

  /// What a step is for stands beside it, all at one place, and below it where it is too long.
  private func steps(_ steps: [TaskGuide.Step]) -> [String] {
    let widths = steps.map { displayWidth(of: $0.line) }.filter { $0 <= width / 2 }
    let place = (widths.max() ?? 0) + 4
    return steps.flatMap { step in
      let line = "  " + step.line
      let start = max(place, displayWidth(of: line) + 2)
      if start + displayWidth(of: step.purpose) <= width {
        return [padded(line, to: start, .left) + step.purpose]
      }
      let indent = String(repeating: " ", count: width < 60 ? 6 : place)
      return self.line(step.line) + folded(indent + step.purpose)
    }
  }

  private func usage(of guide: TaskGuide) -> [String] {
    guard let path = guide.command else { return [] }
    let line = CommandText(path).flag(.help).text(in: .chinese)
    return [""] + folded("这个命令的全部用法：\(line)")
  }
}
