import {
  type Clock,
  calendarPicture,
  citationText,
  ledgerDays,
  ledgerText,
  type PlainDate,
  plainDateText,
  type Reading,
  type WorkingCalendar,
  weekdayText,
} from '@mingfu/law'
import { Day, DayTable, Picture, Turns } from '../../day-ledger.tsx'

type Result = Readonly<{
  clock: Clock
  calendar: WorkingCalendar
  readings: readonly Reading[]
  notes: readonly string[]
}>

/** 计算结果: the last day first, then why, then what else could be argued, then every single day. */
export function ClockResult({ clock, calendar, readings, notes }: Result) {
  const days = ledgerDays(clock, calendar)
  return (
    <>
      <section class="card" id="result" aria-labelledby="result-title">
        <h2 class="h-bar" id="result-title">
          计算结果
        </h2>
        <Answer clock={clock} />
        {clock.provisional && (
          <div class="banner-note plain">
            <p>暂定：期限涉及的年度放假安排尚未公布，只按周一至周五计算，公布后重新计算。</p>
          </div>
        )}
        {notes.length > 0 && (
          <ul>
            {notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        )}
        <Violations clock={clock} />
        <h3>计算经过</h3>
        <Turns steps={clock.steps} />
      </section>
      <OtherReadings readings={readings} clock={clock} />
      {days.length > 0 && (
        <section class="card" aria-labelledby="days-title">
          <h2 class="h-bar" id="days-title">
            逐日计算表
          </h2>
          <DayTable days={days} dueOn={clock.dueOn} />
          <details>
            <summary>日历图</summary>
            <Picture text={calendarPicture(clock, calendar)} />
          </details>
          <details>
            <summary>可以复制的文字</summary>
            <Picture text={ledgerText(clock.steps)} />
          </details>
        </section>
      )}
    </>
  )
}

function Answer({ clock }: { clock: Clock }) {
  const { dueOn, receivedOn, riskDueOn, waiting, stopped, correctionDueOn, feePayBy } = clock
  const facts: readonly (readonly [string, PlainDate | null | undefined])[] = [
    ['收到申请之日', receivedOn],
    ['重新计算之日', clock.restartedOn],
    ['最迟告知补正日期', stopped === null && clock.correctionRounds === 0 ? correctionDueOn : null],
    ['补正期限届满', waiting?.for === 'correction' ? waiting.until : null],
    ['缴费期限届满', feePayBy],
    ['最稳妥的届满日期', riskDueOn !== null && riskDueOn !== dueOn ? riskDueOn : null],
    ['送出答复', stopped?.by === 'answer' ? stopped.on : null],
  ]
  return (
    <>
      {dueOn === null ? (
        <p>{waiting === null ? '没有可以计算的答复期限。' : WAITING[waiting.for]}</p>
      ) : (
        <p>
          答复期限届满日{clock.provisional && '（暂定）'}
          <br />
          <strong class="big">{plainDateText(dueOn)}</strong> <span class="nowrap">{weekdayText(dueOn)}</span>
        </p>
      )}
      <dl class="facts">
        {facts.flatMap(([label, on]) =>
          on === null || on === undefined
            ? []
            : [
                <dt>{label}</dt>,
                <dd>
                  <Day on={on} />
                </dd>,
              ],
        )}
      </dl>
    </>
  )
}

const WAITING = {
  correction: '正在等待申请人补正，答复期限自收到补正之日起重新计算。',
  payment: '正在等待申请人缴费，处理期限自缴费之日起重新计算。',
} as const

function Violations({ clock: { violations } }: { clock: Clock }) {
  if (violations.length === 0) return null
  return (
    <div class="banner-note">
      <h3>需要注意</h3>
      <ul>
        {violations.map(({ on, text, basis }) => (
          <li>
            <Day on={on} /> {text} <cite>{citationText(basis)}</cite>
          </li>
        ))}
      </ul>
    </div>
  )
}

function OtherReadings({ readings, clock }: { readings: readonly Reading[]; clock: Clock }) {
  if (readings.length === 0) return null
  return (
    <section class="card" aria-labelledby="readings-title">
      <h2 class="h-bar" id="readings-title">
        其他算法
      </h2>
      <p>
        条例没有写明、各地做法不一的，换一种算法会得到不同的届满日期
        {clock.dueOn && `（以上按${plainDateText(clock.dueOn)}）`}：
      </p>
      <div class="scroll">
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">算法</th>
              <th scope="col">届满日期</th>
            </tr>
          </thead>
          <tbody>
            {readings.map(({ text, dueOn }) => (
              <tr>
                <td>{text}</td>
                <td>
                  <Day on={dueOn} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
