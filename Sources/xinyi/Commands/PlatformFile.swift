import XinyiFiles
import XinyiLedger
import XinyiText

/// A package as the town gets it. What stays in the village, and why, is no part of it.
struct PlatformFile {
  var package: PackageNumber?
  var month: Month = .placeholder
  var village: Village?
  var rows: [Row] = []
  /// What the town checks by number.
  var recheck: [Row] = []
  /// The columns that the platform wants; nil for our own.
  var columns: [Settings.PlatformColumn]?

  /// Whether there is anything to hand over in a form: the table has the package alone.
  func isEmpty(asTable: Bool) -> Bool { rows.isEmpty && (asTable || recheck.isEmpty) }
}

extension PlatformFile {
  /// For programs, with our own names of the fields.
  var page: [UInt8] {
    JSON.object([
      ("schema", 1), ("package", .optional(package)), ("month", .text(month)),
      ("village", .optional(village?.name)), ("town", .optional(village?.town)),
      ("rows", .array(rows.map { .object($0) })),
      ("recheck", .array(recheck.map { .object($0) })),
    ]).page
  }

  /// The rows of the package as a table that opens right in an office's spreadsheet.
  var table: [UInt8] {
    let columns = columns ?? Self.ownColumns
    let body = rows.map { row in columns.map { cell($0.field, of: row) } }
    return CSV.write([columns.map { CSV.Value.text($0.title) }] + body)
  }

  private static let ownColumns: [Settings.PlatformColumn] = [
    .init(field: .entry, title: "条目"), .init(field: .person, title: "编号"),
    .init(field: .name, title: "姓名"), .init(field: .rule, title: "编码"),
    .init(field: .title, title: "事项"), .init(field: .on, title: "发生日期"),
    .init(field: .points, title: "分值"), .init(field: .effectiveOn, title: "生效日期"),
    .init(field: .level, title: "级别"), .init(field: .platform, title: "上报类别"),
    .init(field: .document, title: "文号"), .init(field: .reverses, title: "冲正条目"),
    .init(field: .adjusts, title: "更正条目"), .init(field: .redresses, title: "修复条目"),
  ]

  /// A field of the package as a whole, or of the row.
  private func cell(_ field: Settings.PlatformField, of row: Row) -> CSV.Value {
    switch field {
    case .package: .text(package?.description ?? "")
    case .month: .text(month.description)
    case .village: .text(village?.name ?? "")
    case .town: .text(village?.town ?? "")
    case .county: .text(village?.county ?? "")
    case .code: .text(village?.code ?? "")
    case .entry, .person, .name, .rule, .title, .on, .points, .effectiveOn, .level, .platform,
      .document, .reverses, .adjusts, .redresses:
      cell(row.first { $0.0 == field.rawValue }?.1)
    }
  }

  private func cell(_ value: JSON?) -> CSV.Value {
    switch value {
    case .string(let text)?: .text(text)
    case .number(let digits)?: .number(digits)
    case .int(let number)?: .number(String(number))
    case .object, .array, .bool, .null, nil: .text("")
    }
  }
}

// MARK: - Writing it

extension Session {
  /// Hands a package over in the form asked for; the ledger has been durable since the write.
  func deliver(_ answer: Answer, _ file: PlatformFile, _ arguments: Arguments) throws -> Answer {
    var answer = answer
    let form = arguments[.format].choice
    guard let path = arguments[.output].text else {
      switch form {
      case "csv": answer.raw = file.table
      case "json": answer.raw = file.page
      default: break
      }
      return answer
    }
    let isTable = path.lowercased().hasSuffix(".csv") || form == "csv"
    guard !arguments[.dryRun].isGiven, !file.isEmpty(asTable: isTable) else {
      answer.text += file.isEmpty(asTable: isTable) ? "没有写文件。\n" : ""
      return answer
    }
    do {
      try files.writeOutput(path, isTable ? file.table : file.page, besides: try folder())
      answer.text += "已写到 \(safe(path))。\n"
    } catch {
      // A package is recorded by now; only the file is missing.
      answer.warnings.append(
        file.package == nil
          ? "文件没有写成。请换一个位置再执行一次。" : "已记入账本，但文件没有写成。请加上面的单号原样再执行一次，就会写出。")
      answer.status = .unprinted
    }
    return answer
  }
}
