import type { Me } from '@mingfu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Card, Typography } from '../ui/index.ts'
import { CodeForm } from './code-form.tsx'
import { IdentityOutcome } from './identity-outcome.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { SESSION } from './use-session.ts'

/** 登录; with `codeNeeded` where the password was right before the page was loaded. */
export function SignInPage({ codeNeeded = false }: { codeNeeded?: boolean }) {
  const queries = useQueryClient()
  const begin = (me: Me) => {
    // Nothing that somebody else had read before on this machine.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] })
    queries.setQueryData(SESSION, me)
  }
  return (
    <main className="sign-in">
      <div className="sign-in-head">
        <Typography.Title level={1} className="brand">
          明府
        </Typography.Title>
        <Typography.Text>政府信息公开平台　管理台</Typography.Text>
      </div>
      <Card className="sign-in-card">
        <IdentityOutcome />
        {codeNeeded ? <CodeForm onEntered={begin} /> : <SignInForm onSignedIn={begin} />}
      </Card>
      <Typography.Text type="secondary" className="sign-in-note">
        连续五次密码或者动态口令不正确，账户锁定十五分钟。忘记密码请联系本机关系统管理员；丢失手机和恢复码请联系安全管理员。
      </Typography.Text>
    </main>
  )
}
