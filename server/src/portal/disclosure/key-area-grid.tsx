import type { KeyAreaId } from '@mingfu/law'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { KeyArea } from '../../services/disclosure/catalogue/key-areas.ts'

/** Line drawings, one an area; the label beside each says everything. */
const PATHS = {
  'power-list': 'M5 4h14v16H5zM8.5 8.5l1.2 1.2 2-2.2M8.5 14.5l1.2 1.2 2-2.2M14 9h2.5M14 15h2.5',
  'public-funds': 'M12 3l8.5 4.5h-17zM5 10v7M9.5 10v7M14.5 10v7M19 10v7M3.5 20.5h17',
  'major-projects': 'M4 20.5h16M6 20.5V9l6-5 6 5v11.5M10 20.5v-5h4v5M9.5 11h5',
  'public-services': 'M9 8a3 3 0 1 0 6 0 3 3 0 1 0-6 0M5.5 20c.5-4 3-6 6.500-6s6 2 6.500 6z',
  environment: 'M5 19c0-9 5-14 15-14 0 10-5 14-12 14M5 21c1-5 4-8 8-10',
  'food-drugs':
    'M10 3v6l-5 9.500c-.6 1.300.2 2.500 1.500 2.500h11c1.300 0 2.100-1.200 1.500-2.500L14 9V3M8.500 3h7M7.500 15h9',
  'work-safety':
    'M12 3l8 3v6c0 4.500-3.200 7.500-8 9-4.800-1.500-8-4.500-8-9V6zM8.500 12l2.500 2.500 4.500-5',
  employment: 'M4 8h16v11.500H4zM9 8V5h6v3M4 13h16M12 12v2.500',
} as const satisfies Record<KeyAreaId, string>

type Props = Readonly<{ agency: Agency; areas: readonly KeyArea[] }>

/** 重点领域 that hold something, as a grid of links. */
export function KeyAreaGrid({ agency, areas }: Props) {
  return (
    <ul class="areas">
      {areas.map(({ areaId, label, count, newestOn }) => (
        <li>
          <a href={`/${agency.slug}/key-areas/${areaId}`}>
            <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <path d={PATHS[areaId]} />
            </svg>
            <b>{label}</b>
            <span>
              {count}条{newestOn && `，${newestOn}更新`}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
