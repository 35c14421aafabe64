import Foundation
import TestSupport
import Testing
import XinyiFiles

@Suite struct HostPlaceTests {
  @Test func `an open folder knows its path and what it lies on`() throws {
    let folder = try TemporaryFolder()
    let system = HostSystem()
    let descriptor = try system.open(folder.path, in: nil, for: .folderAsGiven)
    defer { system.close(descriptor) }
    let path = try system.path(descriptor)
    #expect(path == URL(fileURLWithPath: folder.path).resolvingSymlinksInPath().path)
    #expect(try system.mount(descriptor) == .local)
  }
}
