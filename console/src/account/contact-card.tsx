import { account, REMINDER_LEVELS, type SendOutcome } from '@mingfu/contract'
import { useState } from 'react'
import { SendOutcomeNote } from '../notifications/send-outcome-note.tsx'
import type { AnswerOf } from '../session/call.ts'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useAct, useCall } from '../session/use-call.ts'
import { Alert, Button, Card, Checkbox, ErrorNote, Flex, Form, Input, Select, Spin } from '../ui/index.ts'

type Contact = AnswerOf<typeof account.contact>
type Channel = 'mail' | 'sms'

const LEVELS = Object.entries(REMINDER_LEVELS).map(([value, label]) => ({ value, label }))
const hours = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ value: from + at, label: `${from + at}时` }))

/** 提醒: where one is reached, by what, of what, and when not. */
export function ContactCard() {
  const contact = useCall(account.contact)
  return (
    <Card title="提醒">
      <ErrorNote error={contact.error} />
      {contact.isPending ? <Spin /> : null}
      {contact.data === undefined ? null : <ContactForm contact={contact.data} />}
    </Card>
  )
}

function ContactForm({ contact }: { contact: Contact }) {
  const { configured, ...mine } = contact
  const nothing = !configured.mail && !configured.sms
  return (
    <>
      {nothing ? (
        <Alert
          type="info"
          showIcon
          className="below"
          title="系统没有配置邮件、短信发送服务，提醒只显示在工作台；可以先填写联系方式。"
        />
      ) : null}
      <ContractForm route={account.saveContact} initial={mine} submit="保存" done="已保存">
        <div className="account-columns">
          <Field name="mail">
            <Input type="email" autoComplete="email" />
          </Field>
          <Field name="mobile">
            <Input inputMode="tel" autoComplete="tel" maxLength={11} />
          </Field>
        </div>
        <Form.Item
          label="提醒方式"
          extra="邮件和短信里只有编号和网址，没有申请内容。工作台里的提醒总是有的。"
        >
          <Flex gap="middle" wrap>
            <Form.Item name="byMail" valuePropName="checked" noStyle>
              <Checkbox>邮件{configured.mail ? '' : '（没有配置）'}</Checkbox>
            </Form.Item>
            <Form.Item name="bySms" valuePropName="checked" noStyle>
              <Checkbox>短信{configured.sms ? '' : '（没有配置）'}</Checkbox>
            </Form.Item>
          </Flex>
        </Form.Item>
        <Field name="leastLevel">
          <Select options={LEVELS} />
        </Field>
        <div className="account-columns">
          <Field name="quietFrom" extra="时段内的提醒等结束以后再发；不选的，按本机关的规定。">
            <Select allowClear placeholder="按本机关的规定" options={hours(0, 23)} />
          </Field>
          <Field name="quietTo">
            <Select allowClear placeholder="按本机关的规定" options={hours(0, 24)} />
          </Field>
        </div>
      </ContractForm>
      <TestButtons contact={contact} />
    </>
  )
}

/** 试发 to what is on file; the outcome is what the carrier said. */
function TestButtons({ contact: { mail, mobile, configured } }: { contact: Contact }) {
  const [outcome, setOutcome] = useState<SendOutcome>()
  const test = useAct(account.testMessage, { onDone: setOutcome })
  const offered: readonly (readonly [Channel, string, boolean])[] = [
    ['mail', '给我的邮箱试发', configured.mail && mail !== null],
    ['sms', '给我的手机试发', configured.sms && mobile !== null],
  ]
  if (!offered.some(([, , can]) => can)) return null
  return (
    <Flex vertical gap="middle" align="start" className="above">
      <Flex gap="small" wrap>
        {offered.map(([channel, label, can]) =>
          can ? (
            <Button
              key={channel}
              loading={test.isPending && test.variables?.body?.channel === channel}
              disabled={test.isPending}
              onClick={() => {
                setOutcome(undefined)
                test.mutate({ body: { channel } })
              }}
            >
              {label}
            </Button>
          ) : null,
        )}
      </Flex>
      <ErrorNote error={test.error} />
      {outcome === undefined ? null : <SendOutcomeNote outcome={outcome} />}
    </Flex>
  )
}
