/// A file of a village folder other than the ledger: the roster, the catalog, a kept notice.
///
/// The ledger, its head and its lock cannot be named, so nothing here can write over them.
public struct DataFile: Hashable, Sendable, CustomStringConvertible {
  /// The folders inside a village folder that hold data files.
  public enum Subfolder: String, Hashable, Sendable, CaseIterable {
    case notices, cache
  }

  /// nil for a file that lies in the village folder itself.
  public let subfolder: Subfolder?
  /// ASCII letters, digits, `.`, `_` and `-`; does not begin with a dot.
  public let name: String

  /// nil for a name that no data file may have.
  public init?(_ name: String, in subfolder: Subfolder? = nil) {
    guard (1...100).contains(name.utf8.count), name.utf8.allSatisfy(Self.isNameByte),
      name.utf8.first != 46, !Self.isTemporary(name),
      subfolder != nil || !Self.reserved.contains(name.lowercased())
    else { return nil }
    self.init(unchecked: name, in: subfolder)
  }

  private init(unchecked name: String, in subfolder: Subfolder?) {
    self.name = name
    self.subfolder = subfolder
  }

  public static let village = DataFile(unchecked: "village.json", in: nil)
  public static let roster = DataFile(unchecked: "roster.json", in: nil)
  public static let catalog = DataFile(unchecked: "catalog.json", in: nil)
  public static let shop = DataFile(unchecked: "shop.json", in: nil)
  public static let calendar = DataFile(unchecked: "calendar.json", in: nil)

  /// The path inside the village folder, as it is shown.
  public var description: String { subfolder.map { "\($0.rawValue)/\(name)" } ?? name }

  /// Where the next content waits for the ledger line that puts it in force.
  var stagedName: String { name + ".new" }
  /// Where content is written before it takes its place.
  var temporaryName: String { name + ".tmp" }

  /// Whether the name is one of those that content has before it takes its place.
  static func isTemporary(_ name: String) -> Bool {
    name.hasSuffix(".new") || name.hasSuffix(".tmp")
  }

  /// Whether a file of this name, in the village folder itself, belongs to the program.
  static func isTaken(_ name: String) -> Bool {
    let name = name.lowercased()
    return reserved.contains(name) || isTemporary(name) || isBook(name)
      || name == BackupMark.file
  }

  /// Whether a file of this name, in the village folder itself, is one of the books.
  static func isBook(_ name: String) -> Bool {
    [village, roster, shop, calendar].contains { $0.name == name }
      || name.hasPrefix("catalog") && name.hasSuffix(".json")
  }

  /// In lower case, since some file systems take both cases for one name.
  private static let reserved: Set<String> = [
    LedgerFormat.ledger, LedgerFormat.head, LedgerFormat.lock, LedgerFormat.quarantine,
    Subfolder.notices.rawValue, Subfolder.cache.rawValue,
  ]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95: true
    default: false
    }
  }
}
