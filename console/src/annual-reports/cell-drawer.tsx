import { annualReports, type CellMember } from '@mingfu/contract'
import type { FormatId } from '@mingfu/law'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../session/call.ts'
import { Drawer, Empty, ErrorNote, List, Spin, Typography } from '../ui/index.ts'

type Props = Readonly<{ year: number; format: FormatId; cellId: string | undefined; onClose: () => void }>

/** What one cell counts, each case a link to its page. */
export function CellDrawer({ year, format, cellId, onClose }: Props) {
  const cell = useQuery({
    queryKey: ['annual-report-cell', year, format, cellId],
    queryFn: () => call(annualReports.cell, { params: { year, cellId: cellId ?? '' }, query: { format } }),
    enabled: cellId !== undefined,
  })
  return (
    <Drawer title={cell.data?.label ?? '正在打开'} open={cellId !== undefined} onClose={onClose} size={520}>
      <ErrorNote error={cell.error} />
      {cell.isPending ? <Spin /> : null}
      {cell.data === undefined ? null : cell.data.members.length + cell.data.outOfScope === 0 ? (
        <Empty description="这个数是0，没有案件" />
      ) : (
        <>
          <Typography.Paragraph type="secondary">
            共{cell.data.members.length + cell.data.outOfScope}件
            {cell.data.outOfScope === 0 ? '' : `，其中${cell.data.outOfScope}件限定了知悉范围，不列出`}
          </Typography.Paragraph>
          <List
            dataSource={cell.data.members}
            rowKey="id"
            renderItem={(member) => <Member member={member} />}
          />
        </>
      )}
    </Drawer>
  )
}

const PLACES = { request: 'requests', dispute: 'remedies', document: 'disclosure' } as const

function Member({ member }: { member: CellMember }) {
  return (
    <List.Item>
      <List.Item.Meta
        title={<Link to={`/${PLACES[member.kind]}/${member.id}`}>{member.number || member.title}</Link>}
        description={`${member.on}　${member.title}`}
      />
    </List.Item>
  )
}
