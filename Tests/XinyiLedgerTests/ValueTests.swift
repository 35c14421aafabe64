import TestSupport
import Testing
import XinyiLedger

@Suite struct `How amounts and numbers are written` {
  @Test(arguments: [
    ("0", 0), ("2", 20), ("0.5", 5), ("-10", -100), ("-0.1", -1), ("10000000", 100_000_000),
    ("-10000000", -100_000_000), ("990.1", 9901),
  ])
  func `points have at most one decimal and one spelling`(text: String, tenths: Int) {
    #expect(Points(text)?.tenths == tenths)
    #expect(Points(tenths: tenths)?.description == text)
  }

  @Test(arguments: [
    "", "-", "+2", "2.0", "02", ".5", "5.", "1e2", "0.05", "-0", "--1", "1,5", " 1", "1 ", "２",
    "٢", "10000000.1", "-10000000.1", "1234567890", "99999999999999999999", "1.2.3", "0x1",
  ])
  func `no other spelling of points is read`(text: String) {
    #expect(Points(text) == nil)
  }

  @Test func `quantities are above zero and at most a hundred thousand`() {
    for text in ["0.1", "4", "2.5", "100000"] {
      #expect(Quantity(text)?.description == text)
    }
    for text in ["0", "-1", "100000.1", "100001", "4.0", "0.0", ""] {
      #expect(Quantity(text) == nil, "\(text)")
    }
    #expect(Quantity(tenths: 0) == nil)
  }

  @Test func `points beyond the largest amount are no product`() {
    #expect(Points.whole(5).multiplied(by: 2) == 10)
    #expect(Points.whole(10_000_000).multiplied(by: 2) == nil)
    #expect(Points.whole(1).multiplied(by: .max) == nil)
    #expect(Points.whole(-5).magnitude == 5)
  }

  @Test func `random points are read as they were written`() {
    let seed: UInt64 = 20_261_004
    var random = SeededRandom(seed: seed)
    for _ in 0..<5_000 {
      let tenths = Int.random(in: -Points.limit...Points.limit, using: &random)
      let points = Points(tenths: tenths)
      #expect(points.flatMap { Points($0.description) } == points, "seed \(seed), \(tenths)")
      let quantity = Quantity(tenths: Int.random(in: 1...Quantity.limit, using: &random))
      #expect(quantity.flatMap { Quantity($0.description) } == quantity, "seed \(seed)")
    }
  }

  @Test func `codes are up to forty letters, digits, dots, lines and dashes`() {
    for text in ["GI04", "a", "A.b_c-9", String(repeating: "x", count: 40)] {
      #expect(RuleCode(text)?.text == text)
      #expect(Operator(text)?.text == text)
    }
    for text in ["", "会计", "a b", "a/b", "é", "a\n", String(repeating: "x", count: 41)] {
      #expect(RuleCode(text) == nil, "\(text)")
      #expect(Operator(text) == nil, "\(text)")
    }
    #expect(ItemCode(unchecked: "B") < ItemCode(unchecked: "a"))
  }

  @Test(arguments: [
    ("12", "0012"), ("0012", "0012"), ("1", "0001"), ("12345", "12345"), ("A1", "A1"),
    ("", nil), ("十二", nil),
  ])
  func `a person's number is filled up to four digits`(typed: String, number: String?) {
    #expect(PersonNumber(typed: typed)?.text == number)
  }

  @Test func `numbers of entries, objections and notices have one spelling`() {
    for text in ["2026-10-0017", "2026-10-12345"] {
      #expect(EntryNumber(text)?.description == text)
    }
    for text in ["O-2026-10-01", "O-2026-10-123"] {
      #expect(ObjectionNumber(text)?.description == text)
    }
    for text in ["2026-10", "2026-10-2", "2026-10-12"] {
      #expect(NoticeNumber(text)?.description == text)
    }
    let wrong = [
      "2026-10-017", "2026-10-00017", "2026-10-0000", "2026-13-0001", "2026-10x0017", "10-17",
      "O-2026-10-1", "O-2026-10-00", "o-2026-10-01", "O2026-10-01", "2026-10-1", "2026-10-02",
      "2026-10-", "2026-10x2", "",
    ]
    for text in wrong {
      #expect(EntryNumber(text) == nil, "\(text)")
      #expect(ObjectionNumber(text) == nil, "\(text)")
      #expect(NoticeNumber(text) == nil, "\(text)")
    }
  }

  @Test func `numbers are ordered by month, then by serial`() {
    #expect(("2026-09-0099" as EntryNumber) < "2026-10-0001")
    #expect(("2026-10-0009" as EntryNumber) < "2026-10-0010")
    #expect(("2026-10" as NoticeNumber) < "2026-10-2")
    #expect(("O-2026-10-09" as ObjectionNumber) < "O-2026-10-10")
  }

  @Test func `a digest is sixty-four lower-case digits`() {
    let digest = Digest(words: (0x0008_1018_2028_3038, 1, 2, 0xFFFF_FFFF_FFFF_FFFF))
    #expect(Digest(digest.description) == digest)
    #expect(digest.description.hasPrefix("00081018202830380000000000000001"))
    #expect(digest.description.hasSuffix("0000000000000002ffffffffffffffff"))
    #expect(Digest(String(repeating: "A", count: 64)) == nil)
    #expect(Digest(String(repeating: "a", count: 63)) == nil)
  }
}
