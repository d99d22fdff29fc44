import { agencies } from '@mingfu/contract'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Card, Flex, Form, Input, PageHead, Typography } from '../ui/index.ts'
import { ActButton } from './act-button.tsx'
import { ContractForm, Field } from './contract-form.tsx'
import { useSession } from './use-session.ts'

/** 密码与登录; the password comes before anything else while it is the first one. */
export function ChangePasswordPage() {
  const { data: me } = useSession()
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={me?.mustChangePassword ? '修改初始密码' : '密码与登录'} />
      <Flex vertical gap="large" className="narrow">
        <Card title="修改密码">
          {me?.mustChangePassword ? (
            <Alert type="info" showIcon title="这是初始密码，请先改成自己的密码。" className="below" />
          ) : null}
          <ContractForm
            route={agencies.changePassword}
            submit="修改密码"
            done="密码已经修改，其他设备上的登录已经失效"
            onDone={() => navigate({ to: '/' })}
            toBody={({ current, next }) => ({ current, next })}
          >
            <Field name="current">
              <Input.Password autoComplete="current-password" />
            </Field>
            <Field name="next" extra="不少于10个字符，同时包含字母和数字，不含登录名">
              <Input.Password autoComplete="new-password" />
            </Field>
            <Form.Item
              name="again"
              label="再输入一次新密码"
              required
              dependencies={['next']}
              rules={[
                ({ getFieldValue }) => ({
                  validator: async (_, value) => {
                    if (value !== getFieldValue('next')) throw new Error('两次输入的新密码不一致')
                  },
                }),
              ]}
            >
              <Input.Password autoComplete="new-password" />
            </Form.Item>
          </ContractForm>
        </Card>
        {me?.mustChangePassword ? null : (
          <Card title="其他设备上的登录">
            <Typography.Paragraph>
              在公用的电脑上忘记退出，或者怀疑账户被他人使用时，可以使其他设备上的登录全部失效。
            </Typography.Paragraph>
            <ActButton route={agencies.signOutElsewhere} input={{}} done="其他设备上的登录已经失效">
              使其他登录失效
            </ActButton>
          </Card>
        )}
      </Flex>
    </>
  )
}
