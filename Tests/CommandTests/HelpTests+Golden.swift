extension HelpTests {
  static let record = """
    例：
      xinyi 记分 GI04 苏玉强 --日期 10-08
      xinyi record GI04 0012 0013 --on 10-08

    记分  record，也可写 加分、扣分、jf
      给一人或几人记一项加分或扣分，等议事会评审。

    用法：xinyi 记分 细则 谁... [选项]
          xinyi record RULE WHO... [OPTIONS]

    要写的词：
      细则   RULE  细则编码、名称或拼音首字母
      谁...  WHO   编号、姓名、姓名的一部分或拼音首字母

    选项：
      --日期      --on        日期         发生的日期，默认今天
      --数量      --quantity  数           数量，按量计分的细则要写
      --分值      --points    分           分值，议事会定分的细则要写
      --佐证      --evidence  文字或@文件  佐证，或 @文件（可写多次）
      --文号      --document  文号         文号
      --理由      --why       文字         理由
      --信息来源  --source    信息来源     信息从哪里来：本人 self、采集员
                                           collector、镇 town、外单位 outside
      --试算      --dry-run                只试算给您看，什么也不写
      --单号      --receipt   单号         单号：同一单号的同一件事只办一次
      --数据      --json                   答案写成一个 JSON 对象，供别的程序读
      --经手人    --by        代号         代号；不写取 XINYI_OPERATOR 或登录名
      --今日      --today     日期或时刻   把这一天当作今天，只限演练账本
      --账本      -C          路径         账本的文件夹；不写取 XINYI_HOME 或就近找
      --帮助      --help -h                看这个命令的用法

    """

  static let review = """
    议事  review，也可写 评审、评议、py

      xinyi 议事 开会  review open     样例。
      xinyi 议事 通过  review approve  样例。
      xinyi 议事 记录  review minutes  样例。

    每个的用法：xinyi 议事 开会 --帮助

    """

  static let overview = """
    xinyi：村里的信义积分账本，全在一个文件夹里，不用上网。

    先看：xinyi 进度（下一步做什么）    xinyi 记分 --帮助（一个命令的用法）
    一件事从头到尾怎么办：xinyi 帮助 记分，也可以是：建账、村民、记分、评审、公示、
      兑换、改错、年底、换人、换电脑、出错
    出错时方括号里的代码是什么意思：xinyi 帮助 R301

    建账
      建账  init       jz  样例。
      演示  demo       ys  样例。

    村民
      村民  person     cm  添加、户籍、任职

    记分
      记分  record     jf  给一人或几人记一项加分或扣分，等议事会评审。

    议事
      议事  review     py  开会、通过、记录

    公示
      公示  notice     gs  查看
      异议  objection  yy  答复

    兑换
      超市  shop       cs  进货
      兑换  redeem     dh  样例。

    查看
      进度  status     jd  样例。
      查分  balance    cf  样例。
      帮助  help       bz  一件事、一个命令怎么办，一个代码是什么意思

    账本
      查账  verify     cz  样例。
      导出  export     dc  样例。

    """
}
