import XinyiLedger

// MARK: - What leaves the village (S4.10)

extension PlainVillage {
  mutating func export(_ month: Month) {
    let rows = agenda(of: month).filter { lines[$0].isLive && goes($0) }
    if rows.isEmpty { return }
    let serial = packages.filter { $0.number.month == month }.count + 1
    packages.append((PackageNumber(month: month, serial: serial), rows))
    for place in rows { lines[place].state = .sent }
  }

  private func goes(_ place: Int) -> Bool {
    let line = lines[place]
    let item = item(line)
    if item.platform == .never || item.neverSend == true { return false }
    guard line.isEffective, !isOnPlatform(place), line.frozen != 0, !isReversed(place) else {
      return false
    }
    if let other = line.reverses { return isOnPlatform(other) }
    if let other = line.adjusts ?? line.redresses { return isOnPlatform(other) || goes(other) }
    return item.platform == .document
      ? line.hasDocument : platformConsents.contains(line.person)
  }

  private func isOnPlatform(_ place: Int) -> Bool {
    lines[place].state == .sent || lines[place].state == .entered
  }

  /// Answers of the town to the entries of its packages; what was said before is passed over.
  mutating func take(_ answers: [TownAnswer]) throws {
    for answer in answers {
      guard let place = place(of: answer.entry) else { throw PlainWordFault() }
      if lines[place].state == .sent {
        lines[place].state = answer.outcome == .entered ? .entered : .returned
        lines[place].answer = answer
      } else if lines[place].answer != answer {
        throw PlainWordFault()
      }
    }
  }
}
