/// Surnames that are read otherwise than the same characters elsewhere (《现代汉语词典》): 曾 is
/// zeng, not ceng. Where families differ among themselves the more usual reading comes first; a
/// family that is read in yet another way has its spelling in the roster.
enum SurnameReadings {
  /// The readings of each character of a surname; nil for one that is read as written.
  static func readings(of surname: String) -> [[String]]? {
    if let compound = compounds[surname] { return compound }
    guard surname.count == 1, let character = surname.first else { return nil }
    return singles[character].map { [$0] }
  }

  private static let singles = CommonReadings.table(
    """
    曾 zeng;单 shan;解 xie;仇 qiu chou;查 zha;乐 yue le;区 ou;朴 piao pu;盖 ge gai;种 chong
    召 shao zhao;员 yun yuan;贠 yun;费 fei bi;繁 po;黑 he hei;洗 xian;冼 xian;覃 qin tan
    隗 wei kui;缪 miao mou;翟 zhai di;宓 mi fu;郗 xi chi;秘 bi mi;祭 zhai;折 she;撒 sa;相 xiang
    宿 su;薄 bo;那 na;沈 shen;谌 chen shen;佴 nai er;牟 mu mou;柏 bai bo;句 gou;勾 gou;都 du
    角 jue;过 guo;粘 nian;么 yao;幺 yao;不 fou;藏 zang;能 nai;莘 shen xin;会 gui;郇 xun huan
    隽 juan jun;炅 gui;适 kuo shi;尉 wei yu;长 zhang chang;晟 cheng sheng;盛 sheng;行 xing hang
    石 shi;车 che;参 shen;重 chong;强 qiang jiang;阚 kan;逄 pang;逯 lu;庹 tuo;佘 she
    厍 she;眭 sui;昝 zan;仉 zhang;钭 tou;缑 gou;訾 zi;麴 qu;乜 nie;妫 gui;亓 qi;贲 ben;恽 yun
    笪 da;郤 xi;卜 bu;应 ying;於 yu;令 ling;葛 ge;宁 ning;任 ren;华 hua;纪 ji;俞 yu;贾 jia
    谷 gu;尹 yin;朝 chao;降 jiang;校 jiao;曲 qu;万 wan;丘 qiu;叶 ye;余 yu;于 yu;舍 she;干 gan
    """)

  private static let compounds: [String: [[String]]] = [
    "尉迟": "yu chi", "万俟": "mo qi", "长孙": "zhang sun", "令狐": "ling hu", "单于": "chan yu",
    "澹台": "tan tai", "皇甫": "huang fu", "呼延": "hu yan", "乐正": "yue zheng", "鲜于": "xian yu",
    "宰父": "zai fu", "毌丘": "guan qiu", "颛孙": "zhuan sun", "淳于": "chun yu", "太叔": "tai shu",
    "拓跋": "tuo ba", "谷梁": "gu liang", "子车": "zi ju", "褚师": "chu shi", "亓官": "qi guan",
    "夏侯": "xia hou", "濮阳": "pu yang", "第五": "di wu", "呼衍": "hu yan", "夹谷": "jia gu",
    "公冶": "gong ye", "壤驷": "rang si", "达奚": "da xi", "申屠": "shen tu", "漆雕": "qi diao",
  ].mapValues { $0.split(separator: " ").map { [String($0)] } }
}
