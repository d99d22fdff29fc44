import { desk } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useCall } from '../../session/use-call.ts'
import { Card, Flex } from '../../ui/index.ts'
import { TaskLine } from '../tasks-card.tsx'
import '../requests.css'

/** 我的待办事项, of all cases. */
export function MyTasksCard() {
  const tasks = useCall(desk.tasks).data ?? []
  if (tasks.length === 0) return null
  return (
    <Card title="我的待办事项" extra={<Link to="/requests">申请办理</Link>}>
      <Flex vertical gap="small">
        {tasks.map((task) => (
          <TaskLine
            key={task.taskId}
            task={task}
            of={<Link to={`/requests/${task.requestId}`}>{task.number}</Link>}
          />
        ))}
      </Flex>
    </Card>
  )
}
