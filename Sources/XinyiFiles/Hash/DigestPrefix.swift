public import XinyiLedger

/// The beginning of a 账本校验码 as a person types it from paper: 16 to 64 hexadecimal digits.
public struct DigestPrefix: Hashable, Sendable, CustomStringConvertible {
  /// Lower-case digits without any spacing.
  public let description: String

  /// Accepts capitals, and between the digits spaces of any width, tabs, line ends and hyphens.
  /// nil for other characters, and for fewer than 16 or more than 64 digits.
  public init?(typed text: String) {
    var digits = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", "a"..."f": digits.unicodeScalars.append(scalar)
      case "A"..."F": digits.append(String(scalar).lowercased())
      case " ", "\t", "\r", "\n", "-", "\u{3000}": continue
      default: return nil
      }
    }
    guard (16...64).contains(digits.utf8.count) else { return nil }
    description = digits
  }

  /// Whether the digest begins with these digits.
  public func matches(_ digest: Digest) -> Bool { digest.description.hasPrefix(description) }

  /// The first 16 digits as a number: whatever differs here need not be spelled out to compare.
  var leading: UInt64 { UInt64(description.prefix(16), radix: 16) ?? 0 }
}
