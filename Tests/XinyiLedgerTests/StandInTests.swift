import Testing
import XinyiLedger

/// What takes the place of something that cannot be fetched moves nothing, should anybody look.
@Suite struct StandInTests {
  @Test func `a stand-in moves no points, no cards and no goods`() {
    #expect(Entry.standIn.recorded.asked == .zero)
    #expect(!Entry.standIn.state.isEffective)
    #expect(BalanceMove.standIn.moved.spendable.isEmpty)
    #expect(Expiry.standIn.expired.lines.isEmpty)
    #expect(Redemption.standIn.redeemed.total == .zero)
    #expect(Redemption.standIn.account == nil)
    #expect(Refund.standIn.total == .zero)
    #expect(CardMove.standIn.total == .zero)
    #expect(Stock.Move.standIn.count == 0)
  }
}
