import { type CheckedLinkView, siteHealth } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { ActButton } from '../session/act-button.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { momentText, PageHead, QueryTable, Radio, Tag, Typography, useFilters } from '../ui/index.ts'

/** 链接检查: what fails, since when, in which documents, and what to do. */
export default function LinksPage() {
  const [{ show = 'failing' }, setFilters] = useFilters('show')
  const links = useCall(siteHealth.links, { query: show === 'failing' ? { failing: 'true' } : {} })
  return (
    <>
      <PageHead title="链接检查" note="每天夜里逐条访问；两次都打不开才算失效。" />
      <Radio.Group
        className="below"
        value={show}
        onChange={({ target }) => setFilters({ show: target.value as string })}
        options={[
          { value: 'failing', label: '需要处理的' },
          { value: 'all', label: '全部' },
        ]}
        optionType="button"
      />
      <QueryTable
        query={links}
        rows={links.data}
        rowKey={({ linkId }) => linkId}
        empty={show === 'failing' ? '没有失效的链接。' : '正文中没有站外链接，或者还没有检查。'}
        columns={[
          {
            title: '结果',
            cell: ({ outcomeLabel, isFault }) => (
              <Tag color={isFault ? 'error' : 'default'}>{outcomeLabel}</Tag>
            ),
          },
          { title: '网址', cell: Address },
          { title: '情况和办法', cell: Outcome },
          {
            title: '所在的信息',
            cell: ({ usedBy }) =>
              usedBy.map(({ documentId, title, words }) => (
                <div key={documentId}>
                  <Link to={`/disclosure/${documentId}`}>{title}</Link>
                  {words === '' ? null : <Typography.Text type="secondary">（“{words}”）</Typography.Text>}
                </div>
              )),
          },
          {
            title: '办理',
            cell: ({ linkId, jumpedAt }) =>
              jumpedAt === null ? null : (
                <Gate permission="draft-document">
                  <ActButton
                    size="small"
                    route={siteHealth.acceptLink}
                    input={{ params: { linkId } }}
                    confirm={{
                      title: '页面没有变质？',
                      content: '请先打开页面核对内容。确认以后，以现在的标题为准继续检查。',
                      okText: '没有变质',
                    }}
                    done="已经确认"
                  >
                    确认没有变质
                  </ActButton>
                </Gate>
              ),
          },
        ]}
      />
    </>
  )
}

function Address({ url, finalUrl }: CheckedLinkView) {
  return (
    <>
      <a href={url} target="_blank" rel="noopener noreferrer">
        {url}
      </a>
      {finalUrl === null || finalUrl === url ? null : (
        <div>
          <Typography.Text type="secondary">转到{finalUrl}</Typography.Text>
        </div>
      )}
    </>
  )
}

function Outcome(link: CheckedLinkView) {
  const { error, status, failingSince, jumpedAt, title, knownTitle, remedy } = link
  return (
    <>
      {error ?? (status === null ? '' : `状态${status}`)}
      {failingSince === null ? null : <div>自{momentText(failingSince)}起</div>}
      {jumpedAt === null ? null : (
        <div>
          标题由“{knownTitle}”变为“{title}”
        </div>
      )}
      {remedy === '' ? null : <div>{remedy}</div>}
    </>
  )
}
