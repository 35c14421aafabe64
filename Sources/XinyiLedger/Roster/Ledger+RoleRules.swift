/// Offices that do not go together (S5.1): the party secretary neither sits in the council nor
/// chairs it, and who supervises is no committee member and no near relative of one.
extension Ledger {
  /// Refuses a role that somebody takes from a day on, to a last day where one is named.
  func checkRole(
    _ role: Role, of person: PersonNumber, from day: Day, to last: Day?
  ) throws(Refusal) {
    guard role.isExclusive else { return }
    for day in daysOfChange(from: day, to: last) {
      try checkSecretary(person, taking: role, on: day)
      switch role {
      case .supervisor:
        for member in roster.holders(of: .committee, on: day) {
          try checkSupervisor(person, beside: member, on: day)
        }
      case .committee:
        for supervisor in roster.holders(of: .supervisor, on: day) {
          try checkSupervisor(supervisor, beside: person, on: day)
        }
      case .council, .chair, .secretary, .collector, .keeper, .partyMember, .representative:
        break
      }
    }
  }

  /// All supervisors against all committee members, as they are on the day of a meeting.
  func checkSupervisors(on day: Day) throws(Refusal) {
    for supervisor in roster.holders(of: .supervisor, on: day) {
      for member in roster.holders(of: .committee, on: day) {
        try checkSupervisor(supervisor, beside: member, on: day)
      }
    }
  }

  /// The first day, and each later one on which an office changes hands.
  private func daysOfChange(from day: Day, to last: Day?) -> [Day] {
    let later = roster.people.values.flatMap { person in
      person.facts.lazy.filter { $0.what == .role && $0.from > day }.map(\.from)
    }
    return [day] + Set(later).sorted().prefix { change in last.map { change <= $0 } ?? true }
  }

  private func checkSecretary(
    _ person: PersonNumber, taking role: Role, on day: Day
  ) throws(Refusal) {
    let others: [Role] =
      switch role {
      case .secretary: [.council, .chair]
      case .council, .chair: [.secretary]
      case .committee, .supervisor, .collector, .keeper, .partyMember, .representative: []
      }
    if let held = others.first(where: { roster[person]?.has($0, on: day) == true }) {
      throw .secretaryOrCouncil(person, held: held, asked: role, on: day)
    }
  }

  private func checkSupervisor(
    _ supervisor: PersonNumber, beside member: PersonNumber, on day: Day
  ) throws(Refusal) {
    if supervisor == member { throw .supervisorOrCommittee(supervisor, on: day) }
    let home = roster[supervisor]?.household(on: day)
    let shareHome = home != nil && roster[member]?.household(on: day) == home
    if shareHome || roster.areRelated(supervisor, member, on: day) {
      throw .supervisorRelated(supervisor, to: member, on: day)
    }
  }
}

extension Role {
  /// Some other office does not go together with it.
  fileprivate var isExclusive: Bool {
    switch self {
    case .council, .chair, .secretary, .committee, .supervisor: true
    case .collector, .keeper, .partyMember, .representative: false
    }
  }
}
