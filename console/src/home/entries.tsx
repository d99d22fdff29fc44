import { Link } from '@tanstack/react-router'
import { useContext } from 'react'
import { useMay } from '../session/use-session.ts'
import { offeredPages } from '../shell/area.ts'
import { AreasContext } from '../shell/areas-context.ts'
import { Card } from '../ui/index.ts'

/** 常用入口: every page that this person may open from the navigation, by area. */
export function Entries() {
  const may = useMay()
  const offered = useContext(AreasContext).flatMap((area) => {
    const pages = offeredPages(area, may).filter(({ path }) => path !== '/')
    return pages.length === 0 ? [] : [{ ...area, pages }]
  })
  return (
    <section aria-labelledby="entries">
      <h2 id="entries" className="section-head">
        常用入口
      </h2>
      <div className="entries">
        {offered.map(({ id, title, icon, pages }) => (
          <Card
            key={id}
            size="small"
            title={
              <>
                {icon}　{title}
              </>
            }
          >
            <ul className="entry-list">
              {pages.map(({ path, title: name }) => (
                <li key={path}>
                  <Link to={path}>{name}</Link>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </section>
  )
}
