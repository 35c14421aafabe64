import Foundation
import TestSupport
import Testing

/// What is refused when something is put right.
let correctionRefusals: [Provocation] =
  reversalRefusals + fixRefusals + reminderRefusals + redressRefusals

private let november = "2026-11-10"

private let reversalRefusals: [Provocation] = [
  Provocation("R240", 1, .onNotice, "2026-10-28", "reverse 2026-10-0001 --why 错了"),
  Provocation(
    "R241", 1, .effective, november, "reverse 2026-10-0001 --why 再来",
    after: ["reverse 2026-10-0001 --why 错了"]),
  Provocation(
    "R242", 1, .effective, november, "reverse 2026-10-0010 --why 错了",
    after: ["redress apply 2026-10-0010 --points 2 --promise 今后拴绳 --evidence 照片"]),
  Provocation(
    "R243", 1, .effective, november,
    "reverse 2026-10-0001 --why 记重了 --clerical --second clerk"),
  Provocation(
    "R244", 1, .effective, november,
    "reverse 2026-10-0001 --why 记重了 --clerical --second deputy"
  ) { village, _ in
    try village.addOperator("deputy")
  },
  Provocation("R245", 1, .recorded, november, "withdraw 2026-11-0002 --why 错了") { village, _ in
    try village.reversedWithFollower()
  },
  Provocation(
    "R246", 1, .effective, "2026-11-26", "review amend 2026-11-0001 --points 1 --why 少退",
    after: ["reverse 2026-10-0001 --why 错了", "review open --month 2026-11 \(meeting)"]),
]

private let fixRefusals: [Provocation] = [
  Provocation("R247", 1, .inReview, "2026-10-26", "fix 2026-10-0001 --why 错了"),
  Provocation("R247", 1, .closed, "2026-10-26", "fix 2026-10-0001 --why 错了"),
  Provocation(
    "R247", 1, .recorded, "2026-10-25", "fix 2026-10-0001 --person 0013 --why 错了",
    after: ["withdraw 2026-10-0001 --why 错了"]),
  Provocation(
    "R246", 1, .effective, november, "fix 2026-11-0001 --person 0013 --why 错了",
    after: ["reverse 2026-10-0001 --why 错了"]),
  Provocation(
    "R218", 1, .onNotice, "2026-10-28", "fix 1 --why 错了",
    after: ["objection file 2026-10-0001 --why 不对"]),
]

private let reminderRefusals: [Provocation] = [
  Provocation("R250", 1, .founded, "2026-10-20", "reminder issue 0031 RJ04"),
  Provocation(
    "R251", 1, .founded, "2026-10-20", "reminder issue 0031 RJ01",
    after: ["reminder issue 0031 RJ01"]),
  Provocation(
    "R252", 1, .founded, "2026-10-20", "reminder done 10-01",
    after: ["reminder issue 0031 RJ01", "reminder done 10-01"]),
  Provocation("R253", 1, .founded, "2026-10-25", "reminder done 10-01") { village, _ in
    try village.done("2026-10-20", "reminder issue 0031 RJ01")
  },
  Provocation("R254", 1, .founded, "2026-10-23", "record RJ01 0031") { village, _ in
    try village.done("2026-10-20", "reminder issue 0031 RJ01")
  },
  Provocation("R255", 1, .founded, "2026-10-23", "record RJ01 0031") { village, _ in
    try village.forgeSetting(#""remindFirst":"flag""#, #""remindFirst":"require""#)
  },
  Provocation("R101", 1, .founded, "2026-10-20", "reminder done 10-01 --on 2026-10-21") {
    village, _ in
    try village.done("2026-10-20", "reminder issue 0031 RJ01")
  },
]

private let redressRefusals: [Provocation] = [
  Provocation(
    "R248", 1, .effective, november,
    "redress apply 2026-10-0001 --points 1 --promise 今后改 --evidence 照片"),
  Provocation(
    "R249", 1, .effective, november,
    "redress apply 2026-10-0010 --points 11 --promise 今后拴绳 --evidence 照片"),
  Provocation(
    "R240", 1, .onNotice, "2026-10-28",
    "redress apply 2026-10-0010 --points 1 --promise 今后拴绳 --evidence 照片"),
  Provocation(
    "R241", 1, .effective, november,
    "redress apply 2026-10-0010 --points 1 --promise 今后拴绳 --evidence 照片",
    after: ["reverse 2026-10-0010 --why 错了"]),
]

extension Village {
  /// Three times of one month, of which the cap cut the third; then the first is reversed.
  func reversedWithFollower() throws {
    try done("2026-10-25", "record DD04 0031 --on 2026-10-13 --evidence 签名")
    try done("2026-10-25", "record DD04 0031 --on 2026-10-14 --evidence 签名")
    for line in [
      "review open --month 2026-10 \(meeting)", "review approve --rest", "review approve 10",
      "review close",
    ] {
      try done("2026-10-26", line)
    }
    try done("2026-10-27", "notice publish")
    try done("2026-11-03", "confirm")
    try done("2026-11-10", "reverse 2026-10-0004 --why 没有这回事")
  }

  /// Registers another operator, as a ledger that began with two would have it.
  func addOperator(_ label: String) throws {
    try forgeSetting(#""operators":["clerk""#, #""operators":["clerk","\#(label)""#)
  }

  /// Changes the settings that the village began with, in the ledger and in its book.
  func forgeSetting(_ old: String, _ new: String) throws {
    try forgeWhole(try line(of: "settingsSet"), old, new)
    let book = text(of: "village.json").replacingOccurrences(
      of: old.replacingOccurrences(of: ":", with: ": "),
      with: new.replacingOccurrences(of: ":", with: ": "))
    try folder.write(book, to: "village.json")
  }
}
