import { STANDARD_AREAS } from './standard-catalogue.ts'

/** 公开目录 by the id under which its versions are kept: the organ's own, and one for each standard area. */
export const CATALOGUES: Readonly<Record<string, string>> = {
  basic: '主动公开基本目录',
  ...Object.fromEntries(
    STANDARD_AREAS.map(({ label }, index) => [
      `area-${String(index + 1).padStart(2, '0')}`,
      `${label}领域政务公开标准目录`,
    ]),
  ),
}

/** 更新周期 of what is published by its own calendar, in months. */
export const UPDATE_PERIODS = {
  month: { label: '每月', months: 1 },
  quarter: { label: '每季度', months: 3 },
  'half-year': { label: '每半年', months: 6 },
  year: { label: '每年', months: 12 },
} as const satisfies Record<string, { label: string; months: number }>

export type UpdatePeriod = keyof typeof UPDATE_PERIODS
