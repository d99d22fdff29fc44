import { release, type SiteChangeView } from '@mingfu/contract'
import { SITE_CHANGE, SITE_CHANGES } from '@mingfu/law'
import { useState } from 'react'
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
  Radio,
  Skeleton,
  Statute,
  Tag,
  Timeline,
  Typography,
} from '../ui/index.ts'
import { optionsOf } from './words.ts'

/** 网站变更: a new domain, name or code, or the end of a site, step by step. */
export default function SiteChangesPage() {
  const changes = useCall(release.siteChanges)
  const [planning, setPlanning] = useState(false)
  if (changes.error !== null) return <ErrorNote error={changes.error} />
  return (
    <>
      <PageHead
        title="网站变更"
        note={
          <>
            改域名、改名称、改标识码和关停网站，按清单逐步办理。
            <Statute of={SITE_CHANGE.basis} />
          </>
        }
        actions={
          <Gate permission="edit-guide">
            <Button type="primary" onClick={() => setPlanning(true)}>
              登记变更
            </Button>
          </Gate>
        }
      />
      {changes.data === undefined ? <Skeleton active /> : null}
      {changes.data?.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有网站变更。" />
      ) : null}
      <Flex vertical gap="middle">
        {changes.data?.map((change) => (
          <Change key={change.changeId} change={change} />
        ))}
      </Flex>
      {planning ? (
        <FormDialog
          title="登记网站变更"
          route={release.planSiteChange}
          done="已经登记，请按清单办理"
          onDone={() => setPlanning(false)}
          onClose={() => setPlanning(false)}
        >
          <Field name="kind">
            <Radio.Group options={optionsOf(SITE_CHANGES)} />
          </Field>
          <Field name="subject">
            <Input maxLength={200} />
          </Field>
          <Field name="plannedOn">
            <DayField />
          </Field>
          <Field name="reason">
            <Input maxLength={300} />
          </Field>
        </FormDialog>
      ) : null}
    </>
  )
}

function Change({ change }: { change: SiteChangeView }) {
  const { changeId, kind, subject, plannedOn, reason, doneOn, steps, overdue, version, createdBy } = change
  const [step, setStep] = useState<SiteChangeView['steps'][number]>()
  return (
    <Card title={`${SITE_CHANGES[kind]}：${subject}`}>
      <Typography.Paragraph>
        计划{dayText(plannedOn)}变更，{createdBy}登记，理由：{reason}　
        {doneOn === null ? null : <Tag color="success">{dayText(doneOn)}办结</Tag>}
        {overdue ? <Tag color="error">已到计划日期，还有没有办结的步骤</Tag> : null}
      </Typography.Paragraph>
      <Timeline
        items={steps.map((one) => ({
          key: one.step,
          color: one.done === null ? 'gray' : 'green',
          content: (
            <>
              {one.label}
              <br />
              {one.done === null ? (
                <Gate permission="edit-guide">
                  <Button size="small" onClick={() => setStep(one)}>
                    办结
                  </Button>
                </Gate>
              ) : (
                <Typography.Text type="secondary">
                  {dayText(one.done.on)}　{one.done.by}：{one.done.note}
                </Typography.Text>
              )}
            </>
          ),
        }))}
      />
      {step === undefined ? null : (
        <FormDialog
          title={step.label}
          route={release.finishSiteChangeStep}
          input={{ params: { changeId } }}
          toBody={(values) => ({ ...values, step: step.step, version })}
          submit="办结"
          done="已经办结"
          onDone={() => setStep(undefined)}
          onClose={() => setStep(undefined)}
        >
          <Field name="note" extra="写明受理号、公告的地址、办理的单位。">
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
          </Field>
        </FormDialog>
      )}
    </Card>
  )
}
