import type { DocumentFileView } from '@mingfu/contract'
import { citationsText, URGENT_GATES, URGENT_WAITS, type UrgentGate } from '@mingfu/law'
import { Alert, Card, Flex, Tag, Typography } from '../ui/index.ts'

const GATES = Object.entries<UrgentGate>(URGENT_GATES)
const MADE_UP = GATES.filter(([, { waits }]) => waits !== 'never')
const NEVER = GATES.filter(([, { waits }]) => waits === 'never').map(([, { label }]) => label)

/** What holds it up, each in a sentence that says what to do. */
export function StopNotes({ title, sentences }: Readonly<{ title: string; sentences: readonly string[] }>) {
  if (sentences.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="below"
      title={title}
      description={
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      }
    />
  )
}

/** 逐项把关: what may be made up afterwards, and what not in any hurry. */
export function UrgentGates({ waits }: Pick<DocumentFileView, 'waits'>) {
  return (
    <Card title="可以后补的环节">
      <Flex vertical gap="small">
        {MADE_UP.map(([id, { label, waits: when, why, basis }]) => (
          <div key={id}>
            <Tag color={waits.some(({ gate }) => gate === id) ? 'warning' : 'default'}>
              {URGENT_WAITS[when]}
            </Tag>
            <strong>{label}</strong>　{why}
            <Typography.Text type="secondary">（{citationsText(basis)}）</Typography.Text>
          </div>
        ))}
        <Typography.Text type="secondary">不得后补：{NEVER.join('、')}。</Typography.Text>
      </Flex>
    </Card>
  )
}
