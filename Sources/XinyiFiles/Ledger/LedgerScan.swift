public import XinyiLedger

/// What one reading of the ledger found.
public struct LedgerScan: Sendable {
  /// nil when `head.json` itself is missing or damaged.
  public let head: LedgerHead?
  /// The sound lines: all up to `head`, or those before the damage.
  public let lines: LedgerLines
  /// The first damage, if there is any.
  public let damage: LedgerDamage?
  /// How many bytes follow the acknowledged ones. Nobody was ever told that they were recorded.
  public let tail: Int
  /// The ledger file as it was when it was opened; nil when it could not be.
  public let status: FileStatus?
}

extension LedgerHead {
  /// What is wrong when this head stands over these lines, which end where it says.
  func disagreement(with lines: LedgerLines) -> LedgerDamage? {
    let last = lines.lastHash
    if seq != lines.count {
      return LedgerDamage(line: nil, kind: .countWrong(head: seq, ledger: lines.count))
    }
    if self.last != last {
      return LedgerDamage(line: seq, kind: .lastHashWrong(head: self.last, ledger: last))
    }
    return nil
  }
}
