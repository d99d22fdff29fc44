import { type RequestView, requests } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { type ComponentType, useState } from 'react'
import type { AnswerOf } from '../session/call.ts'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { Alert, Button, Card, Flex, Input, Radio, Tag, Typography } from '../ui/index.ts'
import { filledLines, LinesInput } from './lines-input.tsx'
import { type DialogProps, useOn } from './use-on.ts'

const WORDS = {
  related: ['关联', '关联'],
  'merged-into': ['并入', '并入本件的'],
  'split-from': ['由此拆分', '拆分出的'],
} as const

/** 关联、合并、拆分: what belongs to this case, by whom it was tied. */
export function LinksCard({ file }: { file: RequestView }) {
  const [open, setOpen] = useState<ComponentType<DialogProps>>()
  const Dialog = open
  return (
    <Card
      title="关联"
      extra={
        <Gate permission="handle-request">
          <Flex wrap gap="small">
            <Button size="small" onClick={() => setOpen(() => LinkDialog)}>
              关联、合并
            </Button>
            {file.state === 'registered' || file.state === 'under-review' ? (
              <Button size="small" onClick={() => setOpen(() => SplitDialog)}>
                拆分
              </Button>
            ) : null}
          </Flex>
        </Gate>
      }
    >
      {file.links.length === 0 ? <Typography.Text type="secondary">没有登记关联。</Typography.Text> : null}
      {file.links.map(({ otherId, number, kind, outward, note }) => (
        <div key={`${otherId}${kind}`} className="detail">
          <Tag>{WORDS[kind][outward ? 0 : 1]}</Tag>
          <Link to={`/requests/${otherId}`}>{number}</Link>　{note}
        </div>
      ))}
      {Dialog === undefined ? null : <Dialog file={file} onClose={() => setOpen(undefined)} />}
    </Card>
  )
}

function LinkDialog({ file, onClose }: DialogProps) {
  return (
    <FormDialog
      title="关联、合并"
      route={requests.link}
      input={{ params: { requestId: file.requestId } }}
      submit="确定"
      done="已关联"
      onDone={onClose}
      onClose={onClose}
      initial={{ kind: 'related' }}
    >
      <Field
        name="kind"
        extra="并入的，本件仍应当作出“其他处理（合并办理）”的决定并告知申请人；不同申请人的申请应当分别答复。"
      >
        <Radio.Group
          options={[
            { value: 'related', label: '只是关联' },
            { value: 'merged-into', label: '并入另一件（同一申请人重复提交）' },
          ]}
        />
      </Field>
      <Field name="otherNumber">
        <Input />
      </Field>
      <Field name="note">
        <Input />
      </Field>
    </FormDialog>
  )
}

/** The new query codes are shown this once, to be told to the applicant. */
function SplitDialog(props: DialogProps) {
  const [made, setMade] = useState<AnswerOf<typeof requests.split>>()
  const on = useOn(props)
  if (made !== undefined) {
    return (
      <FormDialog
        title="已经拆分"
        route={requests.note}
        input={{ params: { requestId: props.file.requestId } }}
        initial={{ body: `已将${made.map(({ number }) => number).join('、')}的编号和查询码告知申请人` }}
        submit="记入备注"
        onDone={props.onClose}
        onClose={props.onClose}
      >
        <Alert
          type="warning"
          showIcon
          className="below"
          title="查询码只显示这一次，请告知申请人"
          description={made.map(({ number, queryCode }) => (
            <div key={number} className="query-code">
              {number}　{queryCode}
            </div>
          ))}
        />
        <Field name="body">
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Field>
      </FormDialog>
    )
  }
  return (
    <FormDialog
      title="拆分（一事一申请）"
      route={requests.split}
      input={on.input}
      toBody={(values: Record<string, unknown>) => ({
        ...values,
        version: props.file.version,
        parts: filledLines(values.parts),
      })}
      submit="拆分"
      onDone={setMade}
      onClose={props.onClose}
    >
      <Alert
        type="info"
        showIcon
        className="below"
        title="本件保留原申请；每行一项，各成为一件新的申请，收到日期不变。收费和年度报告按拆分后的件数计。"
      />
      <Field name="parts">
        <LinesInput />
      </Field>
      <Field name="reason">
        <Input />
      </Field>
    </FormDialog>
  )
}
