import { agencies } from '@mingfu/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Card, ErrorNote, Flex, Form, Input, Typography } from '../ui/index.ts'
import { call, keepCsrfToken } from './call.ts'
import { SESSION } from './use-session.ts'

/** 登录. */
export function SignInPage() {
  const queries = useQueryClient()
  const signIn = useMutation({
    mutationFn: (body: { login: string; password: string }) => call(agencies.signIn, { body }),
    onSuccess: (me) => {
      keepCsrfToken(me.csrfToken)
      queries.clear()
      queries.setQueryData(SESSION, me)
    },
  })
  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <Typography.Title level={1} className="brand">
          明府
        </Typography.Title>
        <Typography.Paragraph type="secondary">政府信息公开平台　工作人员登录</Typography.Paragraph>
        <Form layout="vertical" requiredMark={false} onFinish={signIn.mutate}>
          <Form.Item name="login" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
            <Input autoComplete="username" autoFocus size="large" />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Flex vertical gap="middle">
            <ErrorNote error={signIn.error} />
            <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
              登录
            </Button>
          </Flex>
        </Form>
      </Card>
      <Typography.Text type="secondary">
        连续五次密码不正确，账户锁定十五分钟。忘记密码请联系系统管理员。
      </Typography.Text>
    </main>
  )
}
