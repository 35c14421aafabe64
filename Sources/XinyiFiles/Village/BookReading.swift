public import XinyiLedger

/// Reads a catalog and checks it as a whole; throws every fault of the file.
public func readCatalog(_ bytes: [UInt8], file: String) throws(FileFaults) -> Catalog {
  try read(bytes, file) { (catalog: Catalog) in
    catalog.faults().prefix(JSONParser.faultLimit).map(finding)
  }
}

/// Reads a list that a village means to adopt: as `readCatalog`, and with what a village may not
/// set for itself. `catalog.json` and the versions in force are not judged by it again.
public func readNewCatalog(_ bytes: [UInt8], file: String) throws(FileFaults) -> Catalog {
  let (catalog, document) = try decodeJSONDocument(
    Catalog.self, from: bytes, file: file, allowsBOM: true)
  let findings = catalog.faults().map(finding) + catalog.refusedItems().map(finding)
  try refuse(Array(findings.prefix(JSONParser.faultLimit)), in: document)
  return catalog
}

/// Reads `roster.json`; throws every fault of the file.
package func readRosterBook(_ bytes: [UInt8]) throws(FileFaults) -> RosterBook {
  try read(bytes, DataFile.roster.name, findings)
}

private func findings(in book: RosterBook) -> [JSONDocument.Finding] {
  var findings = formatFindings(book.format)
  var seen: Set<PersonNumber> = []
  // Mostly the numbers rise, and none can stand there twice.
  let areRising = zip(book.people, book.people.dropFirst()).allSatisfy { $0.person < $1.person }
  for (index, row) in book.people.enumerated() {
    if !areRising, !seen.insert(row.person).inserted {
      findings.append(
        .init(
          at: ["people", .index(index), "person"],
          .other(code: "E301", message: "编号 \(row.person) 写了两次", hint: "一人一个编号，删去多余的一行")))
    }
    if row.name.isEmpty {
      findings.append(
        .init(
          at: ["people", .index(index), "name"],
          .other(code: "E302", message: "姓名是空的", hint: "写上姓名，如 \"name\": \"苏玉强\"")))
    }
  }
  return findings
}

/// Reads `shop.json`; throws every fault of the file.
package func readShopList(_ bytes: [UInt8]) throws(FileFaults) -> ShopList {
  try read(bytes, DataFile.shop.name, findings)
}

private func findings(in list: ShopList) -> [JSONDocument.Finding] {
  var findings = formatFindings(list.format)
  var seen: Set<ItemCode> = []
  for (index, row) in list.goods.enumerated() {
    if !seen.insert(row.item).inserted {
      findings.append(
        .init(
          at: ["goods", .index(index), "item"],
          .other(code: "E303", message: "商品编码 \(row.item) 写了两次", hint: "一种商品一个编码")))
    }
    if row.price <= .zero {
      findings.append(
        .init(
          at: ["goods", .index(index), "price"],
          .other(code: "E304", message: "单价须大于 0", hint: "写成 \"price\": 10")))
    }
    if let limit = row.limit, limit < 1 {
      findings.append(
        .init(
          at: ["goods", .index(index), "limit"],
          .other(code: "E305", message: "限兑数量须大于 0", hint: "不限量就删去 limit")))
    }
  }
  return findings
}

/// Reads `village.json`; throws every fault of the file.
package func readVillageBook(_ bytes: [UInt8]) throws(FileFaults) -> VillageBook {
  try read(bytes, DataFile.village.name) { (book: VillageBook) in
    formatFindings(book.format) + book.settings.faults().map(finding)
  }
}

/// Reads a calendar, the village's own or a public one; throws every fault of the file.
public func readCalendarBook(_ bytes: [UInt8], file: String) throws(FileFaults) -> CalendarBook {
  let (book, document) = try decodeJSONDocument(
    CalendarBook.self, from: bytes, file: file, allowsBOM: true)
  try refuse(book.faults().prefix(JSONParser.faultLimit).map(finding), in: document)
  return book
}

/// Reads a book that every command reads: straight from its bytes where it is spelled as this program
/// spells it and nothing is found in it, and else strictly; throws every fault of the file.
private func read<Book: Decodable & LineReadable>(
  _ bytes: [UInt8], _ file: String, _ findings: (Book) -> [JSONDocument.Finding]
) throws(FileFaults) -> Book {
  if let book: Book = CanonicalPage.value(of: bytes), findings(book).isEmpty { return book }
  let (book, document) = try decodeJSONDocument(
    Book.self, from: bytes, file: file, allowsBOM: true)
  try refuse(findings(book), in: document)
  return book
}

private func refuse(
  _ findings: [JSONDocument.Finding], in document: JSONDocument
) throws(FileFaults) {
  if !findings.isEmpty { throw document.faults(of: findings) }
}

private func formatFindings(_ format: Int) -> [JSONDocument.Finding] {
  format == 1 ? [] : [.init(at: ["format"], .unsupportedFormat(format))]
}

private func finding(_ fault: SettingsFault) -> JSONDocument.Finding {
  switch fault {
  case .outOfRange(let key, let range):
    .init(
      at: ["settings", .key(key)],
      .other(
        code: "E310", message: "\(key) 应在 \(range.lowerBound) 至 \(range.upperBound) 之间",
        hint: nil))
  case .bandsNotRising:
    .init(
      at: ["settings", "bands"],
      .other(code: "E311", message: "星级的分数线要从低到高", hint: "按分数从低到高排列"))
  case .noOperator:
    .init(
      at: ["settings", "operators"],
      .other(code: "E312", message: "至少要有一个经手人", hint: "写成 [\"clerk\"]"))
  case .badCards:
    .init(
      at: ["settings", "cards"],
      .other(code: "E313", message: "积分卡面值要是不同的正整数", hint: "写成 [1, 2, 5]"))
  case .badShopDays:
    .init(
      at: ["settings", "shopDays"],
      .other(code: "E317", message: "营业日要是不同的星期几，周一是 1", hint: "写成 [1, 4]；天天营业就删去 shopDays"))
  case .badGradeNames:
    .init(
      at: ["settings", "bands"],
      .other(code: "E314", message: "星级的名称是空的，或有两个相同", hint: "每级一个名称，最高一级写在 topGrade"))
  case .carryLimitNegative:
    .init(
      at: ["settings", "carryLimit"],
      .other(code: "E315", message: "结转上限不能小于 0", hint: "不限就删去 carryLimit"))
  case .badColumns:
    .init(
      at: ["settings", "platformColumns"],
      .other(
        code: "E316", message: "上报列一列也没有，或列名是空的、有两个相同",
        hint: "写成 [{\"field\": \"person\", \"title\": \"编号\"}]，用程序自己的列就删去 platformColumns"))
  }
}

private func finding(_ fault: CalendarFault) -> JSONDocument.Finding {
  switch fault {
  case .wrongFormat(let format): .init(at: ["format"], .unsupportedFormat(format))
  case .noDays:
    .init(
      at: ["days"],
      .other(code: "E330", message: "日历里一天也没有", hint: "写上各节假日和调休上班的日子"))
  case .dayTwice(let day, let index):
    .init(
      at: ["days", .index(index), "date"],
      .other(code: "E331", message: "\(day) 写了两次", hint: "一天只写一行，删去多余的一行"))
  case .badName(let index):
    .init(
      at: ["days", .index(index), "name"],
      .other(code: "E332", message: "节日名称要有 1 至 20 个字", hint: "写成 \"name\": \"国庆节\""))
  case .yearIncomplete(let year):
    .init(
      at: ["year"],
      .other(
        code: "E333", message: "写明是 \(year) 年的，却没有 \(year)-10-01 国庆节放假",
        hint: "换成全年的文件，或删去 year"))
  }
}
