extension VocabularyTests {
  /// The words agreed for commands, kept apart from the table they check. Those of `setting`,
  /// `campaign`, `person export`, `entry hide`, `entry unhide`, `entry import` and `shop import` are ours: of the first two only the
  /// English words were agreed.
  static let agreed = """
    init 建账 jz
    demo 演示 试用 ys
    menu 菜单 cd
    status 进度 下一步 状态 jd
    calendar 日程 rc
    calendar.import 导入
    doctor 自检 zj
    verify 查账 核验 cz
    repair 修账本 xzb
    backup 备份 bf
    restore 还原 hy
    setting 设置 sz
    setting.show 查看
    setting.set 修改
    handover 交接 jj
    person 村民 cm
    person.add 添加
    person.import 导入
    person.list 名册
    person.find 查找
    person.show 查看
    person.edit 修改
    person.join 迁入
    person.leave 迁出
    person.die 去世
    person.suspend 暂停
    person.resume 恢复
    person.household 户籍
    person.household.split 分户
    person.household.merge 并户
    person.household.head 换户主
    person.role 任职 卸任
    person.relate 亲属
    person.consent 同意书
    person.export 导出本人资料
    rule 细则 xz
    rule.list 列表
    rule.search 查找
    rule.show 查看
    rule.check 检查
    rule.import 导入
    rule.adopt 启用
    record 记分 加分 扣分 jf
    fix 改错 gc
    withdraw 撤回 ch
    reverse 冲正 冲销 czh
    entry 台账 条目 tz
    entry.import 导入
    entry.list 列表
    entry.show 查看
    entry.trail 来历
    entry.evidence 补证
    entry.hide 隐去
    entry.unhide 恢复公开
    reminder 提示书 tss
    reminder.issue 开具
    reminder.done 已改正
    reminder.list 列表
    redress 修复 xf
    redress.apply 申请
    redress.list 列表
    review 议事 评审 评议 py
    review.open 开会
    review.agenda 议程
    review.approve 通过
    review.amend 改分
    review.reject 驳回 不通过
    review.defer 缓议
    review.recuse 回避
    review.undo 重议
    review.reopen 复会
    review.close 散会
    review.minutes 记录
    notice 公示 gs
    notice.publish 张榜 发布
    notice.show 查看
    notice.check 核对
    notice.supplement 补充
    notice.void 作废
    objection 异议 申诉 yy
    objection.file 登记
    objection.resolve 答复
    objection.list 列表
    confirm 生效 公示期满 sx
    platform 上报 sb
    platform.export 导出
    platform.receipt 回执
    balance 查分 cf
    statement 明细 对账单 mx
    rank 排名 榜单 pm
    report 报表 bb
    report.month 月报
    report.shop 超市
    report.sample 抽查
    report.year 年报
    shop 超市 cs
    shop.import 导入
    shop.list 货架
    shop.add 上架
    shop.remove 下架
    shop.price 调价
    shop.receive 进货
    shop.return 退供应商
    shop.count 盘点
    shop.write-off 报损
    shop.label 价签
    shop.close 日结
    redeem 兑换 dh
    refund 退货 th
    counter 柜台 gt
    slip 补打 bd
    card 积分卡 jfk
    card.issue 发卡
    card.take 收卡
    card.change 换零
    card.return 交回
    card.list 查卡
    card.bar 挂失
    card.reissue 补发
    card.count 点卡
    campaign 活动 hd
    campaign.add 添加
    campaign.list 列表
    campaign.show 查看
    year 年结 nj
    year.preview 预览
    year.close 结转
    year.expire 清零
    print 打印 dy
    export 导出 dc
    completions 补全 bq
    help 帮助 bz
    """

  static let agreedOptions = """
    on 日期
    month 月份
    quantity 数量
    level 档次
    points 分值
    deed 事件号
    campaign 活动
    budget 预算
    percent 倍率
    heading 公示名称
    evidence 佐证
    note 备注
    why 理由
    by 经手人
    collector 采集员
    document 文号
    present 到会
    chair 主持
    votes 票数
    rest 其余
    household 户
    group 组
    number 编号
    head 户主
    born 出生
    pinyin 拼音
    role 职务
    promise 承诺
    proxy 代领
    receipt 单号
    cards 用卡 备零 换成
    payer 出资方
    cost 进价
    service 服务
    again 再兑
    limit 限兑
    line 行号
    adopt-head 认账
    unit 单位
    name 名称
    new-head 新户主
    price 单价
    batch 批次
    expires 到期
    from 来源 起 提出人
    to 止
    dry-run 试算
    format 格式
    width 宽
    year 年份
    today 今日
    json 数据
    help 帮助
    town 镇
    county 县区
    code 区划码
    practice 演练
    account 账户
    people 人数
    months 月数
    seed 种子
    start 起始月
    source 信息来源
    person 村民
    rule 细则
    state 状态
    plus 加分
    minus 扣分
    for 用途
    withdraw 撤回同意 撤回
    as 关系
    outcome 结果
    meeting 会议
    special 一事一议
    minute 记录号
    clerical 笔误
    second 复核人
    no-restock 不入库
    all 全部
    fingerprint 校验码
    apply 执行
    output 输出
    C 账本
    """
}
