/** One application that was charged a processing fee, and the yuan collected for it. */
export type FeeFact = Readonly<{ id: string; collectedInYuan: number; organ?: string }>

export type FeeStatement = Readonly<{
  cases: number
  yuan: number
  /** Cases and yuan of each organ named, for the report of a government. */
  byOrgan: ReadonlyMap<string, Readonly<{ cases: number; yuan: number }>>
  /** The sentence for section six. */
  text: string
}>

/** 信息处理费收取情况 (CR-25): the number of applications charged and the yuan collected, or that none was. */
export function feeStatement(facts: Iterable<FeeFact>, year: number): FeeStatement {
  const byOrgan = new Map<string, { cases: number; yuan: number }>()
  let cases = 0
  let yuan = 0
  for (const { collectedInYuan, organ } of facts) {
    if (collectedInYuan === 0) continue
    cases += 1
    yuan += collectedInYuan
    if (organ === undefined) continue
    const part = byOrgan.get(organ) ?? { cases: 0, yuan: 0 }
    byOrgan.set(organ, { cases: part.cases + 1, yuan: part.yuan + collectedInYuan })
  }
  return { cases, yuan, byOrgan, text: sentence(year, cases, yuan, byOrgan) }
}

function sentence(year: number, cases: number, yuan: number, byOrgan: FeeStatement['byOrgan']): string {
  if (cases === 0) return `${year}年，本机关未收取政府信息公开信息处理费。`
  const who = byOrgan.size < 2 ? '本机关' : '本行政区域各行政机关'
  const total = `${year}年，${who}依法对${cases}件政府信息公开申请收取信息处理费，共计${yuan}元`
  if (byOrgan.size < 2) return `${total}。`
  const parts = [...byOrgan].map(([organ, part]) => `${organ}${part.cases}件、${part.yuan}元`)
  return `${total}，其中${parts.join('，')}。`
}
