import { notifications, type SendOutcome } from '@mingfu/contract'
import { useState } from 'react'
import type { AnswerOf } from '../session/call.ts'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Checkbox, Form, Input, Radio } from '../ui/index.ts'
import { SendOutcomeNote } from './send-outcome-note.tsx'

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
        <Checkbox>用电子邮件提醒</Checkbox>
      </Form.Item>
      <Form.Item name="sms" valuePropName="checked">
        <Checkbox>用短信提醒</Checkbox>
      </Form.Item>
      <Form.Item
        name="staff"
        valuePropName="checked"
        extra="提醒工作人员催办、交接和督办；方式和免打扰时段由本人在“个人设置”中选择。"
      >
        <Checkbox>也提醒本机关工作人员</Checkbox>
      </Form.Item>
      <Field name="signature" extra="写在邮件末尾；不填的用机关名称。短信的签名由短信网关添加。">
        <Input />
      </Field>
    </FormDialog>
  )
}

/** 试发: what the carrier said stands in the dialog, whether it went well or not. */
export function TestDialog({ onClose }: { onClose: () => void }) {
  const [outcome, setOutcome] = useState<SendOutcome>()
  return (
    <FormDialog
      title="试发一条消息"
      route={notifications.test}
      initial={{ channel: 'mail' }}
      submit="发送"
      onDone={setOutcome}
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
      {outcome === undefined ? null : <SendOutcomeNote outcome={outcome} />}
    </FormDialog>
  )
}
