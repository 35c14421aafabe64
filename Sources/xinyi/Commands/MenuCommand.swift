import XinyiLedger

extension Command {
  static let menu = Command(
    .menu, .reads, summary: "菜单：不打命令，按序号一问一答地办", examples: ["xinyi 菜单"]
  ) { session, _ in
    var answer = Answer(json: [], text: "")
    answer.status = try Menu(session: session).work()
    return answer
  }
}
