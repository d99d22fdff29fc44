import { type RequestView, requests, SIGN_OFF_STEP_WORDS } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { Button, Flex, Input, momentText, Tag } from '../ui/index.ts'
import { type DialogProps, useOn } from './use-on.ts'

/** 签发前的审核: the opinions given on this draft, and whose turn it is. */
export function SignOffPart({ file }: { file: RequestView }) {
  const [open, setOpen] = useState(false)
  const { next, signed } = file.signOff
  if (next === null && signed.length === 0) return null
  return (
    <Flex vertical gap={4}>
      {signed.map(({ step, opinion, actor, signedAt }) => (
        <div key={step} className="detail">
          <Tag color="success">{SIGN_OFF_STEP_WORDS[step]}</Tag>
          {actor}　{momentText(signedAt)}：{opinion}
        </div>
      ))}
      {next === null ? null : (
        <Flex gap="small" align="center">
          <Tag>等待{SIGN_OFF_STEP_WORDS[next]}</Tag>
          <Gate permission={next === 'review' ? 'review-decision' : 'lead-office'}>
            <Button size="small" type="primary" onClick={() => setOpen(true)}>
              提出审核意见
            </Button>
          </Gate>
        </Flex>
      )}
      {open && next !== null ? (
        <SignOffDialog file={file} step={next} onClose={() => setOpen(false)} />
      ) : null}
    </Flex>
  )
}

function SignOffDialog(props: DialogProps & Readonly<{ step: keyof typeof SIGN_OFF_STEP_WORDS }>) {
  const on = useOn(props)
  return (
    <FormDialog
      {...on}
      toBody={(values: Record<string, unknown>) => on.toBody({ ...values, step: props.step })}
      title={SIGN_OFF_STEP_WORDS[props.step]}
      route={requests.signOff}
      submit="同意"
      done="审核意见已经提出"
      initial={{ opinion: '同意' }}
    >
      <Field name="opinion" extra="不同意的，请用“退回修改”。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  )
}
