/// A list that only grows, of which a beginning may lie in a saved state: those elements are
/// fetched when somebody asks for them, so that a command pays for what it looks at and not for
/// the age of the village.
public struct LongList<Element: Equatable & Sendable>: Sendable {
  private let saved: SavedList<Element>
  /// Saved elements that have changed since.
  private var changed: [Int: Element] = [:]
  private var added: [Element] = []

  package init(_ saved: SavedList<Element> = .none) { self.saved = saved }

  package mutating func append(_ element: Element) { added.append(element) }

  package mutating func append(contentsOf elements: some Sequence<Element>) {
    added.append(contentsOf: elements)
  }
}

/// Elements of a list as they were saved, fetched one at a time.
package struct SavedList<Element: Sendable>: Sendable {
  package let count: Int
  package let element: @Sendable (Int) -> Element

  package init(count: Int, element: @escaping @Sendable (Int) -> Element) {
    self.count = count
    self.element = element
  }

  package static var none: SavedList {
    SavedList(count: 0) { _ in preconditionFailure("there is nothing saved") }
  }
}

extension LongList: RandomAccessCollection, MutableCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { saved.count + added.count }

  public subscript(index: Int) -> Element {
    // What is read of an element is read where it lies: many are long, and most are looked at for
    // a word.
    _read {
      if index >= saved.count {
        yield added[index - saved.count]
      } else if let element = changed[index] {
        yield element
      } else {
        yield saved.element(index)
      }
    }
    _modify {
      if index >= saved.count {
        yield &added[index - saved.count]
      } else {
        var element = changed.removeValue(forKey: index) ?? saved.element(index)
        defer { changed[index] = element }
        yield &element
      }
    }
  }
}

extension LongList: Equatable {
  public static func == (left: LongList, right: LongList) -> Bool {
    if left.saved.count == 0, right.saved.count == 0 { return left.added == right.added }
    return left.elementsEqual(right)
  }
}
