import { isPlainDate, plainDateText } from '@mingfu/law'
import { Input, type InputProps } from 'antd'

/** A day as text, `2024-09-30`, in and out: the browser's own picker, which works by keyboard and on phones. */
export function DayField(props: Omit<InputProps, 'type'>) {
  return <Input {...props} type="date" className="day-field" />
}

/** `2024年9月30日`. */
export function dayText(day: string | null): string {
  return day !== null && isPlainDate(day) ? plainDateText(day) : '—'
}

const MOMENT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
  hourCycle: 'h23',
})

/** `2024年9月30日 14:05`, in China, wherever the browser stands. */
export function momentText(moment: string | null): string {
  return moment === null ? '—' : MOMENT.format(new Date(moment))
}
