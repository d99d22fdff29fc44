import { account, agencies, type SessionView } from '@mingfu/contract'
import { ActButton } from '../session/act-button.tsx'
import { useCall } from '../session/use-call.ts'
import { Card, type Column, Flex, momentText, QueryTable, Space, Tag, Typography } from '../ui/index.ts'
import { deviceText } from './device-text.ts'

const COLUMNS: readonly Column<SessionView>[] = [
  {
    title: '设备',
    cell: ({ userAgent, here }) => (
      <Space size="small" wrap>
        {deviceText(userAgent)}
        {here ? <Tag color="success">本机</Tag> : null}
      </Space>
    ),
  },
  { title: '来源地址', cell: ({ ip }) => ip ?? '—' },
  { title: '登录时间', cell: ({ signedInAt }) => momentText(signedInAt) },
  { title: '最近使用', cell: ({ lastSeenAt }) => momentText(lastSeenAt) },
]

/** 登录的设备, and the way to end all others. */
export function SessionsCard() {
  const sessions = useCall(account.sessions)
  const others = (sessions.data ?? []).filter(({ here }) => !here).length
  return (
    <Card title="登录的设备">
      <Flex vertical gap="middle" align="stretch">
        <QueryTable
          query={sessions}
          rows={sessions.data}
          columns={COLUMNS}
          rowKey={({ signedInAt, lastSeenAt }) => `${signedInAt} ${lastSeenAt}`}
          empty="没有登录的设备。"
        />
        <Typography.Text type="secondary">
          在公用的电脑上忘记退出，或者有不认识的设备时，可以使其他设备上的登录全部失效，并修改密码。
        </Typography.Text>
        <div>
          <ActButton
            route={agencies.signOutElsewhere}
            input={{}}
            disabled={others === 0}
            done="其他设备上的登录已经失效"
          >
            使其他登录失效
          </ActButton>
        </div>
      </Flex>
    </Card>
  )
}
