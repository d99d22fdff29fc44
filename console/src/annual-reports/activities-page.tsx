import { type ActivityView, oversight } from '@mingfu/contract'
import { ACTIVITY_KINDS } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import {
  Alert,
  Button,
  dayText,
  Flex,
  Input,
  PageHead,
  QueryTable,
  Select,
  Tag,
  Typography,
  useFilters,
} from '../ui/index.ts'
import { ActivityDialog, KIND_OPTIONS } from './activity-dialog.tsx'

type Dialog = Readonly<{ kind: 'record' } | { kind: 'amend' | 'withdraw'; activity: ActivityView }>

/** 监督保障记录: training, inspection, assessment and problems, written down through the year for the report. */
export default function ActivitiesPage() {
  const thisYear = Number((useSession().data?.today ?? '').slice(0, 4)) || new Date().getFullYear()
  const [{ year = String(thisYear), kind }, setFilters] = useFilters('year', 'kind')
  const records = useCall(oversight.listActivities, { query: { year } })
  const [dialog, setDialog] = useState<Dialog>()
  const close = () => setDialog(undefined)
  const rows = records.data?.activities.filter((activity) => kind === undefined || activity.kind === kind)
  const carried = records.data?.carried ?? []
  return (
    <>
      <PageHead
        title="监督保障记录"
        note="培训、宣传、检查、考核、评议、追责和发现的问题随时登记，编制年度报告时据此起草第一、五部分。"
        back={<Link to="/annual-reports">年度报告</Link>}
        actions={
          <Gate permission="record-activity">
            <Button type="primary" onClick={() => setDialog({ kind: 'record' })}>
              登记
            </Button>
          </Gate>
        }
      />
      <Flex gap="small" wrap className="below">
        <Select
          aria-label="年度"
          value={year}
          onChange={(value) => setFilters({ year: value })}
          options={Array.from({ length: 6 }, (_, back) => String(thisYear - back)).map((value) => ({
            value,
            label: `${value}年`,
          }))}
        />
        <Select
          aria-label="类别"
          allowClear
          placeholder="全部类别"
          className="kind-filter"
          value={kind ?? null}
          onChange={(value) => setFilters({ kind: value ?? undefined })}
          options={KIND_OPTIONS}
        />
      </Flex>
      {carried.length > 0 ? (
        <Alert
          className="below"
          type="warning"
          title={`以前年度有${carried.length}个问题在${year}年初还没有整改完，年度报告应当写明改进情况`}
          description={
            <ul>
              {carried.map((problem) => (
                <li key={problem.activityId}>
                  {problem.title}
                  {problem.resolvedOn === null
                    ? '（还没有登记整改完成）'
                    : `（${dayText(problem.resolvedOn)}整改完成）`}
                  <Gate permission="record-activity">
                    <Button
                      size="small"
                      type="link"
                      onClick={() => setDialog({ kind: 'amend', activity: problem })}
                    >
                      登记整改
                    </Button>
                  </Gate>
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      <QueryTable
        query={records}
        rows={rows}
        rowKey={({ activityId }) => activityId}
        empty={`${year}年还没有登记。开展培训、检查、考核或者发现问题后登记在这里。`}
        columns={[
          { title: '主题', cell: Subject },
          { title: '类别', cell: ({ kind: own }) => <Tag>{ACTIVITY_KINDS[own].label}</Tag> },
          { title: '日期', cell: ({ heldOn }) => dayText(heldOn) },
          { title: '参加人数', align: 'right', cell: ({ participants }) => participants ?? '—' },
          {
            title: '办理',
            cell: (activity) => (
              <Gate permission="record-activity">
                <Flex gap="small" wrap>
                  <Button size="small" onClick={() => setDialog({ kind: 'amend', activity })}>
                    {activity.kind === 'problem' ? '整改、更正' : '更正'}
                  </Button>
                  <Button size="small" danger onClick={() => setDialog({ kind: 'withdraw', activity })}>
                    撤销
                  </Button>
                </Flex>
              </Gate>
            ),
          },
        ]}
      />
      {dialog?.kind === 'record' ? <ActivityDialog onClose={close} /> : null}
      {dialog?.kind === 'amend' ? <ActivityDialog activity={dialog.activity} onClose={close} /> : null}
      {dialog?.kind === 'withdraw' ? (
        <FormDialog
          route={oversight.withdrawActivity}
          input={{ params: { activityId: dialog.activity.activityId } }}
          title={`撤销“${dialog.activity.title}”`}
          submit="撤销"
          done="记录已经撤销"
          onDone={close}
          onClose={close}
        >
          <Typography.Paragraph>撤销后不再计入年度报告，登记过的内容保留在审计日志里。</Typography.Paragraph>
          <Field name="reason">
            <Input />
          </Field>
        </FormDialog>
      ) : null}
    </>
  )
}

function Subject({ title, detail, kind, remedy, resolvedOn }: ActivityView) {
  return (
    <Flex vertical>
      <span>{title}</span>
      {detail === '' ? null : <Typography.Text type="secondary">{detail}</Typography.Text>}
      {kind === 'problem' ? (
        <Typography.Text type={resolvedOn === null ? 'warning' : 'secondary'}>
          {resolvedOn === null ? '未整改完' : `${dayText(resolvedOn)}整改完成`}
          {remedy === '' ? '' : `：${remedy}`}
        </Typography.Text>
      ) : null}
    </Flex>
  )
}
