import { desk } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useAct, useCall } from '../../session/use-call.ts'
import { Button, Card, Flex, momentText, Tag, Typography } from '../../ui/index.ts'

const LEVELS = {
  overdue: ['error', '逾期'],
  urgent: ['warning', '紧急'],
  soon: ['processing', '临近'],
  note: ['default', '提示'],
} as const

/** 催办提醒 of this person; put aside when read, which changes nothing about the case. */
export function RemindersCard() {
  const reminders = useCall(desk.reminders).data ?? []
  const aside = useAct(desk.putAside)
  if (reminders.length === 0) return null
  const put = (reminderIds: string[]) => aside.mutate({ body: { reminderIds } })
  return (
    <Card
      title="催办提醒"
      extra={
        <Button size="small" onClick={() => put(reminders.map(({ reminderId }) => reminderId))}>
          全部知道了
        </Button>
      }
    >
      <Flex vertical gap="small">
        {reminders.map(({ reminderId, requestId, number, level, text, madeAt }) => (
          <Flex key={reminderId} wrap gap="small" align="center">
            <Tag color={LEVELS[level][0]}>{LEVELS[level][1]}</Tag>
            <Link to={`/requests/${requestId}`}>{number}</Link>
            <span className="detail">{text}</span>
            <Typography.Text type="secondary">{momentText(madeAt)}</Typography.Text>
            <Button size="small" type="link" onClick={() => put([reminderId])}>
              知道了
            </Button>
          </Flex>
        ))}
      </Flex>
    </Card>
  )
}
