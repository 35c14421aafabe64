public import XinyiLedger

extension Points {
  /// With one decimal and, unless it is zero, with its sign: `+2.0`, `-10.0`, `0.0`.
  public var signed: String { tenths > 0 ? "+" + fixed : fixed }

  /// With one decimal: `14.0`, `-3.5`. Thousands are not separated: `1842.5`.
  public var fixed: String {
    "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }

  /// In capitals, so that a pen cannot change it: `壹拾肆分整`, `壹拾伍点伍分`, `零点伍分`.
  ///
  /// Whole points end in 整. Tenths follow 点 and keep 分 at the end: the points of a village have
  /// no smaller unit with a name of its own, and the 角 and 分 of money would mislead.
  public var capitals: String {
    let whole = Int(tenths.magnitude / 10)
    let tenth = Int(tenths.magnitude % 10)
    let sign = tenths < 0 ? "负" : ""
    return sign + capitalNumber(whole)
      + (tenth == 0 ? "分整" : "点" + capitalDigits[tenth] + "分")
  }
}

private let capitalDigits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

/// `number` from 0 on in capitals, in groups of four digits: 万, 亿, 兆, 京.
private func capitalNumber(_ number: Int) -> String {
  if number == 0 { return capitalDigits[0] }
  let units = ["", "万", "亿", "兆", "京"]
  var rest = number
  var result = ""
  var needsZero = false
  for unit in units {
    let group = rest % 10_000
    rest /= 10_000
    if group > 0 {
      if needsZero { result = capitalDigits[0] + result }
      result = capitalGroup(group) + unit + result
    }
    needsZero = !result.isEmpty && group < 1000
    if rest == 0 { break }
  }
  return result
}

/// 1…9999 in capitals, without zeros before it: 1005 is 壹仟零伍.
private func capitalGroup(_ group: Int) -> String {
  var result = ""
  var hasGap = false
  for (value, unit) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
    let digit = group / value % 10
    if digit == 0 {
      hasGap = !result.isEmpty
    } else {
      result += (hasGap ? capitalDigits[0] : "") + capitalDigits[digit] + unit
      hasGap = false
    }
  }
  return result
}
