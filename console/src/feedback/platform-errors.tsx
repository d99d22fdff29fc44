import { feedback } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useAct } from '../session/use-call.ts'
import { App, Button, DayField, ErrorNote, Input, Upload } from '../ui/index.ts'

/** 登记“我为政府网站找错”平台转来的一条留言. */
export function PlatformErrorDialog({ onClose }: { onClose: () => void }) {
  return (
    <FormDialog
      title="登记找错平台留言"
      route={feedback.recordPlatformError}
      submit="登记"
      done="已经登记，一个月内办结"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="originNumber">
        <Input />
      </Field>
      <Field name="title">
        <Input />
      </Field>
      <Field name="text">
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
      </Field>
      <Field name="page">
        <Input placeholder="https://" />
      </Field>
      <Field name="receivedOn" extra="办理期限自网民提交之日起算。">
        <DayField />
      </Field>
    </FormDialog>
  )
}

/** 导入平台导出的表格; what could not be taken is listed line by line. */
export function ImportErrorsButton() {
  const { modal } = App.useApp()
  const take = useAct(feedback.importPlatformErrors, {
    onDone: ({ taken, known, faults }) =>
      void modal.info({
        title: `登记${taken}条，${known}条已经登记过`,
        content: faults.map(({ where, message }) => <div key={where}>{`${where}：${message}`}</div>),
        okText: '知道了',
      }),
  })
  return (
    <>
      <Upload
        showUploadList={false}
        accept={(feedback.importPlatformErrors.files as readonly string[])
          .map((kind) => `.${kind}`)
          .join(',')}
        beforeUpload={(file) => {
          take.mutate({ body: {}, files: [{ field: 'file', file }] })
          return false
        }}
      >
        <Button loading={take.isPending}>导入找错平台表格</Button>
      </Upload>
      <ErrorNote error={take.error} />
    </>
  )
}
