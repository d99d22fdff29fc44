import { agencies, type Me } from '@mingfu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, ErrorNote, Flex, Form, Input } from '../ui/index.ts'
import { call, keepCsrfToken } from './call.ts'
import { CodeForm } from './code-form.tsx'
import { useCall } from './use-call.ts'

type Credentials = { login: string; password: string }

/** 登录名 and 密码, and the code where the account has a second factor. */
export function SignInForm({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const [codeNeeded, setCodeNeeded] = useState(false)
  const signIn = useMutation({
    mutationFn: (body: Credentials) => call(agencies.signIn, { body }),
    onSuccess: (me) => {
      keepCsrfToken(me.csrfToken)
      if (me.first === 'code') setCodeNeeded(true)
      else onSignedIn(me)
    },
  })
  if (codeNeeded) return <CodeForm onEntered={onSignedIn} />
  return (
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
        <ProviderButton />
      </Flex>
    </Form>
  )
}

/** The way through 统一身份认证, where one is configured. */
function ProviderButton() {
  const options = useCall(agencies.signInOptions)
  const provider = options.data?.identityProvider ?? null
  if (provider === null) return null
  return (
    <Button size="large" block href="/console/sign-in/begin">
      经{provider}登录
    </Button>
  )
}
