import TestSupport

/// Lines put together from what their values may be and may not be, key by key.
///
/// The keys of each kind stand here once more, from the documented formats, so that neither reader
/// is asked what it expects.
struct LineShapes {
  /// The keys of a kind or a part of one: name, `?` where it may be missing, and what it is.
  static let keys: [String: String] = [
    "recorded": """
    entry:entry batch:code person:code household:code rule:code catalog:int title:text on:day \
    month:month quantity?:quantity level?:text choice?:points deed?:code campaign?:code \
    document?:text evidence:[text] note?:text why?:text collector?:code source:source \
    asked:points flags:[flag] reverses?:entry adjusts?:entry corrects?:entry redresses?:entry \
    second?:code
    """,
    "withdrawn": "entries:[entry] why:text part?:int parts?:int",
    "reminderIssued": "reminder:reminder person:code rule:code due:day",
    "reminderClosed": "reminder:reminder outcome:reminderOutcome",
    "rosterChanged": "person:code from:day what:topic value:text why?:text",
    "consentChanged": "person:code scope:scope given:bool",
    "reviewOpened": "month:month present:[code] chair:code",
    "decided": "entries:[decision] part?:int parts?:int",
    "decision": """
    entry:entry outcome:decisionOutcome points:points for:int against:int abstain:int \
    recused:[code] why?:text minute?:text bonus?:points
    """,
    "reviewClosed": "month:month undecided:[entry] part?:int parts?:int",
    "noticePublished": """
    notice:notice month:month from:day to:day lines:[noticeLine] body:digest part?:int parts?:int
    """,
    "noticeLine": "entry:entry points:points",
    "objectionFiled": "objection:objection entry:entry by?:code on:day due:day why:text",
    "objectionResolved": """
    objection:objection outcome:objectionOutcome points?:points why:text meeting?:month for?:int \
    against?:int abstain?:int document?:text
    """,
    "confirmed": "month:month notice:notice lines:[confirmedLine] part?:int parts?:int",
    "confirmedLine": "entry:entry rating:points spendable:points",
    "platformExported": "package:package entries:[entry] part?:int parts?:int",
    "platformAnswered": "package:package entries:[answer] part?:int parts?:int",
    "answer": "entry:entry outcome:platformOutcome number?:text why?:text",
    "goodsReceived": """
    item:code batch?:text count:int expires?:day from?:text payer?:payer cost?:money
    """,
    "priceSet": "item:code price:points service?:bool",
    "redeemed": """
    on:day person?:code proxy?:code note?:text lines:[basketLine] total:points paidBy:payment
    """,
    "basketLine": "item:code batch?:text count:int price:points",
    "payment": "account:points cards:[card] change:[card]",
    "cardsIssued": "person?:code cards:[yearCard] month?:month replaces?:card",
    "yearCard": "card:card year:year",
    "cardsTaken": "person?:code cards:[card] change:[card]",
    "balanceMoved": """
    from:account to:account spendable:[yearPoints] rating:[yearPoints] why:text
    """,
    "yearPoints": "year:year points:points",
    "account": "person:code",
    "yearClosed": """
    year:year grades:[grade] carried:[carried] body:digest part?:int parts?:int
    """,
    "grade": "account:account rating:points grade:text",
    "carried": "entry:entry points:points",
    "spendableExpired": "year:year lines:[expired] part?:int parts?:int",
    "expired": "account:account points:points",
  ]

  static let kinds = [
    "recorded", "withdrawn", "reminderIssued", "reminderClosed", "rosterChanged", "consentChanged",
    "reviewOpened", "decided", "reviewClosed", "noticePublished", "objectionFiled",
    "objectionResolved", "confirmed", "platformExported", "platformAnswered", "goodsReceived",
    "priceSet", "redeemed", "cardsIssued", "cardsTaken", "balanceMoved", "yearClosed",
    "spendableExpired",
  ]

  var random: SeededRandom
  /// How many values are still to be spelled as nobody would.
  private var oddities = 0

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// The bytes before `,"hash":"` of a line of this kind, with so many odd values in it.
  mutating func body(_ kind: String, oddities: Int) -> [UInt8] {
    self.oddities = oddities
    let envelope = "seq:int prev:digest at:moment by:code receipt:code request:digest"
    let open = object(envelope).dropLast()
    return open + Array(#","kind":"\#(kind)","data":"#.utf8) + value(of: kind)
  }

  private mutating func object(_ keys: String) -> [UInt8] {
    var parts: [[UInt8]] = []
    for word in keys.split(separator: " ") {
      let pair = word.split(separator: ":")
      let key = pair[0].prefix { $0 != "?" }
      if pair[0].hasSuffix("?"), random.oneIn(2) { continue }
      parts.append(Array(#""\#(key)":"#.utf8) + value(of: String(pair[1])))
    }
    return Array("{".utf8) + parts.joined(separator: Array(",".utf8)) + Array("}".utf8)
  }

  private mutating func value(of form: String) -> [UInt8] {
    if form == "account", random.oneIn(2) { return object("household:code") }
    if let keys = Self.keys[form] { return object(keys) }
    if form.hasPrefix("[") {
      let element = String(form.dropFirst().dropLast())
      let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in value(of: element) }
      return Array("[".utf8) + parts.joined(separator: Array(",".utf8)) + Array("]".utf8)
    }
    let spellings = Self.spellings[form] ?? ([], [])
    if oddities > 0, random.oneIn(6) {
      oddities -= 1
      return random.pick(spellings.odd + Self.oddEverywhere)
    }
    return random.pick(spellings.good)
  }
}
