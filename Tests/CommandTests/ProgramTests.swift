import Synchronization
import Testing

@testable import xinyi

struct ProgramTests {
  /// Swift Testing has an `ExitStatus` of its own.
  private typealias Status = xinyi.ExitStatus

  private struct Refusal: ReportableError {
    let status = Status.refused
    let report = ErrorReport(
      code: "R301", message: "未兑换：积分不足",
      hint: "查看明细：xinyi statement 0012", facts: ["差 6.5 分。"])
  }

  private struct Unforeseen: Error {}

  /// Runs a line and gives its status and what was written to either stream.
  private func run(
    _ line: String, writing: Program.Writing = .written, warnings: [String] = [],
    columns: Int? = nil,
    outcome: Result<Status, any Error>
  ) -> (status: Status, answer: String, messages: String) {
    let written = Mutex((answer: "", messages: ""))
    let program = Program(
      table: Sample.table, clock: Sample.today, columns: { _ in columns }, asking: nil,
      perform: { _, _ in
        Program.Output(
          answer: Array("答\n".utf8), isWords: true, warnings: warnings, status: try outcome.get())
      },
      write: { stream, bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        written.withLock { texts in
          switch stream {
          case .answer: texts.answer += text
          case .messages: texts.messages += text
          }
        }
        return stream == .answer ? writing : .written
      })
    let status = program.run(line.split(separator: " ").map(String.init))
    let texts = written.withLock { $0 }
    return (status, texts.answer, texts.messages)
  }

  @Test func `An answer goes to standard output`() {
    let result = run("status", outcome: .success(.done))
    #expect(result == (.done, "答\n", ""))
    #expect(run("verify", outcome: .success(.badData)).status == .badData)
  }

  @Test func `A warning goes to standard error beside the answer`() {
    let result = run("status", warnings: ["名册与账本不符"], outcome: .success(.done))
    #expect(result == (.done, "答\n", "名册与账本不符\n"))
  }

  @Test func `Help is an answer`() {
    let result = run("help record", outcome: .failure(Unforeseen()))
    #expect(result.status == .done && result.answer.hasPrefix("例：") && result.messages.isEmpty)
  }

  @Test func `A wrong line is a message with status 2`() {
    let result = run("recrod", outcome: .success(.done))
    #expect(result.status == .usage && result.answer.isEmpty)
    #expect(result.messages.hasPrefix("未执行："))
  }

  @Test func `A refusal keeps its status and its words`() {
    let result = run("redeem 12 肥皂", outcome: .failure(Refusal()))
    #expect(
      result == (
        .refused, "", "未兑换：积分不足 [R301]\n  差 6.5 分。\n  查看明细：xinyi statement 0012\n"
      ))
  }

  @Test func `An error is one object where JSON is asked for`() {
    #expect(
      run("redeem 12 肥皂 --json", outcome: .failure(Refusal())).messages
        == #"{"schema":1,"error":{"code":"R301","message":"未兑换：积分不足","#
        + #""facts":["差 6.5 分。"],"hint":"查看明细：xinyi statement 0012"}}"# + "\n")
    #expect(
      run("recrod --json", outcome: .success(.done)).messages
        == #"{"schema":1,"error":{"code":"U001","message":"未执行：没有“recrod”这个命令","#
        + #""hint":"您要的可能是：xinyi record","candidates":[{"command":"record"}]}}"# + "\n")
  }

  @Test func `Several faults stand in the object`() {
    let messages = run("record --json", outcome: .success(.done)).messages
    #expect(messages.contains(#""faults":[{"code":"U009""#))
  }

  @Test func `What nobody foresaw is our bug and tells no names`() {
    let result = run("status", outcome: .failure(Unforeseen()))
    #expect(result.status == .bug && result.messages.contains("[X070]"))
  }

  @Test func `A record that stands is told from one that does not`() {
    let line = "record GI04 12"
    #expect(run(line, writing: .failed, outcome: .success(.done)).status == .unprinted)
    let tried = run(line + " --dry-run", writing: .failed, outcome: .success(.done))
    #expect(tried.status == .notWritten)
    #expect(run("status", writing: .failed, outcome: .success(.done)).status == .notWritten)
    #expect(run("status", writing: .closed, outcome: .success(.done)).status == .done)
  }

  @Test func `The numbers of the exit statuses are fixed`() {
    #expect(Status.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 70])
  }
}
