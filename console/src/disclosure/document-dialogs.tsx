import { type DocumentFileView, disclosure } from '@mingfu/contract'
import { DOCUMENT_RELATIONS, WITHDRAWAL_REASONS } from '@mingfu/law'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import { Alert, DayField, Input, Radio, Select } from '../ui/index.ts'
import { optionsOf, VALIDITY_OPTIONS } from './words.ts'

type Props = Readonly<{ file: DocumentFileView; onClose: () => void }>

/** What every dialog about a document sends along: which one, and the version its page showed when it opened. */
function useOn({ file, onClose }: Props) {
  const [version] = useState(file.version)
  return {
    input: { params: { documentId: file.documentId } },
    toBody: (values: Record<string, unknown>) => ({ ...values, version }),
    onDone: onClose,
    onClose,
  }
}

export function ReturnDialog(props: Props) {
  return (
    <FormDialog {...useOn(props)} title="退回拟稿人" route={disclosure.return} submit="退回" done="已经退回">
      <Field name="reason" extra="写明需要改正之处；已经作出的审查和签发随之失效。">
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} />
      </Field>
    </FormDialog>
  )
}

export function AnswerReferralDialog(props: Props) {
  return (
    <FormDialog
      {...useOn(props)}
      title="登记确定意见"
      route={disclosure.answerReferral}
      done="确定意见已经登记，审查继续进行"
    >
      <Field name="answer" extra="写明作出确定意见的机关、文号和内容。">
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
      </Field>
    </FormDialog>
  )
}

export function WithdrawDialog(props: Props) {
  return (
    <FormDialog {...useOn(props)} title="撤下" route={disclosure.withdraw} submit="撤下" done="已经撤下">
      <Alert
        type="warning"
        showIcon
        className="below"
        title="内容立即从门户移除；原地址保留，说明撤下的时间和原因类别。"
      />
      <Field name="reason" extra="公众能够看到原因类别。">
        <Radio.Group options={optionsOf(WITHDRAWAL_REASONS)} vertical />
      </Field>
      <Field name="note" extra="供内部备查，不公开。">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Field>
    </FormDialog>
  )
}

export function ChangeValidityDialog(props: Props) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="变更有效性"
      route={disclosure.changeValidity}
      done="有效性已经变更"
      initial={{ on: me?.today }}
    >
      <Field name="validity" extra="正文保留在原页面，标注有效性。">
        <Radio.Group options={VALIDITY_OPTIONS} />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
      <Field name="basis" extra="清理决定、废止文件的名称和文号。">
        <Input maxLength={200} />
      </Field>
    </FormDialog>
  )
}

/** 关联: the document at hand is the newer one, which repeals, amends, replaces or interprets another. */
export function RelateDialog({ file, onClose }: Props) {
  const { data: me } = useSession()
  const [text, setText] = useState('')
  const found = useCall(disclosure.list, { query: { title: text, limit: 20 } })
  const options = (found.data?.items ?? [])
    .filter(({ documentId }) => documentId !== file.documentId)
    .map(({ documentId, title, documentNumber }) => ({
      value: documentId,
      label: documentNumber === null ? title : `${title}（${documentNumber}）`,
    }))
  return (
    <FormDialog
      title="关联文件、解读"
      route={disclosure.relate}
      input={{ params: { documentId: file.documentId } }}
      initial={{ effectiveOn: file.content.effectiveOn ?? me?.today, kind: kindFor(file) }}
      done="已经关联，两个页面都会显示"
      onDone={onClose}
      onClose={onClose}
    >
      <Field
        name="kind"
        label="本件对另一件文件"
        extra="废止、代替、修改的，另一件文件的有效性在本件发布后随之变更。"
      >
        <Radio.Group
          options={Object.entries(DOCUMENT_RELATIONS).map(([value, { label }]) => ({ value, label }))}
        />
      </Field>
      <Field name="toId" extra="输入标题或者文号查找。">
        <Select
          showSearch={{ filterOption: false, onSearch: setText }}
          options={options}
          loading={found.isFetching}
          notFoundContent="没有找到，请换一个词"
        />
      </Field>
      <Field name="effectiveOn">
        <DayField />
      </Field>
    </FormDialog>
  )
}

function kindFor(file: DocumentFileView) {
  return file.content.kind === 'interpretation' ? 'interprets' : undefined
}
