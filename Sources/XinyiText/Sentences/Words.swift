public import XinyiLedger

/// The village's own words for the closed sets of the ledger.
extension Entry.State {
  public var word: String {
    switch self {
    case .pending: "待评审"
    case .rejected: "驳回"
    case .deferred: "缓议"
    case .approved: "通过"
    case .onNotice: "公示中"
    case .objected: "有异议"
    case .effective: "生效"
    case .cancelled: "撤销"
    case .withdrawn: "已撤回"
    case .sent: "已报"
    case .returned: "退回"
    case .entered: "已录入"
    }
  }
}

extension ReviewMonth.State {
  public var word: String {
    switch self {
    case .open: "记录中"
    case .inReview: "评审中"
    case .closed: "已评审、待公示"
    case .onNotice: "公示中"
    case .confirmed: "已生效"
    }
  }
}

extension EntryFlag {
  public var word: String {
    switch self {
    case .late: "补记"
    case .capped: "限额"
    case .doubled: "加倍"
    case .sameDay: "同日"
    case .noEvidence: "缺佐证"
    case .related: "采集员亲属"
    case .maybeOneDeed: "或为一事"
    case .notReminded: "未提示"
    case .special: "一事一议"
    }
  }
}

extension Role {
  public var word: String {
    switch self {
    case .council: "议事会成员"
    case .chair: "议事会召集人"
    case .secretary: "支部书记"
    case .committee: "两委成员"
    case .supervisor: "监督委员"
    case .collector: "采集员"
    case .keeper: "超市管理员"
    case .partyMember: "党员"
    case .representative: "村民代表"
    }
  }
}

extension RankList {
  public var word: String {
    switch self {
    case .villagers: "普通村民"
    case .key: "重点人群（支部书记、两委成员、党员、村民代表、采集员）"
    }
  }
}

extension ResidentStatus {
  public var word: String {
    switch self {
    case .resident: "在村"
    case .student: "在校"
    case .soldier: "服役"
    case .away: "外出"
    case .inquiry: "接受调查"
    case .left: "已迁出"
    case .dead: "已去世"
    }
  }
}

extension DecisionOutcome {
  public var word: String {
    switch self {
    case .approved: "通过"
    case .amended: "改分"
    case .rejected: "驳回"
    case .deferred: "缓议"
    case .undone: "重议"
    }
  }
}

extension ObjectionOutcome {
  public var word: String {
    switch self {
    case .dismissed: "维持"
    case .amended: "更正"
    case .cancelled: "撤销"
    case .withdrawn: "本人撤回"
    }
  }
}

extension PlatformPackage.Reason {
  public var word: String {
    switch self {
    case .never: "此项不出村"
    case .noDocument: "没有正式文书号"
    case .noConsent: "本人未同意上报"
    case .zeroPoints: "计0分"
    case .notEffective: "尚未生效"
    case .alreadySent: "已在以前的包里"
    case .hidden: "本人要求不公开"
    case .reversed: "已冲正"
    case .correctsUnsent: "所更正的条目没有上报过"
    }
  }
}

extension PlatformOutcome {
  public var word: String {
    switch self {
    case .entered: "受理"
    case .returned: "退回"
    }
  }
}

extension Catalog.Limit {
  /// The limit as the list writes it: 每月8分, 每人一次, 每年一档.
  public func label(for kind: Catalog.Amount.Kind) -> String {
    let period =
      switch self.period {
      case .month: "每月"
      case .quarter: "每季"
      case .year: "每年"
      case .ever: "每人"
      }
    switch measure {
    case .points(let points): return "\(period)\(points)分"
    case .times(1): return kind == .level ? "\(period)一档" : "\(period)一次"
    case .times(let times): return "\(period)\(times)次"
    }
  }
}

extension Catalog.Item {
  /// The cap in words, nil without one.
  public var capLabel: String? {
    if case .tier = amount { return "取最高一档" }
    return limit?.label(for: amount.kind)
  }

  /// What the item gives, in words, with the sign: `+2`, `-5`, `+1/4小时`, `+3、+5、+20`.
  public var pointsLabel: String {
    let mark = sign == .plus ? "+" : "-"
    switch amount {
    case .fixed(let points): return "\(mark)\(points)"
    case .perUnit(let points, let per, let measure):
      let unit = per == Quantity(tenths: 10) ? measure : "\(per)\(measure)"
      return "\(mark)\(points)/\(unit)"
    case .level, .choice, .tier:
      return amount.options.map { "\(mark)\($0.points)" }.joined(separator: "、")
    }
  }
}
