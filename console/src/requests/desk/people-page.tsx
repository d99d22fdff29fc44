import { desk } from '@mingfu/contract'
import { useState } from 'react'
import { ActButton } from '../../session/act-button.tsx'
import type { AnswerOf } from '../../session/call.ts'
import { Field, FormDialog } from '../../session/contract-form.tsx'
import { Gate } from '../../session/gate.tsx'
import { useAct, useCall } from '../../session/use-call.ts'
import { useMay, useSession } from '../../session/use-session.ts'
import {
  Alert,
  Button,
  Card,
  DayField,
  dayText,
  ErrorNote,
  Flex,
  Form,
  Input,
  PageHead,
  QueryTable,
  Select,
} from '../../ui/index.ts'

type People = AnswerOf<typeof desk.absences>
type Absence = People['absences'][number]

/** 交接与代理: who is away and who stands in; and all of a person's cases going to another. */
export default function PeoplePage() {
  const query = useCall(desk.absences)
  const [adding, setAdding] = useState(false)
  const { data: me } = useSession()
  const may = useMay()
  const people = query.data?.people ?? []
  const nameOf = (staffId: string) => people.find((one) => one.staffId === staffId)?.name ?? ''
  return (
    <>
      <PageHead
        title="交接与代理"
        note="休假期间，代理人看到休假人经办的申请并接收其催办提醒；人员变动的，把在办申请整体交给接手人。"
        actions={
          <Gate permission="handle-request">
            <Button type="primary" onClick={() => setAdding(true)}>
              登记休假
            </Button>
          </Gate>
        }
      />
      <Flex vertical gap="large">
        <Card title="休假、出差和代理" className="flush">
          <QueryTable
            query={query}
            rows={query.data?.absences}
            rowKey={({ absenceId }) => absenceId}
            columns={[
              { title: '休假人', cell: ({ staffId }: Absence) => nameOf(staffId) },
              { title: '代理人', cell: ({ deputyId }) => nameOf(deputyId) },
              { title: '期间', cell: ({ fromOn, toOn }) => `${dayText(fromOn)}至${dayText(toOn)}` },
              { title: '登记人', cell: ({ recordedBy }) => recordedBy },
              {
                title: '操作',
                cell: ({ absenceId, staffId }) =>
                  staffId === me?.staffId || may('lead-office') ? (
                    <ActButton
                      size="small"
                      route={desk.cancelAbsence}
                      input={{ params: { absenceId } }}
                      confirm={{ title: '取消这项登记？' }}
                      done="已取消"
                    >
                      取消
                    </ActButton>
                  ) : null,
              },
            ]}
            empty="没有登记休假。"
          />
        </Card>
        <Gate permission="lead-office">
          <HandOverCard people={people} />
        </Gate>
      </Flex>
      {adding ? <AbsenceDialog people={people} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function optionsOf(people: People['people']) {
  return people
    .filter(({ mayHandle }) => mayHandle)
    .map(({ staffId, name }) => ({ value: staffId, label: name }))
}

function AbsenceDialog({ people, onClose }: Readonly<{ people: People['people']; onClose: () => void }>) {
  const { data: me } = useSession()
  const may = useMay()
  const options = optionsOf(people)
  return (
    <FormDialog
      title="登记休假"
      route={desk.recordAbsence}
      submit="登记"
      done="已登记"
      onDone={onClose}
      onClose={onClose}
      initial={{ staffId: me?.staffId, fromOn: me?.today }}
    >
      <Field name="staffId">
        <Select options={options} disabled={!may('lead-office')} />
      </Field>
      <Field name="fromOn">
        <DayField />
      </Field>
      <Field name="toOn">
        <DayField />
      </Field>
      <Field name="deputyId">
        <Select options={options} />
      </Field>
    </FormDialog>
  )
}

/** Shows which cases would move before any does. */
function HandOverCard({ people }: Readonly<{ people: People['people'] }>) {
  const [form] = Form.useForm()
  const [asked, setAsked] = useState<Readonly<{ fromId: string; toId: string; reason: string }>>()
  const preview = useAct(desk.handOver)
  const act = useAct(desk.handOver, {
    done: '已交接',
    onDone: () => {
      setAsked(undefined)
      form.resetFields()
    },
  })
  const options = optionsOf(people)
  const everyone = people.map(({ staffId, name }) => ({ value: staffId, label: name }))
  const required = [{ required: true, message: '请填写' }]
  return (
    <Card title="工作交接">
      <Form
        form={form}
        layout="vertical"
        onFinish={(values) => {
          setAsked(values)
          preview.mutate({ body: { ...values, preview: true } })
        }}
      >
        <Form.Item name="fromId" label="交出人" rules={required}>
          <Select options={everyone} className="filter" />
        </Form.Item>
        <Form.Item name="toId" label="接手人" rules={required}>
          <Select options={options} className="filter" />
        </Form.Item>
        <Form.Item name="reason" label="交接原因" rules={required}>
          <Input maxLength={200} placeholder="如：岗位调整" />
        </Form.Item>
        <Button htmlType="submit" loading={preview.isPending}>
          预览
        </Button>
      </Form>
      <ErrorNote error={preview.error ?? act.error} />
      {asked !== undefined && preview.data !== undefined ? (
        <Alert
          className="above"
          type="info"
          showIcon
          title={`将交接${preview.data.length}件：${preview.data.map(({ number }) => number).join('、')}`}
          action={
            preview.data.length === 0 ? null : (
              <Button
                type="primary"
                loading={act.isPending}
                onClick={() => act.mutate({ body: { ...asked, preview: false } })}
              >
                确认交接
              </Button>
            )
          }
        />
      ) : null}
    </Card>
  )
}
