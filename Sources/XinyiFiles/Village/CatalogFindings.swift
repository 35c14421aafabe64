public import XinyiLedger

/// A fault of a list with the words for it, and where it stands: at an item's member, or in the list
/// as a whole.
public struct CatalogFinding: Sendable {
  /// Counted from 0; nil for the list as a whole.
  public let index: Int?
  public let key: String
  public let kind: FileFault.Kind
}

extension CatalogFinding {
  public init(_ fault: CatalogFault) {
    switch fault {
    case .wrongFormat(let format):
      self.init(index: nil, key: "format", kind: .unsupportedFormat(format))
    case .declaredCount(let sign, let declared, let actual):
      self.init(
        index: nil, key: sign.rawValue,
        kind: .other(
          code: "E320", message: "\(word(sign))项写明 \(declared) 条，实际 \(actual) 条",
          hint: "补齐或删去多余的条目，或改正写明的条数"))
    case .duplicateCode(let code, let index):
      self.init(index, "code", "E321", "编码 \(code) 写了两次", "每项一个编码")
    case .emptyTitle(let index): self.init(index, "title", "E322", "名称或类别是空的", "写上名称和类别")
    case .noValues(let index): self.init(index, "amount", "E323", "没有可选的分值", "至少写一个分值")
    case .pointsNotPositive(let index):
      self.init(index, "amount", "E324", "分值须大于 0；加减由 sign 决定", "写成正数")
    case .tiersNotRising(let index):
      self.init(index, "amount", "E325", "各档的起点和分值要从低到高", "按从低到高排列")
    case .unknownCode(let code, let index):
      self.init(index, "rivals", "E326", "提到的编码 \(code) 不在细则里", "改成细则里有的编码")
    case .limitNotPositive(let index):
      self.init(index, "limit", "E327", "限额须大于 0", "不限就删去 limit")
    }
  }

  public init(_ objection: CatalogObjection) {
    switch objection {
    case .tooManyOwn(let sign, let count, let index):
      self.init(
        index, "code", "E328", "自设的\(word(sign))项有 \(count) 条，至多 5 条，多 \(count - 5) 条",
        "删去多余的自设项，或改用正式的编码")
    case .ownTooHigh(let code, let points, let index):
      self.init(
        index, "amount", "E329", "自设项 \(code) 有 \(points) 分，至多 2 分", "改成不超过 2 分")
    }
  }

  private init(
    _ index: Int, _ key: String, _ code: String, _ message: String, _ hint: String
  ) {
    self.init(
      index: index, key: key, kind: .other(code: code, message: message, hint: hint))
  }
}

extension FileFault.Kind {
  static func unsupportedFormat(_ format: Int) -> Self {
    .other(code: "E306", message: "文件格式是 \(format)，这个程序只认 1", hint: "用更新的程序打开")
  }
}

private func word(_ sign: Sign) -> String { sign == .plus ? "加分" : "扣分" }

/// Where a finding stands in the JSON file of a list.
func finding(_ fault: CatalogFault) -> JSONDocument.Finding { .init(CatalogFinding(fault)) }

func finding(_ objection: CatalogObjection) -> JSONDocument.Finding {
  .init(CatalogFinding(objection))
}

extension JSONDocument.Finding {
  fileprivate init(_ finding: CatalogFinding) {
    let place: [JSONDocument.Step] = finding.index.map { ["items", .index($0)] } ?? []
    self.init(at: place + [.key(finding.key)], finding.kind)
  }
}
