import { type Citation, cite } from '../citation.ts'
import { type PlainDate, parsePlainDate } from '../plain-date.ts'

/** 收费方式: by item (按件计收) or by volume (按量计收); one request, one method (Art. 3). */
export type FeeMethod = 'by-item' | 'by-volume'

/** 超额累进的一档: numbers `from` through `to` cost `yuan` each. */
export type FeeBand = Readonly<{ from: number; to: number; yuan: number }>

/** 收费标准, dated: in force for requests received from a day on. */
export type FeeSchedule = Readonly<{
  receivedFrom: PlainDate
  byItem: readonly FeeBand[]
  /** Past the last band by item, each further band is this long and this much dearer. */
  furtherItems: Readonly<{ size: number; more: number }>
  byVolume: readonly FeeBand[]
  paymentWorkingDays: number
  basis: Readonly<Record<FeeMethod, Citation>>
}>

// biome-ignore format: a table
export const FEE_SCHEDULES: readonly FeeSchedule[] = [
  {
    receivedFrom: parsePlainDate('2021-01-01'),
    byItem: [
      { from: 1,  to: 10, yuan: 0 },
      { from: 11, to: 30, yuan: 100 },
      { from: 31, to: 40, yuan: 200 },
    ],
    furtherItems: { size: 10, more: 100 },
    byVolume: [
      { from: 1,   to: 30,  yuan: 0 },
      { from: 31,  to: 100, yuan: 10 },
      { from: 101, to: 200, yuan: 20 },
      { from: 201, to: Number.POSITIVE_INFINITY, yuan: 40 },
    ],
    paymentWorkingDays: 20,
    basis: { 'by-item': cite('fee-measures', 4), 'by-volume': cite('fee-measures', 5) },
  },
]

/** The schedule for a request received on a day; `null` before the measures came into force. */
export function feeScheduleFor(receivedOn: PlainDate): FeeSchedule | null {
  return FEE_SCHEDULES.findLast((schedule) => schedule.receivedFrom <= receivedOn) ?? null
}

/** 按件计收: the price of the applicant's `number`-th request of the calendar month. */
export function feeOfItem(number: number, schedule: FeeSchedule = currentSchedule()): number {
  checkCount(number, '件数')
  const band = schedule.byItem.find(({ to }) => number <= to)
  if (band !== undefined) return number === 0 ? 0 : band.yuan
  const last = schedule.byItem.at(-1)
  if (last === undefined) return 0
  const further = Math.ceil((number - last.to) / schedule.furtherItems.size)
  return last.yuan + further * schedule.furtherItems.more
}

/** 按件计收: what `items` requests of one calendar month cost together. */
export function feeOfItems(items: number, schedule: FeeSchedule = currentSchedule()): number {
  checkCount(items, '件数')
  let yuan = 0
  for (let number = 1; number <= items; number++) yuan += feeOfItem(number, schedule)
  return yuan
}

/** 按量计收: what `pages` pages handed over for one request cost. */
export function feeOfPages(pages: number, schedule: FeeSchedule = currentSchedule()): number {
  return feeLines(pages, schedule.byVolume).reduce((sum, { yuan }) => sum + yuan, 0)
}

/** One line of the reckoning on a fee notice: how many in the band, at what price. */
export type FeeLine = Readonly<{ from: number; to: number; count: number; unitYuan: number; yuan: number }>

/** 收费计算: band by band, as the notice to the applicant sets it out. */
export function feeLines(count: number, bands: readonly FeeBand[]): FeeLine[] {
  checkCount(count, '页数')
  return bands
    .filter(({ from }) => from <= count)
    .map(({ from, to, yuan }) => {
      const inBand = Math.min(count, to) - from + 1
      return { from, to: Math.min(count, to), count: inBand, unitYuan: yuan, yuan: inBand * yuan }
    })
}

/** The bands by item as far as `number` reaches. */
export function itemBands(number: number, schedule: FeeSchedule = currentSchedule()): FeeBand[] {
  const bands = [...schedule.byItem]
  for (let last = bands.at(-1); last !== undefined && last.to < number; last = bands.at(-1)) {
    const { size, more } = schedule.furtherItems
    bands.push({ from: last.to + 1, to: last.to + size, yuan: last.yuan + more })
  }
  return bands
}

function currentSchedule(): FeeSchedule {
  const schedule = FEE_SCHEDULES.at(-1)
  if (schedule === undefined) throw new RangeError('没有现行的信息处理费标准')
  return schedule
}

function checkCount(count: number, what: string): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${what}应当是不小于零的整数`)
}
