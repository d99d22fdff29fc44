import { feedback } from '@mingfu/contract'
import { AgencyField } from '../oversight/agency-field.tsx'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { DayField, Input } from '../ui/index.ts'
import type { Props } from './answer-dialogs.tsx'
import { PublishedField } from './published-field.tsx'

/** 关联因建议而公开的信息. */
export function PublishedDialog({ item, onClose }: Props) {
  return (
    <FormDialog
      title="关联公开的信息"
      route={feedback.linkPublished}
      input={{ params: { feedbackId: item.feedbackId } }}
      toBody={({ documentId }) => ({ documentId, version: item.version })}
      done="已经关联"
      onDone={onClose}
      onClose={onClose}
    >
      <PublishedField name="documentId" extra="来信人查询时、“答复选登”中都会看到这条信息的链接。" />
    </FormDialog>
  )
}

/** 投诉举报立案督办. */
export function OrderDialog({ item, onClose }: Props) {
  return (
    <FormDialog
      title="督办下级机关"
      route={feedback.order}
      input={{ params: { feedbackId: item.feedbackId } }}
      initial={{ subject: item.title }}
      toBody={(values) => ({ ...values, version: item.version })}
      submit="发出督办单"
      done="督办单已经发出"
      onDone={onClose}
      onClose={onClose}
    >
      <AgencyField name="toAgencyId" />
      <Field name="subject" extra="督办单不写来信人的姓名和联系方式。">
        <Input />
      </Field>
      <Field name="demand">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
      <Field name="replyBy">
        <DayField />
      </Field>
    </FormDialog>
  )
}

/** 反映本机关问题的投诉举报. */
export function ProblemDialog({ item, onClose }: Props) {
  return (
    <FormDialog
      title="登记为本机关的问题"
      route={feedback.problem}
      input={{ params: { feedbackId: item.feedbackId } }}
      initial={{ subject: item.title }}
      toBody={({ subject }) => ({ subject, version: item.version })}
      submit="登记"
      done="已经登记到监督保障记录"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="subject" extra="登记到监督保障记录“存在的问题”，整改情况在那里填写，并进入年度报告。">
        <Input />
      </Field>
    </FormDialog>
  )
}
