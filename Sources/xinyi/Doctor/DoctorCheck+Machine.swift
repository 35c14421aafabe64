import XinyiFiles
import XinyiLedger
import XinyiText

// What can be looked at without a village.
extension DoctorCheck {
  /// The format of a ledger's lines that this program reads and writes.
  static let program = DoctorCheck(.program, .fine, "认识账本格式 1，细则、名册、货架格式 1")

  /// The variables say what the terminal is to be sent; the program sends UTF-8 in any case.
  static func encoding(_ environment: [String: String]) -> DoctorCheck {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let named = names.first { environment[$0]?.isEmpty == false }
    let value = named.flatMap { environment[$0] } ?? ""
    let ending = value.lowercased().filter { $0 != "-" }
    if ending.hasSuffix("utf8") {
      return DoctorCheck(.encoding, .fine, "终端用 UTF-8（\(named ?? "")=\(safe(value))）")
    }
    let stated = named.map { "\($0)=\(safe(value))" } ?? "LANG 没有设"
    return DoctorCheck(
      .encoding, .caution, "终端不一定用 UTF-8（\(stated)），汉字可能成乱码；账本本身不受影响",
      hint: "export LANG=C.UTF-8")
  }

  static let leastColumns = 80

  /// `columns` is nil where the answer goes to no screen.
  static func width(columns: Int?) -> DoctorCheck {
    guard let columns else { return DoctorCheck(.width, .fine, "答复没有送到屏幕，不看宽度") }
    if columns >= leastColumns { return DoctorCheck(.width, .fine, "屏幕宽 \(columns) 列") }
    return DoctorCheck(
      .width, .caution, "屏幕只有 \(columns) 列，表格要折行，单据会断行",
      hint: "把窗口拉宽，或把字缩小，到 \(leastColumns) 列以上")
  }

  /// A clock that nobody has set stands far from any year in which a village keeps points.
  static func clock(_ now: Moment) -> DoctorCheck {
    let year = now.day.month.year
    if believableYears.contains(year.number) {
      return DoctorCheck(.clock, .fine, "现在是 \(shown(now))")
    }
    return DoctorCheck(
      .clock, .trouble, "时钟是 \(shown(now))，不像真的", hint: hintOnClock)
  }

  private static let believableYears = 2024...2099
  /// `2026-11-03 08:00`, as the wall clock shows it.
  private static func shown(_ moment: Moment) -> String {
    let time = moment.description.dropFirst(11).prefix(5)
    return "\(moment.day) \(time)"
  }

  private static let hintOnClock = "把这台电脑的日期和时间调准，再看一次：date"

  /// A clock against the ledger's last line, which it can neither precede nor be far behind.
  static func clock(_ now: Moment, last: Moment) -> DoctorCheck {
    let days = now.day - last.day
    if last.seconds - now.seconds >= 86_400 {
      return DoctorCheck(
        .clock, .trouble, "时钟比账本的最后一行（\(last.day)）慢 \(-days) 天，现在不能记账",
        hint: hintOnClock)
    }
    if last > now {
      return DoctorCheck(
        .clock, .caution, "时钟比账本的最后一行慢 \(last.seconds - now.seconds) 秒", hint: hintOnClock)
    }
    if days > longestSilence {
      return DoctorCheck(
        .clock, .caution, "今天是 \(now.day)，账本的最后一行是 \(days) 天以前的；也可能是时钟快了",
        hint: hintOnClock)
    }
    return DoctorCheck(.clock, .fine, "现在是 \(shown(now))，在账本的最后一行之后")
  }

  /// A village has something to write down at least every second month.
  private static let longestSilence = 62

  private static let leastSpace = 32 << 20
  private static let comfortableSpace = 500 << 20

  static func space(_ bytes: Int?) -> DoctorCheck {
    guard let bytes else { return DoctorCheck(.space, .caution, "看不出磁盘还剩多少") }
    let left = bytes >= 10 << 30 ? "\(bytes >> 30) GB" : "\(bytes >> 20) MB"
    let remedy = "删去磁盘上不要的东西；账本文件夹里的不要动"
    if bytes < leastSpace {
      return DoctorCheck(.space, .trouble, "磁盘只剩 \(left)，账可能写不下", hint: remedy)
    }
    return bytes < comfortableSpace
      ? DoctorCheck(.space, .caution, "磁盘只剩 \(left)", hint: remedy)
      : DoctorCheck(.space, .fine, "磁盘还剩 \(left)")
  }
}
