import XinyiFiles
import XinyiLedger
import XinyiText

extension Command {
  static let campaignAdd = Command(
    .campaignAdd, .writes, summary: "设一个“信义+”活动，或改它的办法；已经定了的条目不变",
    examples: [
      "xinyi 活动 添加 RJHJ --名称 信义+人居环境 --起 2026-10-01 --止 2026-10-31 --细则 GI04、GI09 --分值 1",
      "xinyi 活动 添加 ZYFY --名称 信义+志愿 --起 10-01 --止 10-31 --倍率 150 --预算 300",
    ],
    words: [Word(.campaign, .campaign, .one, "活动代号，用字母数字")],
    options: [
      .required(.name, .text, "活动的名称"), .required(.from, .dayAhead, "从哪天起"),
      .required(.to, .dayAhead, "到哪天止（当天还算）"),
      .repeatable(.rule, .rules, "哪些加分项算数，不写就是全部"),
      .optional(.points, .points, "每条另加多少分，不占限额"),
      .optional(.percent, .count, "每条按百分之多少算，如 150 是一倍半"),
      .optional(.budget, .points, "活动一共至多多少分"),
      .repeatable(.group, .word, "只限这些组"), .optional(.heading, .text, "公示上的名称"),
    ]
  ) { session, arguments in
    guard !(arguments[.points].isGiven && arguments[.percent].isGiven) else {
      throw arguments.usage(.exclusive(.option(.points), .option(.percent)))
    }
    if let percent = arguments[.percent].number, !(101...1000).contains(percent) {
      throw arguments.usage(
        .invalidValue(
          .option(.percent), typed: String(percent), .malformed(expectation: "101 至 1000 的数")))
    }
    return try session.write { change in
      guard let code = arguments[word: .campaign].code(as: CampaignCode.self),
        let from = arguments[.from].day, let to = arguments[.to].day
      else { return }
      try change.draft.setCampaign(
        .init(
          campaign: code, title: arguments[.name].text ?? "", from: from, to: to,
          rules: try arguments[.rule].texts.map { try change.directory.rule($0, on: from).code }
            .unique,
          bonus: arguments[.points].points, percent: arguments[.percent].number,
          budget: arguments[.budget].points, groups: arguments[.group].texts,
          heading: arguments[.heading].text))
    } answer: { outcome in
      outcome.campaignAnswer
    }
  }

  static let campaignList = Command(
    .campaignList, .reads, summary: "列出活动", examples: ["xinyi 活动 列表"]
  ) { session, _ in
    try session.read { view in
      let campaigns = view.ledger.campaigns.values.sorted { $0.campaign < $1.campaign }
      return Answer(
        rows: campaigns.map(view.directory.row(of:)),
        text: campaigns.isEmpty ? "还没有设活动。\n" : view.directory.table(of: campaigns))
    }
  }

  static let campaignShow = Command(
    .campaignShow, .reads, summary: "看一个活动：办法、已给的分、排名", examples: ["xinyi 活动 查看 RJHJ"],
    words: [Word(.campaign, .campaign, .one, "活动代号")]
  ) { session, arguments in
    try session.read { view in
      let campaign = try view.directory.campaign(arguments[word: .campaign].text ?? "")
      return view.directory.answer(of: view.ledger.result(of: campaign))
    }
  }
}

extension Directory {
  /// The campaign of a code that was typed.
  func campaign(_ typed: String) throws(WordFault) -> Event.CampaignSet {
    guard let code = CampaignCode(typed), let campaign = ledger.campaigns[code] else {
      throw .unknownCampaign(typed, known: ledger.campaigns.keys.sorted())
    }
    return campaign
  }

  fileprivate func row(of campaign: Event.CampaignSet) -> Row {
    let result = ledger.result(of: campaign)
    return [
      ("campaign", .text(campaign.campaign)), ("title", .string(campaign.title)),
      ("from", .text(campaign.from)), ("to", .text(campaign.to)),
      ("rules", .array(campaign.rules.map { .text($0) })),
      ("bonus", .optional(campaign.bonus)), ("percent", .optional(campaign.percent)),
      ("budget", .optional(campaign.budget)),
      ("groups", .array(campaign.groups.map { .string($0) })),
      ("heading", .optional(campaign.heading)), ("entries", .int(result.lines.count)),
      ("points", .tenths(result.points)), ("extra", .tenths(result.bonus)),
    ]
  }

  fileprivate func table(of campaigns: [Event.CampaignSet]) -> String {
    answerTable(
      columns: [
        AnswerColumn("代号", .code), AnswerColumn("名称", .text), AnswerColumn("起", .code),
        AnswerColumn("止", .code), AnswerColumn("办法", .text), AnswerColumn("条数", .number),
        AnswerColumn("分数", .number),
      ],
      rows: campaigns.map { campaign in
        let result = ledger.result(of: campaign)
        return [
          campaign.campaign.text, campaign.title, "\(campaign.from)", "\(campaign.to)",
          campaign.terms, "\(result.lines.count)", result.points.fixed,
        ]
      }, width: width)
  }

  fileprivate func answer(of result: CampaignResult) -> Answer {
    let campaign = result.campaign
    let rules = campaign.rules.map(\.text).joined(separator: "、")
    var text = "\(campaign.campaign) \(safe(campaign.title))：\(campaign.from) 至 \(campaign.to)，"
    text += "\(campaign.terms)。\n项目：\(rules.isEmpty ? "全部加分项" : rules)\n"
    text += "已有 \(result.lines.count) 条，共 \(result.points.fixed) 分"
    text += "，其中活动加分 \(result.bonus.fixed) 分。\n"
    text += answerTable(
      columns: [
        AnswerColumn("名次", .number), AnswerColumn("户名", .text), AnswerColumn("分数", .number),
      ],
      rows: result.ranking.map { ["\($0.rank)", name(of: $0.account), $0.points.fixed] },
      width: width)
    return Answer(
      rows: result.ranking.map {
        [("rank", .int($0.rank))] + members(of: $0.account) + [("points", .tenths($0.points))]
      }, text: text, with: row(of: campaign))
  }
}

extension Event.CampaignSet {
  /// How it works, in words.
  fileprivate var terms: String {
    let extra =
      bonus.map { "每条另加 \($0) 分" } ?? percent.map { "每条按 \($0)% 算" } ?? "只排名，不另加分"
    let limit = budget.map { "，至多 \($0) 分" } ?? ""
    let people = groups.isEmpty ? "" : "，限\(groups.joined(separator: "、"))"
    return extra + limit + people
  }
}

extension Outcome {
  fileprivate var campaignAnswer: Answer {
    let set = events.compactMap { event -> Event.CampaignSet? in
      if case .campaignSet(let campaign) = event.event { campaign } else { nil }
    }
    let show = set.first.map { directory.command("campaign", "show", $0.campaign.text) } ?? ""
    return Answer(
      rows: set.map(directory.row(of:)),
      text: "已设活动。记分时写上活动代号才算在内；要改，用同一个代号再设一次。\n"
        + directory.table(of: set) + "看活动：\(show)\n")
  }
}
