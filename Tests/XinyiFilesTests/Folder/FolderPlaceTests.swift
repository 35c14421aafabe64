import TestSupport
import Testing

@testable import XinyiFiles

@Suite struct FolderPlaceTests {
  private func hazards(at path: String) throws -> [FolderPlace.Hazard] {
    let small = try SmallLedger()
    small.system.place(at: path)
    return small.folder.place().hazards
  }

  @Test func `a folder of this machine's own disk has nothing against it`() throws {
    let small = try SmallLedger()
    small.system.place(on: .local)
    #expect(small.folder.place() == FolderPlace(hazards: [], conflictedCopies: []))
  }

  @Test func `a disk of another machine or of a program is told`() throws {
    let small = try SmallLedger()
    small.system.place(on: .network)
    #expect(small.folder.place().hazards == [.network])
    small.system.place(on: .userSpace)
    small.system.place(at: "/home/clerk/Dropbox/村")
    #expect(small.folder.place().hazards == [.userSpace, .synced(.dropbox)])
  }

  @Test(arguments: [
    ("/home/clerk/Dropbox/村", SyncProduct.dropbox), ("/home/clerk/Dropbox (个人)/a/b/村", .dropbox),
    ("/mnt/OneDrive/村", .oneDrive), ("/mnt/OneDrive - 侯营镇/村", .oneDrive),
    ("/u/Library/CloudStorage/OneDrive-Personal/村", .oneDrive),
    ("/u/Google Drive/村", .googleDrive), ("/u/GoogleDrive-a@b.cn/我的云端硬盘/村", .googleDrive),
    ("/u/Library/Mobile Documents/com~apple~CloudDocs/村", .iCloud), ("/u/iCloudDrive/村", .iCloud),
    ("/u/Nextcloud/村", .nextcloud), ("/u/ownCloud/村", .nextcloud),
    ("/u/我的坚果云/村", .nutstore), ("/u/Nutstore/1/我的坚果云-a@b.cn/村", .nutstore),
    ("/d/BaiduSyncdisk/村", .baidu), ("/d/百度网盘同步空间", .baidu), ("/d/WPSDrive/1/WPS云盘/村", .wps),
    ("/d/阿里云盘/村", .aliyun), ("/d/天翼云盘同步盘/村", .ecloud), ("/u/dropbox", .dropbox),
  ]) func `a synchronized folder is known by a name in its path`(
    _ path: String, _ product: SyncProduct
  ) throws {
    #expect(try hazards(at: path) == [.synced(product)])
  }

  @Test(arguments: [
    "/home/clerk/村", "/home/clerk/Dropbox备份/村", "/home/clerk/.dropbox/村", "/home/clerk/Drive/村",
    "/home/clerk/OneDriver/村", "/home/clerk/云盘/村", "/", "",
  ]) func `another name is no sign`(_ path: String) throws {
    #expect(try hazards(at: path).isEmpty)
  }

  /// A village folder some levels below a folder in which a test leaves signs.
  private func village(below leave: (TemporaryFolder) throws -> Void) throws -> FolderPlace {
    let temporary = try TemporaryFolder()
    try leave(temporary)
    try temporary.makeFolder("账")
    try temporary.makeFolder("账/村")
    try temporary.write("{}", to: "账/村/village.json")
    return try VillageFolder.open(temporary.path("账/村")).place()
  }

  @Test(arguments: [
    (".dropbox", SyncProduct.dropbox), (".849C9593-D756-4E56-8D6E-42412F2A707B", .oneDrive),
    (".nextcloudsync.log", .nextcloud), (".owncloudsync.log", .nextcloud), (".megaignore", .mega),
  ]) func `a synchronized folder is known by a file above it`(
    _ name: String, _ product: SyncProduct
  ) throws {
    #expect(try village { try $0.write("", to: name) }.hazards == [.synced(product)])
    // A folder of that name holds the program's settings.
    #expect(try village { try $0.makeFolder(name) }.hazards.isEmpty)
  }

  @Test func `a synchronized folder is known by a folder above it`() throws {
    #expect(
      try village { try $0.makeFolder(".dropbox.cache") }.hazards == [.synced(.dropbox)])
    #expect(try village { try $0.makeFolder(".stfolder") }.hazards == [.synced(.syncthing)])
    #expect(try village { try $0.makeFolder(".sync") }.hazards.isEmpty)
    let resilio = try village {
      try $0.makeFolder(".sync")
      try $0.write("", to: ".sync/ID")
    }
    #expect(resilio.hazards == [.synced(.resilio)])
  }

  @Test(arguments: [
    (".sync_0a1b2c3d.db", SyncProduct.nextcloud), ("._sync_0a1b2c.db", .nextcloud),
    (".nutstore.db", .nutstore),
  ]) func `a file whose name holds a number is known in the folder itself`(
    _ name: String, _ product: SyncProduct
  ) throws {
    let small = try SmallLedger()
    try small.temporary.write("", to: "village/" + name)
    #expect(small.folder.place().hazards == [.synced(product)])
  }

  @Test func `a link leads to where the folder really lies`() throws {
    let temporary = try TemporaryFolder()
    try temporary.makeFolder("Dropbox")
    try temporary.write("{}", to: "Dropbox/village.json")
    try temporary.link("村", to: temporary.path("Dropbox"))
    let place = try VillageFolder.open(temporary.path("村")).place()
    #expect(place.hazards == [.synced(.dropbox)])
  }

  @Test func `a folder that is still to be made is looked at by its parent and its name`() throws {
    let temporary = try TemporaryFolder()
    try temporary.makeFolder("OneDrive")
    let files = FileSystem.host
    let place = files.placeOfNewFolder(temporary.path("OneDrive/村"))
    #expect(place.hazards == [.synced(.oneDrive)])
    #expect(files.placeOfNewFolder(temporary.path("Dropbox/")).hazards == [.synced(.dropbox)])
    #expect(files.placeOfNewFolder(temporary.path("村")).hazards.isEmpty)
    #expect(files.placeOfNewFolder(temporary.path("nowhere/Dropbox")).hazards.isEmpty)
  }

  @Test(arguments: [
    "ledger (conflicted copy 2026-11-21 101500).jsonl", "ledger (张三的冲突副本 2026-11-21).jsonl",
    "ledger.sync-conflict-20261121-101500-ABCDEFG.jsonl", "ledger (Case Conflict).jsonl",
    "ledger-DESKTOP-1.jsonl", "head-LAPTOP-7QK2.json", "ledger_conflict-20261121-101500.jsonl",
    "ledger (1).jsonl", "roster 2.json", "ledger冲突.jsonl", "Ledger (Conflict).jsonl",
    "lock (conflicted copy)", "ledger.jsonl (冲突 王五)",
  ]) func `a copy that a synchronizing program made is known`(_ name: String) {
    #expect(ConflictedCopy.isNamed(name))
  }

  @Test(arguments: [
    "ledger.jsonl", "head.json", "lock", "notices", "catalog-2.json", "roster.json.new",
    "head.json.tmp", "ledger-旧.jsonl", "ledger-backup.jsonl", "ledger-2026-10.jsonl",
    "矛盾冲突调解.xlsx", "villagers 冲突.xlsx", "roster.csv", "quarantine", "headline 1.json",
  ]) func `the village's own files and a person's copies are none`(_ name: String) {
    #expect(!ConflictedCopy.isNamed(name))
  }

  @Test func `conflicted copies are listed in order`() throws {
    let small = try SmallLedger()
    for name in ["roster 2.json", "ledger-PC.jsonl", "照片.txt"] {
      try small.temporary.write("", to: "village/" + name)
    }
    #expect(small.folder.place().conflictedCopies == ["ledger-PC.jsonl", "roster 2.json"])
  }
}
