import { type PublishingTaskView, publishing } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useCall } from '../session/use-call.ts'
import { Card, Flex, Tag, Typography } from '../ui/index.ts'

export const TASK_LEVELS = {
  overdue: ['error', '逾期'],
  urgent: ['warning', '紧急'],
  soon: ['processing', '临近'],
  note: ['default', '提示'],
} as const satisfies Record<PublishingTaskView['level'], readonly [string, string]>

const SHOWN = 8

/** 公开待办 of one's own department on the home page, worst first. */
export function PublishingTasksCard() {
  const tasks = (useCall(publishing.tasks).data ?? []).filter(({ mine }) => mine)
  if (tasks.length === 0) return null
  return (
    <Card title={`公开待办（${tasks.length}）`} extra={<Link to="/disclosure/tasks">全部</Link>}>
      <Flex vertical gap="small">
        {tasks.slice(0, SHOWN).map((task) => (
          <TaskLine key={`${task.path} ${task.text}`} task={task} />
        ))}
      </Flex>
    </Card>
  )
}

export function TaskLine({ task: { level, text, unit, path } }: { task: PublishingTaskView }) {
  const [to, search = ''] = path.split('?')
  const [color, word] = TASK_LEVELS[level]
  return (
    <Flex wrap gap="small" align="center">
      <Tag color={color}>{word}</Tag>
      <Link to={to ?? path} search={Object.fromEntries(new URLSearchParams(search))}>
        {text}
      </Link>
      {unit === null ? null : <Typography.Text type="secondary">{unit}</Typography.Text>}
    </Flex>
  )
}
