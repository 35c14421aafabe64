/// How a name is spelled in letters (拼音): `zeng guang wen`, a syllable for each character, small
/// letters without tones, single spaces between.
public struct Pinyin: TextValue {
  public let text: String

  public init(unchecked text: String) { self.text = text }

  public init?(_ text: String) {
    let syllables = text.split(separator: " ", omittingEmptySubsequences: false)
    let areSound = syllables.allSatisfy { syllable in
      (1...6).contains(syllable.count) && syllable.allSatisfy { ("a"..."z") ~= $0 || $0 == "ü" }
    }
    guard areSound, syllables.count <= 30 else { return nil }
    self.init(unchecked: text)
  }

  public static var expectation: String { "拼音，如 zeng guang wen：一个字一个音节，用空格隔开，不写声调" }

  public var description: String { text }

  public static var placeholder: Pinyin { Pinyin(unchecked: "a") }

  public var syllables: [String] { text.split(separator: " ").map(String.init) }
}
