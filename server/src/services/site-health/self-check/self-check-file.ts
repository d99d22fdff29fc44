import { type Block, type Cell, type OfficialDocument, renderDocx, renderPdf } from '@mingfu/documents'
import { plainDateText } from '@mingfu/law'
import type { Context } from '../../context.ts'
import { HEALTH_GROUPS } from '../watched-rules.ts'
import { type CheckedItem, getSelfCheck, type Quarter, type SelfCheck } from './self-check.ts'

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export type SelfCheckFileType = keyof typeof TYPES

/** 季度自查报告 as PDF or Word, drawn from the frozen record. */
export async function selfCheckFile(
  ctx: Context,
  { type, ...which }: Quarter & Readonly<{ type: SelfCheckFileType }>,
): Promise<Readonly<{ bytes: Uint8Array; name: string; mediaType: string }>> {
  const check = await getSelfCheck(ctx, which)
  const paper = paperOf(check)
  const bytes = type === 'pdf' ? await renderPdf(paper, { missing: 'mark' }) : await renderDocx(paper)
  return { bytes, name: `${paper.title.replaceAll('\n', '')}.${type}`, mediaType: TYPES[type] }
}

const QUARTERS = ['一', '二', '三', '四']
const STATE_WORDS = {
  good: '合格',
  warning: '提醒',
  fault: '不合格',
  veto: '单项否决',
  unmeasured: '未检查',
} as const satisfies Record<CheckedItem['state'], string>

function paperOf(check: SelfCheck): OfficialDocument {
  const { content, remarks, number, digest, signedAt, signedBy, madeBy } = check
  const { agency, year, quarter, checkedOn, items, work } = content
  const vetoes = items.filter(({ state }) => state === 'veto')
  const wrong = items.filter(({ state }) => state === 'fault')
  const hinted = items.filter(({ state }) => state === 'warning')
  const verdict =
    vetoes.length > 0
      ? `发现单项否决问题${vetoes.length}项（${vetoes.map(({ label }) => label).join('、')}），应当立即整改。`
      : '没有发现单项否决问题。'
  return {
    layout: 'report',
    title: `${agency}\n${year}年第${QUARTERS[quarter - 1]}季度政府网站自查报告`,
    number,
    writtenOn: checkedOn,
    blocks: [
      { kind: 'heading', level: 1, text: '一、总体情况' },
      {
        kind: 'paragraph',
        text: `${plainDateText(checkedOn)}对照《政府网站与政务新媒体检查指标》和信息公开的各项规则自查，检查${items.length}项，${verdict}不合格${wrong.length}项，提醒${hinted.length}项，未检查${items.filter(({ state }) => state === 'unmeasured').length}项。`,
      },
      {
        kind: 'paragraph',
        text: `本季度发布信息${work.published}条，更正${work.corrected}条，撤回${work.withdrawn}条；收到留言${work.messages}条，答复${work.answered}条。`,
      },
      { kind: 'heading', level: 1, text: '二、单项否决指标' },
      tableOf(
        '单项否决指标',
        items.filter(({ group }) => group === 'veto'),
      ),
      { kind: 'heading', level: 1, text: '三、其他指标' },
      ...(Object.keys(HEALTH_GROUPS) as (keyof typeof HEALTH_GROUPS)[])
        .filter((group) => group !== 'veto')
        .flatMap((group, index): readonly Block[] => {
          const own = items.filter((item) => item.group === group)
          return own.length === 0
            ? []
            : [
                { kind: 'heading', level: 2, text: `（${'一二三四五六'[index]}）${HEALTH_GROUPS[group]}` },
                tableOf(HEALTH_GROUPS[group], own),
              ]
        }),
      { kind: 'heading', level: 1, text: '四、发现的问题和整改办法' },
      ...problems([...vetoes, ...wrong, ...hinted]),
      ...(remarks === ''
        ? []
        : [
            { kind: 'heading', level: 1, text: '五、整改安排' } as const,
            ...remarks.split(/\n+/).map((text) => ({ kind: 'paragraph', text }) as const),
          ]),
      { kind: 'paragraph', text: `填报人：${madeBy}　　负责人：${signedBy ?? '（未签字）'}`, align: 'end' },
      {
        kind: 'paragraph',
        text: plainDateText(signedAt === null ? checkedOn : dayOf(signedAt)),
        align: 'end',
      },
      { kind: 'paragraph', text: `内容摘要：${digest.replaceAll(/.{8}(?=.)/g, '$& ')}`, indent: false },
    ],
  }
}

function tableOf(caption: string, items: readonly CheckedItem[]): Block {
  const head = ['检查项目', '现状', '结论'].map((text): Cell => ({ text, header: 'column', align: 'center' }))
  return {
    kind: 'table',
    caption,
    columns: [5, 9, 3],
    headerRows: 1,
    size: 'body',
    rows: [
      head,
      ...items.map(({ label, figure, state }): readonly Cell[] => [
        { text: label, header: 'row' },
        { text: figure },
        { text: STATE_WORDS[state], align: 'center' },
      ]),
    ],
  }
}

function problems(items: readonly CheckedItem[]): readonly Block[] {
  if (items.length === 0) return [{ kind: 'paragraph', text: '没有发现问题。' }]
  return items.flatMap(({ label, remedy, findings, count, since }, index): readonly Block[] => [
    {
      kind: 'paragraph',
      text: `${index + 1}. ${label}（${count}处${since === null ? '' : `，最早自${since}起`}）。办法：${remedy}。`,
    },
    ...(findings.length === 0 ? [] : [{ kind: 'list', ordered: false, items: [...findings] } as const]),
    ...(count > findings.length
      ? [{ kind: 'paragraph', text: `其余${count - findings.length}处见网站健康页面。` } as const]
      : []),
  ])
}

function dayOf(at: Date) {
  return new Date(at.getTime() + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10) as SelfCheck['content']['checkedOn']
}
