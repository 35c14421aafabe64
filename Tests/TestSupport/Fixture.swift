import Foundation

/// The text of a file in `Fixtures`; nil when there is none.
public func fixture(_ name: String) -> String? {
  FileManager.default.contents(atPath: fixturesFolder.appendingPathComponent(name).path)
    .map { String(decoding: $0, as: UTF8.self) }
}
