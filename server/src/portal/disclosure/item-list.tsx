import { VALIDITY_STATES } from '@mingfu/law'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { PublishedItem } from '../../services/disclosure/list-published.ts'
import { dayOf, momentText } from '../moment.ts'

type Agencies = readonly Pick<Agency, 'agencyId' | 'slug' | 'shortName'>[]

export function documentPath(agency: Pick<Agency, 'slug'>, documentId: string): string {
  return `/${agency.slug}/documents/${documentId}`
}

/** The address of an attachment's preview. */
export function previewPath(agency: Pick<Agency, 'slug'>, documentId: string, fileId: string): string {
  return `${documentPath(agency, documentId)}/preview/${fileId}`
}

/** Titles with the day of publication, for front pages. */
export function ShortList({
  items,
  agencies,
  withAgency,
}: {
  items: readonly PublishedItem[]
  agencies: Agencies
  withAgency?: boolean
}) {
  return (
    <ul class="items short">
      {items.map((item) => {
        const agency = agencyOf(item, agencies)
        return (
          <li>
            <span>
              <EndedTag item={item} />
              <a href={documentPath(agency, item.documentId)}>{item.title}</a>
              {withAgency && <span class="from">{agency.shortName}</span>}
            </span>
            <time datetime={item.publishedAt.toISOString()}>{dayOf(item.publishedAt)}</time>
          </li>
        )
      })}
    </ul>
  )
}

/** 目录: index, title, summary and day of creation of every item, and when it was published. */
export function CatalogueList({ items, agencies }: { items: readonly PublishedItem[]; agencies: Agencies }) {
  return (
    <ul class="items">
      {items.map((item) => (
        <li>
          <span>
            <EndedTag item={item} />
            <a href={documentPath(agencyOf(item, agencies), item.documentId)}>{item.title}</a>
          </span>
          <time datetime={item.publishedAt.toISOString()}>{momentText(item.publishedAt)}</time>
          {item.summary && <p class="about">{item.summary}</p>}
          <p class="about">
            {item.documentNumber && <span>{item.documentNumber}</span>}
            <span>索引号：{item.indexNumber}</span>
            <span>生成日期：{item.writtenOn}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** 失效、废止 stand in every list; what is in force needs no mark. */
export function EndedTag({ item }: { item: Pick<PublishedItem, 'validity'> }) {
  if (item.validity === 'in-force') return null
  const { label, inForce } = VALIDITY_STATES[item.validity]
  return <span class={inForce ? 'tag' : 'tag ended'}>{label}</span>
}

function agencyOf(item: PublishedItem, agencies: Agencies) {
  const agency = agencies.find(({ agencyId }) => agencyId === item.agencyId)
  if (agency === undefined) throw new Error(`item of an agency that is not on the site: ${item.documentId}`)
  return agency
}
