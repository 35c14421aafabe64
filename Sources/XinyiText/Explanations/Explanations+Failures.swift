extension Explanation.Chapter {
  /// What could not be written, and mistakes of the program.
  static let failures = Explanation.Chapter(
    "W、X、B 没有写成",
    [
      Explanation(
        "B001", "程序出错，一行写不成，什么也没有记（退出码 70）。",
        example: nil,
        remedy: "把这一行告诉开发者。"),
      Explanation(
        "W501", "另一个人正在写账本，等了十秒（退出码 5）。",
        example: "两台窗口同时办。",
        remedy: "过一会儿原样再执行一次。"),
      Explanation(
        "W601", "没有写成，什么也没有记（退出码 6）。",
        example: "磁盘满，没有权限。",
        remedy: "按提示处理后原样再执行。"),
      Explanation(
        "W602", "账本的文件夹不适合写：在网络盘上、在由软件接入的盘上，或者在网盘的同步文件夹里。什么也没有记（退出码 6）。",
        example: "账本放在 Dropbox、OneDrive、坚果云、百度网盘的同步文件夹里。",
        remedy: "把整个文件夹移到这台电脑自己的磁盘上，另用备份留底。清楚后果仍要在那里写的，设环境变量 `XINYI_ANY_FOLDER=1` 再执行，每次都会提醒。"),
      Explanation(
        "W603", "没有抄成：写下去的和读回来的不一样（退出码 6）。",
        example: "优盘坏了。",
        remedy: "换一个优盘再备份。"),
      Explanation(
        "W701", "不能确定是否记上（退出码 7）。",
        example: "写到最后一步磁盘出错。",
        remedy: "原样再执行一次，加提示的 `--单号`；不会重复。"),
      Explanation(
        "X070", "程序出错（退出码 70）。",
        example: nil,
        remedy: "先查账，再把这一行告诉开发者。"),
    ])
}
