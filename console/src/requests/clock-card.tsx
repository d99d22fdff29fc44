import type { ClockView, RequestView } from '@mingfu/contract'
import { isPlainDate, weekdayText } from '@mingfu/law'
import { useState } from 'react'
import { Alert, Button, Card, Descriptions, dayText, Flex, ScrollBox, Tag } from '../ui/index.ts'
import { ClockSteps, DaysLeft } from './deadline.tsx'

const STAGES = {
  'not-received': '尚未起算',
  waiting: '等待申请人，期限重新计算',
  running: '计算中',
  paused: '征求意见，不计算',
  'due-today': '今日到期',
  overdue: '已逾期',
  stopped: '已停止计算',
} as const satisfies Record<ClockView['stage'], string>

/** 期限: where the clock stands, how it came to stand there, and every single day. */
export function ClockCard({ file }: { file: RequestView }) {
  const { clock, days, violations, remedy } = file
  const [daily, setDaily] = useState(false)
  return (
    <Card
      title="答复期限"
      extra={
        days.length === 0 ? null : (
          <Button size="small" onClick={() => setDaily(!daily)} aria-expanded={daily}>
            {daily ? '收起逐日计算表' : '逐日计算表'}
          </Button>
        )
      }
    >
      <Descriptions column={1} size="small" className="case-part" items={clockItems(clock)} />
      {violations.map(({ text, basis, severity, on }) => (
        <Alert
          key={`${on}${text}`}
          type={severity}
          showIcon
          className="case-part"
          title={text}
          description={`依据：${basis}`}
        />
      ))}
      {remedy === null ? null : (
        <Alert
          type="info"
          className="case-part"
          title={`申请行政复议至${dayText(remedy.reconsiderationBy)}${remedy.provisional ? '（暂定）' : ''}${
            remedy.reconsiderationFirst ? '；应当先申请行政复议' : `；直接起诉至${dayText(remedy.suitBy)}`
          }`}
        />
      )}
      {daily ? <DayLedger file={file} /> : <ClockSteps clock={clock} />}
    </Card>
  )
}

function clockItems(clock: ClockView) {
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    ['状态', STAGES[clock.stage]],
    ['收到申请之日', dayText(clock.receivedOn)],
    ...(clock.restartedOn === null ? [] : [['重新计算之日', dayText(clock.restartedOn)] as const]),
    [
      '答复期限届满日',
      <Flex key="due" wrap gap={4}>
        {dayText(clock.dueOn)}
        {clock.provisional ? <Tag>暂定</Tag> : null}
        {clock.stage === 'stopped' ? null : <DaysLeft left={clock.workingDaysLeft} />}
      </Flex>,
    ],
    ['已用工作日', `${clock.workingDaysUsed}`],
    ...(clock.extendedByWorkingDays === 0
      ? []
      : [['已延长', `${clock.extendedByWorkingDays}个工作日`] as const]),
    ...(clock.riskDueOn === null || clock.riskDueOn === clock.dueOn
      ? []
      : [['最稳妥的期限', `${dayText(clock.riskDueOn)}（按法律未明确之处最早的理解）`] as const]),
    ...(clock.respondBy === null ? [] : [['补正期限', dayText(clock.respondBy)] as const]),
    ...(clock.feePayBy === null ? [] : [['缴费期限', dayText(clock.feePayBy)] as const]),
    ...(clock.reasonsRespondBy === null
      ? []
      : [['说明理由的期限', dayText(clock.reasonsRespondBy)] as const]),
  ]
  return rows.map(([label, children]) => ({ key: label, label, children }))
}

/** 逐日计算表: counted, holiday, worked weekend, not counted, each with its reason. */
function DayLedger({ file }: { file: RequestView }) {
  return (
    <ScrollBox label="逐日计算表">
      <table className="day-ledger">
        <caption className="case-part">自收到申请之日起，每一日是否计算及其依据</caption>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">计数</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {file.days.map(({ on, kind, count, text, basis }) => (
            <tr key={on} data-kind={kind}>
              <th scope="row">
                {on} {isPlainDate(on) ? weekdayText(on) : ''}
              </th>
              <td className="counted">{count ?? '—'}</td>
              <td>
                {text}
                {basis === null ? '' : `（${basis}）`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
