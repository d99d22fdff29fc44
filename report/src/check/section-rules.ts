import {
  type Assessment,
  type FormatId,
  type ReportSection as FormatSection,
  failed,
  found,
  mergeAssessments,
  REPORT_FORMATS,
  severityIn,
  unassessed,
} from '@mingfu/law'
import { remember } from '../locate/remember.ts'
import { toSimplified } from '../locate/traditional.ts'
import type { Report, ReportSection } from '../report.ts'

type Sections = readonly ReportSection[]

/** AR-04 to AR-11: the six sections, their order and headings, and what their prose owes. */
export function checkSections(report: Report, format: FormatId, reportYear: number): Assessment {
  const { sections } = report
  if (sections === undefined) {
    const rules = ['AR-04', 'AR-05', 'AR-06', 'AR-07', 'AR-08', 'AR-09'] as const
    return mergeAssessments([
      ...rules.map((rule) => unassessed(rule, '没有读到各部分的文字')),
      checkPreamble(report),
    ])
  }
  return mergeAssessments([
    checkPresence(sections, format),
    checkOrder(sections, format, reportYear),
    checkHeadings(sections, format),
    checkRepeats(sections),
    checkSubstance(sections),
    checkFeeStatement(report, sections, format),
    checkGovernmentTopics(report, sections),
    checkPreamble(report),
  ])
}

function checkPresence(sections: Sections, format: FormatId): Assessment {
  const absent = REPORT_FORMATS[format].sections.filter(
    ({ id }) => !sections.some((section) => section.id === id),
  )
  return failed(
    ...absent.map(({ id, label }) =>
      id === 's5' && speaksOfProblems(sections)
        ? found('AR-05', {
            message: `没有找到标题“${label}”，但其他部分的文字写到了问题和改进，请单列一部分。`,
            expected: label,
            actual: '没有标题',
            where: label,
          })
        : found('AR-04', {
            message: `缺少“${label}”部分，请补充。`,
            expected: label,
            actual: '没有',
            where: label,
          }),
    ),
  )
}

/** Conversion from PDF loses headings: the prose of section five then stands at the end of another section. */
function speaksOfProblems(sections: Sections): boolean {
  const text = sections
    .filter(({ id }) => id === 's4')
    .map((section) => fold(section.text))
    .join('')
  return text.length >= 100 && /存在的?(?:主要)?问题/.test(text) && /改进/.test(text)
}

const ORDINAL = /^(?:([一二三四五六七八九十]+)[、.,]|(?:\(?\d+[)、.,]|\([一二三四五六七八九十]+\)|[①-⑳]))/

function checkOrder(sections: Sections, format: FormatId, reportYear: number): Assessment {
  const severity = severityIn('AR-05', reportYear)
  const ranks = sections.map(({ id }) => Number(id.slice(1)))
  const misplaced = sections.filter((_, index) => index > 0 && (ranks[index] ?? 0) < (ranks[index - 1] ?? 0))
  const misnumbered = sections.filter(({ id, heading }) => {
    const printed = fold(heading)
    return printed !== '' && ORDINAL.exec(printed)?.[1] !== sectionOf(format, id)?.ordinal
  })
  return failed(
    ...misplaced.map(({ id, heading }) =>
      found('AR-05', {
        message: `“${heading}”的位置不对，六个部分应当依次排列。`,
        expected: `第${sectionOf(format, id)?.ordinal ?? ''}部分`,
        actual: heading,
        where: heading,
        severity,
        quote: { part: id, text: heading },
      }),
    ),
    ...misnumbered.map(({ id, heading }) => {
      const ordinal = sectionOf(format, id)?.ordinal ?? ''
      const message = `“${heading}”应当以“${ordinal}、”编号。`
      const quote = { part: id, text: heading }
      return found('AR-05', {
        message,
        expected: `${ordinal}、`,
        actual: heading,
        where: heading,
        severity,
        quote,
      })
    }),
  )
}

function checkHeadings(sections: Sections, format: FormatId): Assessment {
  const different = sections.flatMap(({ id, heading }) => {
    const canonical = sectionOf(format, id)?.label ?? ''
    const same = words(heading) === words(canonical)
    return heading === '' || same ? [] : [{ id, heading, canonical }]
  })
  return failed(
    ...different.map(({ id, heading, canonical }) =>
      found('AR-06', {
        message: `标题“${heading}”与统一格式的“${canonical}”不同，建议按统一格式书写。`,
        expected: canonical,
        actual: heading,
        where: heading,
        quote: { part: id, text: heading },
      }),
    ),
  )
}

function checkRepeats(sections: Sections): Assessment {
  const ids = sections.map(({ id }) => id)
  const repeated = sections.filter(({ id }, index) => ids.indexOf(id) !== index)
  return failed(
    ...repeated.map(({ id, heading }) =>
      found('AR-07', {
        message: `“${heading}”重复出现，请保留一处。`,
        expected: '1处',
        actual: '2处',
        where: heading,
        quote: { part: id, text: heading },
      }),
    ),
  )
}

const NOTHING = /^(?:无|略|没有|暂无|空|(?:暂)?无(?:相关)?(?:内容|情况|事项)|无此项|此部分略|本部分略)?$/

function checkSubstance(sections: Sections): Assessment {
  const empty = (['s1', 's5'] as const).flatMap((id) => {
    const own = sections.filter((section) => section.id === id)
    const text = fold(own.map((section) => section.text).join('')).replaceAll(/[^\p{L}\p{N}]/gu, '')
    return own[0] !== undefined && NOTHING.test(text) ? [{ id, heading: own[0].heading, text }] : []
  })
  return failed(
    ...empty.map(({ id, heading, text }) =>
      found('AR-08', {
        message: `“${heading}”${text === '' ? '没有内容' : `只写“${text}”`}，应当写明实际情况。`,
        expected: '实质内容',
        actual: text === '' ? '空' : text,
        where: heading,
        quote: { part: id, text: text === '' ? heading : text },
      }),
    ),
  )
}

function checkFeeStatement({ preamble }: Report, sections: Sections, format: FormatId): Assessment {
  if (format !== '2021') return failed()
  const text = fold([preamble ?? '', ...sections.map((section) => section.text)].join(''))
  if (/信息(?:公开)?处理费/.test(text)) return failed()
  const message = '没有说明是否收取信息处理费，请在第六部分写明收取的件数和金额，没有收取的写明未收取。'
  return failed(
    found('AR-09', {
      message,
      expected: '信息处理费收取情况',
      actual: '没有',
      where: '六、其他需要报告的事项',
      quote: { part: 's6', text: '六、其他需要报告的事项' },
    }),
  )
}

const GOVERNMENT_TOPICS = [
  { name: '工作考核', words: /考核|考评/ },
  { name: '社会评议', words: /评议|社会评价|公众评价|满意度(?:评价|测评|调查)/ },
  { name: '责任追究', words: /责任追究|追究责任|追责|问责|追究.{0,6}责任/ },
] as const

function checkGovernmentTopics({ meta }: Report, sections: Sections): Assessment {
  if (meta.orgType === undefined) return unassessed('AR-10', '不知道机关类型')
  if (meta.orgType !== 'government') return failed()
  const text = fold(sections.map((section) => section.text).join(''))
  const absent = GOVERNMENT_TOPICS.filter((topic) => !topic.words.test(text)).map(({ name }) => name)
  if (absent.length === 0) return failed()
  const message = `没有报告${absent.join('、')}结果，各级人民政府的年度报告应当包含。`
  return failed(
    found('AR-10', {
      message,
      expected: '考核、社会评议和责任追究',
      actual: `缺${absent.join('、')}`,
      where: '一、总体情况',
      quote: { part: 's1', text: '一、总体情况' },
    }),
  )
}

/** How each section may be called in a list of parts. */
const PARTS: readonly (readonly [name: string, words: RegExp])[] = [
  ['总体情况', /总体情况|概述|总体/],
  ['主动公开政府信息情况', /主动公开/],
  ['收到和处理政府信息公开申请情况', /收到和处理|公开申请|申请公开|申请情况/],
  ['政府信息公开行政复议、行政诉讼情况', /行政复议|行政诉讼/],
  ['存在的主要问题及改进情况', /主要问题|存在问题|存在的问题|改进/],
  ['其他需要报告的事项', /其他需要报告|其他报告|其他事项/],
]

function checkPreamble({ preamble }: Report): Assessment {
  if (preamble === undefined || preamble === '') return unassessed('AR-11', '没有导语')
  const listed = fold(preamble)
    .split('。')
    .find(
      (sentence) =>
        /部分|组成|包括/.test(sentence) && PARTS.filter(([, words]) => words.test(sentence)).length >= 3,
    )
  if (listed === undefined) return failed()
  const absent = PARTS.filter(([, words]) => !words.test(listed)).map(([name]) => name)
  if (absent.length === 0) return failed()
  const message = `导语列举的组成部分缺少“${absent.join('”“')}”，请补齐六个部分。`
  return failed(
    found('AR-11', {
      message,
      expected: '六个部分',
      actual: `缺${absent.join('、')}`,
      where: '导语',
      quote: { part: 'preamble', text: listed },
    }),
  )
}

function sectionOf(format: FormatId, id: ReportSection['id']): FormatSection | undefined {
  return REPORT_FORMATS[format].sections.find((section) => section.id === id)
}

function words(heading: string): string {
  return fold(heading).replace(ORDINAL, '')
}

const fold = remember((text) => toSimplified(text.normalize('NFKC')).replaceAll(/\s/g, ''))
