import type { BriefingKind } from '@mingfu/law'

/** 政务信息 of the demonstration office, in the words of such papers. Invented for the purpose; figures too. */
export type DemonstrationBriefing = Readonly<{
  department: string
  kind: BriefingKind
  title: string
  body: string
  daysAgo: number
  /** Hours between the event and noon of the day of hand-in. */
  hoursAfter?: number
  edited?: Readonly<{ body: string; factsCorrected?: string }>
  /** Adopted elsewhere: line of the table of scores, and by which paper. */
  adopted?: Readonly<{ code: string; detail: string }>
  instructed?: string
  returned?: string
}>

export const BRIEFINGS: readonly DemonstrationBriefing[] = [
  {
    department: '社会事务局',
    kind: 'experience',
    title: '鸭河工区移民后期扶持资金发放时限由30天缩短为12天',
    body: '今年以来，社会事务局针对移民后期扶持资金申报材料多、环节多、周期长的问题，合并申报环节，实行一次告知、一表申请、并联审核。\n截至10月底，惠及移民群众4216人，发放资金253万元，发放时限由30天缩短为12天，群众办事由跑三次变为跑一次。',
    daysAgo: 52,
    hoursAfter: 26,
    edited: {
      body: '针对移民后期扶持资金申报材料多、环节多、周期长的问题，社会事务局合并申报环节，实行一次告知、一表申请、并联审核。\n截至9月底，惠及移民群众4216人，发放资金253万元，发放时限由30天缩短为12天。',
      factsCorrected: '“截至10月底”改为“截至9月底”',
    },
    adopted: { code: 'city-single', detail: '《南阳政务信息》第112期' },
    instructed: '分管副市长批示：做法实在，请移民部门了解推广。',
  },
  {
    department: '国土规划建设局',
    kind: 'news',
    title: '莲花大道北延工程完成路基施工',
    body: '莲花大道北延工程全长2.6公里，目前路基施工全部完成，雨水、污水管网铺设完成七成，预计明年5月通车。',
    daysAgo: 47,
    hoursAfter: 70,
  },
  {
    department: '生态环境局',
    kind: 'research',
    title: '鸭河口水库饮用水水源地保护面临的三个问题及建议',
    body: '近期，生态环境局对鸭河口水库水源地8个行政村开展调研，发现三个方面的问题。\n一是散养户粪污收集不及时。主要原因是收集车辆少，偏远自然村每周只能收运一次。\n二是游客垃圾随意丢弃。节假日环库道路垃圾量是平日的4倍。\n三是巡查力量不足。巡查员人均负责岸线3.2公里。\n建议：增加收运频次，由乡镇统筹调度；在环库道路增设垃圾收集点；把巡查纳入网格管理，推广视频巡查。',
    daysAgo: 40,
    hoursAfter: 118,
    adopted: { code: 'city-special', detail: '《南阳政务信息（专报）》第18期' },
  },
  {
    department: '财政局',
    kind: 'problem',
    title: '基层反映惠农补贴“一卡通”代发环节核对耗时长',
    body: '财政局近期走访皇路店镇、鸭河口办事处发现，惠农补贴“一卡通”发放前，村、镇、部门三级各自核对人员信息，平均耗时9个工作日。\n主要原因是三级使用的台账格式不一，需要人工比对。\n建议统一台账格式，由财政部门一次比对，结果共享。',
    daysAgo: 33,
    hoursAfter: 44,
  },
  {
    department: '市场监督管理局',
    kind: 'news',
    title: '市场监管局开展校园周边食品安全检查',
    body: '市场监督管理局检查校园周边食品经营户42家，发现问题11处，已当场整改9处，责令限期整改2处。',
    daysAgo: 26,
    hoursAfter: 20,
  },
  {
    department: '国土规划建设局',
    kind: 'urgent',
    title: '强降雨造成莲花大道南段积水，已临时封闭',
    body: '今日凌晨强降雨造成莲花大道南段积水约30厘米，国土规划建设局已于6时临时封闭该路段，组织抽排，无人员伤亡。',
    daysAgo: 33,
    hoursAfter: 6,
  },
  {
    department: '社会事务局',
    kind: 'news',
    title: '社会事务局开展创业担保贷款政策宣传',
    body: '社会事务局组织工作人员进村入户宣传创业担保贷款政策，发放宣传资料600份，现场解答咨询85人次。',
    daysAgo: 12,
    returned: '请补充贷款发放的进展，并说明群众反映的问题。',
  },
  {
    department: '生态环境局',
    kind: 'opinion',
    title: '群众希望增设环库道路垃圾收集点',
    body: '近期，环库村庄群众通过网格员反映，节假日环库道路垃圾较多，希望增设垃圾收集点、增加清运频次。',
    daysAgo: 3,
    hoursAfter: 30,
  },
]

/** Titles of the items of the issue that is out, in its order. */
export const BULLETIN: readonly string[] = [
  '鸭河口水库饮用水水源地保护面临的三个问题及建议',
  '鸭河工区移民后期扶持资金发放时限由30天缩短为12天',
  '基层反映惠农补贴“一卡通”代发环节核对耗时长',
  '莲花大道北延工程完成路基施工',
]
