import { Link, useLocation } from '@tanstack/react-router'
import { useContext } from 'react'
import { useMay } from '../session/use-session.ts'
import { Menu, type MenuProps } from '../ui/index.ts'
import { type Area, type AreaPage, offeredPages } from './area.ts'
import { AreasContext } from './areas-context.ts'

/** 主导航: areas, and below an area its pages when there is more than one to choose from. */
export function Navigation({ onChoose }: { onChoose?: () => void }) {
  const may = useMay()
  const { pathname } = useLocation()
  const offered = useContext(AreasContext).map((area) => ({ area, pages: offeredPages(area, may) }))
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
