import { agencies } from '@mingfu/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useMatches } from '@tanstack/react-router'
import { useState } from 'react'
import { call, ProblemError } from '../session/call.ts'
import { ChangePasswordPage } from '../session/change-password-page.tsx'
import { SignInPage } from '../session/sign-in-page.tsx'
import { useMay, useSession } from '../session/use-session.ts'
import {
  Button,
  Drawer,
  Dropdown,
  ErrorNote,
  Flex,
  Grid,
  Layout,
  LogoutOutlined,
  Menu,
  MenuOutlined,
  Result,
  Spin,
  UserOutlined,
} from '../ui/index.ts'
import { AREAS } from './areas.ts'

/** The frame of every page: sign-in first, then navigation by area, a drawer on a phone. */
export function Shell() {
  const session = useSession()
  if (session.isPending) return <Spin fullscreen description="正在打开" />
  if (session.data === undefined) {
    const signedOut = session.error instanceof ProblemError && session.error.problem.status === 401
    return signedOut ? <SignInPage /> : <ErrorNote error={session.error} />
  }
  return <Frame />
}

function Frame() {
  const { data: me } = useSession()
  const wide = Grid.useBreakpoint().lg ?? true
  const [open, setOpen] = useState(false)
  return (
    <Layout className="frame">
      <Layout.Header className="head">
        {wide ? null : (
          <Button
            type="text"
            className="on-head"
            icon={<MenuOutlined />}
            aria-label="打开导航"
            onClick={() => setOpen(true)}
          />
        )}
        <Link to="/" className="head-title">
          <strong>明府</strong>
          <span>{me?.agency.shortName}</span>
        </Link>
        <UserMenu />
      </Layout.Header>
      <Layout>
        {wide ? (
          <Layout.Sider width={208} className="side">
            <Navigation />
          </Layout.Sider>
        ) : (
          <Drawer placement="left" size={260} open={open} onClose={() => setOpen(false)} title="导航">
            <Navigation onChoose={() => setOpen(false)} />
          </Drawer>
        )}
        <Layout.Content className="content">
          <main>{me?.mustChangePassword ? <ChangePasswordPage /> : <PermittedPage />}</main>
        </Layout.Content>
      </Layout>
    </Layout>
  )
}

/** The page, when this person may see it. */
function PermittedPage() {
  const may = useMay()
  const permission = useMatches().at(-1)?.staticData.permission ?? null
  if (permission !== null && !may(permission)) {
    return <Result status="403" title="您没有查看这一页的权限" subTitle="需要时请联系本机关系统管理员。" />
  }
  return <Outlet />
}

function Navigation({ onChoose }: { onChoose?: () => void }) {
  const may = useMay()
  const { pathname } = useLocation()
  const items = AREAS.flatMap(({ id, title, icon, pages }) => {
    const [first] = pages
    if (first === undefined || (first.permission !== null && !may(first.permission))) return []
    return [{ key: id, icon, label: <Link to={first.path}>{title}</Link> }]
  })
  const current = AREAS.find(
    ({ pages }) => pages[0]?.path !== '/' && pathname.startsWith(pages[0]?.path ?? '-'),
  )
  return (
    <nav aria-label="主导航">
      <Menu mode="inline" items={items} selectedKeys={[current?.id ?? 'home']} onClick={() => onChoose?.()} />
    </nav>
  )
}

function UserMenu() {
  const { data: me } = useSession()
  const queries = useQueryClient()
  const signOut = useMutation({
    mutationFn: () => call(agencies.signOut),
    onSettled: () => queries.clear(),
    onSuccess: () => window.location.assign('/console/'),
  })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'password', label: <Link to="/password">修改密码</Link> },
          { key: 'portal', label: <a href={`/${me?.agency.slug}/`}>查看门户</a> },
          { key: 'out', icon: <LogoutOutlined />, label: '退出登录', onClick: () => signOut.mutate() },
        ],
      }}
    >
      <Button type="text" className="on-head">
        <Flex gap={6} align="center">
          <UserOutlined />
          {me?.name}
        </Flex>
      </Button>
    </Dropdown>
  )
}
