import XinyiLedger

extension Draft {
  /// Carries a step of the story out by the decision its command takes. What posts a paper needs
  /// the paper first and is no such step.
  mutating func carryOut(_ step: DemoStep) throws {
    switch step {
    case .addPeople, .assign, .endRole, .setStatus, .die, .consent, .set:
      try carryOutAboutPeople(step)
    case .addGoods(let row): try setPrice(row.price, of: row.item)
    case .receive(let item, let count, let from):
      try receive(
        .init(item: item, batch: nil, count: count, expires: nil, from: from))
    case .redeem(let request): try redeem(request)
    case .record, .withdraw, .openReview, .decide, .closeReview, .object, .resolve, .confirm:
      try carryOutOfMonth(step)
    case .export, .takeAnswers, .setCampaign, .remind, .closeReminder, .redress, .reverse, .expire:
      try carryOutNowAndThen(step)
    case .publish, .supplement, .closeYear: break
    }
  }

  private mutating func carryOutAboutPeople(_ step: DemoStep) throws {
    switch step {
    case .addPeople(let people): for person in people { try add(person.facts) }
    case .assign(let role, let person, let from):
      try assign(role, to: person, from: from, to: nil)
    case .endRole(let role, let person, let last):
      try assign(role, to: person, from: nil, to: last)
    case .setStatus(let status, let person, let from):
      try setStatus(status, of: person, from: from)
    case .die(let person, let newHead): try die(person, on: today, newHead: newHead)
    case .consent(let scope, let people):
      for person in people { try consent(of: person, to: scope, given: true) }
    case .set(let key, let settings, let month, let why):
      try set(key, as: settings, from: month, why: why)
    case .addGoods, .receive, .redeem, .record, .withdraw, .openReview, .decide, .closeReview,
      .object, .resolve, .confirm, .export, .takeAnswers, .setCampaign, .remind, .closeReminder,
      .redress, .reverse, .expire, .publish, .supplement, .closeYear:
      break
    }
  }

  private mutating func carryOutOfMonth(_ step: DemoStep) throws {
    switch step {
    case .record(let request): try record(request)
    case .withdraw(let entries, let why): try withdraw(entries, why: why)
    case .openReview(let month, let present, let chair):
      try openReview(of: month, present: present, chair: chair)
    case .decide(let entries, let motion, let votes, let why):
      try decide(entries, motion, votes: votes, why: why)
    case .closeReview(let month): try closeReview(of: month)
    case .object(let entry, let why, let person): try object(to: entry, why: why, by: person)
    case .resolve(let objection, let resolution): try resolve(objection, resolution)
    case .confirm(let month): try confirm(month)
    case .addPeople, .assign, .endRole, .setStatus, .die, .consent, .set, .addGoods, .receive,
      .redeem, .export, .takeAnswers, .setCampaign, .remind, .closeReminder, .redress, .reverse,
      .expire, .publish, .supplement, .closeYear:
      break
    }
  }

  private mutating func carryOutNowAndThen(_ step: DemoStep) throws {
    switch step {
    case .export(let month): _ = try export(ledger.platformPackage(of: month), of: month)
    case .takeAnswers(let answers): try take(answers)
    case .setCampaign(let campaign): try setCampaign(campaign)
    case .remind(let person, let rule): try remind(.person(person), of: rule)
    case .closeReminder(let number, let outcome):
      try closeReminder(number, outcome, on: today)
    case .redress(let entry, let points, let promise, let evidence):
      try redress(entry, points: points, promise: promise, evidence: evidence, why: nil)
    case .reverse(let entry, let why, let second):
      try reverse(entry, why: why, second: second)
    case .expire: try expireSpendable()
    case .addPeople, .assign, .endRole, .setStatus, .die, .consent, .set, .addGoods, .receive,
      .redeem, .record, .withdraw, .openReview, .decide, .closeReview, .object, .resolve,
      .confirm, .publish, .supplement, .closeYear:
      break
    }
  }
}
