import { CATALOGUES } from '../catalogue-id.ts'
import type { LegalItemCode } from '../legal-item.ts'
import { entriesOf, type StarterArea } from './area.ts'
import { AREAS_OF_LAND_AND_HOUSING } from './areas-of-land-and-housing.ts'
import { AREAS_OF_LIVELIHOOD } from './areas-of-livelihood.ts'
import { AREAS_OF_ORDER_AND_CULTURE } from './areas-of-order-and-culture.ts'
import { AREAS_OF_PROJECTS } from './areas-of-projects.ts'
import type { StarterOrgan } from './basic-catalogue.ts'
import type { StarterEntry } from './starter-entry.ts'

/** 26个试点领域的起步目录, each once. */
export const STARTER_AREAS: readonly StarterArea[] = [
  ...AREAS_OF_PROJECTS,
  ...AREAS_OF_LAND_AND_HOUSING,
  ...AREAS_OF_LIVELIHOOD,
  ...AREAS_OF_ORDER_AND_CULTURE,
]

/** 第二十一条 names some matters twice; what it does not name for a township is an outward service of 第二十条. */
// biome-ignore format: a table
const FOR_TOWNSHIP: Partial<Record<LegalItemCode, LegalItemCode>> = {
  A21_CITY_COUNTY_SOCIAL_RELIEF: 'A21_TOWN_SOCIAL_RELIEF',
  A21_CITY_COUNTY_LAND_EXPROPRIATION: 'A21_TOWN_LAND_EXPROPRIATION',
  A21_CITY_COUNTY_HOUSE_EXPROPRIATION: 'A21_TOWN_HOUSE_EXPROPRIATION',
  A21_CITY_COUNTY_PUBLIC_SERVICE: 'A20_05',
  A21_CITY_COUNTY_PUBLIC_ORDER: 'A20_05',
}

/**
 * 基层政务公开标准目录（起步） by the id of the catalogue, for an organ of this kind; a township has the lines that are
 * published at its level. `undefined` where it is no standard catalogue.
 */
export function areaStarter(catalogue: string, organ: StarterOrgan): readonly StarterEntry[] | undefined {
  const area = STARTER_AREAS.find(({ label }) => CATALOGUES[catalogue] === `${label}领域政务公开标准目录`)
  if (area === undefined) return undefined
  const entries = entriesOf(area)
  if (organ !== 'township') return entries
  return entries
    .filter(({ level }) => level !== 'city-county')
    .map((entry) => ({ ...entry, legalItems: entry.legalItems.map((code) => FOR_TOWNSHIP[code] ?? code) }))
}
