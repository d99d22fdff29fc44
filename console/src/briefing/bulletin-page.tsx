import { briefing } from '@mingfu/contract'
import { Link, useParams } from '@tanstack/react-router'
import { ActButton } from '../session/act-button.tsx'
import { urlOf } from '../session/call.ts'
import { useCall } from '../session/use-call.ts'
import { useMay, useSession } from '../session/use-session.ts'
import { Button, Card, dayText, ErrorNote, LinkButton, PageHead, Spin, Typography } from '../ui/index.ts'
import './briefing.css'

/** 一期期刊 as it reads, and as Word and PDF under its red masthead. */
export default function BulletinPage() {
  const { bulletinId } = useParams({ strict: false }) as { bulletinId: string }
  const { data: me } = useSession()
  const may = useMay()
  const bulletin = useCall(briefing.bulletin, { params: { bulletinId } })
  if (bulletin.error !== null) return <ErrorNote error={bulletin.error} />
  if (bulletin.data?.bulletinId !== bulletinId) return <Spin />
  const { paper, year, issue, totalIssue, editor, issuedOn, signedBy, draftedBy, draftedById, version } =
    bulletin.data
  const { shown, reportTo, sendTo } = bulletin.data
  const drafting = issuedOn === null
  return (
    <>
      <PageHead
        title={drafting ? `${paper}（清样）` : `${paper} ${year}年第${issue}期`}
        back={<Link to="/briefing/bulletins">期刊</Link>}
        actions={
          <>
            {(['docx', 'pdf'] as const).map((type) => (
              <Button key={type} href={urlOf(briefing.bulletinFile, { params: { bulletinId, type } })}>
                {type === 'docx' ? 'Word' : 'PDF'}
              </Button>
            ))}
            {drafting && may('edit-briefings') ? (
              <LinkButton to={`/briefing/bulletins/${bulletinId}/edit`}>修改</LinkButton>
            ) : null}
            {drafting && may('issue-bulletin') && draftedById !== me?.staffId ? (
              <ActButton
                type="primary"
                route={briefing.issueBulletin}
                input={{ params: { bulletinId }, body: { version } }}
                confirm={{
                  title: '签发这一期？',
                  content: '签发后编期号、固定文字，其中的信息计为采用。',
                  okText: '签发',
                }}
                done="已经签发"
              >
                签发
              </ActButton>
            ) : null}
          </>
        }
      />
      <Card>
        <div className="masthead">
          <p className="masthead-mark">内部资料　注意保存</p>
          <p className="masthead-name">{paper}</p>
          <p className="masthead-issue">
            {issue === null ? '清样（待签发）' : `${year}年第${issue}期（总第${totalIssue}期）`}
          </p>
          <p className="masthead-line">
            <span>{editor === '' ? '' : `${editor}编`}</span>
            <span>{issuedOn === null ? '' : dayText(issuedOn)}</span>
          </p>
        </div>
        {shown.map(({ itemId, title, body, unitName }) => (
          <article key={itemId}>
            <Typography.Title level={4} className="briefing-title">
              <Link to={`/briefing/${itemId}`}>{title}</Link>
            </Typography.Title>
            <div className="briefing-text">{body}</div>
            <p className="briefing-by">（{unitName}供稿）</p>
          </article>
        ))}
        <div className="imprint">
          {reportTo === '' ? null : <p>报：{reportTo}</p>}
          {sendTo === '' ? null : <p>送：{sendTo}</p>}
          <p>
            签发：{signedBy ?? '　　　'}　　编审：{draftedBy}
          </p>
        </div>
      </Card>
    </>
  )
}
