import XinyiFiles
import XinyiLedger
import XinyiText

extension Counter {
  private static let helpOnYes = """
    y 或 是     兑换，打单子
    n 或 不要   这一单作废，什么也不记
    代领        写代领人
    <           回去加减商品

    """

  /// The total, and the one question after which something is written. False for more goods.
  func confirm(_ basket: inout Basket) throws -> Bool {
    let view = try session.look()
    try tell(basket, view)
    while true {
      switch try dialogue.ask("兑换吗（y 是，n 不要，代领）：", help: Self.helpOnYes) {
      case .back: return false
      case .text("n"), .text("N"), .text("不要"):
        try dialogue.say("没有兑换。\n")
        return true
      case .text("代领"): try nameProxy(&basket, view.directory)
      case .text("y"), .text("Y"), .text("是"): return try redeem(basket)
      case .text: try dialogue.say("写 y 或 n。\n")
      }
    }
  }

  private func nameProxy(_ basket: inout Basket, _ directory: Directory) throws {
    guard case .text(let typed) = try dialogue.ask("代领人：", help: "写编号或姓名。\n"),
      case .person(let proxy)? = try buyer(typed, directory)
    else { return }
    basket.proxy = proxy
    guard case .person(let person) = basket.buyer,
      !directory.ledger.isOfOneHousehold(person, proxy, on: basket.day ?? directory.today)
    else { return }
    if case .text(let note) = try dialogue.ask("不是一户，凭什么代领：", help: "如 有本人字条。\n") {
      basket.note = note
    }
  }

  /// Redeems, and says what came of it. False when the basket is to be changed.
  private func redeem(_ basket: Basket, again: Bool = false) throws -> Bool {
    var words = ["redeem"]
    switch basket.buyer {
    case .person(let person): words.append(person.text)
    case .cards(let cards):
      words += ["--cards", cards.map(\.description).joined(separator: ",")]
    }
    words += basket.pieces.map { "\($0.item)x\($0.count)" }
    if let proxy = basket.proxy { words += ["--proxy", proxy.text] }
    if let note = basket.note { words += ["--note", note] }
    if let day = basket.day { words += ["--on", day.description] }
    if again { words.append("--again") }
    // A slip that is wider than the screen would wrap.
    if session.surroundings.columns < SlipWidth.sheet.rawValue { words += ["--width", "48"] }
    do {
      try run(words + ["--receipt", basket.receipt.text])
      return true
    } catch let failure as any ReportableError {
      try dialogue.say(failure.report.text)
      if failure.report.code == "R305" { return try redeemAgain(basket) }
      return false
    }
  }

  private func redeemAgain(_ basket: Basket) throws -> Bool {
    guard case .text(let typed) = try dialogue.ask("真的再兑一次吗（y 是，n 不要）：", help: Self.helpOnYes)
    else { return false }
    if ["y", "Y", "是"].contains(typed) { return try redeem(basket, again: true) }
    try dialogue.say("没有再兑。\n")
    return true
  }

  // MARK: Slips

  func takeBack() throws {
    guard case .text(let slip) = try dialogue.ask("退哪张单子：", help: "写单号，如 1103-02。\n"),
      case .text(let goods) = try dialogue.ask(
        "退哪几样（整单写 全部）：", help: "写名称或编码，几件写 x3，用空格分开。\n"),
      case .text(let why) = try dialogue.ask("为什么退：", help: "如 盆底漏水。\n"),
      case .text(let shelf) = try dialogue.ask("还能上架吗（y 能，n 不能）：", help: "坏了的写 n。\n")
    else { return }
    let pieces = goods == "全部" ? [] : goods.split(separator: " ").map(String.init)
    var words = ["refund", slip] + pieces + ["--why", why]
    if !["y", "Y", "是", "能"].contains(shelf) { words.append("--no-restock") }
    guard case .text(let yes) = try dialogue.ask("退吗（y 是，n 不要）：", help: "写 y 就退，打退货单。\n"),
      ["y", "Y", "是"].contains(yes)
    else { return try dialogue.say("没有退。\n") }
    try told { try run(words) }
  }

  func reprint() throws {
    guard case .text(let slip) = try dialogue.ask("补打哪张：", help: "写单号，如 1103-02。\n") else {
      return
    }
    try told { try run(["slip", slip]) }
  }

  func told(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as any ReportableError {
      try dialogue.say(failure.report.text)
    }
  }

  /// Carries a command out as if it had been typed, and says its answer.
  func run(_ words: [String]) throws {
    let parser = CommandLineParser(table: .all, clock: session.files.now().day)
    let said = session.arguments
    let common: [(option: OptionName, value: String?)] = [
      (.folder, said[.folder].text), (.by, said[.by].text),
      (.today, said[.today].today?.description),
    ]
    let options = common.flatMap { option, value in
      value.map { [option.spelled(in: .english, of: nil), $0] } ?? []
    }
    guard case .run(let command, let arguments) = try parser.parse(words + options) else { return }
    var inner = Session(arguments: arguments, surroundings: session.surroundings)
    let answer = try inner.carryOut(command)
    let warnings = answer.warnings.map { $0 + "\n" }.joined()
    try dialogue.say(answer.text + warnings)
  }
}
