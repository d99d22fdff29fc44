import {
  type Assessment,
  failed,
  mergeAssessments,
  type ReportFacts,
  T3_APPLICANT_COLUMNS,
  type T3ColumnId,
  t3Cell,
  unassessed,
} from '@mingfu/law'
import type { Report } from '../report.ts'
import { countsIn } from './counts-in-text.ts'
import {
  type Claim,
  claimOf,
  compared,
  type Division,
  figuresIn,
  hasPercent,
  OF_ALL,
  PERCENT,
} from './percent-claim.ts'
import { isAboutApplications } from './rates.ts'
import { isOfYearAndRegion, isPart, scopeOf } from './scope.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

const ORGANISATIONS = T3_APPLICANT_COLUMNS.filter((column) => column !== 'natural_person')

/** What a class of applicants may be called, and the columns that the name may stand for: 法人 and 企业 leave a choice. */
const CLASSES: readonly Readonly<{ words: string; columns: readonly (readonly T3ColumnId[])[] }>[] = [
  { words: '自然人|公民个人|公民|个人', columns: [['natural_person']] },
  { words: '法人(?:、|和|及|与|或者?)?其他组织', columns: [ORGANISATIONS] },
  { words: '商业企业', columns: [['business']] },
  { words: '科研机构', columns: [['research']] },
  { words: '社会公益组织', columns: [['public_welfare']] },
  { words: '法律服务机构', columns: [['legal_service']] },
  { words: '企业法人|企业|法人|单位', columns: [['business'], ORGANISATIONS] },
]
const CHANNEL =
  '(?:互联)?网络|网上|线上|在线|网站|(?:申请)?平台|电子邮件|邮箱|邮件|信函|邮寄|来信|书面|当面|现场|窗口|传真'

/** What may stand between the name and its share, besides a count: nothing that names another matter. */
const BETWEEN =
  '(?:提交|提出|递交|申请人?|方式|渠道|途径|系统|平台|受理|接收|收到|办理|共|有|为主|的|来|件数?|数?量|人数)*'
const COUNT = String.raw`(?:(\d+件)|\d+[人名家个])?[,、(]?`

/** 自然人申请112件,占84.8%; 自然人占比84.8%; 网络渠道占七成 is no figure. */
const SHARE = new RegExp(
  `(${[...CLASSES.map(({ words }) => words), CHANNEL].join('|')})${BETWEEN}${COUNT}占([^,%\\d]{0,16}?)(?:的|为|达到?|约为)?${PERCENT}`,
  'g',
)
/** 84.8%的申请由自然人提出. */
const TURNED = new RegExp(
  `(?<!占[^,]{0,16})${PERCENT}的?(?:政府信息公开)?申请(?:人)?(?:是|为|来自|由)(?:于)?(${CLASSES.map(({ words }) => words).join('|')})`,
  'g',
)

/**
 * AR-48, 申请人和渠道占比: the share of a class of applicants recomputes from table three on any of its rows that the
 * words allow, that of a channel from the count beside it. Where the words narrow what is divided, nothing is said.
 */
export function checkApplicantShares(report: Report, facts: ReportFacts): Assessment {
  const scope = scopeOf(report, facts.reportYear)
  return mergeAssessments(
    sentencesOf(report, ['s1', 's3'])
      .filter(hasPercent)
      .flatMap((sentence) => {
        const fits = (excerpt: string) =>
          isAboutApplications(sentence, excerpt) &&
          isNear(sentence, excerpt) &&
          isOfYearAndRegion(sentence.text, excerpt, scope) &&
          isOfAll(sentence.text, excerpt)
        return [
          ...[...sentence.text.matchAll(SHARE)]
            .filter(([excerpt]) => fits(excerpt))
            .map((match) => checkShare(match, sentence, facts)),
          ...[...sentence.text.matchAll(TURNED)]
            .filter(([excerpt]) => fits(excerpt))
            .map(([excerpt, ...groups]) =>
              checkClass(groups.at(-1) ?? '', undefined, claimOf(excerpt, groups), sentence, facts),
            ),
        ]
      }),
  )
}

/** People and firms are counted in many matters: applications must be spoken of in this sentence or the one before. */
const ELSEWHERE = /市场主体|用户|粉丝|关注|问卷|满意|受访|参训|培训|参会|投资|注册|纳税|缴费|浏览|访问/

function isNear({ text, before }: Sentence, excerpt: string): boolean {
  const led = text.slice(0, text.indexOf(excerpt) + excerpt.length)
  return /申请/.test(`${before ?? ''}${led}`) && !ELSEWHERE.test(led)
}

/** 收到的申请中 narrows nothing; 网上申请中 and 予以公开的申请中 do, and so does whatever stands in the same clause. */
const ALL_LED =
  /^(?:在|其|收到|新收|受理|办理|办结|全部|全年|本年度?|所有|的|政府|信息|公开|依|申请|\d+件)*中$/
const RESULT = /公开|无法提供|不予处理|其他处理/

function isOfAll(text: string, excerpt: string): boolean {
  const before = text.slice(0, text.indexOf(excerpt))
  const [clause = '', led = ''] = before.split(/[,、()]/).reverse()
  if (isPart(clause) || (RESULT.test(clause) && !/信息公开|申请公开/.test(clause))) return false
  return [clause, led].every((words) => !/[中里内]$/.test(words) || ALL_LED.test(words))
}

function checkShare(match: RegExpExecArray, sentence: Sentence, facts: ReportFacts): Assessment {
  const [excerpt, name = '', count, base = '', ...groups] = match
  const claim = claimOf(excerpt, groups)
  if (!OF_ALL.test(base)) return unassessed('AR-48', `“${excerpt}”：不能确定占比的基数，没有复算`)
  const known = CLASSES.some(({ words }) => isNamed(name, words))
  return known ? checkClass(name, count, claim, sentence, facts) : checkChannel(count, claim, sentence, facts)
}

function isNamed(name: string, words: string): boolean {
  return new RegExp(`^(?:${words})$`).test(name)
}

function checkClass(
  name: string,
  count: string | undefined,
  claim: Claim,
  sentence: Sentence,
  facts: ReportFacts,
): Assessment {
  const columns = CLASSES.find(({ words }) => isNamed(name, words))?.columns ?? []
  const divisions = columns.flatMap((part) => divisionsOf(part, facts))
  const cells = columns.flatMap((part) => part.map((column) => t3Cell('new_received', column)))
  const all = [...cells, t3Cell('new_received', 'total')]
  if (divisions.length === 0) {
    return unassessed('AR-48', `“${claim.excerpt}”：表三没有填写分申请人的数字，不能复算`, all)
  }
  const counted = count === undefined ? [] : countedDivisions(count, claim, sentence, facts)
  return compared(claim, [...divisions, ...counted], '新收中该类申请人件数除以新收总计', all, sentence)
}

/** The class's share of what was received, of what was at hand, and of what was concluded. */
function divisionsOf(part: readonly T3ColumnId[], facts: ReportFacts): readonly Division[] {
  const sum = (row: 'new_received' | 'carried_in' | 'results_total', columns: readonly T3ColumnId[]) => {
    const values = figuresIn(
      facts,
      columns.map((column) => t3Cell(row, column)),
    ).filter((value) => value !== undefined)
    return values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0)
  }
  const rows = (['new_received', 'carried_in', 'results_total'] as const).map(
    (row) => [sum(row, part), sum(row, ['total'])] as const,
  )
  const [fresh, carried, done] = rows
  if (fresh?.[0] === undefined || fresh[1] === undefined) return []
  return [
    [fresh[0], fresh[1]],
    [fresh[0] + (carried?.[0] ?? 0), fresh[1] + (carried?.[1] ?? 0)],
    ...(done?.[0] === undefined || done[1] === undefined ? [] : [[done[0], done[1]] as const]),
  ]
}

function checkChannel(
  count: string | undefined,
  claim: Claim,
  sentence: Sentence,
  facts: ReportFacts,
): Assessment {
  if (claim.stated === '100' && count === undefined) return failed()
  if (count === undefined) {
    return unassessed('AR-48', `“${claim.excerpt}”：表中没有分渠道的数字，不能复算`)
  }
  const divisions = countedDivisions(count, claim, sentence, facts)
  const cells = [t3Cell('new_received', 'total')]
  if (divisions.length === 0) {
    return unassessed('AR-48', `“${claim.excerpt}”：表三新收总计没有填写，不能复算`, cells)
  }
  return compared(claim, divisions, '该渠道件数除以新收总计', cells, sentence)
}

/** The stated count over what the tables hold, and over every larger count that stands before it. */
function countedDivisions(
  count: string,
  { excerpt }: Claim,
  { text, paragraph }: Sentence,
  facts: ReportFacts,
): readonly Division[] {
  const part = Number.parseInt(count, 10)
  const [fresh, carried, done] = figuresIn(facts, [
    t3Cell('new_received', 'total'),
    t3Cell('carried_in', 'total'),
    t3Cell('results_total', 'total'),
  ])
  const said = countsIn(`${paragraph}${text.slice(0, text.indexOf(excerpt))}`).map(({ value }) => value)
  const wholes = [fresh, fresh === undefined ? undefined : fresh + (carried ?? 0), done, ...said]
  return wholes.flatMap((whole): Division[] => (whole !== undefined && whole >= part ? [[part, whole]] : []))
}
