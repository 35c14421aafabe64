import XinyiFiles
import XinyiLedger
import XinyiText

/// The till (柜台): who, what, total, yes. Each basket is one `redeem`, carried out only when it was
/// confirmed, under a receipt key that exists before; so a second press is the same slip.
struct Counter {
  let dialogue: Dialogue
  let session: Session

  /// A basket on the counter, before anything is written.
  struct Basket {
    var buyer: Buyer
    var pieces: [RedeemRequest.Piece] = []
    var proxy: PersonNumber?
    var note: String?
    /// Of a slip that was written by hand; else today and a key made here.
    var day: Day?
    var receipt: ReceiptKey

    enum Buyer: Equatable {
      case person(PersonNumber)
      case cards([CardNumber])
    }
  }

  /// Serves people until the input ends or somebody says that it is enough.
  func work() throws -> ExitStatus {
    do {
      let view = try session.look()
      try dialogue.say(
        "\(PaperSource.shopName)柜台 \(view.ledger.opened.village.name) \(view.today) "
          + "经手人 \(try session.operatorLabel())\n" + Self.keys)
      while try serve() {}
      try dialogue.say("已收工。\n")
      return .done
    } catch let ended as Dialogue.Ended {
      if ended.status == .done { _ = dialogue.console.write("\n已收工。没有确认的单子没有兑换。\n") }
      return ended.status
    }
  }

  private static let keys = "回车：再问一遍  <：退一步  ?：说明  收工：结束\n"

  private static let helpOnWho = """
    写编号、姓名、姓名里的字或拼音首字母。
    卡      用积分卡兑换，不记名
    手工单  补录停电时手写的单子，用单子上的日期和号码
    退货    退回一张单子的商品
    补打    再打一张单子
    日结    今天的单子、商品和积分卡
    收工    结束

    """

  /// One customer; false when the counter closes.
  func serve() throws -> Bool {
    guard case .text(let typed) = try dialogue.ask("\n谁兑换：", help: Self.helpOnWho) else {
      return true
    }
    switch typed {
    case "收工", "q": return false
    case "日结": try run(["shop", "close"])
    case "退货": try takeBack()
    case "补打": try reprint()
    case "手工单": try serveHandSlip()
    default: try serve(typed, day: nil, receipt: session.newReceipt())
    }
    return true
  }

  func serve(_ typed: String, day: Day?, receipt: ReceiptKey) throws {
    let view = try session.look()
    guard let buyer = try buyer(typed, view.directory) else { return }
    let basket = Basket(buyer: buyer, day: day, receipt: receipt)
    if try greet(basket, view) { try fill(basket) }
  }

  func serveHandSlip() throws {
    guard
      case .text(let date) = try dialogue.ask("单子上的日期：", help: "写成 11-03 或 2026-11-03。\n"),
      case .text(let number) = try dialogue.ask(
        "单子上的号码：", help: "预印的号码，字母、数字和 - ；补录两遍也只算一次。\n")
    else { return }
    let today = try session.look().today
    let day: Day
    do throws(ValueProblem) {
      day = try DateReader(today: today).day(date, .past)
    } catch {
      return try dialogue.say("日期\(error.sentence(in: .chinese))\n")
    }
    guard let receipt = ReceiptKey(number) else {
      return try dialogue.say("号码要写成\(ReceiptKey.expectation)。\n")
    }
    guard case .text(let typed) = try dialogue.ask("谁兑换（用卡写 卡）：", help: Self.helpOnWho)
    else { return }
    try serve(typed, day: day, receipt: receipt)
  }
}
