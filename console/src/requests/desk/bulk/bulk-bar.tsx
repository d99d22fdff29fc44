import { desk } from '@mingfu/contract'
import { useState } from 'react'
import { useCall } from '../../../session/use-call.ts'
import { Button, Flex, Tag } from '../../../ui/index.ts'
import { type ActKind, BULK_ACTS } from './bulk-acts.tsx'
import { BulkDialog, type Target } from './bulk-dialog.tsx'

type Props = Readonly<{ targets: readonly Target[]; onDone: () => void }>

/** 批量办理: what may be done with the chosen cases; each act shows first what it would do to each. */
export function BulkBar({ targets, onDone }: Props) {
  const people = useCall(desk.absences).data?.people ?? []
  const [kind, setKind] = useState<ActKind>()
  const act = BULK_ACTS.find((one) => one.kind === kind)
  if (targets.length === 0) return null
  return (
    <Flex wrap gap="small" align="center" className="below" role="group" aria-label="批量办理">
      <Tag>已选{targets.length}件</Tag>
      {BULK_ACTS.map((one) => (
        <Button key={one.kind} size="small" onClick={() => setKind(one.kind)}>
          {one.label}
        </Button>
      ))}
      {act === undefined ? null : (
        <BulkDialog
          title={act.label}
          note={act.note}
          kind={act.kind}
          initial={act.initial ?? {}}
          targets={targets}
          onClose={(changed) => {
            setKind(undefined)
            if (changed) onDone()
          }}
        >
          {act.Fields === undefined ? null : <act.Fields people={people} />}
        </BulkDialog>
      )}
    </Flex>
  )
}
