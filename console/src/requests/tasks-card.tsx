import { type RequestTaskView, type RequestView, requests } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useAct } from '../session/use-call.ts'
import { useMay, useSession } from '../session/use-session.ts'
import {
  Button,
  Card,
  Checkbox,
  DayField,
  dayText,
  ErrorNote,
  Flex,
  Input,
  momentText,
  Select,
  Tag,
  Typography,
} from '../ui/index.ts'
import type { DialogProps } from './use-on.ts'

/** 待办事项 of this case: what, who, by when, done. */
export function TasksCard({ file }: { file: RequestView }) {
  const [adding, setAdding] = useState(false)
  return (
    <Card
      title="待办事项"
      extra={
        <Gate permission="handle-request">
          <Button size="small" onClick={() => setAdding(true)}>
            添加待办
          </Button>
        </Gate>
      }
    >
      {file.tasks.length === 0 ? <Typography.Text type="secondary">没有待办事项。</Typography.Text> : null}
      <Flex vertical gap="small">
        {file.tasks.map((task) => (
          <TaskLine key={task.taskId} task={task} />
        ))}
      </Flex>
      {adding ? <TaskDialog file={file} onClose={() => setAdding(false)} /> : null}
    </Card>
  )
}

/** One task with its box to tick. */
export function TaskLine({ task, of }: { task: RequestTaskView; of?: React.ReactNode }) {
  const { data: me } = useSession()
  const may = useMay()
  const finish = useAct(requests.finishTask)
  const { requestId, taskId, what, staff, staffId, dueOn, madeBy, doneAt, doneBy } = task
  const late = doneAt === null && dueOn !== null && me !== undefined && dueOn < me.today
  return (
    <div className="task">
      <Checkbox
        checked={doneAt !== null}
        disabled={finish.isPending || (staffId !== me?.staffId && !may('handle-request'))}
        onChange={({ target }) =>
          finish.mutate({ params: { requestId, taskId }, body: { done: target.checked } })
        }
      >
        <span className={doneAt === null ? 'detail' : 'detail done'}>{what}</span>
      </Checkbox>
      <div className="task-facts">
        {of}
        {late ? <Tag color="error">已过期</Tag> : null}
        <Typography.Text type="secondary">
          {doneAt === null
            ? `${staff}办理${dueOn === null ? '' : `，${dayText(dueOn)}前`}（${madeBy}添加）`
            : `${momentText(doneAt)}由${doneBy ?? ''}办好`}
        </Typography.Text>
      </div>
      <ErrorNote error={finish.error} />
    </div>
  )
}

function TaskDialog({ file, onClose }: DialogProps) {
  return (
    <FormDialog
      title="添加待办"
      route={requests.addTask}
      input={{ params: { requestId: file.requestId } }}
      submit="添加"
      done="已添加待办"
      onDone={onClose}
      onClose={onClose}
      initial={{ staffId: file.handlerId }}
    >
      <Field name="what" extra="待办事项不影响答复期限，到期提醒办理的人。">
        <Input placeholder="如：核对图纸是否涉及第三方" />
      </Field>
      <Field name="staffId">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={file.colleagues.map(({ staffId, name }) => ({ value: staffId, label: name }))}
        />
      </Field>
      <Field name="dueOn">
        <DayField />
      </Field>
    </FormDialog>
  )
}
