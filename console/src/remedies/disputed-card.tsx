import type { DisputeCaseView } from '@mingfu/contract'
import { REQUEST_STATES, type RequestState } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { Alert, Card, Descriptions, dayText, Flex, Tag } from '../ui/index.ts'

/** 所争议的决定, and whether it is being answered again. */
export function DisputedCard({ file: { request } }: { file: DisputeCaseView }) {
  if (request === null) return null
  const { requestId, number, state, outcomeLabel, documentNumber, decidedOn, servedOn } = request
  const items = [
    ['处理决定', outcomeLabel ?? '没有作出'],
    ['文号', documentNumber ?? ''],
    ['作出日期', decidedOn === null ? '' : dayText(decidedOn)],
    ['送达日期', servedOn === null ? '' : dayText(servedOn)],
  ] as const
  return (
    <Card title="所争议的申请">
      <Flex vertical gap="middle">
        <Flex wrap gap="small">
          <Link to={`/requests/${requestId}`}>{number}</Link>
          <Tag>{REQUEST_STATES[state as RequestState].label}</Tag>
        </Flex>
        <Descriptions
          column={1}
          size="small"
          items={items
            .filter(([, text]) => text !== '')
            .map(([label, text]) => ({ key: label, label, children: text }))}
        />
        {request.timesOrderedAgain === 0 ? null : (
          <Alert
            type="info"
            showIcon
            title={`已责令重新答复${request.timesOrderedAgain}次`}
            description={
              request.dueOn === null
                ? undefined
                : `重新答复的期限：${dayText(request.dueOn)}。重新答复不计为新收申请。`
            }
          />
        )}
      </Flex>
    </Card>
  )
}
