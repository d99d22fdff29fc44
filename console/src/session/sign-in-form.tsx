import { agencies, type Me } from '@mingfu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, ErrorNote, Flex, Form, Input } from '../ui/index.ts'
import { call, keepCsrfToken } from './call.ts'
import { CodeForm } from './code-form.tsx'

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
      </Flex>
    </Form>
  )
}
