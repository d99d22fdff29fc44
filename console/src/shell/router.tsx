import type { PermissionId } from '@mingfu/contract'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { ChangePasswordPage } from '../session/change-password-page.tsx'
import { Result } from '../ui/index.ts'
import { AREAS } from './areas.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => <Result status="404" title="没有这个页面" subTitle="请从左侧导航进入。" />,
})

const pages = AREAS.flatMap((area) =>
  area.pages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      staticData: { permission: page.permission },
      component: lazyRouteComponent(page.load),
    }),
  ),
)

const password = createRoute({ getParentRoute: () => root, path: '/password', component: ChangePasswordPage })

export const router = createRouter({
  routeTree: root.addChildren([...pages, password]),
  basepath: '/console',
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may see the page; the shell asks before it shows it. */
    permission?: PermissionId | null
  }
}
