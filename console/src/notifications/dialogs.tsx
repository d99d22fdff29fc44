import { notifications } from '@mingfu/contract'
import type { AnswerOf } from '../session/call.ts'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Checkbox, Form, Input, Radio } from '../ui/index.ts'

type Settings = AnswerOf<typeof notifications.list>['settings']

/** 提醒设置 of the agency, over what the installation has configured. */
export function SettingsDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  return (
    <FormDialog
      title="提醒设置"
      route={notifications.saveSettings}
      initial={settings}
      done="已保存"
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item name="mail" valuePropName="checked">
        <Checkbox>用电子邮件提醒申请人</Checkbox>
      </Form.Item>
      <Form.Item name="sms" valuePropName="checked">
        <Checkbox>用短信提醒申请人</Checkbox>
      </Form.Item>
      <Field name="signature" extra="写在邮件末尾；不填的用机关名称。短信的签名由短信网关添加。">
        <Input />
      </Field>
    </FormDialog>
  )
}

export function TestDialog({ onClose }: { onClose: () => void }) {
  return (
    <FormDialog
      title="试发一条消息"
      route={notifications.test}
      initial={{ channel: 'mail' }}
      submit="发送"
      done="已排队发送，结果见提醒记录"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="channel">
        <Radio.Group
          options={[
            { value: 'mail', label: '邮件' },
            { value: 'sms', label: '短信' },
          ]}
        />
      </Field>
      <Field name="to">
        <Input />
      </Field>
    </FormDialog>
  )
}
