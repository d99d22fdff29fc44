import type { Read } from './reads/read-log.ts'

/** 一页的记录: where an address lies, where it leads, and what it was made of. */
export type PageMemory = Readonly<{
  /** Its own file; empty for an address that only the live host answers. */
  file: string
  files: readonly string[]
  /** Addresses that stand on the page, as places in the memory's list. */
  links: readonly number[]
  /** Changes when one of those addresses lies elsewhere. */
  leads: string
  /** What it read, as places in the memory's list. */
  reads: readonly number[]
}>

/** What an export remembers for the next. Addresses and reads stand once and are named by their place. */
export type SiteMemory = Readonly<{
  /** Content and day of the whole export: when both are the same there is nothing to do. */
  state: string
  /** The program and the settings that made it: with others all pages are made anew. */
  made: string
  addresses: readonly string[]
  /** Texts of questions; a read names its own by its place. */
  texts: readonly string[]
  reads: readonly RememberedRead[]
  pages: Readonly<Record<string, PageMemory>>
}>

type RememberedRead =
  | readonly ['query', number, readonly unknown[], string, string]
  | readonly ['fact', string, string, string, string]

/** Gathers a memory: whatever was seen before has its place already. */
export function makeMemory() {
  const addresses = places<string>((address) => address)
  const texts = places<string>((text) => text)
  const reads = places<RememberedRead>((read) => JSON.stringify(read))
  return {
    placeOfAddress: addresses.of,
    placeOfRead(read: Read, digest: string): number {
      return read.kind === 'fact'
        ? reads.of(['fact', read.name, read.key, read.field, digest])
        : reads.of(['query', texts.of(read.text), read.values, read.scope, digest])
    },
    /** The same read as another memory has it. */
    placeOfOld(other: SiteMemory | undefined, place: number): number {
      const old = other && readAt(other, place)
      if (old === undefined) throw new Error(`no read ${place}`)
      return this.placeOfRead(old.read, old.digest)
    },
    done: (state: string, made: string, pages: Readonly<Record<string, PageMemory>>): SiteMemory => ({
      state,
      made,
      addresses: addresses.all,
      texts: texts.all,
      reads: reads.all,
      pages,
    }),
  }
}

/** A read of a memory, with the digest that its answer had. */
export function readAt(
  memory: SiteMemory,
  place: number,
): Readonly<{ read: Read; digest: string }> | undefined {
  const kept = memory.reads[place]
  if (kept === undefined) return undefined
  if (kept[0] === 'fact') {
    const [, name, key, field, digest] = kept
    return { read: { kind: 'fact', name, key, field }, digest }
  }
  const [, text, values, scope, digest] = kept
  return { read: { kind: 'query', text: memory.texts[text] ?? '', values, scope }, digest }
}

function places<T>(keyOf: (value: T) => string) {
  const all: T[] = []
  const known = new Map<string, number>()
  return {
    all,
    of(value: T): number {
      const key = keyOf(value)
      const place = known.get(key) ?? all.push(value) - 1
      known.set(key, place)
      return place
    },
  }
}
