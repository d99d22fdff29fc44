import type { DemonstrationDocument } from './demonstration-document.ts'

/** 规划、统计和重大建设项目. */
export const WORKS: readonly DemonstrationDocument[] = [
  {
    kind: 'plan',
    title: '鸭河工区国民经济和社会发展第十五个五年规划纲要',
    genre: '规划',
    node: 'plans',
    legalItem: 'A20_03',
    keywords: ['十五五', '规划'],
    summary: '2026至2030年发展的指导思想、主要目标和重点任务。',
    form: {
      planKind: '国民经济和社会发展规划',
      planPeriod: '2026—2030年',
      goals: [
        { name: '地区生产总值年均增长', base: '6.2%', target: '6%左右', nature: '预期性' },
        { name: '城镇污水处理率', base: '96%', target: '98%以上', nature: '约束性' },
        { name: '鸭河口水库水质', base: 'Ⅱ类', target: '稳定达到Ⅱ类', nature: '约束性' },
      ],
    },
    writtenDaysAgo: 255,
    paragraphs: [
      '“十五五”时期，坚持生态优先、绿色发展，建设水清岸绿、宜居宜业的现代化工区。',
      '到2030年，地区生产总值年均增长6%左右，城镇污水处理率达到98%以上。',
    ],
  },
  {
    kind: 'statistics',
    title: '鸭河工区2025年国民经济和社会发展统计公报',
    genre: '公报',
    node: 'statistics',
    legalItem: 'A20_04',
    keywords: ['统计公报'],
    summary: '2025年主要经济社会发展指标。',
    form: {
      period: '2025年',
      frequency: '年度',
      preparedBy: '党政办公室',
      method: '部分数据为初步统计数，合计数与分项数因四舍五入略有差异。',
      indicators: [
        { name: '地区生产总值增长速度', value: '6.2', unit: '%' },
        { name: '年末常住人口', value: '9.8', unit: '万人' },
        { name: '城镇化率', value: '46.3', unit: '%' },
        { name: '居民人均可支配收入', value: '28650', unit: '元', growth: '6.5%' },
        { name: '一般公共预算收入', value: '37120', unit: '万元', growth: '5.4%' },
      ],
    },
    writtenDaysAgo: 235,
    paragraphs: [
      '初步核算，2025年全区生产总值同比增长6.2%。',
      '年末常住人口9.8万人，城镇化率46.3%。',
      '居民人均可支配收入28650元，同比增长6.5%。',
    ],
  },
  {
    kind: 'project',
    title: '鸭河工区莲花大道北延工程批准结果信息',
    documentNumber: '鸭管投资〔2026〕14号',
    genre: '批复',
    node: 'projects',
    legalItem: 'A20_10',
    keyAreas: ['major-projects'],
    keywords: ['重大建设项目', '道路'],
    summary: '项目可行性研究报告批复结果、建设规模和总投资。',
    form: {
      projectName: '莲花大道北延工程',
      stage: '批准结果信息',
      owner: '国土规划建设局',
      site: '莲花大道北端至产业大道',
      scale: '道路全长2.6公里，红线宽度40米，同步建设雨水、污水、照明和绿化工程。',
      investment: '9860',
      funds: '财政资金和专项债券',
      approvalBody: '鸭河工区管理委员会',
      approvalNumber: '鸭管投资〔2026〕14号',
    },
    writtenDaysAgo: 130,
    paragraphs: [
      '一、原则同意莲花大道北延工程可行性研究报告。',
      '二、建设规模：道路全长2.6公里，红线宽度40米，同步建设雨水、污水、照明和绿化工程。',
      '三、项目总投资9860万元，资金来源为财政资金和专项债券。',
    ],
  },
]
