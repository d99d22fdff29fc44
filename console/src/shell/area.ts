import type { PermissionId } from '@mingfu/contract'
import type { ComponentType, ReactNode } from 'react'

/** A page of an area: where it lies below /console, who may see it, and how it is loaded. */
export type AreaPage = Readonly<{
  /** TanStack form: `/requests/$requestId`. */
  path: string
  title: string
  permission: PermissionId | null
  /** Stands in the navigation; the first page of an area always does. */
  menu?: boolean
  load: () => Promise<{ default: ComponentType }>
}>

/** An entry of the navigation with its pages; an area's `routes.tsx` exports one. */
export type Area = Readonly<{
  id: string
  title: string
  icon: ReactNode
  pages: readonly [AreaPage, ...AreaPage[]]
}>

/** Pages of an area that stand in the navigation of somebody with these permissions. */
export function offeredPages(area: Area, may: (permission: PermissionId) => boolean): readonly AreaPage[] {
  return area.pages.filter(
    ({ permission, menu }, index) =>
      (index === 0 || menu === true) && (permission === null || may(permission)),
  )
}
