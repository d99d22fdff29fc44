import { Link, useLocation } from '@tanstack/react-router'
import { useMay } from '../session/use-session.ts'
import { Menu, type MenuProps } from '../ui/index.ts'
import type { Area, AreaPage } from './area.ts'
import { AREAS } from './areas.ts'

/** 主导航: areas, and below an area its pages when there is more than one to choose from. */
export function Navigation({ onChoose }: { onChoose?: () => void }) {
  const may = useMay()
  const { pathname } = useLocation()
  const offered = AREAS.map((area) => ({
    area,
    pages: area.pages.filter(
      (page, index) =>
        (index === 0 || page.menu === true) && (page.permission === null || may(page.permission)),
    ),
  }))
  const items = offered.flatMap(({ area, pages }): NonNullable<MenuProps['items']> => {
    const [only, second] = pages
    if (only === undefined) return []
    if (second === undefined)
      return [{ key: only.path, icon: area.icon, label: linkTo(only.path, area.title) }]
    return [
      {
        key: area.id,
        icon: area.icon,
        label: area.title,
        children: pages.map((page) => ({ key: page.path, label: linkTo(page.path, page.title) })),
      },
    ]
  })
  const here = placeOf(pathname, offered)
  return (
    <nav aria-label="主导航">
      <Menu
        mode="inline"
        items={items}
        selectedKeys={here ? [here.page.path] : []}
        defaultOpenKeys={here ? [here.area.id] : []}
        onClick={() => onChoose?.()}
      />
    </nav>
  )
}

function linkTo(path: string, title: string) {
  return <Link to={path}>{title}</Link>
}

type Offered = readonly Readonly<{ area: Area; pages: readonly AreaPage[] }>[]

/** The entry whose path the address begins with; the longest, so that the home page does not take them all. */
function placeOf(pathname: string, offered: Offered): Readonly<{ area: Area; page: AreaPage }> | undefined {
  return offered
    .flatMap(({ area, pages }) => pages.map((page) => ({ area, page })))
    .filter(({ page: { path } }) =>
      path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`),
    )
    .sort((a, b) => b.page.path.length - a.page.path.length)[0]
}
