import { SUBSCRIPTION_MAILS, subscriptions } from '@mingfu/contract'
import { useCall } from '../../session/use-call.ts'
import { Alert, Flex, momentText, PageHead, QueryTable, Tag, Typography } from '../../ui/index.ts'

/** 邮件订阅: how many follow a search or this organ by mail, and what went out; never to whom. */
export default function SubscriptionsPage() {
  const list = useCall(subscriptions.list)
  const data = list.data
  return (
    <>
      <PageHead
        title="邮件订阅"
        note="公众在门户检索结果和最新公开处订阅，每天上午八点发送新的信息。邮箱加密保存，工作人员看不到。"
      />
      <Flex vertical gap="small" className="below">
        {data?.configured === false ? (
          <Alert
            type="info"
            showIcon
            title="没有配置邮件发送服务，门户上只提供RSS订阅"
            description="由系统管理员在运行环境中设置 MINGFU_SMTP_URL 和 MINGFU_MAIL_FROM。"
          />
        ) : null}
        {data === undefined ? null : (
          <Typography.Text>
            有效订阅{data.active}项，等待确认{data.waiting}项。
          </Typography.Text>
        )}
      </Flex>
      <QueryTable
        query={list}
        rows={data?.mails}
        rowKey={({ sentAt, topicText }) => `${sentAt} ${topicText}`}
        empty="还没有发送过订阅邮件。"
        columns={[
          { title: '时间', cell: ({ sentAt }) => momentText(sentAt) },
          { title: '种类', cell: ({ occasion }) => SUBSCRIPTION_MAILS[occasion] },
          { title: '订阅的内容', cell: ({ topicText }) => topicText },
          { title: '信息', cell: ({ documents }) => (documents === 0 ? '—' : `${documents}条`) },
          {
            title: '回执',
            cell: ({ state, reference, error }) => (
              <Flex vertical>
                <span>
                  <Tag color={state === 'sent' ? 'success' : 'error'}>
                    {state === 'sent' ? '已发出' : '退回'}
                  </Tag>
                </span>
                <Typography.Text type="secondary" className="detail">
                  {error ?? reference}
                </Typography.Text>
              </Flex>
            ),
          },
        ]}
      />
    </>
  )
}
