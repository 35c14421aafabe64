import Testing

@testable import xinyi

struct ErrorReportTextTests {
  private func report(_ place: ErrorReport.Place?) -> String {
    let fault = ErrorReport(code: "E414", message: "姓名是空的", place: place)
    return ErrorReport(code: "E414", message: "未导入", faults: [fault]).text
  }

  @Test func `One of several faults names its row and column`() {
    #expect(
      report(.init(file: "名册.csv", line: 5, column: 2)) == "未导入\n  第 5 行第 2 列：姓名是空的 [E414]\n")
    #expect(report(.init(file: "名册.csv", line: 5)) == "未导入\n  第 5 行：姓名是空的 [E414]\n")
    #expect(report(.init(file: "名册.csv")) == "未导入\n  姓名是空的 [E414]\n")
    #expect(report(nil) == "未导入\n  姓名是空的 [E414]\n")
  }

  @Test func `A command that is quoted has its choices in the language of the person`() {
    #expect(ChoiceSet.roles.shown("council", in: .chinese) == "议事会成员")
    #expect(ChoiceSet.roles.shown("council", in: .english) == "council")
    #expect(ChoiceSet.roles.shown("king", in: .chinese) == "king")
  }
}
