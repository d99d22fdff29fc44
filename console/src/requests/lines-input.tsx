import { Input } from '../ui/index.ts'

type Props = Readonly<{
  id?: string
  value?: readonly string[]
  onChange?: (lines: readonly string[]) => void
  minRows?: number
  placeholder?: string
}>

/** Several things, one a line. */
export function LinesInput({ id, value = [], onChange, minRows = 3, placeholder = '每行一项' }: Props) {
  return (
    <Input.TextArea
      {...(id === undefined ? {} : { id })}
      autoSize={{ minRows }}
      placeholder={placeholder}
      value={value.join('\n')}
      onChange={({ target }) => onChange?.(target.value === '' ? [] : target.value.split('\n'))}
    />
  )
}

/** Without the empty lines that typing leaves behind. */
export function filledLines(lines: unknown): readonly string[] {
  return Array.isArray(lines) ? lines.map((line) => String(line).trim()).filter((line) => line !== '') : []
}
