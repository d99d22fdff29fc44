import { agencies } from '@mingfu/contract'
import { Alert, Card, Form, Input, PageHead } from '../ui/index.ts'
import { ContractForm, Field } from './contract-form.tsx'

/** 修改初始密码, before anything else. */
export function FirstPasswordPage() {
  return (
    <>
      <PageHead title="修改初始密码" />
      <div className="narrow">
        <PasswordCard why="这是初始密码，请先改成自己的密码。" />
      </div>
    </>
  )
}

/** 修改到期的密码, before anything else. */
export function ExpiredPasswordPage() {
  return (
    <>
      <PageHead title="修改密码" />
      <div className="narrow">
        <PasswordCard why="密码使用的时间已经到期，请先修改。" />
      </div>
    </>
  )
}

/** 修改密码; `why` where it has to be done now. */
export function PasswordCard({ why }: { why?: string }) {
  return (
    <Card title="修改密码">
      {why === undefined ? null : <Alert type="info" showIcon title={why} className="below" />}
      <ContractForm
        // Written anew when it is done: no password stays in the fields.
        route={agencies.changePassword}
        submit="修改密码"
        done="密码已经修改，其他设备上的登录已经失效"
        toBody={({ current, next }) => ({ current, next })}
        clears
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
  )
}
