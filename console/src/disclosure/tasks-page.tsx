import { publishing } from '@mingfu/contract'
import { ORGAN_CHANGES } from '@mingfu/law'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay, useSession } from '../session/use-session.ts'
import {
  Button,
  Card,
  type Column,
  DayField,
  dayText,
  ErrorNote,
  Flex,
  Input,
  PageHead,
  QueryTable,
  Radio,
  Select,
  Spin,
  useFilters,
} from '../ui/index.ts'
import { TaskLine } from './tasks-card.tsx'

/** 公开待办: everything that publishing owes, by unit; and where changes of the organ are entered that cause more of it. */
export default function TasksPage() {
  const tasks = useCall(publishing.tasks)
  const [{ unit }, setFilters] = useFilters('unit')
  const [open, setOpen] = useState<'change' | 'name'>()
  const may = useMay()
  const units = [...new Set((tasks.data ?? []).flatMap((task) => task.unit ?? []))]
  const shown = (tasks.data ?? []).filter((task) => unit === undefined || task.unit === unit)
  return (
    <>
      <PageHead
        title="公开待办"
        note="将到期和逾期的信息、缺项和超期的公开事项、待发布的解读、机构变动后待更新的页面。"
        actions={
          <>
            <Gate permission="draft-document">
              <Button onClick={() => setOpen('change')}>登记机构、领导变动</Button>
            </Gate>
            {may('manage-agency') ? <Button onClick={() => setOpen('name')}>登记曾用名</Button> : null}
          </>
        }
      />
      <Flex vertical gap="middle">
        {units.length === 0 ? null : (
          <Select
            className="unit-choice"
            allowClear
            aria-label="责任单位"
            placeholder="全部责任单位"
            value={unit}
            options={units.map((value) => ({ value, label: value }))}
            onChange={(value?: string) => setFilters({ unit: value })}
          />
        )}
        <Card>
          {tasks.error !== null ? (
            <ErrorNote error={tasks.error} />
          ) : tasks.data === undefined ? (
            <Spin />
          ) : shown.length === 0 ? (
            '没有待办事项。'
          ) : (
            <Flex vertical gap="middle">
              {shown.map((task) => (
                <TaskLine key={`${task.path} ${task.text}`} task={task} />
              ))}
            </Flex>
          )}
        </Card>
        <FormerNames />
      </Flex>
      {open === 'change' ? <ChangeDialog onClose={() => setOpen(undefined)} /> : null}
      {open === 'name' ? <NameDialog onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}

type Former = Readonly<{ name: string; shortName: string; usedUntil: string }>

const NAME_COLUMNS: readonly Column<Former>[] = [
  { title: '曾用名', cell: ({ name }) => name },
  { title: '简称', cell: ({ shortName }) => shortName || '—' },
  { title: '使用至', cell: ({ usedUntil }) => dayText(usedUntil) },
]

/** 曾用名: documents of the time are expected under the name of the time. */
function FormerNames() {
  const names = useCall(publishing.formerNames)
  if ((names.data ?? []).length === 0) return null
  return (
    <Card title="本机关曾用名">
      <QueryTable
        query={names}
        rows={names.data}
        rowKey={({ usedUntil }) => usedUntil}
        columns={NAME_COLUMNS}
        empty="没有曾用名。"
      />
    </Card>
  )
}

function ChangeDialog({ onClose }: { onClose: () => void }) {
  const { data: me } = useSession()
  return (
    <FormDialog
      title="登记机构、领导变动"
      route={publishing.recordChange}
      done="已经登记，应当更新的页面列入待办"
      initial={{ happenedOn: me?.today }}
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="kind" extra="自变动之日起5个工作日内更新公开指南、机构职能、领导信息。">
        <Radio.Group
          vertical
          options={Object.entries(ORGAN_CHANGES).map(([value, { label }]) => ({ value, label }))}
        />
      </Field>
      <Field name="happenedOn">
        <DayField />
      </Field>
      <Field name="note" extra="例如：副主任分工调整。">
        <Input maxLength={200} />
      </Field>
    </FormDialog>
  )
}

function NameDialog({ onClose }: { onClose: () => void }) {
  return (
    <FormDialog
      title="登记曾用名"
      route={publishing.saveFormerName}
      done="曾用名已经登记"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="name" extra="机构改革前的全称。">
        <Input maxLength={200} />
      </Field>
      <Field name="shortName">
        <Input maxLength={60} />
      </Field>
      <Field
        name="usedUntil"
        extra="使用这一名称的最后一天；成文日期在这一天以前的文件，发布机构写这一名称。"
      >
        <DayField />
      </Field>
    </FormDialog>
  )
}
