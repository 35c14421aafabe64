/// Lines of a paper that stay together on one page.
struct Block: Sendable {
  var lines: [String]
  /// Printed above the block when a page begins with it: the head of its table.
  var continuation: [String] = []
  /// A heading stays on the page of what it announces.
  var keepsWithNext = false

  static let blank = Block(lines: [""])
  static func heading(_ text: String) -> Block {
    Block(lines: wrapped(text, width: paperWidth, first: 0, rest: 4), keepsWithNext: true)
  }
  var isBlank: Bool { lines.allSatisfy(\.isEmpty) }
}

/// The size of a page, and what stands at the top of each.
struct PageShape: Sendable {
  /// Lines of a page, head and footer included.
  let lines: Int
  let head: [String]

  /// An A4 sheet at 84 columns.
  static func sheet(head: [String]) -> PageShape { PageShape(lines: 62, head: head) }

  /// Lines left for the text: the footer closes a page, between two blank lines.
  var room: Int { lines - head.count - 3 }
  func footer(_ page: Int, of total: Int) -> String {
    centred("第\(page)页（共\(total)页）", width: paperWidth)
  }
}

/// Blocks set on pages. Every page but the last is filled up to its length; the last one stays
/// open for an ending whose lines are known only in number.
struct Pages: Sendable {
  private let shape: PageShape
  private var closed: [[String]] = []
  private var open: [String] = []

  var count: Int { closed.count + 1 }

  /// `ending` lines are kept free, in one piece, on the last page.
  init(_ blocks: [Block], shape: PageShape, ending: Int) {
    self.shape = shape
    for unit in units(of: blocks) { place(unit) }
    if open.count + ending > shape.room { breakPage() }
  }

  /// All lines before the ending, each closed page with its footer.
  var beginning: [String] {
    var lines: [String] = []
    for (index, page) in closed.enumerated() {
      let filling = [String](repeating: "", count: max(0, shape.room - page.count))
      lines += shape.head + page + filling + ["", shape.footer(index + 1, of: count), ""]
    }
    return lines + shape.head + open
  }

  /// What closes the last page, behind the ending.
  var lastFooter: [String] { ["", shape.footer(count, of: count)] }

  private mutating func place(_ unit: [Block]) {
    let height = unit.reduce(0) { $0 + $1.lines.count }
    if open.count + height > shape.room {
      if unit.allSatisfy(\.isBlank) { return }
      breakPage()
    }
    if open.isEmpty && !closed.isEmpty { open = unit.first?.continuation ?? [] }
    for block in unit where !(open.isEmpty && block.isBlank) {
      for line in block.lines {
        if open.count >= shape.room { breakPage() }
        open.append(line)
      }
    }
  }

  /// Blank lines at the foot of a page are dropped; an empty page is not closed.
  private mutating func breakPage() {
    while open.last?.isEmpty == true { open.removeLast() }
    if !open.isEmpty { closed.append(open) }
    open = []
  }
}

/// The blocks in runs that must not be parted: headings with what follows them.
private func units(of blocks: [Block]) -> [[Block]] {
  var units: [[Block]] = []
  var isOpen = false
  for block in blocks {
    if isOpen { units[units.count - 1].append(block) } else { units.append([block]) }
    isOpen = block.keepsWithNext
  }
  return units
}
