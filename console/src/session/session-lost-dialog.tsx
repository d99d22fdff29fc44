import { useQueryClient } from '@tanstack/react-query'
import { Modal, Typography } from '../ui/index.ts'
import { setSessionLost, useSessionLost } from './session-lost.ts'
import { SignInForm } from './sign-in-form.tsx'
import { SESSION, useSession } from './use-session.ts'

/** Signs in again over the page, so that what was typed into it stays. Somebody else begins anew. */
export function SessionLostDialog() {
  const lost = useSessionLost()
  const { data: before } = useSession()
  const queries = useQueryClient()
  return (
    <Modal open={lost} title="登录已经失效" footer={null} closable={false} width={420} destroyOnHidden>
      <Typography.Paragraph>
        长时间没有操作，或者已在其他设备上退出。重新登录后可以继续，页面上没有保存的内容还在。
      </Typography.Paragraph>
      <SignInForm
        onSignedIn={async (me) => {
          setSessionLost(false)
          if (me.staffId !== before?.staffId) return window.location.assign('/console/')
          queries.setQueryData(SESSION, me)
          await queries.invalidateQueries()
        }}
      />
    </Modal>
  )
}
