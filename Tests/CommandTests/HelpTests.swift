import Testing

@testable import xinyi

struct HelpTests {
  private let page = HelpPage(table: Sample.table, screen: 80)

  @Test func `The help of a command begins with an example`() {
    #expect(page.text(about: .command(.record)) == Self.record)
  }

  @Test func `The help of a group lists what stands under it`() {
    #expect(page.text(about: .command(.review)) == Self.review)
  }

  @Test func `The overview groups the commands by task`() {
    #expect(page.text(about: .overview) == Self.overview)
  }

  @Test func `An option is named for what it means in its command`() {
    #expect(page.text(about: .command(.objectionResolve)).contains("--起"))
    #expect(page.text(about: .command(.shopReceive)).contains("--来源"))
  }
}
