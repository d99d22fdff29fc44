import { essence, similarityOfEssence } from './prose-similarity.ts'

/** Alike beyond this is what the 2021 notice calls 内容雷同. */
export const ALIKE_LIMIT = 0.9

/** Two texts, by their place in the list, and how alike they are. */
export type AlikePair = Readonly<{ one: number; other: number; similarity: number }>

const SHINGLE = 4
const HASHES = 64
/** Two hashes a band: texts that share two fifths of their shingles almost surely meet in one of 32 bands. */
const ROWS = 2
const WORTH_COMPARING = 0.25
/** Shorter texts are alike by nature. */
const SHORTEST = 60

/**
 * 文字雷同: every pair of texts that is at least `atLeast` alike, most alike first. Each text is hashed once and only
 * texts that share passages are compared, so that thousands of units can be laid side by side.
 */
export function alikeProse(texts: readonly string[], atLeast = ALIKE_LIMIT): readonly AlikePair[] {
  const essences = texts.map(essence)
  const signatures = essences.map((text) => (text.length < SHORTEST ? null : signatureOf(text)))
  const pairs: AlikePair[] = []
  for (const [one, other] of candidates(signatures)) {
    const similarity = similarityOfEssence(essences[one] ?? '', essences[other] ?? '', atLeast)
    if (similarity !== null) pairs.push({ one, other, similarity })
  }
  return pairs.sort((a, b) => b.similarity - a.similarity || a.one - b.one || a.other - b.other)
}

type Signature = Uint32Array | null

function candidates(signatures: readonly Signature[]): readonly (readonly [number, number])[] {
  const found = new Map<string, readonly [number, number]>()
  for (let band = 0; band < HASHES; band += ROWS) {
    const buckets = new Map<string, number[]>()
    for (const [index, signature] of signatures.entries()) {
      if (signature === null) continue
      const key = signature.subarray(band, band + ROWS).join()
      const bucket = buckets.get(key)
      if (bucket === undefined) buckets.set(key, [index])
      else bucket.push(index)
    }
    for (const bucket of buckets.values()) {
      for (const [at, one] of bucket.entries()) {
        for (const other of bucket.slice(at + 1)) {
          const key = `${one} ${other}`
          if (!found.has(key) && shared(signatures[one], signatures[other]) >= WORTH_COMPARING) {
            found.set(key, [one, other])
          }
        }
      }
    }
  }
  return [...found.values()]
}

function shared(a: Signature | undefined, b: Signature | undefined): number {
  if (!a || !b) return 0
  return a.filter((hash, index) => hash === b[index]).length / HASHES
}

/** MinHash (Broder 1997) of the passages of a text. */
function signatureOf(text: string): Uint32Array {
  const signature = new Uint32Array(HASHES).fill(0xffffffff)
  for (let at = 0; at + SHINGLE <= text.length; at++) {
    const shingle = hashOf(text, at)
    for (let index = 0; index < HASHES; index++) {
      const mixed = mix(shingle ^ Math.imul(index + 1, 0x9e3779b1))
      if (mixed < (signature[index] ?? 0)) signature[index] = mixed
    }
  }
  return signature
}

function hashOf(text: string, at: number): number {
  let hash = 0x811c9dc5
  for (let index = at; index < at + SHINGLE; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
