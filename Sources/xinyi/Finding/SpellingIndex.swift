import Synchronization
import XinyiLedger
import XinyiText

/// The names of a village with their sounds, made when they are first asked for and then kept: a
/// command that names forty people reads the roster aloud once.
final class SpellingIndex: Sendable {
  private let roster: RosterBook
  private let shop: ShopList
  private let made = Mutex(Made())

  struct KnownPerson: Sendable {
    let number: PersonNumber
    /// The name as it is compared.
    let key: NameKey
    let spelling: Spelling
  }

  private struct Made {
    var people: [KnownPerson]?
    var goods: [ItemCode: Spelling]?
    /// By version of the catalog.
    var titles: [Int: [RuleCode: Spelling]] = [:]
  }

  init(roster: RosterBook, shop: ShopList) {
    self.roster = roster
    self.shop = shop
  }

  /// Everybody in the roster's book, in its order.
  var people: [KnownPerson] {
    made.withLock { made in
      let people = made.people ?? Self.people(of: roster)
      made.people = people
      return people
    }
  }

  var goods: [ItemCode: Spelling] {
    made.withLock { made in
      let goods = made.goods ?? Self.spellings(of: shop.goods.map { ($0.item, $0.name) })
      made.goods = goods
      return goods
    }
  }

  func titles(of catalog: Catalog) -> [RuleCode: Spelling] {
    made.withLock { made in
      let titles =
        made.titles[catalog.version]
        ?? Self.spellings(of: catalog.items.map { ($0.code, $0.title) })
      made.titles[catalog.version] = titles
      return titles
    }
  }
}

extension SpellingIndex {
  private static func people(of roster: RosterBook) -> [KnownPerson] {
    let readings = HanReadings(of: roster.people.map(\.name))
    return roster.people.map { row in
      KnownPerson(
        number: row.person, key: NameKey(row.name),
        spelling: row.pinyin.map { Spelling(written: $0) } ?? Spelling(name: row.name, readings))
    }
  }

  private static func spellings<Code>(
    of named: [(code: Code, title: String)]
  ) -> [Code: Spelling] {
    let readings = HanReadings(of: named.map(\.title))
    return named.reduce(into: [:]) { $0[$1.code] = Spelling(title: $1.title, readings) }
  }
}

/// A name as it is compared: what an input method or a spreadsheet makes different is the same.
struct NameKey: Hashable, Sendable {
  let text: String

  /// `王　芳`, spaced out to three characters' width, is 王芳; the dot in 买买提·吐尔逊 has many forms.
  init(_ name: String) {
    let plain = InputText.normalised(name).lowercased()
    guard plain.contains(where: \.isHan) else {
      text = plain
      return
    }
    text = String(
      plain.compactMap { character -> Character? in
        if character.isWhitespace { return nil }
        return ".•・‧∙⋅●".contains(character) ? "·" : character
      })
  }
}
