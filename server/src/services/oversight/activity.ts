import type { ActivityKind, PlainDate } from '@mingfu/law'

/** What is written down of one activity or problem. */
export type ActivityEntry = Readonly<{
  kind: ActivityKind
  heldOn: PlainDate
  /** 主题: what the training was about, what was inspected, what the problem is. */
  title: string
  detail: string
  /** People who took part; `null` where that is no measure. */
  participants: number | null
  /** 改进情况, of a problem. */
  remedy: string
  resolvedOn: PlainDate | null
}>

export type Activity = ActivityEntry & Readonly<{ activityId: string; version: number }>
