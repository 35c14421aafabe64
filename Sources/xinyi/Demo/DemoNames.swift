import XinyiLedger

/// Invents names: a few surnames for most, given names as each generation was given them, and no
/// full name twice.
struct DemoNames {
  private var used: Set<String> = reserved

  /// Names that belong to people known to the public.
  private static let reserved: Set<String> = [
    "苏玉强", "李长春", "李文亮", "李东生", "李保国", "张学友", "张志新", "刘志军", "王海生",
  ]

  private static let surnames: [(value: String, weight: Int)] = [
    ("苏", 40), ("王", 17), ("赵", 12), ("李", 9), ("张", 6), ("刘", 4), ("陈", 3), ("孙", 3),
    ("马", 2), ("周", 2), ("欧阳", 2),
  ]

  /// The one surname of two characters that every village of some size has.
  static let compound = "欧阳"
  static let commonest = "苏"

  static func surname(_ random: inout DemoRandom) -> String { random.pick(weighted: surnames) }

  /// A surname of a family that a person married from.
  static func surname(besides own: String, _ random: inout DemoRandom) -> String {
    random.pick(weighted: surnames.filter { $0.value != own })
  }

  /// A full name that nobody has yet.
  mutating func name(
    surname: String, isWoman: Bool, born: Day, _ random: inout DemoRandom
  ) -> String {
    let all = isWoman ? Self.women : Self.men
    let generation = all.lastIndex { $0.since <= born.year.number } ?? 0
    var attempt = 0
    while true {
      // A generation's names can run out in a large village: then those of others help out.
      let first = attempt < 20 ? generation : random.below(all.count)
      let second = attempt < 20 ? generation : random.below(all.count)
      attempt += 1
      let one = random.pick(all[first].first)
      let other = random.pick(all[second].second)
      let name = surname + String(one) + String(other)
      if one != other && used.insert(name).inserted { return name }
    }
  }
}

/// The characters of given names that were usual from a year on.
private struct Generation {
  let since: Int
  let first: [Character]
  let second: [Character]

  init(since: Int, _ first: String, _ second: String) {
    self.since = since
    self.first = Array(first)
    self.second = Array(second)
  }
}

extension DemoNames {
  private static let men = [
    Generation(since: 0, "玉长广兆立传德志明西庆怀守殿金福振万学世", "臣田山海林文成友礼义春秋喜贵河堂元泉岭柱"),
    Generation(since: 1960, "建国志卫红海永新文东长春洪保存光树兴玉继", "国军华民平东勇明亮生峰辉林良刚江岭庆成友"),
    Generation(since: 1982, "晓伟志海建文俊明宏永少子庆兆广振继绍长玉", "鹏超磊波涛亮龙飞杰斌刚辉阳宁峰凯顺旭坤栋"),
    Generation(since: 2002, "子浩俊宇梓一嘉家博泽明文承景思昊奕书佳锦", "轩涵然辰宇豪航睿阳洋硕恒诚霖源铭朗哲安康"),
  ]

  private static let women = [
    Generation(since: 0, "桂秀玉凤兰月素春金翠爱淑庆清巧瑞", "英兰香荣梅芹芝莲云珍霞花娥琴菊环珠美"),
    Generation(since: 1960, "红秀玉春丽桂爱海国淑晓月凤书美俊", "梅霞芳丽英华玲萍燕云凤艳敏琴红娟青芬"),
    Generation(since: 1982, "晓丽海文婷雪静春雅倩红玉艳小慧秋", "燕敏娜静婷红霞莉丹倩颖琳娟芳慧洁晴佳"),
    Generation(since: 2002, "子梓欣雨诗佳思语一若可心依梦静嘉", "涵怡萱彤妍琪桐悦瑶诺宁琳然晴瑄雯淇溪"),
  ]
}
