import XinyiLedger

/// Whom a list of words means, one line for each, and all that is wrong with it at once.
struct PeopleList {
  private(set) var lines: [Line] = []
  private(set) var problems: [Problem] = []
  /// Who was meant by a range or a group but takes no part on the day, such as who is away.
  private(set) var skipped: [PersonNumber] = []

  struct Line: Equatable {
    var recipient: RecordRequest.Recipient
    var quantity: Quantity?
    /// Named one by one, and not by a range or a group.
    var isNamed: Bool
  }

  struct Problem {
    /// The word that is wrong, as typed.
    let word: String
    let reason: any Error
  }

  /// What the list is for: the day, and for an entry the item.
  struct Purpose {
    let day: Day
    let item: Catalog.Item?
  }

  private let directory: Directory
  private let purpose: Purpose
  /// People and households before or after 除, by what makes a line its own.
  private var places: [Subject: Int] = [:]

  /// A line is of a person or, for what concerns households, of a household.
  private enum Subject: Hashable {
    case person(PersonNumber)
    case household(HouseholdNumber)
  }

  init(_ typed: [String], for purpose: Purpose, in directory: Directory) {
    self.directory = directory
    self.purpose = purpose
    var excepted: [(word: String, subjects: [Subject])] = []
    var isException = false
    for text in PeopleWord.parted(typed) {
      let word = PeopleWord(text) { directory.isGroup($0, on: purpose.day) }
      if word.meaning == .except {
        isException = true
      } else if isException {
        excepted.append((text, members(of: word, text).map { subject(of: $0) }))
      } else {
        add(word, text)
      }
    }
    remove(excepted)
    if lines.isEmpty && problems.isEmpty {
      problems = [Problem(word: typed.joined(separator: " "), reason: WordFault.nobodyListed)]
    }
  }

  /// The lines, or what is wrong: one thing by itself, several in one report.
  ///
  /// A single refusal is left to the ledger, which knows the order of precedence.
  func checked() throws -> [Line] {
    if problems.count > 1 { throw PeopleListFault(problems: problems) }
    if let reason = problems.first?.reason, !(reason is Refusal) { throw reason }
    return lines
  }

  // MARK: Reading

  private mutating func add(_ word: PeopleWord, _ text: String) {
    let isNamed = if case .one = word.meaning { true } else { false }
    let quantity = quantity(of: word, text)
    for recipient in members(of: word, text) {
      if isNamed, let refusal = directory.refusal(of: recipient, for: purpose) {
        problems.append(Problem(word: text, reason: refusal))
      }
      let subject = subject(of: recipient)
      let line = Line(recipient: recipient, quantity: quantity, isNamed: isNamed)
      guard let place = places[subject] else {
        places[subject] = lines.count
        lines.append(line)
        continue
      }
      // Who is named beside a range that holds him is the exact word; named twice is a mistake
      // that the ledger refuses.
      if isNamed && lines[place].isNamed {
        lines.append(line)
      } else if isNamed || !lines[place].isNamed && quantity != nil {
        lines[place] = line
      }
    }
  }

  private mutating func quantity(of word: PeopleWord, _ text: String) -> Quantity? {
    guard let typed = word.quantity else { return nil }
    do throws(ValueProblem) {
      return try ValueReader.quantity(typed)
    } catch {
      problems.append(Problem(word: text, reason: WordFault.badQuantity(text)))
      return nil
    }
  }

  private mutating func members(
    of word: PeopleWord, _ text: String
  ) -> [RecordRequest.Recipient] {
    switch word.meaning {
    case .except: return []
    case .everybody: return present(directory.ledger.roster.order.sorted())
    case .group(let label):
      let members = directory.members(of: label, on: purpose.day)
      if members.isEmpty {
        let known = directory.groups(on: purpose.day).sorted()
        problems.append(Problem(word: text, reason: WordFault.unknownGroup(label, known: known)))
      }
      return present(members)
    case .range(let first, let last):
      let between = directory.people(between: first, and: last)
      for end in [first, last] where !between.contains(where: { Int($0.text) == end }) {
        let fault = WordFault.unknownPerson(String(end), [], directory)
        problems.append(Problem(word: text, reason: fault))
        return []
      }
      return present(between)
    case .one(let name):
      do throws(WordFault) {
        return [try directory.recipient(name)]
      } catch {
        problems.append(Problem(word: text, reason: error))
        return []
      }
    }
  }

  /// Of many people those who take part on the day; of a household one.
  private mutating func present(_ people: [PersonNumber]) -> [RecordRequest.Recipient] {
    var households: Set<HouseholdNumber> = []
    return people.compactMap { person in
      let status = directory.ledger.roster[person]?.status(on: purpose.day)
      if status?.isHouseholdMember != true
        || directory.refusal(of: .person(person), for: purpose) != nil
      {
        if !skipped.contains(person) { skipped.append(person) }
        return nil
      }
      guard purpose.item?.subject == .household else { return .person(person) }
      guard let household = directory.ledger.roster[person]?.household(on: purpose.day),
        households.insert(household).inserted
      else { return nil }
      return .household(household)
    }
  }

  private func subject(of recipient: RecordRequest.Recipient) -> Subject {
    switch recipient {
    case .household(let household): return .household(household)
    case .person(let person):
      let household = directory.ledger.roster[person]?.household(on: purpose.day)
      if purpose.item?.subject == .household, let household { return .household(household) }
      return .person(person)
    }
  }

  /// An exception that nobody on the list fits is most likely a slip of the pen.
  private mutating func remove(_ excepted: [(word: String, subjects: [Subject])]) {
    for (word, subjects) in excepted
    where !subjects.isEmpty && !subjects.contains(where: { places[$0] != nil }) {
      problems.append(Problem(word: word, reason: WordFault.notListed(word)))
    }
    let gone = Set(excepted.flatMap(\.subjects))
    lines = lines.filter { !gone.contains(subject(of: $0.recipient)) }
    skipped.removeAll { gone.contains(.person($0)) }
  }
}

extension Directory {
  /// The people a list of words means, for what has neither item nor quantity.
  func people(listed typed: [String]) throws -> [PersonNumber] {
    let list = PeopleList(typed, for: .init(day: today, item: nil), in: self)
    return try list.checked().flatMap { line -> [PersonNumber] in
      if let quantity = line.quantity { throw WordFault.badQuantity(quantity.description) }
      switch line.recipient {
      case .person(let person): return [person]
      case .household(let household): return ledger.roster.members(of: household, on: today)
      }
    }
  }

  /// The labels of the groups that somebody belongs to.
  func groups(on day: Day) -> Set<String> {
    Set(ledger.roster.people.values.compactMap { $0.group(on: day) })
  }

  /// Whether somebody belongs to a group of this label on a day.
  func isGroup(_ label: String, on day: Day) -> Bool {
    // Most words are names, which no group ever bore.
    ledger.roster.groupLabels.contains(label) && groups(on: day).contains(label)
  }

  /// Everybody of a group, by number. `1` alone is `1组`, where there is such a group.
  func members(of label: String, on day: Day) -> [PersonNumber] {
    let labels: Set<String> = [label, label + "组"]
    return ledger.roster.order.filter { number in
      ledger.roster[number]?.group(on: day).map(labels.contains) == true
    }.sorted()
  }

  func people(between first: Int, and last: Int) -> [PersonNumber] {
    ledger.roster.order.filter { number in
      Int(number.text).map { (first...last).contains($0) } == true
    }.sorted()
  }

  /// Why a recipient takes no part on the day; nil when he does (S6.1).
  fileprivate func refusal(
    of recipient: RecordRequest.Recipient, for purpose: PeopleList.Purpose
  ) -> Refusal? {
    guard case .person(let number) = recipient, let person = ledger.roster[number],
      let item = purpose.item
    else { return nil }
    guard person.household(on: purpose.day) != nil else {
      return .noHousehold(number, on: purpose.day)
    }
    if item.subject == .household { return nil }
    let status = person.status(on: purpose.day)
    let counts = status.isEvaluated || (item.sign == .plus && item.whileAway == true)
    return counts ? nil : .notEvaluated(number, status, on: purpose.day)
  }
}

/// Several things wrong with one list of people, told together.
struct PeopleListFault: Error {
  let problems: [PeopleList.Problem]
}

/// The report of all of them, each with the names and the language of this village.
struct PeopleListReport: ReportableError {
  let reports: [ErrorReport]
  let next: String

  var status: ExitStatus { .usage }

  var report: ErrorReport {
    ErrorReport(
      code: reports.first?.code ?? "U101",
      message: "未办理：名单里有 \(reports.count) 处不对", hint: next, faults: reports)
  }
}
