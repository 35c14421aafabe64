import XinyiFiles
import XinyiText

extension Session {
  /// Refuses a file name that could not be written, before anything is recorded.
  func checkSaving(to path: String) throws {
    let village = try folder()
    try saving { () throws(OutputFault) in try files.checkOutput(path, besides: village) }
  }

  /// Writes an export to a file outside of the village's own.
  func save(_ bytes: [UInt8], to path: String) throws {
    let village = try folder()
    try saving { () throws(OutputFault) in
      try files.writeOutput(path, bytes, besides: village)
    }
  }

  private func saving(_ body: () throws(OutputFault) -> Void) throws {
    do throws(OutputFault) {
      try body()
    } catch {
      switch error {
      case .dataFile(let name):
        throw Failure(
          status: .usage,
          report: ErrorReport(
            code: "U125", message: "未写出：\(safe(name)) 是账本自己的文件名", hint: "换一个文件名"))
      case .notAPlainFile(let name):
        throw Failure(
          status: .usage,
          report: ErrorReport(
            code: "U126", message: "未写出：\(safe(name)) 不是普通文件", hint: "换一个文件名"))
      case .system(let failure): throw Failure(failure, writing: true)
      }
    }
  }
}
