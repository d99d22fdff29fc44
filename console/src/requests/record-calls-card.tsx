import { type RecordCallView, type RequestView, requests } from '@mingfu/contract'
import { type ComponentType, useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useSession } from '../session/use-session.ts'
import { Button, Card, DayField, Descriptions, dayText, Flex, Input, Tag, Typography } from '../ui/index.ts'
import { type ChosenFile, FileChoice } from './file-choice.tsx'
import { filledLines, LinesInput } from './lines-input.tsx'
import type { DialogProps } from './use-on.ts'

type OnCall = DialogProps & Readonly<{ call: RecordCallView }>

/** 协办: which units were asked to search, by when, and what they answered. */
export function RecordCallsCard({ file }: { file: RequestView }) {
  const [asking, setAsking] = useState(false)
  const [open, setOpen] = useState<Readonly<{ Dialog: ComponentType<OnCall>; call: RecordCallView }>>()
  const { data: me } = useSession()
  return (
    <Card
      title="协办"
      extra={
        <Gate permission="handle-request">
          <Button size="small" onClick={() => setAsking(true)}>
            发协办函
          </Button>
        </Gate>
      }
    >
      {file.calls.length === 0 ? (
        <Typography.Text type="secondary">没有请其他单位检索或者提出意见。</Typography.Text>
      ) : null}
      {file.calls.map((call) => (
        <div key={call.callId} className="case-part">
          <Descriptions column={1} size="small" title={call.unit} items={itemsOf(call)} />
          {call.answeredOn === null ? (
            <Flex wrap gap="small" align="center">
              {me !== undefined && me.today > call.respondBy ? <Tag color="error">逾期未答复</Tag> : null}
              <Gate permission="handle-request">
                <Button size="small" onClick={() => setOpen({ Dialog: AnswerCallDialog, call })}>
                  收到答复
                </Button>
                <Button size="small" onClick={() => setOpen({ Dialog: ChaseCallDialog, call })}>
                  催办
                </Button>
              </Gate>
            </Flex>
          ) : null}
        </div>
      ))}
      {asking ? <CallDialog file={file} onClose={() => setAsking(false)} /> : null}
      {open === undefined ? null : (
        <open.Dialog file={file} call={open.call} onClose={() => setOpen(undefined)} />
      )}
    </Card>
  )
}

function itemsOf({
  information,
  keywords,
  places,
  sentOn,
  respondBy,
  chasedOn,
  answeredOn,
  answer,
}: RecordCallView) {
  const items = [
    ['所涉信息', information],
    ['检索范围、用词', `${places.join('、')}；${keywords.join('、')}`],
    ['发出、期限', `${dayText(sentOn)}发出，${dayText(respondBy)}前答复`],
    ['催办', chasedOn.length === 0 ? '' : chasedOn.map(dayText).join('、')],
    ['答复', answeredOn === null ? '' : `${dayText(answeredOn)}：${answer ?? ''}`],
  ] as const
  return items.flatMap(([label, children]) => (children === '' ? [] : [{ key: label, label, children }]))
}

function CallDialog({ file, onClose }: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      title="发协办函"
      route={requests.callForRecords}
      input={{ params: { requestId: file.requestId } }}
      submit="生成协办函"
      done="协办函已经生成"
      onDone={onClose}
      onClose={onClose}
      initial={{ on: me?.today, information: file.asked }}
      toBody={(values) => ({
        ...values,
        places: filledLines(values.places),
        keywords: filledLines(values.keywords),
      })}
    >
      <Field name="unit">
        <Input placeholder="内设机构、所属单位或者其他单位" />
      </Field>
      <Field name="information" extra="协办函不透露申请人。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="places">
        <LinesInput minRows={2} />
      </Field>
      <Field name="keywords" extra="同时写明同义词、规范名称和相关文号。">
        <LinesInput minRows={2} />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
      <Field name="respondBy" extra={`本件申请的答复期限：${dayText(file.clock.dueOn)}；协办不中止计算。`}>
        <DayField />
      </Field>
    </FormDialog>
  )
}

function ChaseCallDialog({ file, call, onClose }: OnCall) {
  return (
    <FormDialog
      title={`催办${call.unit}`}
      route={requests.chaseCall}
      input={{ params: { requestId: file.requestId, callId: call.callId } }}
      submit="登记催办"
      done="已登记催办"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="how">
        <Input placeholder="如：电话催办，接听人某某" />
      </Field>
    </FormDialog>
  )
}

function AnswerCallDialog({ file, call, onClose }: OnCall) {
  const { data: me } = useSession()
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  return (
    <FormDialog
      title={`登记${call.unit}的答复`}
      route={requests.answerCall}
      input={{ params: { requestId: file.requestId, callId: call.callId }, files }}
      submit="登记"
      done="答复已经登记，检索情况列入检索记录"
      onDone={onClose}
      onClose={onClose}
      initial={{ on: me?.today, systems: call.places }}
      toBody={(values) => ({ ...values, systems: filledLines(values.systems) })}
    >
      <Field name="on">
        <DayField />
      </Field>
      <Field name="answer">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="systems">
        <LinesInput minRows={2} />
      </Field>
      <Field name="period">
        <Input placeholder="如：2019年1月至今" />
      </Field>
      <Field name="searchedBy">
        <Input />
      </Field>
      <FileChoice label="添加书面答复" files={files} onChange={setFiles} />
    </FormDialog>
  )
}
