package import XinyiLedger

/// Books that are read straight from their bytes, where they are spelled as this program spells
/// them; spaces and lines may be anybody's.
///
/// What it reads is what the strict reader would read; of everything else, faulty or only unusual,
/// it says nothing, and the strict reader decides.
package enum CanonicalPage {
  /// The list of people that a `roster.json` holds; nil where the strict reader is to be asked.
  package static func rosterBook(of page: [UInt8]) -> RosterBook? { value(of: page) }

  /// The items that a catalog holds; nil where the strict reader is to be asked.
  package static func catalog(of page: [UInt8]) -> Catalog? { value(of: page) }

  /// The settings and the names that a `village.json` holds; nil where the strict reader is to be
  /// asked.
  package static func villageBook(of page: [UInt8]) -> VillageBook? { value(of: page) }

  /// The goods that a `shop.json` holds; nil where the strict reader is to be asked.
  package static func shopList(of page: [UInt8]) -> ShopList? { value(of: page) }

  /// What a page of one value says; nil where the strict reader is to be asked.
  static func value<Value: LineReadable>(of page: [UInt8]) -> Value? {
    page.withUnsafeBytes { bytes in
      do throws(LineCursor.Unfamiliar) {
        var page = try LineCursor(page: bytes)
        let value = try Value(reading: &page)
        return page.isAtEnd ? value : nil
      } catch {
        return nil
      }
    }
  }
}
