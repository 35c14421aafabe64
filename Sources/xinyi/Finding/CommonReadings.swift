/// Characters that are read in more than one way in names, titles and goods; in names the first
/// reading is the usual one. Foundation knows one of them, often the other one: `zhǎng` for 长,
/// which in a name such as 长海 is chang.
enum CommonReadings {
  static let all = table(
    """
    长 chang zhang;乐 le yue;茜 qian xi;晟 sheng cheng;娜 na nuo;重 zhong chong;莎 sha suo
    行 xing hang;朝 chao zhao;盛 sheng cheng;曾 zeng ceng;参 can shen cen;单 dan shan;解 jie xie
    还 huan hai;调 diao tiao;都 du dou;会 hui kuai;觉 jue jiao;差 cha chai;传 chuan zhuan
    弹 tan dan;降 jiang xiang;藏 cang zang;血 xue xie;车 che ju;率 lv shuai;厦 sha xia;露 lu lou
    薄 bo bao;模 mo mu;塞 sai se;给 gei ji;系 xi ji;似 si shi;宿 su xiu;省 sheng xing;石 shi dan
    合 he ge;校 xiao jiao;角 jiao jue;卡 ka qia;落 luo la lao;屏 ping bing;秘 mi bi;堡 bao bu pu
    炅 jiong gui;颉 jie xie;隽 jun juan;乾 qian gan;佛 fo fu;仔 zi zai;谷 gu yu;沈 shen chen
    阿 a e;地 di de;了 le liao;着 zhe zhuo;没 mei mo;折 zhe she;恶 e wu;剥 bo bao;番 fan pan
    称 cheng chen;圈 quan juan;泊 bo po;扎 za zha;拆 chai ca;绿 lv lu;熟 shu shou;便 bian pian
    伺 si ci;畜 chu xu;辟 pi bi;奇 qi ji;柏 bai bo;贾 jia gu;葛 ge;洗 xi xian;召 zhao shao
    缪 miao mou;牟 mou mu;亲 qin qing;拾 shi she;吓 xia he;壳 ke qiao;提 ti di;尿 niao sui
    粘 zhan nian;核 he hu;澄 cheng deng;侧 ce ze;栅 zha shan;婷 ting;琢 zhuo zuo;祭 ji zhai
    艾 ai yi;强 qiang jiang;叶 ye xie;万 wan mo;种 zhong chong;华 hua;得 de dei;大 da dai
    """)

  /// Reads `长 chang zhang` and so on, parted by semicolons and line ends.
  static func table(_ text: String) -> [Character: [String]] {
    text.split { ";\n".contains($0) }.reduce(into: [:]) { table, line in
      let words = line.split(separator: " ").map(String.init)
      if let character = words.first?.first { table[character] = Array(words.dropFirst()) }
    }
  }
}
