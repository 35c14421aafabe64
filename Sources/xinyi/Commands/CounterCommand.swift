import XinyiLedger

extension Command {
  static let counter = Command(
    .counter, .reads, summary: "柜台：一问一答地兑换，确认以前什么也不记", examples: ["xinyi 柜台"]
  ) { session, _ in
    var answer = Answer(json: [], text: "")
    answer.status = try Counter(
      dialogue: session.surroundings.dialogue, session: session
    ).work()
    return answer
  }
}
