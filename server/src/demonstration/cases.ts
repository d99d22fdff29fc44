import type { ApplicantClass, Channel, ContentFacts, OutcomeCode, RequestState } from '@mingfu/law'

type Person = Readonly<{ kind: 'person'; name: string; identityNumber: string; phone: string }>
type Organisation = Readonly<{
  kind: 'organisation'
  name: string
  creditCode: string
  contact: string
  phone: string
}>

/** Where a demonstration case stands, and the facts that brought it there. */
type Course =
  | Readonly<{ at: Extract<RequestState, 'registered' | 'under-review' | 'received-unconfirmed'> }>
  | Readonly<{ at: 'awaiting-correction' | 'abandoned-correction'; items: readonly string[] }>
  | Readonly<{ at: 'consulting'; with: 'third-party' | 'co-maker' }>
  | Readonly<{ at: 'awaiting-reasons' }>
  | Readonly<{ at: 'awaiting-payment' | 'abandoned-fee'; pages: number }>
  | Readonly<{ at: 'withdrawn' }>
  | Readonly<{
      at: 'decision-drafted' | 'decision-approved' | 'served' | 'closed' | 'reopened'
      outcome: OutcomeCode
      content: ContentFacts
      afterWorkingDays: number
      extended?: boolean
    }>

/** One application of the demonstration year. Everybody and everything in it is invented. */
export type DemonstrationCase = Readonly<{
  /** Working days before the day of seeding on which it was received. */
  workingDaysAgo: number
  channel: Channel
  applicantClass: ApplicantClass
  applicant: Person | Organisation
  description: string
  course: Course
}>

const FARMER: Person = {
  kind: 'person',
  name: '李秀英',
  identityNumber: '411322196803121017',
  phone: '13837700101',
}
const TEACHER: Person = {
  kind: 'person',
  name: '张文博',
  identityNumber: '411322197508211081',
  phone: '13837700102',
}
const DRIVER: Person = {
  kind: 'person',
  name: '王建设',
  identityNumber: '411322198001051159',
  phone: '13837700103',
}
const NURSE: Person = {
  kind: 'person',
  name: '刘晓燕',
  identityNumber: '411322198511301226',
  phone: '13837700104',
}
const STUDENT: Person = {
  kind: 'person',
  name: '陈思远',
  identityNumber: '411322199206071369',
  phone: '13837700106',
}
const VILLAGER: Person = {
  kind: 'person',
  name: '赵国庆',
  identityNumber: '411322196504301501',
  phone: '13837700108',
}
const RETIREE: Person = {
  kind: 'person',
  name: '孙德福',
  identityNumber: '411322196006151926',
  phone: '13837700114',
}
const COMPANY: Organisation = {
  kind: 'organisation',
  name: '南阳鸭河渔业发展有限公司',
  creditCode: '91411322MA40XYH013',
  contact: '郭亮',
  phone: '13837700201',
}
const BUILDER: Organisation = {
  kind: 'organisation',
  name: '南阳皇路店建筑工程有限公司',
  creditCode: '91411322MA41YHK02X',
  contact: '韩梅',
  phone: '13837700202',
}
const INSTITUTE: Organisation = {
  kind: 'organisation',
  name: '南阳水环境研究所',
  creditCode: '12411322MB0YH0003Y',
  contact: '宋岩',
  phone: '13837700203',
}
const CHARITY: Organisation = {
  kind: 'organisation',
  name: '鸭河青山绿水公益服务中心',
  creditCode: '52411322MJYH000041',
  contact: '曹颖',
  phone: '13837700204',
}
const LAW_FIRM: Organisation = {
  kind: 'organisation',
  name: '河南鸭河律师事务所',
  creditCode: '31410000MD0YH0005J',
  contact: '邓律师',
  phone: '13837700205',
}
const VILLAGE: Organisation = {
  kind: 'organisation',
  name: '皇路店镇贾沟村村民委员会',
  creditCode: '54411322ME0YH00064',
  contact: '贾长顺',
  phone: '13837700206',
}

export const CASES: readonly DemonstrationCase[] = [
  {
    workingDaysAgo: 205,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: TEACHER,
    description: '申请公开2025年鸭河工区公开招聘教师的岗位设置和拟聘用人员公示。',
    course: {
      at: 'closed',
      outcome: 'grant-already-public',
      content: { places: ['鸭河工区门户网站“人员招录”栏目《鸭河工区2025年公开招聘教师拟聘用人员公示》'] },
      afterWorkingDays: 4,
    },
  },
  {
    workingDaysAgo: 190,
    channel: 'in-person',
    applicantClass: 'natural-person',
    applicant: FARMER,
    description: '申请公开皇路店镇贾沟村2024年土地征收补偿安置方案。',
    course: {
      at: 'closed',
      outcome: 'grant-provided',
      content: { enclosures: ['贾沟村2024年土地征收补偿安置方案'], pages: 12, medium: 'paper' },
      afterWorkingDays: 11,
    },
  },
  {
    workingDaysAgo: 178,
    channel: 'online',
    applicantClass: 'commercial-enterprise',
    applicant: COMPANY,
    description: '申请公开鸭河口水库网箱养殖清退工作验收报告。',
    course: {
      at: 'closed',
      outcome: 'partial',
      content: {
        enclosures: ['鸭河口水库网箱养殖清退工作验收报告（遮盖个人银行账号后）'],
        pages: 26,
        withheld: [
          {
            part: '附表三中养殖户姓名后的银行账号',
            ground: 'deny-third-party',
            reason: '属于个人隐私，公开会损害养殖户合法权益',
            masking: '涂黑',
          },
        ],
      },
      afterWorkingDays: 19,
    },
  },
  {
    workingDaysAgo: 170,
    channel: 'post-signed',
    applicantClass: 'legal-service-org',
    applicant: LAW_FIRM,
    description: '申请公开管委会2025年第六次主任办公会议讨论莲花大道北延工程的会议记录。',
    course: {
      at: 'closed',
      outcome: 'deny-process',
      content: { kind: 'discussion', reason: '所申请的会议记录记载参会人员讨论意见，未形成对外生效的决定' },
      afterWorkingDays: 15,
    },
  },
  {
    workingDaysAgo: 165,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: DRIVER,
    description: '申请公开莲花大道交通违法抓拍设备2025年全年抓拍照片。',
    course: {
      at: 'closed',
      outcome: 'unable-other-agency',
      content: {
        reason: '道路交通违法处理由公安机关交通管理部门负责，相关信息不由本机关制作或者保存',
        responsibleAgency: '南阳市公安局交通管理支队',
        agencyContact: '0377-66000122',
        undeterminable: false,
      },
      afterWorkingDays: 3,
    },
  },
  {
    workingDaysAgo: 158,
    channel: 'online',
    applicantClass: 'research-institution',
    applicant: INSTITUTE,
    description: '申请提供2016年至2025年鸭河口水库入库河流总磷浓度逐月变化趋势分析。',
    course: {
      at: 'closed',
      outcome: 'unable-needs-creation',
      content: { reason: '现有监测报告只载明逐次监测数值，没有现成的逐月趋势分析，需要另行汇总、分析' },
      afterWorkingDays: 9,
    },
  },
  {
    workingDaysAgo: 150,
    channel: 'in-person',
    applicantClass: 'natural-person',
    applicant: VILLAGER,
    description: '申请公开1987年鸭河口水库移民安置登记册中本人家庭的登记材料。',
    course: {
      at: 'closed',
      outcome: 'unable-not-exist',
      content: {
        searched: '党政办公室档案室、社会事务局移民档案、工区综合档案信息系统',
        keywords: ['移民安置', '登记册', '1987年', '贾沟'],
      },
      afterWorkingDays: 17,
    },
  },
  {
    workingDaysAgo: 143,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: RETIREE,
    description: '举报某村干部违规享受低保，请求公开处理结果并追究责任。',
    course: {
      at: 'closed',
      outcome: 'noproc-petition',
      content: { nature: 'report', channel: '可以向区纪检监察工作机构反映，电话12388' },
      afterWorkingDays: 5,
    },
  },
  {
    workingDaysAgo: 136,
    channel: 'online',
    applicantClass: 'commercial-enterprise',
    applicant: BUILDER,
    description: '申请公开便民服务中心办公楼修缮项目其他投标人的报价文件。',
    course: {
      at: 'closed',
      outcome: 'deny-third-party',
      content: {
        interest: 'trade-secret',
        answer: 'refused',
        publicInterest: '中标结果、中标金额已经公告，不公开其他投标人的报价文件不会对公共利益造成重大影响',
        reason: '报价文件载有投标人的成本构成和技术方案，第三方书面答复不同意公开且理由成立',
      },
      afterWorkingDays: 24,
    },
  },
  {
    workingDaysAgo: 128,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: NURSE,
    description: '申请公开本人名下房屋的不动产登记资料。',
    course: {
      at: 'closed',
      outcome: 'deny-admin-query',
      content: {
        law: '《不动产登记暂行条例》第二十七条',
        place: '鸭河工区便民服务中心不动产登记窗口',
        procedure: '持身份证件到窗口申请查询',
        reason: '不动产登记资料的查询由行政法规作出特别规定',
      },
      afterWorkingDays: 2,
    },
  },
  {
    workingDaysAgo: 121,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: FARMER,
    description: '再次申请公开皇路店镇贾沟村2024年土地征收补偿安置方案。',
    course: {
      at: 'closed',
      outcome: 'noproc-repeat',
      content: {},
      afterWorkingDays: 6,
    },
  },
  {
    workingDaysAgo: 115,
    channel: 'post-signed',
    applicantClass: 'public-interest-org',
    applicant: CHARITY,
    description: '申请公开2025年度畜禽养殖场关闭搬迁补偿资金分配情况。',
    course: {
      at: 'closed',
      outcome: 'grant-provided',
      content: { enclosures: ['2025年度畜禽养殖场关闭搬迁补偿资金分配表'], pages: 4, medium: 'electronic' },
      afterWorkingDays: 13,
    },
  },
  {
    workingDaysAgo: 108,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: STUDENT,
    description: '申请提供《南阳年鉴（2025）》纸质书一册。',
    course: {
      at: 'closed',
      outcome: 'noproc-publication',
      content: { publication: '《南阳年鉴（2025）》', wayToGet: '可以到区图书馆借阅，或者向出版单位购买' },
      afterWorkingDays: 3,
    },
  },
  {
    workingDaysAgo: 101,
    channel: 'online',
    applicantClass: 'other-org',
    applicant: VILLAGE,
    description: '申请公开本村2023年至2025年财政奖补资金拨付明细。',
    course: {
      at: 'closed',
      outcome: 'grant-later',
      content: {
        way: '自行下载',
        path: '鸭河工区门户网站“财政预算、决算”栏目',
        availableOn: '',
      },
      afterWorkingDays: 12,
    },
  },
  {
    workingDaysAgo: 94,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: DRIVER,
    description: '公开有关材料。',
    course: {
      at: 'abandoned-correction',
      items: ['请写明所需政府信息的名称、文号或者便于查询的其他特征性描述'],
    },
  },
  {
    workingDaysAgo: 88,
    channel: 'in-person',
    applicantClass: 'natural-person',
    applicant: TEACHER,
    description: '申请公开2026年事业单位绩效工资分配的内部通知。',
    course: {
      at: 'closed',
      outcome: 'deny-internal',
      content: { kind: 'personnel', reason: '所申请的通知属于本机关人事管理事项，不对外产生法律效力' },
      afterWorkingDays: 10,
    },
  },
  {
    workingDaysAgo: 80,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: STUDENT,
    description: '申请公开某餐饮店食品安全行政处罚案卷全部材料。',
    course: {
      at: 'reopened',
      outcome: 'deny-enforcement-file',
      content: { fileKind: '食品安全行政处罚案卷', reason: '所申请信息属于行政执法案卷信息' },
      afterWorkingDays: 9,
    },
  },
  {
    workingDaysAgo: 74,
    channel: 'online',
    applicantClass: 'commercial-enterprise',
    applicant: BUILDER,
    description: '申请公开莲花大道北延工程全套施工图纸（约二百六十页）。',
    course: { at: 'abandoned-fee', pages: 260 },
  },
  {
    workingDaysAgo: 66,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: NURSE,
    description: '申请公开2026年城乡居民基本医疗保险参保缴费标准。',
    course: { at: 'withdrawn' },
  },
  {
    workingDaysAgo: 52,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: VILLAGER,
    description: '申请公开鸭河口水库防汛应急调度方案涉及的泄洪通道清障名单。',
    course: {
      at: 'served',
      outcome: 'grant-provided',
      content: { enclosures: ['2026年泄洪通道清障任务清单'], pages: 6, medium: 'electronic' },
      afterWorkingDays: 28,
      extended: true,
    },
  },
  {
    workingDaysAgo: 19,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: RETIREE,
    description: '申请公开2026年临时救助对象名单及救助金额公示材料。',
    course: {
      at: 'decision-approved',
      outcome: 'grant-already-public',
      content: { places: ['鸭河工区门户网站“社会救助”栏目2026年第三季度临时救助公示'] },
      afterWorkingDays: 17,
    },
  },
  {
    workingDaysAgo: 17,
    channel: 'online',
    applicantClass: 'legal-service-org',
    applicant: LAW_FIRM,
    description: '申请公开鸭管〔2026〕5号通告的起草说明和合法性审核意见。',
    course: {
      at: 'decision-drafted',
      outcome: 'deny-process',
      content: { kind: 'draft', reason: '起草说明和审核意见属于制定过程中形成的过程稿' },
      afterWorkingDays: 14,
    },
  },
  {
    workingDaysAgo: 15,
    channel: 'post-signed',
    applicantClass: 'commercial-enterprise',
    applicant: COMPANY,
    description: '申请公开鸭河口水库生态渔业经营权出让合同。',
    course: { at: 'consulting', with: 'third-party' },
  },
  {
    workingDaysAgo: 12,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: DRIVER,
    description: '申请公开近十年来全区全部文件（本月第三十六件申请）。',
    course: { at: 'awaiting-reasons' },
  },
  {
    workingDaysAgo: 10,
    channel: 'online',
    applicantClass: 'commercial-enterprise',
    applicant: BUILDER,
    description: '申请公开产业大道改造工程招标文件及答疑纪要（约一百八十页）。',
    course: { at: 'awaiting-payment', pages: 180 },
  },
  {
    workingDaysAgo: 8,
    channel: 'in-person',
    applicantClass: 'natural-person',
    applicant: VILLAGER,
    description: '申请公开我村修路的情况。',
    course: { at: 'awaiting-correction', items: ['请写明修路工程的名称、时间或者路段，以便查找'] },
  },
  {
    workingDaysAgo: 6,
    channel: 'online',
    applicantClass: 'research-institution',
    applicant: INSTITUTE,
    description: '申请公开2026年第三季度饮用水水源水质监测原始数据。',
    course: { at: 'under-review' },
  },
  {
    workingDaysAgo: 2,
    channel: 'post-ordinary',
    applicantClass: 'natural-person',
    applicant: RETIREE,
    description: '申请公开退役军人优待证办理流程和经费保障文件。',
    course: { at: 'received-unconfirmed' },
  },
  {
    workingDaysAgo: 1,
    channel: 'online',
    applicantClass: 'natural-person',
    applicant: STUDENT,
    description: '申请公开2026年创业担保贷款贴息资金使用情况。',
    course: { at: 'registered' },
  },
]
