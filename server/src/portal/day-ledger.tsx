import { citationText, type LedgerStep, type PlainDate, plainDateText, weekdayText } from '@mingfu/law'

/** 计算经过: the turns of a clock, each with its article. */
export function Turns({ steps }: { steps: readonly LedgerStep[] }) {
  return (
    <ol class="turns">
      {steps.map((step) => (
        <li>
          <Day on={step.on} /> {step.text} {step.basis && <cite>{citationText(step.basis)}</cite>}
        </li>
      ))}
    </ol>
  )
}

/** 逐日计算表: every day with why it counts or does not. */
export function DayTable({ days, dueOn }: { days: readonly LedgerStep[]; dueOn: PlainDate | null }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" aria-label="逐日计算表" tabIndex={0}>
      <table class="grid days">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">星期</th>
            <th scope="col">工作日</th>
            <th scope="col">说明和依据</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ on, kind, count, text, basis }) => (
            <tr class={kind === 'counted' || kind === 'overdue' ? undefined : 'off'}>
              <td class="nowrap">
                <time dateTime={on}>{on}</time>
              </td>
              <td class="nowrap">{weekdayText(on)}</td>
              <td class="num">{count ?? '—'}</td>
              <td>
                {text}
                {on === dueOn && <strong>，期限届满</strong>} {basis && <cite>{citationText(basis)}</cite>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function Picture({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre class="picture" tabIndex={0}>
      {text}
    </pre>
  )
}

export function Day({ on }: { on: PlainDate }) {
  return (
    <time dateTime={on} class="nowrap">
      {plainDateText(on)}
    </time>
  )
}
