extension CommandTable {
  /// Every command of the program, in the order in which help lists them.
  static let all = CommandTable(
    [
      .initialise, .demo, .settingShow, .settingSet, .ruleList, .ruleSearch, .ruleShow,
      .ruleCheck, .ruleImport, .ruleAdopt,
      .personAdd, .personImport, .personList, .personFind, .personShow, .personRole,
      .personEdit, .personJoin, .personLeave, .personDie, .personSuspend, .personResume,
      .personHouseholdSplit, .personHouseholdMerge, .personHouseholdHead,
      .personRelate, .personConsent, .personExport,
      .record, .withdraw, .entryImport, .entryList, .entryShow, .entryHide, .entryUnhide,
      .entryTrail, .entryEvidence,
      .reverse, .fix, .reminderIssue, .reminderDone, .reminderList, .redressApply, .redressList,
      .reviewOpen, .reviewAgenda, .reviewApprove, .reviewAmend, .reviewReject, .reviewDefer,
      .reviewRecuse, .reviewUndo, .reviewReopen, .reviewClose, .reviewMinutes,
      .noticePublish, .noticeShow, .noticeCheck, .noticeSupplement, .noticeVoid,
      .objectionFile, .objectionResolve, .objectionList, .confirm, .platformExport,
      .platformReceipt,
      .shopList, .shopImport, .shopAdd, .shopRemove, .shopPrice, .shopReceive, .shopReturn,
      .shopCount, .shopWriteOff, .shopLabel, .shopClose, .redeem, .refund, .counter, .slip,
      .cardIssue, .cardTake, .cardChange, .cardReturn, .cardList, .cardBar, .cardReissue,
      .cardCount,
      .calendar, .calendarImport, .handover,
      .campaignAdd, .campaignList, .campaignShow, .yearPreview, .yearClose, .yearExpire,
      .status, .balance, .statement, .rank, .reportMonth, .reportShop, .reportYear, .reportSample,
      .print, .export,
      .completions, .doctor, .verify,
      .repair, .backup, .restore, .menu,
    ], opening: .opening)
}
