import Foundation
import TestSupport
import XinyiFiles
import XinyiLedger

/// A real village, whose day is the clock's.
let clockChecks: [Check] = [
  Check(
    "R18", "the day is the village's, whatever zone the machine is set to", figure: 5 * 6 * 10,
    of: "answers"
  ) { trial in
    let clock = try Clock()
    for moment in turningPoints.prefix(trial.share(turningPoints.count, smallOneIn: 6)) {
      var first: [[UInt8]]?
      for zone in zones {
        try clock.village.put(in: clock.folder)
        let answers = try clock.answers(at: moment.seconds, zone: zone, on: moment.day)
        guard answers == first ?? answers else {
          throw Broken("\(moment.name): \(zone) has other answers than \(zones[0])")
        }
        first = answers
        trial.held(answers.count)
      }
    }
  },
  Check(
    "R18", "a clock that goes back moves no line back, and a day behind refuses", figure: 50,
    of: "clocks"
  ) { trial in
    let clock = try Clock()
    for zone in zones {
      for back in setbacks.prefix(trial.share(setbacks.count, smallOneIn: 10)) {
        try clock.village.put(in: clock.folder)
        try clock.requireSetback(of: back, zone: zone)
        trial.held()
      }
    }
  },
]

private let zones = [
  "UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu",
]

/// Seconds by which the clock goes back; 86,400 and more are refused.
private let setbacks = [
  0, 1, 59, 3_600, 43_200, 86_399, 86_400, 86_401, 30 * 86_400, 365 * 86_400, 3_650 * 86_400,
]

/// Moments at which a day, a month or a year turns in the village, with the day it is there.
private let turningPoints: [(name: String, day: String, seconds: Int)] = [
  ("the first minute of a leap day", "2028-02-29", seconds(59, 2_028_0229)),
  ("the last second of a leap day", "2028-02-29", seconds(86_399, 2_028_0229)),
  ("the day after a leap day", "2028-03-01", seconds(0, 2_028_0301)),
  ("the end of a month", "2027-10-31", seconds(86_399, 2_027_1031)),
  ("the start of a month", "2027-11-01", seconds(0, 2_027_1101)),
  ("the end of a year", "2027-12-31", seconds(86_399, 2_027_1231)),
]

/// Seconds since 1970 of a second of a day in the village, the day written as 20280229.
private func seconds(_ second: Int, _ digits: Int) -> Int {
  let text = "\(digits)"
  let day = Day("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
  return day.map { Moment(day: $0, secondOfDay: second).seconds } ?? 0
}

/// A real village of October 2027, and a clock that shows what it is told to.
private struct Clock {
  let workshop: Workshop
  let shim: FaultShim
  let folder: String
  let village: SmallVillage

  /// When the last line of the village was written.
  private static let last = seconds(12 * 3600, 2_027_1015)

  init() throws {
    workshop = try Workshop()
    shim = try FaultShim()
    folder = workshop.path("v")
    let start = shim.environment(at: seconds(0, 2_027_1001), zone: "UTC")
    let end = shim.environment(at: Self.last, zone: "UTC")
    for (line, environment) in [
      ("init \(folder) --name 苏庄村 --town 侯营镇 --county 东昌府区", start),
      ("person add 苏玉强 --number 0012 --household 012 --head", start),
      ("record GI04 0012 --on 2027-10-14", end),
    ] {
      let run = try Binary.run(
        SmallVillage.words(line, in: folder, on: nil), environment: environment)
      guard run.status == 0 else { throw Broken("\(line): \(run.complaint)") }
    }
    village = SmallVillage(in: folder)
  }

  /// What the program says and writes at a moment, on a day that must be today in the village.
  func answers(at seconds: Int, zone: String, on day: String) throws -> [[UInt8]] {
    let lines = [
      "record GI04 0012 --receipt c-1", "record RJ12 0012 --on \(day) --receipt c-2",
      "person consent 0012 --for platform --receipt c-3", "status", "balance",
      "statement 0012", "entry list", "rank", "record GI04 0012 --on 今天 --dry-run --json",
      "record GI04 0012 --receipt c-1",
    ]
    var answers: [[UInt8]] = []
    for line in lines {
      let run = try Binary.run(
        SmallVillage.words(line, in: folder, on: nil),
        environment: shim.environment(at: seconds, zone: zone))
      answers.append([UInt8(run.status)] + run.output + run.messages)
    }
    let snapshot = try SmallVillage.requireSound(folder)
    guard let line = try snapshot.lines(of: "c-1")?.first,
      case .recorded(let recorded) = snapshot.events[line - 1].event,
      recorded.on.description == day, snapshot.events[line - 1].at.seconds == seconds
    else { throw Broken("it is not \(day) in \(zone)") }
    return answers + [wholeFile(folder + "/ledger.jsonl")]
  }

  /// The clock shows so many seconds less than when the last line was written.
  func requireSetback(of back: Int, zone: String) throws {
    let words = SmallVillage.words(
      "record RJ12 0012 --on 2027-10-02 --why 补记 --receipt c-1", in: folder, on: nil)
    let run = try Binary.run(
      words, environment: shim.environment(at: Self.last - back, zone: zone))
    let snapshot = try SmallVillage.requireSound(folder)
    let line = try snapshot.lines(of: "c-1")?.first
    guard back < 86_400 else {
      guard run.status == 1, line == nil, run.complaint.contains("R402") else {
        throw Broken("\(back) s back in \(zone): \(run.status), \(run.complaint)")
      }
      return
    }
    guard run.status == 0, let line, snapshot.events[line - 1].at.seconds == Self.last else {
      throw Broken("\(back) s back in \(zone): \(run.status), \(run.complaint)")
    }
  }
}
