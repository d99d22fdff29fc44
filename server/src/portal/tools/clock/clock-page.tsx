import {
  CHANNELS,
  DEFAULT_SETTINGS,
  otherReadings,
  plainDateText,
  readClock,
  type WorkingCalendar,
} from '@mingfu/law'
import type { ComponentChildren } from 'preact'
import { type Frame, Layout } from '../../layout.tsx'
import type { Portal, Visit } from '../../portal.ts'
import { clockEvents } from './clock-events.ts'
import {
  CLOCK_FIELDS,
  CLOCK_GROUPS,
  type ClockFacts,
  type ClockField,
  type ClockGroup,
  readClockForm,
} from './clock-form.ts'
import { ClockResult } from './clock-result.tsx'

/** 期限计算: the deadline from dates that anyone may type, with every day and its article; needs no JavaScript. */
export function registerClock(portal: Portal): void {
  portal.page('/tools/clock', { query: CLOCK_FIELDS, fresh: true }, clockPage)
}

async function clockPage({ query, frame, ctx }: Visit) {
  const { calendar } = ctx
  if (Object.keys(query).length === 0) {
    return <ClockPage frame={frame} calendar={calendar} values={{}} faults={{}} />
  }
  const { facts, faults, values } = readClockForm(query)
  return (
    <ClockPage frame={frame} calendar={calendar} values={values} faults={faults}>
      {facts && resultOf(facts, calendar)}
    </ClockPage>
  )
}

function resultOf(facts: ClockFacts, calendar: WorkingCalendar) {
  const { events, notes } = clockEvents(facts, calendar)
  const clock = readClock(events, calendar, DEFAULT_SETTINGS)
  const readings = otherReadings(events, calendar, DEFAULT_SETTINGS)
  return <ClockResult clock={clock} calendar={calendar} readings={readings} notes={notes} />
}

type Typed = Readonly<Record<string, string>>

function ClockPage(props: {
  frame: Frame
  calendar: WorkingCalendar
  values: Typed
  faults: Typed
  children?: ComponentChildren
}) {
  const { frame, calendar, values, faults, children } = props
  const wrong = Object.keys(faults).length
  return (
    <Layout frame={frame} title="答复期限计算" crumbs={[]} unlisted={Object.keys(values).length > 0}>
      <h1>答复期限计算</h1>
      <p class="lead">
        依照《中华人民共和国政府信息公开条例》和国务院办公厅历年放假安排（收录至
        {plainDateText(calendar.knownThrough)}），自收到申请之日起逐日计算，结果供参考。
      </p>
      {wrong > 0 && (
        <div class="banner-note" role="alert">
          <p>有{wrong}处需要改正，已经填写的内容都保留着。</p>
        </div>
      )}
      {children}
      <form class="card" action="/tools/clock" noValidate>
        {CLOCK_GROUPS.map((group: ClockGroup) => (
          <fieldset>
            <legend>{group.title}</legend>
            {group.hint && <p class="hint">{group.hint}</p>}
            <div class="field-row">
              {group.fields.map((field) => (
                <Field field={field} value={values[field.name] ?? ''} fault={faults[field.name]} />
              ))}
            </div>
          </fieldset>
        ))}
        <div class="actions">
          <button type="submit" class="button">
            计算
          </button>
          <a class="button quiet" href="/tools/clock">
            清空
          </a>
        </div>
      </form>
    </Layout>
  )
}

function Field({ field, value, fault }: { field: ClockField; value: string; fault: string | undefined }) {
  const { name, label, hint, kind } = field
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  const common = {
    id: name,
    name,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(fault === undefined ? {} : { 'aria-invalid': true }),
  }
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="error" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      {kind === 'channel' ? (
        <select {...common}>
          {Object.entries(CHANNELS).map(([channel, { label }]) => (
            <option value={channel} selected={channel === value}>
              {label}
            </option>
          ))}
        </select>
      ) : kind === 'day' && fault === undefined ? (
        <input {...common} type="date" value={value} />
      ) : (
        // A date field would show nothing of what was typed wrongly.
        <input {...common} type="text" value={value} maxLength={40} autocomplete="off" />
      )}
    </div>
  )
}
