import {
  areaStarter,
  basicStarter,
  readDeadlineText,
  STARTER_ORGAN_OF,
  type StarterColumn,
  type StarterEntry,
  type StarterOrgan,
} from '@mingfu/law'
import type { Db, Tx } from '../../../db/database.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { type CatalogueNode, catalogueOf, flatten } from '../catalogue-of.ts'
import { type EntryContent, titleOfCatalogue } from './catalogue-entry.ts'
import { findVersion, listEntries, type StoredEntry } from './catalogue-store.ts'

export type FromStarter = Readonly<{
  agencyId: string
  catalogue: string
  /** None: by what the organ is registered as. */
  organ: StarterOrgan | null
  /** Whether the columns that are missing are made as well. */
  withColumns: boolean
}>

/** A line to be added; `column` is one that has to be made for it first. */
export type AddedEntry = Omit<EntryContent, 'nodeId'> &
  Readonly<{ nodeId: string | null; column: StarterColumn | null }>

/** 起步目录和现有目录的合并: nothing that is there is changed, and nothing comes twice. */
export type StarterPlan = Readonly<{
  organ: StarterOrgan
  /** What the lines are added to: the draft that waits, or what is in force. */
  base: readonly StoredEntry[]
  added: readonly AddedEntry[]
  /** Lines whose matter the catalogue has already, beside the entry that has it. */
  met: readonly Readonly<{ path: readonly string[]; by: readonly string[] }>[]
  columns: readonly StarterColumn[]
}>

export async function planStarter(db: Db | Tx, what: FromStarter): Promise<StarterPlan> {
  const { agencyId, catalogue, withColumns } = what
  titleOfCatalogue(catalogue)
  const organ = what.organ ?? STARTER_ORGAN_OF[(await getAgency(db, agencyId)).orgType]
  const lines = catalogue === 'basic' ? basicStarter(organ) : (areaStarter(catalogue, organ) ?? [])
  const which = { agencyId, catalogue }
  const version =
    (await findVersion(db, { ...which, state: 'draft' })) ??
    (await findVersion(db, { ...which, state: 'in-force' }))
  const base = version === undefined ? [] : await listEntries(db, { ...which, version })
  const tree = await catalogueOf({ db }, agencyId)

  const added: AddedEntry[] = []
  const met: { path: readonly string[]; by: readonly string[] }[] = []
  const taken = new Map(base.flatMap((entry) => (entry.nodeId === null ? [] : [[entry.nodeId, entry]])))
  for (const line of lines) {
    const node = line.column === null ? undefined : findColumn(tree, line.column)
    const same = base.find((entry) => isSameMatter(entry, line)) ?? taken.get(node?.nodeId ?? '')
    if (same !== undefined) {
      met.push({ path: line.path, by: same.path })
      continue
    }
    added.push(entryOf(line, node?.nodeId ?? null, withColumns && node === undefined ? line.column : null))
  }
  return {
    organ,
    base,
    added,
    met,
    columns: added.flatMap(({ column }) => (column === null ? [] : [column])),
  }
}

/** The column of this code, or the one that is called so already. */
export function findColumn(
  tree: readonly CatalogueNode[],
  { code, title }: Pick<StarterColumn, 'code' | 'title'>,
): CatalogueNode | undefined {
  const nodes = flatten(tree)
  return nodes.find((node) => node.code === code) ?? nodes.find((node) => plain(node.title) === plain(title))
}

/** The same heading and name, or the same name for the same item of the regulation. */
function isSameMatter(entry: EntryContent, line: StarterEntry): boolean {
  if (plain(entry.path.join('')) === plain(line.path.join(''))) return true
  const isCalledSo = plain(entry.path.at(-1) ?? '') === plain(line.path.at(-1) ?? '')
  // Under one heading many lines of a standard catalogue bear the same name (政策法规文件): there the heading decides.
  if (!isCalledSo || line.column === null) return false
  return entry.legalItems.some((code) => line.legalItems.includes(code))
}

function entryOf(line: StarterEntry, nodeId: string | null, column: StarterColumn | null): AddedEntry {
  const { deadline, column: _, ...words } = line
  return {
    ...words,
    deadlineText: deadline,
    deadlineLimit: readDeadlineText(deadline) ?? null,
    nodeId,
    column,
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s、，,（）()《》“”]/g, '')
}
