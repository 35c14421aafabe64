/// A program that keeps copies of a folder on other machines. It replaces files behind everybody's
/// back, puts older ones back, and makes "conflicted copies" where two machines wrote.
public enum SyncProduct: String, Hashable, Sendable, CaseIterable {
  case dropbox = "Dropbox"
  case oneDrive = "OneDrive"
  case googleDrive = "Google Drive"
  case iCloud = "iCloud"
  case nextcloud = "Nextcloud"
  case syncthing = "Syncthing"
  case resilio = "Resilio Sync"
  case nutstore = "坚果云"
  case baidu = "百度网盘"
  case wps = "WPS 云盘"
  case aliyun = "阿里云盘"
  case ecloud = "天翼云盘"
  case weiyun = "腾讯微云"
  case synology = "Synology Drive"
  case mega = "MEGA"

  /// What a person calls it.
  public var name: String { rawValue }
}

extension SyncProduct {
  /// How one product's folders are known: their names in lower case, what it leaves as written.
  struct Signs: Sendable {
    let product: SyncProduct
    /// Names of the folders that it keeps.
    var folders: [String] = []
    /// Beginnings of such names, as in `OneDrive - 侯营镇`.
    var beginnings: [String] = []
    /// Plain files that it leaves in the folder it keeps.
    var files: [String] = []
    /// Folders that it leaves there.
    var subfolders: [String] = []
    /// Beginning and end of names that hold something of the machine.
    var patterns: [(start: String, end: String)] = []
  }

  /// The one table. A program's settings folder has no place in it: `~/.dropbox` is a folder on
  /// every machine with Dropbox, while the file of that name lies in what is kept.
  static let table: [Signs] = [
    Signs(
      product: .dropbox, folders: ["dropbox"], beginnings: ["dropbox ("], files: [".dropbox"],
      subfolders: [".dropbox.cache"]),
    Signs(
      product: .oneDrive, folders: ["onedrive"], beginnings: ["onedrive - ", "onedrive-"],
      files: [".849C9593-D756-4E56-8D6E-42412F2A707B"]),
    Signs(
      product: .googleDrive,
      folders: ["google drive", "googledrive", "my drive", "我的云端硬盘", "谷歌云端硬盘"],
      beginnings: ["googledrive-"]),
    Signs(
      product: .iCloud,
      folders: ["mobile documents", "iclouddrive", "icloud drive", "icloud云盘", "icloud 云盘"]),
    Signs(
      product: .nextcloud, folders: ["nextcloud", "owncloud"],
      files: [".nextcloudsync.log", ".owncloudsync.log"],
      patterns: [(".sync_", ".db"), ("._sync_", ".db")]),
    Signs(product: .syncthing, subfolders: [".stfolder"]),
    Signs(product: .resilio, folders: ["resilio sync"], files: [".sync/ID"]),
    Signs(
      product: .nutstore, folders: ["nutstore", "nutstore files", "我的坚果云", "坚果云"],
      beginnings: ["我的坚果云"], patterns: [(".nutstore", "")]),
    Signs(
      product: .baidu,
      folders: ["baidusyncdisk", "baidunetdiskworkspace", "百度网盘同步空间", "百度网盘", "百度云同步盘"]),
    Signs(product: .wps, folders: ["wpsdrive", "wps云盘", "wps 云盘", "wps cloud files"]),
    Signs(product: .aliyun, folders: ["阿里云盘", "aliyundrive"]),
    Signs(product: .ecloud, folders: ["天翼云盘", "天翼云盘同步盘", "天翼云"]),
    Signs(product: .weiyun, folders: ["微云同步助手", "腾讯微云"]),
    Signs(product: .synology, folders: ["synologydrive", "synology drive", "cloudstation"]),
    Signs(product: .mega, folders: ["megasync"], files: [".megaignore"]),
  ]

  /// The product that keeps a folder of this name.
  static func keeping(folderNamed name: String) -> SyncProduct? {
    let name = name.lowercased()
    return table.first { signs in
      signs.folders.contains(name) || signs.beginnings.contains { name.hasPrefix($0) }
    }?.product
  }

  /// The product that leaves a plain file with a name of this pattern.
  static func leaving(fileNamed name: String) -> SyncProduct? {
    table.first { signs in
      signs.patterns.contains { name.hasPrefix($0.start) && name.hasSuffix($0.end) }
    }?.product
  }
}
