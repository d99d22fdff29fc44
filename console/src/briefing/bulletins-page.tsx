import { type BulletinView, briefing } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { type Column, dayText, LinkButton, PageHead, QueryTable, Tag } from '../ui/index.ts'

const COLUMNS: readonly Column<BulletinView>[] = [
  {
    title: '刊名和期号',
    cell: ({ bulletinId, paper, year, issue, totalIssue }) => (
      <Link to={`/briefing/bulletins/${bulletinId}`}>
        {issue === null ? `${paper}（清样）` : `${paper} ${year}年第${issue}期（总第${totalIssue}期）`}
      </Link>
    ),
  },
  { title: '信息', align: 'right', cell: ({ itemIds }) => `${itemIds.length}条` },
  { title: '编审', cell: ({ draftedBy }) => draftedBy },
  { title: '签发', cell: ({ signedBy }) => signedBy ?? <Tag color="processing">待签发</Tag> },
  { title: '日期', cell: ({ issuedOn }) => dayText(issuedOn) },
]

/** 期刊: issues to be signed first, then those that are out. */
export default function BulletinsPage() {
  const bulletins = useCall(briefing.bulletins)
  return (
    <>
      <PageHead
        title="期刊"
        note="内部资料。签发时编期号、固定文字，其中的信息计为采用。"
        actions={
          <Gate permission="edit-briefings">
            <LinkButton to="/briefing/bulletins/new" type="primary">
              编一期
            </LinkButton>
          </Gate>
        }
      />
      <QueryTable
        query={bulletins}
        rows={bulletins.data}
        rowKey={({ bulletinId }) => bulletinId}
        columns={COLUMNS}
        empty="还没有编发期刊。"
      />
    </>
  )
}
