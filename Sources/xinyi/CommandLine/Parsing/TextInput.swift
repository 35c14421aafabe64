import Foundation

/// The text in composed form (NFC), in which all text of the program is kept and compared.
func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

/// The pinyin of a Chinese word without tones or spaces, for finding homophones: `ji fen` for
/// both 记分 and 积分 gives `jifen`. Other letters pass unchanged.
func pinyin(of text: String) -> String {
  let latin = text.applyingTransform(.toLatin, reverse: false) ?? text
  let bare = latin.applyingTransform(.stripDiacritics, reverse: false) ?? latin
  return bare.lowercased().filter { !$0.isWhitespace && $0 != "'" }
}
