import { agencies } from '@mingfu/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../session/call.ts'
import { useSession } from '../session/use-session.ts'
import { Button, Dropdown, LogoutOutlined, UserOutlined } from '../ui/index.ts'

/** Who is signed in, and what they may do about it. */
export function UserMenu() {
  const { data: me } = useSession()
  const queries = useQueryClient()
  const signOut = useMutation({
    mutationFn: () => call(agencies.signOut),
    onSettled: (answer) => {
      queries.clear()
      // Out of the identity provider too, where the session came through it.
      window.location.assign(answer?.next ?? '/console/')
    },
  })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'account', label: <Link to="/account">个人设置</Link> },
          { key: 'portal', label: <a href={`/${me?.agency.slug}/`}>查看门户</a> },
          { type: 'divider' },
          { key: 'out', icon: <LogoutOutlined />, label: '退出登录', onClick: () => signOut.mutate() },
        ],
      }}
    >
      <Button type="text" className="on-head" icon={<UserOutlined />} loading={signOut.isPending}>
        {me?.name}
      </Button>
    </Dropdown>
  )
}
