private let files = "Folder/VillageFolder+Files.swift"
private let new = "Folder/VillageFolder+New.swift"
private let commit = "Village/VillageCommit.swift"
private let descriptor = "System/Descriptor.swift"

/// What can go wrong where bytes become files.
let fileMutants = [
  Mutant(
    "interruption-fails", "A call that a signal interrupts counts as failed",
    killer: interruptedCalls,
    .expression(
      "error.isInterruption", "false", in: "func retrying<", of: "System/FileSystem.swift")),
  Mutant(
    "short-write-whole", "A write that takes only a part is taken for whole", killer: shortWrites,
    .statement(
      "done += count", "done = bytes.count", in: "func write(_ bytes", of: descriptor)),
  Mutant(
    "content-not-synced", "A new head or book takes its place before its content is on the disk",
    killer: powerCuts,
    .statement("try target.synchronize()", in: "static func fill(", of: files)),
  Mutant(
    "name-not-synced", "The new name of a head or book is not synchronized", killer: powerCuts,
    .statement("try folder.synchronize()", in: "func replaceFile(", of: files)),
  Mutant(
    "half-file-left", "A file that could not be written whole is left lying", killer: shortWrites,
    .statement("try? folder.remove(name)", in: "static func fill(", of: files)),
  Mutant(
    "old-file-written-on", "A file that a stopped command left is written on",
    killer: powerCuts,
    .statement(
      "try folder.remove(name)", "return try folder.open(name, for: .appending)",
      in: "static func openTemporary(", of: files)),
  Mutant(
    "subfolder-not-synced", "The name of a new folder for papers or cut bytes is not synchronized",
    killer: powerCuts,
    .statement("try descriptor.synchronize()", in: "func openSubfolder(", of: files)),
]

/// What can go wrong between the ledger and the books beside it.
let villageMutants = [
  Mutant(
    "village-not-synced", "The name of a new village's folder is not synchronized",
    killer: foundingPowerCuts,
    .statement("try parent.synchronize()", in: "public static func create(", of: new)),
  Mutant(
    "village-in-part", "village.json has its name before it has its content",
    killer: foundingPowerCuts,
    .statement(
      "try replace(.village, with: page, holding: writer)",
      "try create(.village, with: page, holding: writer)",
      in: "public func found(", of: commit)),
  Mutant(
    "book-before-line", "A book takes its place before the line that it belongs to",
    killer: villagePowerCuts,
    .statement(
      "for page in pages { try stage(page.file, page.bytes, holding: writer) }",
      """
      for page in pages {
        try stage(page.file, page.bytes, holding: writer)
        try promote(page.file, holding: writer)
      }
      """,
      in: "private func stage(", of: commit)),
  Mutant(
    "book-without-line", "A book takes its place although its line was never recorded",
    killer: villagePowerCuts,
    .expression("staged == current", "true", in: "private func settle(", of: commit)),
  Mutant(
    "book-not-discarded", "A book whose line was never recorded is left lying",
    killer: villagePowerCuts,
    .statement("try discard(file, holding: writer)", in: "private func settle(", of: commit)),
  Mutant(
    "book-not-found", "A reader does not look for the book that a stopped command left",
    killer: villagePowerCuts,
    .expression(
      "isCurrent(next)", "false", in: "private func book<Book>(",
      of: "Village/VillageSnapshot.swift")),
  Mutant(
    "papers-late", "Papers are not on the disk before the lines that name them",
    killer: villagePowerCuts,
    .statement(
      "for paper in changes.papers { try replace(paper.file, with: paper.bytes, holding: writer) }",
      """
      defer {
        for paper in changes.papers {
          try? replace(paper.file, with: paper.bytes, holding: writer)
        }
      }
      """,
      in: "public func commit(", of: commit)),
]
