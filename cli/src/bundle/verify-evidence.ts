import { createHash } from 'node:crypto'
import type { OpenedBundle } from './read-bundle.ts'

/** What a check of a bundle found; every file at fault is named. */
export type BundleFault = Readonly<{
  what: 'missing' | 'altered' | 'added' | 'repeated' | 'list' | 'history'
  path: string
  text: string
}>

export type BundleCheck = Readonly<{
  title: string
  /** How many files were compared, and how many events. */
  files: number
  events: number
  faults: readonly BundleFault[]
}>

export type Listed = Readonly<{ path: string; sizeBytes: number; sha256: string; sm3: string }>
type Entry = Listed & Readonly<{ no: number; title: string; pages: readonly [number, number] | null }>
type EvidenceList = Readonly<{
  agency: string
  requestNumber: string
  case: Readonly<{ kind: string; number: string }>
  entries: readonly Entry[]
  files: readonly Listed[]
  history: Readonly<{ path: string; events: number; sha256: string | null; sm3: string | null }>
}>

/**
 * 核对举证材料: a program of its own, which shares no line with the one that packs. Files against the list, the list
 * in itself, and the chain of the history.
 */
export function verifyEvidence({ list, files, repeated }: OpenedBundle): BundleCheck {
  const { agency, requestNumber, case: dispute, entries, files: others, history } = list as EvidenceList
  const listed = [...entries, ...others]
  const events = eventsOf(files.get(history.path))
  return {
    title: `${agency} ${dispute.kind}${dispute.number === '' ? '' : `（${dispute.number}）`}，申请${requestNumber}`,
    files: listed.length,
    events: events?.length ?? 0,
    faults: [
      ...repeated.map((path) => fault('repeated', path, '在压缩包中出现多次')),
      ...listed.flatMap((one) => fileFaults(one, files.get(one.path))),
      ...addedFaults(listed, files),
      ...orderFaults(entries),
      ...historyFaults(history, events),
    ],
  }
}

/** What is wrong with one listed file. */
export function fileFaults(
  { path, sizeBytes, sha256, sm3 }: Listed,
  bytes: Uint8Array | undefined,
): BundleFault[] {
  if (bytes === undefined) return [fault('missing', path, '清单中有，压缩包中没有')]
  const same =
    bytes.byteLength === sizeBytes && hash('sha256', bytes) === sha256 && hash('sm3', bytes) === sm3
  return same ? [] : [fault('altered', path, '内容与清单上的摘要不符')]
}

/** What lies in the bundle and not in its list. */
export function addedFaults(listed: readonly Listed[], files: OpenedBundle['files']): BundleFault[] {
  const known = new Set(listed.map(({ path }) => path))
  return [...files.keys()]
    .filter((path) => !known.has(path))
    .map((path) => fault('added', path, '清单中没有，是另外放入的'))
}

/** Entries are numbered from 1, their pages follow on each other, and no path is listed twice. */
function orderFaults(entries: readonly Entry[]): BundleFault[] {
  const faults: BundleFault[] = []
  const paths = new Set<string>()
  let page = 0
  for (const [index, { no, path, pages }] of entries.entries()) {
    if (no !== index + 1) faults.push(fault('list', path, `证据目录的序号不连续，应为${index + 1}`))
    if (paths.has(path)) faults.push(fault('list', path, '在证据目录中列了两次'))
    paths.add(path)
    if (pages === null) continue
    if (pages[0] !== page + 1 || pages[1] < pages[0]) faults.push(fault('list', path, '证据目录的页码不连续'))
    page = pages[1]
  }
  return faults
}

type Digests = Readonly<{ sha256: string; sm3: string }>
type Event = Digests &
  Readonly<{
    agency_id: string
    request_id: string
    seq: number
    kind: string
    occurred_on: string
    recorded_at: string
    actor: string
    actor_id: string | null
    note?: string | null
    facts?: unknown
    withheld?: Digests
  }>

function eventsOf(bytes: Uint8Array | undefined): readonly Event[] | undefined {
  try {
    const parsed = JSON.parse(new TextDecoder().decode(bytes)) as { events?: unknown }
    return Array.isArray(parsed.events) ? (parsed.events as Event[]) : undefined
  } catch {
    return undefined
  }
}

function historyFaults(head: EvidenceList['history'], events: readonly Event[] | undefined): BundleFault[] {
  if (events === undefined) return [fault('history', head.path, '办理经过无法读取')]
  const faults: BundleFault[] = []
  let previous: Digests = { sha256: '0'.repeat(64), sm3: '0'.repeat(64) }
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) faults.push(fault('history', head.path, `办理经过缺第${index + 1}条`))
    const fits = (['sha256', 'sm3'] as const).every((by) => linkOf(event, previous[by], by) === event[by])
    if (!fits)
      faults.push(fault('history', head.path, `办理经过第${event.seq}条与摘要不符，或者与前一条不衔接`))
    previous = event
  }
  if (events.length !== head.events || previous.sha256 !== head.sha256 || previous.sm3 !== head.sm3) {
    faults.push(fault('history', head.path, '办理经过的末条与清单不符'))
  }
  return faults
}

function linkOf(event: Event, previous: string, by: 'sha256' | 'sm3'): string {
  const content = event.withheld?.[by] ?? hash(by, JSON.stringify([event.note ?? null, sorted(event.facts)]))
  const { agency_id, request_id, seq, kind, occurred_on, recorded_at, actor, actor_id } = event
  return hash(
    by,
    JSON.stringify([
      agency_id,
      request_id,
      seq,
      kind,
      occurred_on,
      recorded_at,
      actor,
      actor_id,
      content,
      previous,
    ]),
  )
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, of]) => [key, sorted(of)]))
}

function hash(by: 'sha256' | 'sm3', of: string | Uint8Array): string {
  return createHash(by).update(of).digest('hex')
}

export function fault(what: BundleFault['what'], path: string, text: string): BundleFault {
  return { what, path, text }
}
