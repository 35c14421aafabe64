import TestSupport
import Testing

/// Goods from a spreadsheet: listed, priced and received.
@Suite struct GoodsTableTests {
  private static let today = "2026-11-04"

  private static let table = """
    编码,名称,单位,单价,限兑,数量,批次,到期,来源,出资方,进价,货架号
    MJ,毛巾,条,5,2,30,1104,,镇供销社,村集体,4.5,A1
    SYOU,食用油,桶,40,1,10,1104,2027-03-31,镇供销社,村集体,58.5,A2
    SYOU,,,,,5,1104B,2027-06-30,,镇,58.5,A2
    XYF,洗衣粉,袋,9,,,,,,,,B1
    LF,理发,次,3,,,,,,,,

    """

  private func importing(_ village: Village, _ table: String) throws -> Answer {
    let outside = try TemporaryFolder()
    try outside.write(table, to: "商品.csv")
    return try village.done(Self.today, "shop import \(outside.path("商品.csv"))")
  }

  @Test func `New goods are listed, other prices set, and what came is booked, in one write`()
    throws
  {
    let village = try Stage.effective.village()
    let answer = try importing(village, Self.table)
    #expect(answer["added"].whole == 3)
    #expect(answer["priced"].whole == 1)
    #expect(answer["received"].whole == 3)
    #expect(answer["unchanged"].whole == 0)
    #expect(answer["unused"].texts == ["货架号"])
    let rows = try village.done(Self.today, "shop list")["rows"]
    let oil = rows.row(where: "item", is: "SYOU")
    #expect(oil["stock"].whole == 15)
    #expect(oil["price"].number == 40)
    #expect(oil["unit"].text == "桶")
    #expect(rows.row(where: "item", is: "XYF")["price"].number == 9)
    try village.isSound()
  }

  @Test func `The same table a second time changes nothing, even after goods went out`() throws {
    let village = try Stage.effective.village()
    _ = try importing(village, Self.table)
    try village.done(Self.today, "redeem 0012 MJ")
    let before = village.fingerprint
    let again = try importing(village, Self.table)
    #expect(
      ["added", "priced", "received"].allSatisfy { again[$0].whole == 0 }, "\(again)")
    #expect(again["unchanged"].whole == 5)
    #expect(village.fingerprint == before)
    let more = try importing(village, "编码,数量,批次\nMJ,12,1201\n")
    #expect(more["received"].whole == 1)
  }

  @Test func `All faults of the table are told in one run and nothing is listed`() throws {
    let village = try Stage.effective.village()
    let outside = try TemporaryFolder()
    try outside.write(
      "编码,名称,单价,数量,批次\nMJ,毛巾,,5,A\nXYF,肥皂,9,,\n=1,牙刷,2,,\nYS,牙刷,2,5,\n", to: "a.csv")
    let before = village.fingerprint
    let run = try village.run(Self.today, "shop import \(outside.path("a.csv"))")
    #expect(run.status == 3)
    #expect(
      run.complaint == """
        未导入：表格有 4 处错误，货架没有动
          第 2 行第 3 列：MJ 是新商品，没有单价 [E441]
            写上单价，多少分一件
          第 3 行第 2 列：XYF 在货架上是“洗衣粉” [E450]
            改正编码或名称；另一种商品要用另一个编码
          第 4 行第 1 列：编码“=1”不合格，应是商品编码，只用字母、数字和 . _ -，至多 40 个 [E440]
          第 5 行第 5 列：写了数量，没有写批次 [E452]
            批次写进货日期或送货单号，如 20261103；同一批只进一次，表格再导入也不会重复
          改好后再导入；先加试算看看

        """, "\(run.complaint)")
    #expect(village.fingerprint == before)
  }
}
