import { NOTIFICATION_STATES, type NotificationView, notifications } from '@mingfu/contract'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Alert,
  Button,
  Flex,
  momentText,
  PageHead,
  QueryTable,
  Select,
  Tag,
  Typography,
  useFilters,
} from '../ui/index.ts'
import { SettingsDialog, TestDialog } from './dialogs.tsx'

const STATES = Object.entries(NOTIFICATION_STATES).map(([value, label]) => ({ value, label }))
const TO = [
  { value: 'applicants', label: '发给申请人' },
  { value: 'staff', label: '发给工作人员' },
]
const CHANNELS = { mail: '邮件', sms: '短信' } as const
const COLOURS = { waiting: 'default', sent: 'success', failed: 'error', 'not-sent': 'warning' } as const

/** 提醒记录: what was sent to applicants who wanted it, when, and with what result. */
export default function NotificationsPage() {
  const [filters, setFilters] = useFilters('state', 'to')
  const state = filters.state as keyof typeof NOTIFICATION_STATES | undefined
  const to = filters.to as 'applicants' | 'staff' | undefined
  const list = useCall(notifications.list, { query: { state, to } })
  const [dialog, setDialog] = useState<'settings' | 'test'>()
  const configured = list.data?.configured
  const missing = configured && (['mail', 'sms'] as const).filter((channel) => !configured[channel])
  return (
    <>
      <PageHead
        title="提醒记录"
        note="提醒选择了提醒的申请人，以及登记了邮箱、手机的工作人员；提醒里只有编号和网址。"
        actions={
          <Gate permission="manage-messages">
            <Flex gap="small" wrap>
              <Button onClick={() => setDialog('settings')}>提醒设置</Button>
              <Button onClick={() => setDialog('test')}>试发</Button>
            </Flex>
          </Gate>
        }
      />
      {missing !== undefined && missing.length > 0 ? (
        <Alert
          className="below"
          type="info"
          showIcon
          title={`没有配置${missing.map((channel) => CHANNELS[channel]).join('、')}发送服务，不会发出这类提醒`}
          description="由系统管理员在运行环境中设置：邮件为 MINGFU_SMTP_URL 和 MINGFU_MAIL_FROM，短信为 MINGFU_SMS_KIND、MINGFU_SMS_KEY 和 MINGFU_SMS_SECRET 等（见运行指南）。"
        />
      ) : null}
      <Flex gap="small" wrap className="below">
        <Select
          aria-label="发送结果"
          placeholder="全部结果"
          allowClear
          options={STATES}
          value={state}
          onChange={(value) => setFilters({ state: value })}
          style={{ minWidth: 200 }}
        />
        <Select
          aria-label="发给谁"
          placeholder="申请人和工作人员"
          allowClear
          options={TO}
          value={to}
          onChange={(value) => setFilters({ to: value })}
          style={{ minWidth: 200 }}
        />
      </Flex>
      <QueryTable
        query={list}
        rows={list.data?.notifications}
        rowKey={({ notificationId }) => notificationId}
        empty="没有提醒记录"
        columns={[
          { title: '时间', cell: ({ createdAt }) => momentText(createdAt) },
          { title: '编号', cell: ({ number }) => number ?? '—' },
          { title: '事由', cell: ({ occasion }) => occasion },
          { title: '发给', cell: Recipient },
          { title: '内容', cell: ({ body }) => <span className="detail">{body}</span> },
          { title: '结果', cell: Outcome },
          {
            title: '办理',
            cell: ({ notificationId, state: at }) =>
              at === 'failed' || at === 'not-sent' ? (
                <Gate permission="manage-messages">
                  <ActButton
                    route={notifications.resend}
                    input={{ params: { notificationId } }}
                    size="small"
                    done="已重新排队发送"
                  >
                    重发
                  </ActButton>
                </Gate>
              ) : null,
          },
        ]}
      />
      {dialog === 'settings' && list.data !== undefined ? (
        <SettingsDialog settings={list.data.settings} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'test' ? <TestDialog onClose={() => setDialog(undefined)} /> : null}
    </>
  )
}

function Recipient({ channel, to, staffName }: NotificationView) {
  return (
    <Flex vertical>
      {staffName === null ? null : <span>{staffName}</span>}
      <span>
        {CHANNELS[channel]} {to}
      </span>
    </Flex>
  )
}

function Outcome({ state, sentAt, attempts, reference, error }: NotificationView) {
  return (
    <Flex vertical>
      <span>
        <Tag color={COLOURS[state]}>{NOTIFICATION_STATES[state]}</Tag>
        {sentAt === null ? null : momentText(sentAt)}
      </span>
      {error === null ? null : (
        <Typography.Text type="secondary">
          {error}
          {attempts > 1 ? `（已试${attempts}次）` : ''}
        </Typography.Text>
      )}
      {reference === null ? null : (
        <Typography.Text type="secondary" className="detail">
          {reference}
        </Typography.Text>
      )}
    </Flex>
  )
}
