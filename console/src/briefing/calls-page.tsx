import { type BriefingCallView, briefing } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Button,
  Card,
  DayField,
  dayText,
  Empty,
  ErrorNote,
  Flex,
  Input,
  PageHead,
  Select,
  Skeleton,
  Tag,
  Typography,
} from '../ui/index.ts'
import './briefing.css'
import { useUnitOptions } from './use-units.ts'

/** 约稿: what is asked for, until when, and which unit has answered. */
export default function CallsPage() {
  const calls = useCall(briefing.calls)
  const [asking, setAsking] = useState(false)
  if (calls.error !== null) return <ErrorNote error={calls.error} />
  return (
    <>
      <PageHead
        title="约稿"
        note="上级或者本级办公室需要的信息：主题、要求、截止日期和各单位报送情况。"
        actions={
          <Gate permission="edit-briefings">
            <Button type="primary" onClick={() => setAsking(true)}>
              发出约稿
            </Button>
          </Gate>
        }
      />
      {calls.data === undefined ? <Skeleton active /> : null}
      {calls.data?.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有约稿。" />
      ) : null}
      <Flex vertical gap="middle">
        {calls.data?.map((call) => (
          <Call key={call.callId} call={call} />
        ))}
      </Flex>
      {asking ? <AskDialog onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function Call({ call }: { call: BriefingCallView }) {
  const { callId, topic, fromOffice, requirements, issuedOn, dueOn, closedOn, units, overdue, version } = call
  const answered = units.filter(({ submitted }) => submitted > 0)
  const waiting = units.filter(({ submitted }) => submitted === 0)
  return (
    <Card
      title={topic}
      extra={
        closedOn === null ? (
          <Gate permission="edit-briefings">
            <ActButton
              size="small"
              route={briefing.closeCall}
              input={{ params: { callId }, body: { version } }}
              confirm={{ title: '结束约稿？', content: '结束后不能再选这次约稿报送。', okText: '结束' }}
              done="已经结束"
            >
              结束
            </ActButton>
          </Gate>
        ) : (
          <Tag>已结束</Tag>
        )
      }
    >
      <Typography.Paragraph>
        {fromOffice === '' ? '' : `${fromOffice}约稿，`}
        {dayText(issuedOn)}发出，{dayText(dueOn)}截止
        {overdue ? <Tag color="error">已过截止日期，还有单位没有报送</Tag> : null}
      </Typography.Paragraph>
      {requirements === '' ? null : <Typography.Paragraph>要求：{requirements}</Typography.Paragraph>}
      <Flex wrap gap={4}>
        {answered.map(({ unitId, name, submitted }) => (
          <Link key={unitId} to="/briefing" search={{ unitId }}>
            <Tag color="success">
              {name} {submitted}条
            </Tag>
          </Link>
        ))}
        {waiting.map(({ unitId, name }) => (
          <Tag key={unitId}>{name} 未报</Tag>
        ))}
      </Flex>
    </Card>
  )
}

function AskDialog({ onClose }: { onClose: () => void }) {
  const units = useUnitOptions()
  return (
    <FormDialog
      title="发出约稿"
      route={briefing.issueCall}
      submit="发出"
      done="约稿已经发出"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="topic">
        <Input maxLength={100} />
      </Field>
      <Field name="fromOffice" extra="上级机关约稿的，写明机关；本级约稿的不填。">
        <Input placeholder="南阳市人民政府办公室" />
      </Field>
      <Field name="requirements">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Field>
      <Field name="unitIds" extra="不选的，约全部单位。">
        <Select mode="multiple" options={units} />
      </Field>
      <Field name="dueOn">
        <DayField />
      </Field>
    </FormDialog>
  )
}
