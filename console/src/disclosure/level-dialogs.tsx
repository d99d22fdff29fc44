import { type DocumentFileView, disclosure, release } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Alert, Input } from '../ui/index.ts'
import { ProofField } from './proof-field.tsx'

type Props = Readonly<{ file: DocumentFileView; onClose: () => void }>

function useOn({ file, onClose }: Props) {
  const [version] = useState(file.version)
  return {
    input: { params: { documentId: file.documentId } },
    toBody: (values: Record<string, unknown>) => ({ ...values, version }),
    onDone: onClose,
    onClose,
  }
}

/** 初审、复审: the level that the document waits at, under the name that the organ gave it. */
export function PassLevelDialog(props: Props) {
  const level = props.file.levels.find(({ current }) => current)
  return (
    <FormDialog
      {...useOn(props)}
      title={level?.label ?? '审核'}
      route={release.passLevel}
      submit="审核通过"
      done="已经通过，转入下一级"
    >
      <Field name="opinion" extra="不同意的，请用“退回”并写明理由。">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
      {props.file.proofreading ? <ProofField /> : null}
    </FormDialog>
  )
}

/** 签发: for the content as it stands. */
export function ApproveDialog(props: Props) {
  return (
    <FormDialog {...useOn(props)} title="签发" route={disclosure.approve} submit="签发" done="已经签发">
      <Alert
        type="info"
        showIcon
        className="below"
        title="签发对应现在的内容；之后有任何改动，签发即失效。"
      />
      <Field name="opinion">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
      {props.file.proofreading ? <ProofField /> : null}
    </FormDialog>
  )
}
