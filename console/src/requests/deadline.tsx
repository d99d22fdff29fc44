import { type ClockView, type LedgerStepView, type RequestLineView, requests } from '@mingfu/contract'
import { useState } from 'react'
import { useCall } from '../session/use-call.ts'
import {
  Button,
  dayText,
  ErrorNote,
  Flex,
  Popover,
  Spin,
  Statute,
  Tag,
  Timeline,
  Typography,
} from '../ui/index.ts'

/** 答复期限 of a line: the day, what is left, and on request why it is this day. */
export function Deadline({ line }: { line: RequestLineView }) {
  if (line.dueOn === null) return <>—</>
  return (
    <Flex wrap gap={4} align="center">
      <span>{dayText(line.dueOn)}</span>
      {line.provisional ? <Tag>暂定</Tag> : null}
      <DaysLeft left={line.workingDaysLeft} />
      <WhyThisDay requestId={line.requestId} number={line.number} />
    </Flex>
  )
}

export function DaysLeft({ left }: { left: number | null }) {
  if (left === null) return null
  if (left < 0) return <Tag color="error">逾期{-left}个工作日</Tag>
  if (left === 0) return <Tag color="error">今日到期</Tag>
  return <Tag color={left <= 5 ? 'warning' : 'default'}>还有{left}个工作日</Tag>
}

/** “为什么是这一天”: the turns of the clock with their articles, fetched when somebody asks. */
function WhyThisDay({ requestId, number }: { requestId: string; number: string }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      title="期限怎么来的"
      content={open ? <Reason requestId={requestId} /> : null}
    >
      <Button type="link" size="small" aria-label={`为什么：${number}的期限`}>
        为什么
      </Button>
    </Popover>
  )
}

function Reason({ requestId }: { requestId: string }) {
  const clock = useCall(requests.clock, { params: { requestId } })
  if (clock.error !== null) return <ErrorNote error={clock.error} />
  return clock.data === undefined ? (
    <Spin />
  ) : (
    <div className="why">
      <ClockSteps clock={clock.data} />
    </div>
  )
}

/** The turns of a clock, each with its day, its count and its article. */
export function ClockSteps({ clock }: { clock: ClockView }) {
  return (
    <Timeline
      items={clock.steps.map((step, index) => ({
        key: `${step.on}-${index}`,
        color: step.kind === 'due' ? 'red' : 'blue',
        content: <Step step={step} />,
      }))}
    />
  )
}

function Step({ step }: { step: LedgerStepView }) {
  return (
    <>
      <strong>{dayText(step.on)}</strong>
      {step.count === null || step.count === 0 ? null : (
        <Typography.Text type="secondary">　第{step.count}个工作日</Typography.Text>
      )}
      <div className="detail">{step.text}</div>
      <div>
        <Statute of={step.basis} />
      </div>
    </>
  )
}
