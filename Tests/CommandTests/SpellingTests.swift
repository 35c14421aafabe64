import Testing
import XinyiLedger

@testable import xinyi

/// Names as they are read aloud.
struct SpellingTests {
  @Test(arguments: [
    ("苏玉强", "su yu qiang"), ("曾广文", "zeng guang wen"), ("单玉强", "shan yu qiang"),
    ("解学龙", "xie xue long"), ("仇士良", "qiu shi liang"), ("查良镛", "zha liang yong"),
    ("乐嘉", "yue jia"), ("任小红", "ren xiao hong"), ("区大海", "ou da hai"),
    ("朴正秀", "piao zheng xiu"), ("盖丽丽", "ge li li"), ("华春生", "hua chun sheng"),
    ("尉迟恭", "yu chi gong"), ("万俟卨兵", "mo qi xie bing"), ("长孙无忌", "zhang sun wu ji"),
    ("令狐冲", "ling hu chong"), ("欧阳小明", "ou yang xiao ming"), ("翟长海", "zhai chang hai"),
    ("缪乐", "miao le"), ("覃秀", "qin xiu"), ("召平", "shao ping"), ("员半千", "yun ban qian"),
    ("吕布", "lü bu"), ("绿妹", "lü mei"), ("黑大山", "he da shan"), ("种师道", "chong shi dao"),
    ("买买提·吐尔逊", "mai mai ti tu er xun"), ("Anna", "a n n a"), ("苏𠮷", "su"),
  ])
  func `A name is spelled as its family is called`(_ name: String, _ pinyin: String) {
    #expect(Spelling(name: name, HanReadings(of: [name])).pinyin?.text == pinyin)
  }

  @Test(arguments: [
    "syq", "SYQ", "ｓｙｑ", "suyuqiang", "su yu qiang", "su'yu'qiang", "suyq", "syuqiang", "suyuq",
    "SuYuQiang",
  ])
  func `The whole of a name is found by each syllable, in full or begun`(_ typed: String) throws {
    let word = try #require(SpelledWord(typed))
    #expect(spelling("苏玉强").fit(word) == .whole)
    #expect(spelling("苏玉霞").fit(word) == nil)
  }

  @Test(arguments: ["yq", "yuqiang", "su", "suyu", "qiang", "sy", "suy"])
  func `A part of a name is found by neighbouring syllables`(_ typed: String) throws {
    let word = try #require(SpelledWord(typed))
    #expect(spelling("苏玉强").fit(word) == .part)
  }

  @Test(arguments: ["sq", "yqi", "uq", "qi", "sx", "苏玉", "s", "su1"])
  func `Letters that are no neighbouring syllables find nothing`(_ typed: String) {
    #expect(SpelledWord(typed).flatMap { spelling("苏玉强").fit($0) } == nil)
  }

  @Test(arguments: ["lvb", "lü bu", "lubu", "lyubu", "lb", "LÜBU"])
  func `The sound that no key has is typed in several ways`(_ typed: String) throws {
    #expect(spelling("吕布").fit(try #require(SpelledWord(typed))) == .whole)
  }

  @Test(arguments: [("乐嘉", "lejia"), ("乐嘉", "yj"), ("仇小", "chouxiao"), ("苏晟", "susheng")])
  func `A character with two readings is found by both`(_ name: String, _ typed: String) throws {
    #expect(spelling(name).fit(try #require(SpelledWord(typed))) == .whole)
  }

  @Test func `A spelling of the roster is taken instead of the program's own`() throws {
    let written = Spelling(written: try #require(Pinyin("ceng lü")))
    #expect(written.fit(try #require(SpelledWord("cenglv"))) == .whole)
    #expect(written.fit(try #require(SpelledWord("zl"))) == nil)
  }

  @Test(arguments: [
    ("Zeng Guang Wen", "zeng guang wen"), ("ｌｖ bu", "lü bu"), ("lu: bu", "lü bu"),
    ("ou'yang", "ou yang"),
  ])
  func `A spelling is kept in one form`(_ typed: String, _ kept: String) {
    #expect(Pinyin(typed: typed)?.text == kept)
  }

  @Test(arguments: ["", "zēng", "曾", "zeng1", "zengguangwen", "zeng,guang"])
  func `What is no spelling is refused`(_ typed: String) {
    #expect(Pinyin(typed: typed) == nil)
  }

  private func spelling(_ name: String) -> Spelling {
    Spelling(name: name, HanReadings(of: [name]))
  }
}
