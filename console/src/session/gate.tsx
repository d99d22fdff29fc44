import type { PermissionId } from '@mingfu/contract'
import type { ReactNode } from 'react'
import { useMay } from './use-session.ts'

/** Shows what stands in it only to whom it is of use; the server decides again. */
export function Gate({ permission, children }: { permission: PermissionId; children: ReactNode }) {
  const may = useMay()
  return may(permission) ? children : null
}
