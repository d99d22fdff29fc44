import {
  addMonths,
  CHANNELS,
  type Channel,
  EXTENSION,
  isPlainDate,
  type PlainDate,
  plainDate,
  plainDateText,
  RECEIPT_RULES,
} from '@mingfu/law'

/** 延长 at the longest, as the form says it. */
const LONGEST = `最长${EXTENSION.atMost}个工作日`

export type ClockField = Readonly<{
  name: string
  label: string
  kind: 'day' | 'days' | 'yuan' | 'channel'
  hint?: string
  /** The field this one makes no sense without, and may not be earlier than. */
  after?: string
}>

export type ClockGroup = Readonly<{ title: string; hint?: string; fields: readonly ClockField[] }>

/** What the calculator asks for. Only the channel and the day of receipt have to be given. */
export const CLOCK_GROUPS = [
  {
    title: '一、收到申请',
    fields: [
      { name: 'channel', label: '收到方式', kind: 'channel' },
      { name: 'received', label: '收到、提交日期', kind: 'day', hint: '邮寄的填签收日期' },
      {
        name: 'confirmed',
        label: '双方确认日期',
        kind: 'day',
        hint: '传真、在线、电子邮箱和平常信函填写',
        after: 'received',
      },
    ],
  },
  {
    title: '二、补正',
    hint: '没有告知补正的，不填。',
    fields: [
      { name: 'correctionNotice', label: '告知补正日期', kind: 'day', after: 'received' },
      {
        name: 'correctionBy',
        label: '补正期限届满日期',
        kind: 'day',
        hint: '通知上写明的，可以不填',
        after: 'correctionNotice',
      },
      { name: 'correctionReceived', label: '收到补正日期', kind: 'day', after: 'correctionNotice' },
    ],
  },
  {
    title: '三、征求第三方意见',
    hint: '没有征求意见的，不填。',
    fields: [
      { name: 'consulted', label: '发出征求意见书日期', kind: 'day', after: 'received' },
      { name: 'consultedArrived', label: '第三方收到日期', kind: 'day', after: 'consulted' },
      { name: 'consultedAnswered', label: '收到第三方意见日期', kind: 'day', after: 'consulted' },
    ],
  },
  {
    title: '四、延长答复期限',
    hint: '没有延长的，不填。',
    fields: [
      { name: 'extendedOn', label: '告知延长日期', kind: 'day', after: 'received' },
      { name: 'extendedDays', label: '延长的工作日数', kind: 'days', hint: LONGEST },
    ],
  },
  {
    title: '五、信息处理费',
    hint: '没有收费的，不填。',
    fields: [
      { name: 'feeNotice', label: '发出收费通知日期', kind: 'day', after: 'received' },
      { name: 'feeAmount', label: '信息处理费金额', kind: 'yuan', hint: '以元为单位' },
      { name: 'feeArrived', label: '申请人收到通知日期', kind: 'day', after: 'feeNotice' },
      { name: 'feePaid', label: '缴费日期', kind: 'day', after: 'feeNotice' },
    ],
  },
  {
    title: '六、答复',
    hint: '已经答复的，填写后可以看到是否按期。',
    fields: [{ name: 'served', label: '送出答复日期', kind: 'day', after: 'received' }],
  },
] as const satisfies readonly ClockGroup[]

const FIELDS: readonly ClockField[] = CLOCK_GROUPS.flatMap((group): readonly ClockField[] => group.fields)
export const CLOCK_FIELDS = FIELDS.map(({ name }) => name)

type DayName = Extract<(typeof CLOCK_GROUPS)[number]['fields'][number], { kind: 'day' }>['name']

export type ClockFacts = Readonly<
  Partial<Record<DayName, PlainDate>> & {
    channel: Channel
    received: PlainDate
    extendedDays?: number
    feeInYuan?: number
  }
>

/** What was typed, read: the facts when all of it can be used, else one sentence for each field that cannot. */
export type ReadForm = Readonly<{
  facts: ClockFacts | null
  faults: Readonly<Record<string, string>>
  /** As typed; a day that was understood is written as browsers want it. */
  values: Readonly<Record<string, string>>
}>

const FIRST_DAY = plainDate(2008, 5, 1)
const LAST_DAY = plainDate(2090, 12, 31)
/** Longer than any count runs; a day further off is a slip of the pen, and would make an endless table. */
const MONTHS_AT_MOST = 60

export function readClockForm(typed: Readonly<Record<string, string>>): ReadForm {
  const faults: Record<string, string> = {}
  const days: Partial<Record<string, PlainDate>> = {}
  for (const { name, label, kind } of FIELDS) {
    const text = typed[name]
    if (kind !== 'day' || text === undefined) continue
    const on = readDay(text)
    if (on === undefined) faults[name] = `“${text}”不是有效日期，请把${label}写成2024-09-30的样式`
    else if (on < FIRST_DAY || on > LAST_DAY) faults[name] = `${label}应当在2008年5月1日至2090年12月31日之间`
    else days[name] = on
  }
  const channel = channelOf(typed.channel)
  if (channel === undefined) faults.channel = '请从列出的选项中选择收到方式'
  if (typed.received === undefined) faults.received = '请填写收到、提交日期'
  Object.assign(faults, orderFaults(typed, days, faults), extensionFaults(typed), feeFaults(typed))

  const values = { ...typed, ...days } as Record<string, string>
  const { received } = days
  if (channel === undefined || received === undefined || Object.keys(faults).length > 0) {
    return { facts: null, faults, values }
  }
  const extendedDays = typed.extendedDays === undefined ? {} : { extendedDays: Number(typed.extendedDays) }
  const feeInYuan = typed.feeAmount === undefined ? {} : { feeInYuan: Number(typed.feeAmount) }
  return { facts: { ...days, channel, received, ...extendedDays, ...feeInYuan }, faults, values }
}

/** `2024-09-30`, and the other ways in which people write a day: 2024/9/30, 2024.9.30, 20240930, 2024年9月30日. */
function readDay(text: string): PlainDate | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? []
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(on) ? on : undefined
}

function channelOf(text = 'in-person'): Channel | undefined {
  return (Object.keys(CHANNELS) as Channel[]).find((channel) => channel === text)
}

function orderFaults(
  typed: Readonly<Record<string, string>>,
  days: Readonly<Partial<Record<string, PlainDate>>>,
  already: Readonly<Record<string, string>>,
): Record<string, string> {
  const faults: Record<string, string> = {}
  const farthest = days.received === undefined ? LAST_DAY : addMonths(days.received, MONTHS_AT_MOST)
  for (const { name, label, after } of FIELDS) {
    const on = days[name]
    if (on === undefined || after === undefined || already[after] !== undefined) continue
    const before = days[after]
    const first = FIELDS.find((field) => field.name === after)?.label ?? ''
    if (typed[after] === undefined && after !== 'received') {
      faults[name] = `填写${label}的，请同时填写${first}`
    } else if (before !== undefined && on < before) {
      faults[name] = `${label}不能早于${first}（${plainDateText(before)}）`
    } else if (on > farthest) {
      faults[name] = `${label}与收到、提交日期相隔超过五年，请核对`
    }
  }
  return faults
}

function extensionFaults({
  extendedOn,
  extendedDays,
}: Readonly<Record<string, string>>): Record<string, string> {
  if (extendedDays === undefined) {
    return extendedOn === undefined ? {} : { extendedDays: '请填写延长的工作日数' }
  }
  if (!/^\d{1,2}$/.test(extendedDays) || Number(extendedDays) < 1) {
    return { extendedDays: `延长的工作日数应当是整数，${LONGEST}` }
  }
  return extendedOn === undefined ? { extendedOn: '填写延长的工作日数的，请同时填写告知延长日期' } : {}
}

function feeFaults({ feeNotice, feeAmount }: Readonly<Record<string, string>>): Record<string, string> {
  if (feeAmount === undefined) return feeNotice === undefined ? {} : { feeAmount: '请填写信息处理费金额' }
  if (!/^\d{1,7}(?:\.\d{1,2})?$/.test(feeAmount)) {
    return { feeAmount: '信息处理费金额应当是数字，以元为单位，如 120' }
  }
  return feeNotice === undefined ? { feeNotice: '填写信息处理费金额的，请同时填写发出收费通知日期' } : {}
}

/** Whether the channel fixes receipt by a confirmation. */
export function isConfirmed(channel: Channel): boolean {
  return RECEIPT_RULES[channel].confirmed
}
