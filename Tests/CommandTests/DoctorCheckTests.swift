import Testing
import XinyiLedger

@testable import XinyiFiles
@testable import xinyi

/// Findings that no test can make on any machine.
struct DoctorCheckTests {
  private func health(foreign: [String] = []) -> FolderHealth {
    FolderHealth(
      open: [], foreign: foreign, leftovers: [], quarantined: 0, isBeingWritten: false,
      freeBytes: nil)
  }

  @Test func `Files of another account are told, with the command that takes them over`() {
    let found = DoctorCheck.owner(health(foreign: [".", "a", "b", "c"]), path: "账 本")
    #expect(found.state == .caution)
    #expect(found.message.contains("整个文件夹、a、b 等 4 个"))
    #expect(found.hint == "sudo chown -R \"$(id -un)\" '账 本'")
    #expect(DoctorCheck.owner(health(), path: ".").state == .fine)
  }

  @Test(arguments: [
    (10 << 20, DoctorCheck.State.trouble), (200 << 20, .caution), (600 << 20, .fine),
    (20 << 30, .fine),
  ])
  func `A full disk is trouble before it is full`(_ bytes: Int, _ state: DoctorCheck.State) {
    #expect(DoctorCheck.space(bytes).state == state)
    #expect(DoctorCheck.space(nil).state == .caution)
  }

  @Test(arguments: [(39, false), (40, false), (79, false), (80, true), (200, true)])
  func `A narrow screen is told`(_ columns: Int, _ isWide: Bool) {
    #expect((DoctorCheck.width(columns: columns).state == .fine) == isWide)
    #expect(DoctorCheck.width(columns: nil).state == .fine)
  }

  @Test func `A clock that was never set is no clock`() {
    #expect(DoctorCheck.clock(Moment(seconds: 0)).state == .trouble)
    #expect(DoctorCheck.clock(Moment("2026-10-01T08:00:00+08:00")!).state == .fine)
  }

  @Test func `A clock some seconds behind the last line is told`() {
    let last = Moment("2026-10-01T08:00:00+08:00")!
    let now = Moment(seconds: last.seconds - 40)
    let found = DoctorCheck.clock(now, last: last)
    #expect(found.state == .caution && found.message.contains("40 秒"))
  }
}
