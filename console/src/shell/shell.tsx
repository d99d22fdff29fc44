import type { Me } from '@mingfu/contract'
import { Link, Outlet, useMatches } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { ProblemError } from '../session/call.ts'
import { ExpiredPasswordPage, FirstPasswordPage } from '../session/password-card.tsx'
import { SessionLostDialog } from '../session/session-lost-dialog.tsx'
import { SignInPage } from '../session/sign-in-page.tsx'
import { useMay, useSession } from '../session/use-session.ts'
import { Button, Drawer, ErrorNote, Grid, Layout, MenuOutlined, Result, Spin } from '../ui/index.ts'
import { AREAS } from './areas.ts'
import { AreasContext } from './areas-context.ts'
import { Navigation } from './navigation.tsx'
import { UserMenu } from './user-menu.tsx'

/** The frame of every page: sign-in first, then navigation by area, a drawer on a phone. */
export function Shell() {
  const session = useSession()
  if (session.isPending) return <Spin fullscreen description="正在打开" />
  if (session.data?.first === 'code') return <SignInPage codeNeeded />
  if (session.data !== undefined) {
    return (
      <AreasContext value={AREAS}>
        <Frame />
      </AreasContext>
    )
  }
  const signedOut = session.error instanceof ProblemError && session.error.problem.status === 401
  return signedOut ? (
    <SignInPage />
  ) : (
    <main className="sign-in">
      <ErrorNote error={session.error} />
      <Button onClick={() => session.refetch()}>再试一次</Button>
    </main>
  )
}

function Frame() {
  const { data: me } = useSession()
  const wide = Grid.useBreakpoint().lg ?? true
  const [open, setOpen] = useState(false)
  const main = useMainOfPage()
  return (
    <Layout className="frame">
      <a className="skip" href="#main">
        跳到主要内容
      </a>
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
          <Layout.Sider width={216} className="side">
            <Navigation />
          </Layout.Sider>
        ) : (
          <Drawer placement="left" size={264} open={open} onClose={() => setOpen(false)} title="导航">
            <Navigation onChoose={() => setOpen(false)} />
          </Drawer>
        )}
        <Layout.Content className="content">
          <div id="main" ref={main} tabIndex={-1}>
            <FirstThings first={me?.first ?? null} />
          </div>
        </Layout.Content>
      </Layout>
      <SessionLostDialog />
    </Layout>
  )
}

/** What has to be done before anything else, or the page. */
function FirstThings({ first }: { first: Me['first'] }) {
  // Stays until the recovery codes were noted: the session is whole before that, and they are shown only once.
  const [settingUp, setSettingUp] = useState(false)
  if (first === 'second-factor' && !settingUp) setSettingUp(true)
  if (first === 'password') return <FirstPasswordPage />
  if (first === 'password-expired') return <ExpiredPasswordPage />
  if (!settingUp) return <PermittedPage />
  return (
    <Suspense fallback={<Spin description="正在打开" />}>
      <FirstSecondFactorPage onDone={() => setSettingUp(false)} />
    </Suspense>
  )
}

const FirstSecondFactorPage = lazy(() => import('../account/first-second-factor-page.tsx'))

/** The page, when this person may see it. */
function PermittedPage() {
  const may = useMay()
  const permission = useMatches().at(-1)?.staticData.permission ?? null
  if (permission !== null && !may(permission)) {
    return <Result status="403" title="您没有查看这一页的权限" subTitle="需要时请联系本机关系统管理员。" />
  }
  return <Outlet />
}

/** Names the window after the page, and moves the focus into a new page, so that a screen reader reads on there. */
function useMainOfPage() {
  const main = useRef<HTMLDivElement>(null)
  const last = useMatches().at(-1)
  const title = last?.staticData.title
  const pathname = last?.pathname
  const before = useRef(pathname)
  useEffect(() => {
    document.title = title === undefined ? '明府管理台' : `${title} · 明府管理台`
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname, title])
  return main
}
