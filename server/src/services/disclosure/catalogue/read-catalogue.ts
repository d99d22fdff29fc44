import {
  type CatalogueEntry,
  catalogueEntryFaults,
  DEADLINE_RULES,
  LEGAL_ITEMS,
  type LegalItemCode,
  type PlainDate,
  publishDueByCatalogue,
  readChannelBoxes,
  readDeadlineText,
  UPDATE_CLASSES,
  UPDATE_PERIODS,
  type UpdateClass,
  type UpdatePeriod,
  type WorkingCalendar,
} from '@mingfu/law'
import { type EntryContent, keyOf } from './catalogue-entry.ts'
import { type CatalogueLine, readCatalogueTable } from './catalogue-table.ts'

/** What a printed catalogue does not say and the person who imports it does. */
export type ImportDefaults = Readonly<{ updateClass: UpdateClass | null; legalItem: LegalItemCode | null }>

/** 导入结果: entries, and what is wrong or doubtful line by line; a catalogue with faults is not taken in. */
export type ReadCatalogue = Readonly<{
  entries: readonly EntryContent[]
  faults: readonly LineNote[]
  warnings: readonly LineNote[]
}>

export type LineNote = Readonly<{ where: string; message: string }>

type Surroundings = Readonly<{
  /** The organ's columns: what a table calls them, and their codes. */
  nodes: readonly Readonly<{ nodeId: string; name: string; title: string; code: string }>[]
  defaults: ImportDefaults
  today: PlainDate
  calendar: WorkingCalendar
}>

export async function readCatalogue(
  bytes: Uint8Array,
  fileName: string,
  around: Surroundings,
): Promise<ReadCatalogue> {
  const lines = await readCatalogueTable(bytes, fileName)
  const entries: EntryContent[] = []
  const faults: LineNote[] = []
  const warnings: LineNote[] = []
  const seen = new Map<string, string>()
  for (const line of lines) {
    const note = (list: LineNote[]) => (message: string) => void list.push({ where: line.where, message })
    const before = faults.length
    const entry = entryOf(line, around, note(faults), note(warnings))
    if (entry === undefined || faults.length > before) continue
    const first = seen.get(keyOf(entry))
    if (first !== undefined) note(faults)(`与${first}的事项和内容相同，请删去一条`)
    else entries.push(entry)
    seen.set(keyOf(entry), first ?? line.where)
  }
  if (lines.length === 0) faults.push({ where: fileName, message: '表格里没有条目，请填写后再导入' })
  return { entries, faults, warnings }
}

function entryOf(
  { cells }: CatalogueLine,
  { nodes, defaults, today, calendar }: Surroundings,
  fault: (message: string) => void,
  warn: (message: string) => void,
): EntryContent | undefined {
  const path = [cells.level1, cells.level2, cells.level3].flatMap((text) =>
    text === undefined ? [] : [text],
  )
  const boxes = channelsOf(cells.channels ?? '')
  if (boxes.unknown.length > 0) warn(`没有识别的公开渠道：${boxes.unknown.join('、')}`)
  const limit = readDeadlineText(cells.deadline ?? '') ?? null
  if (cells.deadline !== undefined && limit === null) {
    warn(`公开时限“${cells.deadline}”没有可以计算的期限，按20个工作日提醒`)
  }
  if (limit !== null && limit.unit !== 'fixed-date') {
    const ruling = publishDueByCatalogue(DEADLINE_RULES.general, limit, today, calendar)
    if (!ruling.granted) warn(`${ruling.refusal.reason}；另有法律、法规规定的，请核对公开依据`)
  }
  const entry: CatalogueEntry = {
    name: path.at(-1) ?? '',
    contentRequired: cells.content ?? '',
    deadline: cells.deadline ?? '',
    basis: basisOf(cells.basis ?? ''),
    responsibleUnit: cells.unit ?? '',
    channels: usedOnly(boxes.channels),
    mode: modeOf(cells),
    level: levelOf(cells),
    updateClass: chosen('更新类别', cells.updateClass, UPDATE_CLASSES, fault) ?? defaults.updateClass,
    legalItems:
      legalItemsOf(cells.legalItem, fault) ?? (defaults.legalItem === null ? [] : [defaults.legalItem]),
  }
  const period = chosen<UpdatePeriod>('更新周期', cells.period, UPDATE_PERIODS, fault)
  if (entry.updateClass === 'periodic' && period === null)
    warn('更新类别为“定期发布”，没有选择更新周期，不检查是否按期更新')
  const nodeId = nodeOf(cells.node, nodes, fault)
  for (const sentence of catalogueEntryFaults(entry)) fault(sentence)
  const { mode, level, updateClass } = entry
  if (mode === null || level === null || updateClass === null) return undefined
  return {
    path,
    contentRequired: entry.contentRequired,
    deadlineText: entry.deadline,
    deadlineLimit: limit,
    basis: entry.basis,
    responsibleUnit: entry.responsibleUnit,
    channels: entry.channels,
    audience: cells.audience ?? audienceOf(cells),
    mode,
    level,
    updateClass,
    period,
    legalItems: entry.legalItems,
    isMandatory: cells.mandatory !== '否',
    nodeId,
    note: cells.note ?? '',
  }
}

/** Without boxes the cell names the channels that are used. */
function channelsOf(text: string): ReturnType<typeof readChannelBoxes> {
  if (/[■☑☒√✓▣●□☐○]/.test(text)) return readChannelBoxes(text)
  const names = text.split(/[、，,;；\s]+/).filter((name) => name !== '')
  return readChannelBoxes(names.map((name) => `■${name}`).join(' '))
}

/** An open box says the same as no box. */
function usedOnly(channels: EntryContent['channels']): EntryContent['channels'] {
  return Object.fromEntries(Object.entries(channels).filter(([, duty]) => duty !== 'none'))
}

/** 【法律】…【法规】…, or one after the other with semicolons. */
function basisOf(text: string): readonly string[] {
  return text
    .split(/(?=【)|[；;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const TICK = /[√✓✔☑■是]/

function modeOf(cells: CatalogueLine['cells']): CatalogueEntry['mode'] {
  if (cells.mode !== undefined)
    return /依申请/.test(cells.mode) && !/主动/.test(cells.mode)
      ? 'upon-request'
      : /主动/.test(cells.mode)
        ? 'proactive'
        : null
  if (TICK.test(cells.modeProactive ?? '')) return 'proactive'
  return TICK.test(cells.modeRequest ?? '') ? 'upon-request' : null
}

function levelOf(cells: CatalogueLine['cells']): CatalogueEntry['level'] {
  const county = cells.level === undefined ? TICK.test(cells.levelCounty ?? '') : /县|区|市/.test(cells.level)
  const town =
    cells.level === undefined ? TICK.test(cells.levelTown ?? '') : /乡|镇|村|街道/.test(cells.level)
  if (/省/.test(cells.level ?? '')) return 'province'
  if (county && town) return 'both'
  return county ? 'city-county' : town ? 'town' : null
}

function audienceOf(cells: CatalogueLine['cells']): string {
  if (TICK.test(cells.audienceAll ?? '')) return '全社会'
  const some = cells.audienceSome ?? ''
  return some === '' ? '' : TICK.test(some) && some.length === 1 ? '特定群体' : some
}

function chosen<Id extends string>(
  column: string,
  text: string | undefined,
  table: Readonly<Record<Id, { label: string }>>,
  fault: (message: string) => void,
): Id | null {
  if (text === undefined) return null
  const id = (Object.keys(table) as Id[]).find((key) => table[key].label === text)
  if (id !== undefined) return id
  const labels = (Object.values(table) as { label: string }[]).map(({ label }) => label)
  fault(`“${column}”填的是“${text}”，请从以下选项中选择：${labels.join('、')}`)
  return null
}

function legalItemsOf(
  text: string | undefined,
  fault: (message: string) => void,
): readonly LegalItemCode[] | undefined {
  if (text === undefined) return undefined
  return text.split(/[；;]/).flatMap((part) => {
    const [code = ''] = part.trim().split(/\s/)
    if (Object.hasOwn(LEGAL_ITEMS, code)) return [code as LegalItemCode]
    fault(`“法定事项”填的是“${part.trim()}”，请从下拉菜单中选择`)
    return []
  })
}

function nodeOf(
  text: string | undefined,
  nodes: Surroundings['nodes'],
  fault: (message: string) => void,
): string | null {
  if (text === undefined) return null
  const node =
    nodes.find(({ name, code }) => name === text || code === text) ??
    nodes.find(({ title }) => title === text)
  if (node !== undefined) return node.nodeId
  fault(`本机关没有栏目“${text}”，请先增加栏目，或者从下拉菜单中选择`)
  return null
}
