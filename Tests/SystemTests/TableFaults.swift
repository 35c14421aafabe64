import TestSupport
import Testing

/// What is wrong with a table of entries (exit 3), each fault alone at its row.
let entryTableFaults: [Provocation] = [
  entries("E410", "细则,姓名\nGI04,苏玉强\n", line: 1),
  entries("E411", "细则,编码,日期\nGI04,GI04,10-04\n", line: 1),
  entries("E423", head + "GI04,0012,,10-04,,电话13800000000\n"),
  entries("E425", head + "GI04,0012,,10-04,,照片,签名\n"),
  entries("E440", head + "GI04,0012,,10-34,,照片\n"),
  entries("E440", head + "GI01,0012,,10-04,八个,照片\n"),
  entries("E440", "细则,编号,日期,活动\nGI04,0012,10-04,QJ\n"),
  entries("E440", "细则,编号,日期,信息来源\nGI04,0012,10-04,听说\n"),
  entries("E441", head + ",0012,,10-04,,照片\n"),
  entries("E441", head + "GI04,0012,,,,照片\n"),
  entries("E441", head + "GI04,,,10-04,,照片\n"),
  entries("E442", head + "GI04,0099,,10-04,,照片\n"),
  entries("E442", head + "GI04,,苏玉墙,10-04,,照片\n"),
  entries("E442", "细则,编号,日期,采集员\nGI04,0012,10-04,没有人\n"),
  entries("E443", head + "GI04,,王小芳,10-04,,照片\n"),
  entries("E444", head + "GI04,0012,苏玉霞,10-04,,照片\n"),
  entries("E444", "细则,编号,户号,日期\nGI04,0012,013,10-04\n"),
  entries("E445", head + "ZZ99,0012,,10-04,,照片\n"),
  entries("E445", head + "垃圾,0012,,10-04,,照片\n"),
  entries("E446", head + "GI04,0012,,10-04,,照片\nGI04,,苏玉强,10-04,,照片\n", line: 3),
  entries("E447", head + "GI01,0012,,10-04,,照片\n"),
  entries("R101", head + "GI04,0012,,2026-10-24,,照片\n"),
  entries("R102", head + "GI04,0012,,2026-09-24,,照片\n"),
]

/// What is wrong with a table of goods (exit 3).
let goodsTableFaults: [Provocation] = [
  goods("E410", "名称,单价\n毛巾,5\n", line: 1),
  goods("E440", "编码,名称,单价\n毛巾,毛巾,5\n"),
  goods("E440", "编码,名称,单价\nMJ,毛巾,0\n"),
  goods("E440", "编码,名称,单价\nMJ,毛巾,五分\n"),
  goods("E440", "编码,名称,单价,服务\nMJ,毛巾,5,也许\n"),
  goods("E440", "编码,名称,单价,出资方\nMJ,毛巾,5,老天\n"),
  goods("E441", "编码,名称,单价\nMJ,毛巾,\n"),
  goods("E441", "编码,名称,单价\n,毛巾,5\n"),
  goods("E446", "编码,数量,批次\nXYF,5,A\nXYF,6,A\n", line: 3),
  goods("E450", "编码,名称\nXYF,肥皂\n"),
  goods("E451", "编码,名称,单价\nMJ,毛巾,5\nMJ,毛巾,6\n", line: 3),
  goods("E452", "编码,数量\nXYF,5\n"),
  Provocation(
    "E453", 3, .effective, "2026-11-03", "shop import {outside}/a.csv"
  ) { village, outside in
    try village.done("2026-11-03", "shop receive XYF 5 --batch A1")
    try outside.write("编码,数量,批次\nXYF,6,A1\n", to: "a.csv")
  }.at("a.csv", 2),
]

private let head = "细则,编号,姓名,日期,数量,佐证\n"

private func entries(_ code: String, _ text: String, line: Int = 2) -> Provocation {
  Provocation(code, 3, .founded, "2026-10-10", "entry import {outside}/a.csv") { _, outside in
    try outside.write(text, to: "a.csv")
  }.at("a.csv", line)
}

private func goods(_ code: String, _ text: String, line: Int = 2) -> Provocation {
  Provocation(code, 3, .effective, "2026-11-03", "shop import {outside}/a.csv") { _, outside in
    try outside.write(text, to: "a.csv")
  }.at("a.csv", line)
}
