import { type OpinionCallLine, opinionCalls } from '@mingfu/contract'
import { OPINION_SUBJECTS } from '@mingfu/law'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Button,
  DayField,
  dayText,
  Input,
  LinkButton,
  PageHead,
  QueryTable,
  Select,
  Typography,
} from '../ui/index.ts'
import { CallStateTag } from './call-state-tag.tsx'
import { PublishedField } from './published-field.tsx'

/** 意见征集: drafts that are put out, their days, and what is owed. */
export default function OpinionCallsPage() {
  const calls = useCall(opinionCalls.list)
  const [opening, setOpening] = useState(false)
  const owed = calls.data?.filter(({ state }) => state === 'result-overdue').length ?? 0
  return (
    <>
      <PageHead
        title="意见征集"
        note={owed === 0 ? '截止后30日内公布采纳情况。' : `${owed}次征集没有按期公布采纳情况`}
        actions={
          <Gate permission="publish-document">
            <Button type="primary" onClick={() => setOpening(true)}>
              发起征集
            </Button>
          </Gate>
        }
      />
      <QueryTable
        query={calls}
        rows={calls.data}
        rowKey={({ callId }) => callId}
        empty="还没有征集意见。"
        columns={[
          { title: '征集', cell: Named },
          { title: '对象', cell: ({ subject }) => OPINION_SUBJECTS[subject].label },
          {
            title: '期限',
            cell: ({ opensOn, closesOn }) => `${dayText(opensOn)}至${dayText(closesOn)}`,
          },
          {
            title: '意见',
            cell: ({ opinions, weighed }) =>
              opinions === 0 ? '没有收到' : `${opinions}条，办理${weighed}条`,
          },
          {
            title: '情况',
            cell: ({ state, resultDueOn }) => (
              <>
                <CallStateTag state={state} />
                {state === 'awaiting-result' || state === 'result-overdue'
                  ? `应当在${dayText(resultDueOn)}前公布采纳情况`
                  : null}
              </>
            ),
          },
        ]}
      />
      {opening ? <OpenCallDialog onClose={() => setOpening(false)} /> : null}
    </>
  )
}

function Named({ callId, title, number }: OpinionCallLine) {
  return (
    <>
      <LinkButton type="link" size="small" to={`/feedback/opinion-calls/${callId}`}>
        {title}
      </LinkButton>
      <Typography.Text type="secondary">{number}</Typography.Text>
    </>
  )
}

function OpenCallDialog({ onClose }: { onClose: () => void }) {
  return (
    <FormDialog
      route={opinionCalls.open}
      title="发起征集"
      submit="发起"
      done="征集已经发起，到开始日期自动公布"
      onDone={onClose}
      onClose={onClose}
    >
      <PublishedField name="documentId" extra="征求意见稿先按发布程序审查、签发、发布，再在这里选择。" />
      <Field name="subject">
        <Select
          options={Object.entries(OPINION_SUBJECTS).map(([value, { label, least }]) => ({
            value,
            label: `${label}（一般不少于${least.amount}${least.unit === 'calendar-day' ? '日' : '个工作日'}）`,
          }))}
        />
      </Field>
      <Field name="title">
        <Input placeholder="关于《……（征求意见稿）》公开征求意见的公告" />
      </Field>
      <Field name="explanation">
        <Input.TextArea autoSize={{ minRows: 4 }} />
      </Field>
      <Field name="otherWays" extra="通信地址、电子邮箱、座谈会的时间地点。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="opensOn">
        <DayField />
      </Field>
      <Field name="closesOn">
        <DayField />
      </Field>
      <Field name="shortReason" extra="期限短于一般要求的才填写，随征集公布。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  )
}
