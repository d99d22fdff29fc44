import { agencies } from '@mingfu/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Card, ErrorNote, Flex, Form, Input, PageHead } from '../ui/index.ts'
import { call } from './call.ts'
import { showFieldProblems } from './form-problem.ts'
import { SESSION, useSession } from './use-session.ts'

/** 修改密码; forced before anything else while the first password stands. */
export function ChangePasswordPage() {
  const { data: me } = useSession()
  const [form] = Form.useForm()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const change = useMutation({
    mutationFn: ({ current, next }: { current: string; next: string }) =>
      call(agencies.changePassword, { body: { current, next } }),
    onError: (error) => showFieldProblems(form, error),
    onSuccess: async () => {
      message.success('密码已经修改，其他设备上的登录已经失效')
      await queries.invalidateQueries({ queryKey: SESSION })
      await navigate({ to: '/' })
    },
  })
  return (
    <>
      <PageHead title="修改密码" />
      <Card className="narrow">
        <Form form={form} layout="vertical" requiredMark={false} onFinish={change.mutate}>
          {me?.mustChangePassword ? (
            <Alert type="info" showIcon title="这是初始密码，请先改成自己的密码。" className="below" />
          ) : null}
          <Form.Item
            name="current"
            label="现在的密码"
            rules={[{ required: true, message: '请填写现在的密码' }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="next"
            label="新密码"
            extra="不少于10个字符，同时包含字母和数字，不含登录名"
            rules={[
              { required: true, message: '请填写新密码' },
              { min: 10, message: '新密码不少于10个字符' },
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label="再输入一次新密码"
            dependencies={['next']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === getFieldValue('next')
                    ? Promise.resolve()
                    : Promise.reject(new Error('两次输入的新密码不一致')),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Flex vertical gap="middle">
            <ErrorNote error={change.error} />
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              修改密码
            </Button>
          </Flex>
        </Form>
      </Card>
    </>
  )
}
