import { ENTRY_FORM } from './attachments.ts'
import { type DemonstrationDocument, YEAR } from './demonstration-document.ts'

/** 民生、招聘和应急. */
export const LIVELIHOOD: readonly DemonstrationDocument[] = [
  {
    kind: 'livelihood',
    title: '关于申报2026年第四季度创业担保贷款的公告',
    genre: '公告',
    node: 'employment',
    legalItem: 'A20_11',
    keyAreas: ['employment'],
    keywords: ['创业', '贷款', '就业'],
    summary: '申报对象、额度、贴息比例和办理地点。',
    form: {
      field: '就业',
      policyBasis: '国家和省创业担保贷款政策',
      entitled: '返乡创业农民工、高校毕业生、退役军人等。',
      standard: '个人最高30万元，财政贴息按照有关规定执行。',
      procedure: '申请、审核、担保、放款、贴息。',
      place: '区便民服务中心二楼就业创业窗口',
      telephone: '0377-66010034',
    },
    writtenDaysAgo: 40,
    paragraphs: [
      '一、申报对象：返乡创业农民工、高校毕业生、退役军人等。',
      '二、贷款额度：个人最高30万元，财政贴息按照有关规定执行。',
      '三、办理地点：区便民服务中心二楼就业创业窗口。',
    ],
  },
  {
    kind: 'recruitment',
    title: '鸭河工区2026年公开招聘教师公告',
    genre: '公告',
    node: 'recruitment',
    legalItem: 'A20_14',
    keyAreas: ['public-services'],
    keywords: ['招聘', '教师'],
    summary: '招聘中小学教师20名的岗位、条件和程序。',
    form: {
      stage: '招考公告',
      recruitKind: '教师',
      posts: [
        {
          post: '小学语文教师',
          unit: '区属小学',
          number: '8',
          conditions: '本科以上学历，具有相应教师资格。',
        },
        {
          post: '小学数学教师',
          unit: '区属小学',
          number: '7',
          conditions: '本科以上学历，具有相应教师资格。',
        },
        {
          post: '初中英语教师',
          unit: '区属初中',
          number: '5',
          conditions: '本科以上学历，具有相应教师资格。',
        },
      ],
      supervision: '0377-66010034',
    },
    writtenDaysAgo: 110,
    files: [ENTRY_FORM],
    paragraphs: [
      '经批准，面向社会公开招聘中小学教师20名。',
      '招聘按照发布公告、报名、资格审查、笔试、面试、体检、公示、聘用的程序进行。',
    ],
  },
  {
    kind: 'emergency',
    title: '鸭河工区突发事件总体应急预案',
    documentNumber: '鸭管办〔2025〕21号',
    genre: '预案',
    node: 'emergency',
    legalItem: 'A20_12',
    keywords: ['应急预案'],
    summary: '突发事件分级、组织指挥、监测预警和应急响应。',
    form: {
      stage: '应急预案',
      eventKind: '综合',
      command: '区应急指挥部办公室（党政办公室）',
      telephone: '0377-66010001',
    },
    writtenDaysAgo: YEAR + 60,
    paragraphs: [
      '一、突发事件分为自然灾害、事故灾难、公共卫生事件和社会安全事件四类。',
      '二、区应急指挥部统一领导突发事件应对工作，办公室设在党政办公室。',
      '三、预警级别由高到低分为一级、二级、三级、四级，分别以红色、橙色、黄色、蓝色标示。',
    ],
  },
]
