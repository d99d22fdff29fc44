import { type AgencyView, agencies } from '@mingfu/contract'
import { useState } from 'react'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import { Button, type Column, PageHead, QueryTable } from '../ui/index.ts'
import { OrganDialog } from './organ-dialog.tsx'
import { ORG_TYPES } from './words.ts'

/** 本机关及下级机关: what stands in letters and on the portal about each. */
export default function OrgansPage() {
  const { data: me } = useSession()
  const organs = useCall(agencies.listAgencies)
  const [open, setOpen] = useState<AgencyView | 'new'>()
  const close = () => setOpen(undefined)
  const columns: readonly Column<AgencyView>[] = [
    { title: '机关全称', cell: ({ name }) => name },
    { title: '机关类别', cell: ({ orgType }) => ORG_TYPES[orgType] },
    { title: '机关代字', cell: ({ documentWord }) => documentWord },
    { title: '行政复议机关', cell: ({ reconsiderationOrgan }) => reconsiderationOrgan },
    { title: '有管辖权的人民法院', cell: ({ court }) => court },
    { title: '门户', cell: ({ slug }) => <a href={`/${slug}/`}>/{slug}/</a> },
    {
      title: '操作',
      cell: (organ) => (
        <Gate permission="manage-agency">
          <Button size="small" onClick={() => setOpen(organ)}>
            修改
          </Button>
        </Gate>
      ),
    },
  ]
  return (
    <>
      <PageHead
        title="机关"
        note="机关名称、代字、救济途径用于答复文书和门户，修改后对新发出的文书起作用。"
        actions={
          <Gate permission="manage-agency">
            <Button type="primary" onClick={() => setOpen('new')}>
              设立下级机关
            </Button>
          </Gate>
        }
      />
      <QueryTable
        query={organs}
        rows={organs.data}
        columns={columns}
        rowKey={({ agencyId }) => agencyId}
        empty="还没有机关。"
      />
      {open === undefined ? null : (
        <OrganDialog
          organ={open === 'new' ? undefined : open}
          organs={organs.data ?? []}
          ownId={me?.agency.agencyId ?? ''}
          onClose={close}
        />
      )}
    </>
  )
}
