import { type DemonstrationDocument, daysAgo, documentNamed } from './demonstration-document.ts'

/** 政府公报. */
export const GAZETTES: readonly DemonstrationDocument[] = [
  {
    kind: 'gazette',
    title: '鸭河工区管理委员会公报2026年第3期',
    genre: '公报',
    node: 'gazette',
    legalItem: 'A20_01',
    keywords: ['政府公报'],
    summary: '登载2026年以来的规范性文件和统计公报。',
    form: {
      gazetteYear: '2026',
      issueNumber: '3',
      totalNumber: '12',
      issuedOn: daysAgo(20),
      editor: '党政办公室',
      contents: [
        { section: '管委会文件', document: documentNamed('鸭管〔2026〕2号'), page: '1' },
        { section: '管委会文件', document: documentNamed('鸭管〔2026〕5号'), page: '4' },
        { section: '管委会文件', document: documentNamed('鸭管〔2026〕7号'), page: '6' },
        { section: '统计', document: documentNamed('鸭河工区2025年国民经济和社会发展统计公报'), page: '8' },
      ],
    },
    writtenDaysAgo: 20,
    paragraphs: ['登载管委会近期文件和统计公报。'],
  },
]
