import type { DemonstrationDocument } from './demonstration-document.ts'

/** A draft that is put out for comments, and something of this week. */
export const SITE_DOCUMENTS: readonly DemonstrationDocument[] = [
  {
    kind: 'announcement',
    title: '关于《鸭河工区停车泊位管理办法（征求意见稿）》公开征求意见的公告',
    genre: '公告',
    node: 'notices',
    legalItem: 'A20_01',
    keywords: ['停车泊位', '征求意见'],
    summary: '公布停车泊位管理办法的征求意见稿，说明提出意见的方式和期限。',
    writtenDaysAgo: 25,
    paragraphs: [
      '为规范停车泊位的设置和管理，起草了《鸭河工区停车泊位管理办法（征求意见稿）》，现公开征求意见。',
      '第一条　为规范停车泊位的设置、使用和管理，制定本办法。',
      '第二条　停车泊位的设置应当保障行人通行，方便群众出行。',
      '第三条　收费的停车泊位应当公示收费标准、收费时段和监督电话。',
    ],
  },
  {
    kind: 'announcement',
    title: '关于开展冬季安全生产检查的公告',
    genre: '公告',
    node: 'notices',
    legalItem: 'A20_13',
    keyAreas: ['work-safety'],
    keywords: ['安全生产', '冬季检查'],
    summary: '公布冬季安全生产检查的范围、时间和举报方式。',
    writtenDaysAgo: 8,
    paragraphs: [
      '为做好冬季安全生产工作，现就开展安全生产检查公告如下：',
      '一、检查范围：加油站、烟花爆竹经营单位、人员密集场所、建筑施工工地。',
      '二、发现安全隐患的，可以向党政办公室举报。',
    ],
  },
]
