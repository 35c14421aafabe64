/// A roster as a spreadsheet has it: one person a row.
enum RosterColumn: String, SheetColumn {
  case name = "姓名"
  case number = "编号"
  case household = "户号"
  case group = "组"
  case head = "户主"
  case born = "出生日期"
  case roles = "角色"
  case pinyin = "拼音"

  static let needed: [RosterColumn] = [.name, .household]

  var aliases: [String] {
    switch self {
    case .name: ["名字"]
    case .number: ["人员编号", "村民编号"]
    case .household: ["户", "户编号"]
    case .group: ["组别", "胡同", "小组", "村民小组"]
    case .head: ["是否户主"]
    case .born: ["出生", "生日", "出生年月日"]
    case .roles: ["职务"]
    case .pinyin: ["姓名拼音"]
    }
  }

  /// The member of `--json` that shows the same of a person.
  var member: String {
    switch self {
    case .name: "name"
    case .number: "person"
    case .household: "household"
    case .group: "group"
    case .head: "head"
    case .born: "born"
    case .roles: "roles"
    case .pinyin: "pinyin"
    }
  }

  static func failure(faults count: Int) -> (message: String, hint: String) {
    ("未导入：表格有 \(count) 处错误，一个人也没有添加", "改好后再导入；先加试算看看")
  }
}
