import { createHash } from 'node:crypto'
import {
  type Block,
  type Bound,
  bindPdf,
  type OfficialDocument,
  renderPdf,
  type Sheet,
} from '@mingfu/documents'
import { BURDEN_OF_PROOF, citationsText, type PlainDate, PROOF_SECTIONS, plainDateText } from '@mingfu/law'
import { type Zippable, zipSync } from 'fflate'
import { contentDigest } from '../../db/event-link.ts'
import type { CasePaper, CasePapers } from '../requests/case-papers.ts'
import { isInner } from '../requests/case-sheets.ts'
import type { CourseEntry } from '../requests/get-request.ts'

/** What a bundle says of itself on its first page and in its list. */
export type BundleHead = Readonly<{
  agencyId: string
  agency: string
  requestId: string
  case: Readonly<{ kind: string; organ: string; number: string; filedOn: PlainDate }>
  madeAt: Date
  madeOn: PlainDate
}>

export type Archive = Readonly<{
  zip: Uint8Array
  pdf: Uint8Array
  entries: number
  pages: number
  list: Uint8Array
}>

const LIST = 'bundle.json'
const BOUND = '证据目录和材料.pdf'
const HISTORY = '办理经过.json'

/** 举证材料: the papers bound behind their list, and beside them the originals with a list that a machine can check. */
export async function packEvidence(
  head: BundleHead,
  { number, papers, history }: CasePapers,
): Promise<Archive> {
  const { pdf, pages } = await bind(head, papers)
  const entries = papers.map((paper, index) => ({
    no: index + 1,
    section: PROOF_SECTIONS[paper.section],
    title: paper.title,
    proves: paper.proves,
    on: paper.on,
    pages: pages[index] ?? null,
    ...described(pathOf(paper, index), paper.bytes),
  }))
  const told = Buffer.from(JSON.stringify({ events: history.map((event) => tell(head, event)) }, null, 2))
  const last = history.at(-1)
  const list = Buffer.from(
    JSON.stringify(
      {
        format: 'mingfu-bundle',
        version: 1,
        kind: 'evidence',
        madeAt: head.madeAt.toISOString(),
        agency: head.agency,
        case: head.case,
        requestNumber: number,
        entries,
        files: [
          described(BOUND, pdf),
          described(HISTORY, told),
          described(HOW_TO_CHECK.path, HOW_TO_CHECK.bytes),
        ],
        history: {
          path: HISTORY,
          events: history.length,
          sha256: last?.link?.sha256 ?? null,
          sm3: last?.link?.sm3 ?? null,
        },
      },
      null,
      2,
    ),
  )
  const stored = { level: 0, mtime: head.madeAt } as const
  const contents: Zippable = {
    [LIST]: [list, stored],
    [BOUND]: [pdf, stored],
    [HISTORY]: [told, { mtime: head.madeAt }],
  }
  contents[HOW_TO_CHECK.path] = [HOW_TO_CHECK.bytes, stored]
  for (const [index, paper] of papers.entries()) contents[pathOf(paper, index)] = [paper.bytes, stored]
  const last_ = pages.findLast((span) => span !== undefined)
  return { zip: zipSync(contents), pdf, list, entries: papers.length, pages: last_?.[1] ?? 0 }
}

type Span = readonly [from: number, to: number]

/** Binds the papers, then puts the list before them: how many pages each has decides what the list says. */
async function bind(
  head: BundleHead,
  papers: readonly CasePaper[],
): Promise<{ pdf: Uint8Array; pages: readonly Span[] }> {
  const evidence = await bindAll(head, papers, await Promise.all(papers.map(sheetOf)))
  let page = 0
  const pages = evidence.pages.map((count): Span => {
    const from = page + 1
    page += count ?? 0
    return [from, page]
  })
  const front: Sheet = { bytes: await draw(contentsOf(head, papers, pages)), kind: 'pdf', numbered: false }
  const whole = [front, { bytes: evidence.pdf, kind: 'pdf', numbered: false } as const]
  const { pdf } = await bindPdf(whole, `${head.agency}证据目录和材料`)
  return { pdf, pages }
}

/** What turns out not to open is replaced by a page that says where it is. */
async function bindAll(
  head: BundleHead,
  papers: readonly CasePaper[],
  sheets: readonly Sheet[],
): Promise<Bound> {
  const bound = await bindPdf(sheets, head.agency)
  if (!bound.pages.includes(null)) return bound
  const mended = papers.map(async (paper, index) => {
    const sheet = sheets[index]
    return sheet !== undefined && bound.pages[index] !== null ? sheet : standIn(paper, index)
  })
  return bindPdf(await Promise.all(mended), head.agency)
}

const KINDS: Readonly<Record<string, Sheet['kind']>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

async function sheetOf(paper: CasePaper, index: number): Promise<Sheet> {
  const kind = KINDS[paper.mediaType]
  return kind === undefined ? standIn(paper, index) : { bytes: paper.bytes, kind, numbered: true }
}

/** For a paper that has no pages here: an OFD, a Word file, or a PDF that cannot be opened. */
async function standIn(paper: CasePaper, index: number): Promise<Sheet> {
  const line = `本件不能转为页面，原件见压缩包内“${pathOf(paper, index)}”，SHA-256：${digest('sha256', paper.bytes)}。`
  const bytes = await draw({
    layout: 'report',
    title: paper.title,
    blocks: [{ kind: 'paragraph', text: line }],
  })
  return { bytes, kind: 'pdf', numbered: true }
}

function contentsOf(
  head: BundleHead,
  papers: readonly CasePaper[],
  pages: readonly Span[],
): OfficialDocument {
  const { kind, organ, number, filedOn } = head.case
  const heads = ['序号', '证据名称', '证明目的', '形成日期', '页码'].map((text) => ({
    text,
    header: 'column' as const,
  }))
  const rows = papers.flatMap((paper, index) => {
    const [from, to] = pages[index] ?? [0, 0]
    const cells = [
      String(index + 1),
      paper.title,
      paper.proves,
      paper.on,
      from === to ? `${from}` : `${from}—${to}`,
    ]
    const row = cells.map((text, column) => ({
      text,
      ...(column === 1 || column === 2 ? {} : { align: 'center' as const }),
    }))
    if (papers[index - 1]?.section === paper.section) return [row]
    return [
      [{ text: PROOF_SECTIONS[paper.section], colSpan: 5, header: 'row' as const, align: 'start' as const }],
      row,
    ]
  })
  const blocks: Block[] = [
    { kind: 'paragraph', text: `案件：${kind}${number === '' ? '' : `，${number}`}` },
    {
      kind: 'paragraph',
      text: `${kind === '行政复议' ? '复议机关' : '人民法院'}：${organ}，${plainDateText(filedOn)}提出`,
    },
    { kind: 'paragraph', text: `提交依据：${citationsText(BURDEN_OF_PROOF)}` },
    {
      kind: 'table',
      caption: '证据目录',
      columns: [2, 9, 9, 4, 3],
      headerRows: 1,
      size: 'compact',
      rows: [heads, ...rows],
    },
    { kind: 'signature', agencies: [head.agency], on: head.madeOn, sealed: true },
  ]
  return { layout: 'report', title: '证据目录', writtenOn: head.madeOn, blocks }
}

function draw(document: OfficialDocument): Promise<Uint8Array> {
  return renderPdf(document, { missing: 'mark' })
}

/** An event as the chain knows it. What is inner goes out as the digest of its content only. */
function tell({ agencyId, requestId }: BundleHead, stored: CourseEntry) {
  const { event, office, note, link } = stored
  const { kind, on, ...facts } = event
  const content = { note, facts: Object.keys(office).length === 0 ? facts : { ...facts, office } }
  return {
    agency_id: agencyId,
    request_id: requestId,
    seq: stored.seq,
    kind,
    occurred_on: on,
    recorded_at: stored.recordedAt.toISOString(),
    actor: stored.actor,
    actor_id: stored.actorId,
    ...(isInner(stored) ? { withheld: contentDigest(content) } : content),
    sha256: link?.sha256 ?? null,
    sm3: link?.sm3 ?? null,
  }
}

function described(path: string, bytes: Uint8Array) {
  return { path, sizeBytes: bytes.byteLength, sha256: digest('sha256', bytes), sm3: digest('sm3', bytes) }
}

export function digest(algorithm: 'sha256' | 'sm3', bytes: Uint8Array): string {
  return createHash(algorithm).update(bytes).digest('hex')
}

/** `材料/03 政府信息公开申请答复书.pdf`: a name that every file system takes. */
function pathOf({ title, name }: CasePaper, index: number): string {
  const dot = name.lastIndexOf('.')
  const ending = dot === -1 ? '' : name.slice(dot).toLowerCase()
  const plain = title.endsWith(ending) ? title.slice(0, title.length - ending.length) : title
  const safe = plain.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 60)
  return `材料/${String(index + 1).padStart(2, '0')} ${safe}${ending}`
}

const HOW_TO_CHECK = {
  path: '核对说明.txt',
  bytes: Buffer.from(
    [
      '本压缩包由明府生成。bundle.json 是清单，列明每个文件的大小、SHA-256 和 SM3 摘要；',
      '办理经过.json 是申请的办理经过，每一条的摘要都包含前一条的摘要，改动、删除、插入任何一条，其后都不再衔接。',
      '核对：mingfu bundle verify 本文件.zip。清单自身的摘要另在办理系统中留存，可以对照。',
      '没有明府的，可以用 sha256sum 或者 openssl dgst -sm3 逐个核对。',
      '',
    ].join('\r\n'),
  ),
} as const
