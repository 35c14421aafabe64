extension TaskGuide {
  static let founding = TaskGuide(
    names: ["建账"],
    about: "建一个文件夹，记上村民和议事会，就可以开始记分。想先练手，造一个演练村。",
    steps: [
      Step("xinyi 演示 演练村", "练手：假的村，带几个月的账"),
      Step("xinyi 建账 账本 --名称 苏庄村 --镇 侯营镇 --县区 东昌府区", "真的村：建账"),
      Step("cd 账本", "以后都在这个文件夹里用"),
      Step("xinyi 村民 导入 名册.csv --试算", "先看名册有没有毛病"),
      Step("xinyi 村民 导入 名册.csv", "再导入"),
      Step("xinyi 村民 任职 0002 议事会成员 --起 今天", "议事会至少 5 人，须是单数"),
      Step("xinyi 设置 查看", "看基础分、星级、公示天数"),
      Step("xinyi 自检", "看这台电脑合不合适"),
    ],
    troubles: [
      Trouble("文件夹不是空的", "换一个新名字，建账只用空文件夹"),
      Trouble("在同步网盘里", "放到这台电脑自己的磁盘上，另用“xinyi 备份 /media/usb”留底"),
    ],
    command: .initialise)

  static let people = TaskGuide(
    names: ["村民", "名册"],
    about: "名册上的人才能记分。人以编号为准，姓名只是标签；搬走、去世的也留在名册上。",
    steps: [
      Step("xinyi 村民 查找 玉强", "按姓名、编号或拼音首字母找"),
      Step("xinyi 村民 添加 赵新 --户 050 --组 3组", "添一个人"),
      Step("xinyi 村民 修改 0012 --名称 苏玉强", "改姓名的错字"),
      Step("xinyi 村民 迁出 0012 --日期 10-08", "搬走；迁入、去世也这样写"),
      Step("xinyi 村民 暂停 0013 --状态 服役 --日期 10-08", "当兵、上学，暂时不评"),
      Step("xinyi 村民 户籍 换户主 012 0013", "换户主"),
      Step("xinyi 村民 任职 0012 议事会成员 --止 10-08", "卸任"),
    ],
    troubles: [
      Trouble("两个人同名", "都能记，用编号分清"),
      Trouble("加错了人", "登记迁出，写明理由；已记的分撤回或冲正"),
    ],
    command: .person)

  static let yearEnd = TaskGuide(
    names: ["年底", "年结"],
    about: "十二月的账都办完以后，定全年等级并张榜；评级分回到基础分，没改正的扣分带到下年。",
    steps: [
      Step("xinyi 日程", "看各月还差什么"),
      Step("xinyi 年结 预览", "先看等级和会到期的积分，什么也不写"),
      Step("xinyi 年结 结转 2026", "定下等级，打出等级公示"),
      Step("xinyi 年结 清零 --试算", "看哪些积分到期，试算不写"),
      Step("xinyi 年结 清零", "把到期的积分写掉"),
      Step("xinyi 报表 年报 2026", "年报"),
      Step("xinyi 备份 /media/usb", "备份到优盘，收好"),
    ],
    troubles: [
      Trouble("还不能结转", "还有月份没有生效，看“xinyi 进度”"),
      Trouble("结转以后发现错", "看“xinyi 帮助 改错”，更正记在新的一年"),
    ],
    command: .year)

  static let handover = TaskGuide(
    names: ["换人", "交接"],
    about: "换信用管理员：新人顶替老的做经手人，两人在交接单上签字。",
    steps: [
      Step("xinyi 查账", "交接以前查一遍账"),
      Step("xinyi 交接 clerk op2", "交接：交出人、接手人的代号；打出交接单"),
      Step("xinyi 备份 /media/usb", "备份一份，随账交出"),
    ],
    troubles: [
      Trouble("两人都要能记", "“xinyi 设置 修改 经手人 +op2 --理由 添一人”，老的也留着"),
      Trouble("要换电脑", "看“xinyi 帮助 换电脑”"),
    ],
    command: .handover)

  static let moving = TaskGuide(
    names: ["换电脑", "搬家", "备份"],
    about: "账本就是一个文件夹。用备份带走，在新电脑上还原；旧电脑上的以后不要再写。",
    steps: [
      Step("xinyi 备份 /media/usb", "旧电脑：插上优盘备份；记下它说的行数"),
      Step("xinyi 还原 /media/usb 账本 --行号 318", "新电脑：行号就是那个行数"),
      Step("xinyi 查账", "在新的文件夹里查一遍"),
      Step("xinyi 自检", "看新电脑合不合适"),
    ],
    troubles: [
      Trouble("没有程序", "把旧电脑的程序（/usr/local/bin/xinyi）抄进优盘，放到新电脑的同一处"),
      Trouble("两台电脑都写了", "不能合并；只留行数多的那本，另一本补记"),
    ],
    command: .backup)

  static let trouble = TaskGuide(
    names: ["出错", "坏了"],
    about: "先别动文件。说“未……”的，什么也没有记，照它说的办；账本坏了，按下面的次序来。",
    steps: [
      Step("xinyi 帮助 R301", "方括号里的代码是什么意思、怎么办"),
      Step("xinyi 自检", "看电脑、文件夹、时钟、磁盘"),
      Step("xinyi 查账", "看账本是不是完好"),
      Step("xinyi 修账本", "只说坏在哪里、打算怎么修"),
      Step("xinyi 修账本 --来源 /media/usb --执行", "用备份修"),
      Step("xinyi 还原 /media/usb 账本2 --行号 318", "或者另还原一本"),
    ],
    troubles: [
      Trouble("断电、死机", "看“xinyi 台账 列表”记上没有；提示加 --单号 的照着再做一次，不会记两遍"),
      Trouble("有人正在写", "等十秒再来"),
      Trouble("都不行", "整个文件夹抄一份留着，请会修的人看"),
    ],
    command: nil)
}
