import type { PermissionId } from '@mingfu/contract'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Alert, Button, Result, Spin } from '../ui/index.ts'
import { AREAS } from './areas.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => <Result status="404" title="没有这个页面" subTitle="请从导航进入。" />,
})

const pages = AREAS.flatMap((area) =>
  area.pages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      staticData: { permission: page.permission, title: page.title },
      component: lazyRouteComponent(page.load),
    }),
  ),
)

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  staticData: { title: '个人设置' },
  component: lazyRouteComponent(() => import('../account/account-page.tsx')),
})

export const router = createRouter({
  routeTree: root.addChildren([...pages, account]),
  basepath: '/console',
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Spin description="正在打开" />,
  defaultErrorComponent: PageFault,
})

/** A page that broke: mostly a new version of the program, whose parts have other names. */
function PageFault() {
  return (
    <Alert
      type="error"
      showIcon
      title="页面没有能够打开"
      description="系统可能刚刚更新。请刷新页面；仍有问题请联系系统管理员。"
      action={<Button onClick={() => window.location.reload()}>刷新页面</Button>}
    />
  )
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may see the page; the shell asks before it shows it. */
    permission?: PermissionId | null
    title?: string
  }
}
