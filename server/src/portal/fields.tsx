type Options = readonly (readonly [string, string])[]

/** A choice among few, with 全部 or another word for none. */
export function Choice(props: {
  name: string
  label: string
  value: string | undefined
  options: Options
  empty?: string
}) {
  const { name, label, value, options, empty = '全部' } = props
  return (
    <div>
      <label for={`f-${name}`}>{label}</label>
      <select id={`f-${name}`} name={name}>
        <option value="">{empty}</option>
        {options.map(([id, text]) => (
          <option value={id} selected={value === id}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A day; browsers without a date picker show a text field and the sample. */
export function DayField(props: { name: string; label: string; value: string | undefined }) {
  const { name, label, value } = props
  return (
    <div>
      <label for={`f-${name}`}>{label}</label>
      <input id={`f-${name}`} name={name} type="date" value={value} placeholder="2024-09-30" />
    </div>
  )
}

export function WrongDay() {
  return <p class="error">日期请按 2024-09-30 的样式填写；没有按这样填写的日期没有用到。</p>
}

/** A table of the law as options. */
export function labelled(table: Readonly<Record<string, { label: string }>>): Options {
  return Object.entries(table).map(([id, { label }]) => [id, label])
}
