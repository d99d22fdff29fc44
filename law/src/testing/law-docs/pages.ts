import { GLOSSARY, GLOSSARY_TOPICS, type GlossaryTopic } from '../../glossary.ts'
import { COUNTING_RULE_KEEPERS } from '../../rule/counting-rule-keepers.ts'
import { PUBLICATION_RULES } from '../../rule/publication-rules.ts'
import { REPORT_RULE_KEEPERS } from '../../rule/report-rule-keepers.ts'
import { REQUEST_RULES } from '../../rule/request-rules.ts'
import type { Keeper } from '../../rule/rule.ts'
import { cataloguePage } from './catalogue-page.ts'
import { disclosurePage } from './disclosure-page.ts'
import { code, page, table } from './markdown.ts'
import { calendarPage, documentPage } from './office-pages.ts'
import {
  formatPage,
  instrumentPage,
  lifeCyclePage,
  outcomePage,
  periodPage,
  settingPage,
} from './reference-pages.ts'
import { countingPage, publicationPage, reportPage, requestPage } from './rule-pages.ts'

/** Every page that is written from law/, by its path below docs/. */
export function lawPages(): Readonly<Record<string, string>> {
  return {
    'glossary.md': glossaryPage(),
    'law/README.md': contentsPage(),
    'law/requests.md': requestPage(),
    'law/publishing.md': publicationPage(),
    'law/counting.md': countingPage(),
    'law/report-checks.md': reportPage(),
    'law/outcomes.md': outcomePage(),
    'law/life-cycle.md': lifeCyclePage(),
    'law/documents.md': documentPage(),
    'law/periods.md': periodPage(),
    'law/calendar.md': calendarPage(),
    'law/disclosure.md': disclosurePage(),
    'law/catalogues.md': cataloguePage(),
    'law/report-formats.md': formatPage(),
    'law/settings.md': settingPage(),
    'law/instruments.md': instrumentPage(),
  }
}

function contentsPage(): string {
  const line = (
    file: string,
    name: string,
    ids: string,
    rules: Readonly<Record<string, { keeper: Keeper }>>,
  ) => {
    const keepers = Object.values(rules).map(({ keeper }) => keeper)
    const count = (kind: 'by' | 'because' | 'missing') =>
      String(keepers.filter((keeper) => kind in keeper).length)
    return [
      `[${name}](${file})`,
      ids,
      String(keepers.length),
      count('by'),
      count('because'),
      count('missing'),
    ]
  }
  return page(
    '规则手册',
    '政府信息公开的规则，一条一条写明：内容、依据、设定、例子，以及由哪个函数核验。规则是代码，本手册从代码生成；测试核对函数存在、手册与代码一致。',
    [
      '## 规则',
      table(
        ['手册', '编号', '条数', '有函数核验', '不由程序核验', '尚无函数核验'],
        [
          line('requests.md', '依申请公开规则', 'REQ-01至REQ-100', REQUEST_RULES),
          line('publishing.md', '主动公开规则', 'PUB-01至PUB-135', PUBLICATION_RULES),
          line('counting.md', '年度报告统计口径', 'CR-01至CR-25', COUNTING_RULE_KEEPERS),
          line('report-checks.md', '年度报告核验规则', 'AR-01至AR-74', REPORT_RULE_KEEPERS),
        ],
      ),
      '## 清单和标准',
      table(
        ['手册', '内容'],
        [
          ['[处理决定](outcomes.md)', '每一种结果的依据、答复书、救济、表三的行'],
          ['[申请办理状态](life-cycle.md)', '每一状态可以办理的事项'],
          ['[文书](documents.md)', '每一份文书给谁、何时、写明什么'],
          ['[放假安排和工作日](calendar.md)', '2004年以来的放假、调休和工作日数'],
          ['[期限和收费标准](periods.md)', '答复、复议、诉讼的期间，信息处理费，结果归类'],
          ['[主动公开的清单](disclosure.md)', '时限、要素、重点领域、审查、更新、一票否决项'],
          ['[起步目录](catalogues.md)', '各类机关的主动公开基本目录，26个试点领域的标准目录'],
          ['[年度报告格式](report-formats.md)', '两种格式的名称和其他写法'],
          ['[口径设定](settings.md)', '法律没有写明的选择'],
          ['[引用的法律、法规、文件](instruments.md)', '名称、文号、施行日期'],
          ['[术语](../glossary.md)', '中文术语与代码中的名称'],
        ],
      ),
    ],
  )
}

function glossaryPage(): string {
  const topics = Object.keys(GLOSSARY_TOPICS) as GlossaryTopic[]
  const parts = topics.flatMap((topic) => [
    `## ${GLOSSARY_TOPICS[topic]}`,
    table(
      ['术语', '代码中的名称', 'Meaning'],
      GLOSSARY[topic].map(({ chinese, identifier, meaning }) => [
        chinese,
        identifier.split(', ').map(code).join('、'),
        meaning,
      ]),
    ),
  ])
  return page('术语', '法律和实务中的说法，以及代码中的名称。搜索中文术语可以找到对应的代码。', parts)
}
