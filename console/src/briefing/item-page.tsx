import { type BriefingFileView, briefing } from '@mingfu/contract'
import { BRIEFING_KINDS, BRIEFING_LEVELS, type BriefingAct, briefingMove } from '@mingfu/law'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FindingList } from '../disclosure/finding-list.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Alert,
  Button,
  Card,
  Descriptions,
  dayText,
  ErrorNote,
  Flex,
  LinkButton,
  momentText,
  PageHead,
  Spin,
  Tag,
  Timeline,
  Typography,
} from '../ui/index.ts'
import './briefing.css'
import { CancelCreditDialog, CreditDialog, SubmitDialog, TurnDownDialog } from './item-dialogs.tsx'
import { ItemFiles } from './item-files.tsx'
import { QualitiesCard } from './qualities-card.tsx'
import { StateTag } from './state-tag.tsx'
import { EVENTS } from './words.ts'

const DIALOGS = { submit: SubmitDialog, turnDown: TurnDownDialog, credit: CreditDialog } as const

/** 一条政务信息: its words, its course, what it earned, and the five measures as facts. */
export default function ItemPage() {
  const { itemId } = useParams({ strict: false }) as { itemId: string }
  const item = useCall(briefing.get, { params: { itemId } })
  if (item.error !== null) return <ErrorNote error={item.error} />
  if (item.data?.itemId !== itemId) return <Spin />
  return <Item item={item.data} />
}

function Item({ item }: { item: BriefingFileView }) {
  const [dialog, setDialog] = useState<keyof typeof DIALOGS>()
  const may = useMay()
  const Dialog = dialog === undefined ? undefined : DIALOGS[dialog]
  const open = (act: BriefingAct) => briefingMove(item.state, act) !== null
  const writes = may('submit-briefing')
  const edits = may('edit-briefings')
  return (
    <>
      <PageHead
        title={item.title}
        back={<Link to="/briefing">信息报送</Link>}
        note={<StateTag {...item} />}
        actions={
          <>
            {writes && open('write') ? (
              <LinkButton to={`/briefing/${item.itemId}/write`}>修改</LinkButton>
            ) : null}
            {writes && open('submit') ? (
              <Button type="primary" onClick={() => setDialog('submit')}>
                报送
              </Button>
            ) : null}
            {edits && open('edit') ? (
              <LinkButton to={`/briefing/${item.itemId}/edit`}>编辑</LinkButton>
            ) : null}
            {edits && item.submittedAt !== null && item.state !== 'returned' ? (
              <Button type="primary" onClick={() => setDialog('credit')}>
                采用、批示、扣分
              </Button>
            ) : null}
            {edits && open('return') ? (
              <Button onClick={() => setDialog('turnDown')}>退回或者不采用</Button>
            ) : null}
          </>
        }
      />
      <Notices item={item} />
      <Flex vertical gap="middle">
        <Card>
          <Facts item={item} />
        </Card>
        <Card>
          <Typography.Title level={4} className="briefing-title">
            {item.title}
          </Typography.Title>
          <div className="briefing-text">{item.body === '' ? '（还没有正文）' : item.body}</div>
        </Card>
        <ItemFiles item={item} />
        <QualitiesCard item={item} />
        <Credits item={item} />
        <Card title="经过">
          <Timeline
            items={item.events.map(({ seq, kind, facts, at, actor }) => ({
              key: seq,
              content: (
                <>
                  <strong>{EVENTS[kind]}</strong>　{actor}
                  <br />
                  <Typography.Text type="secondary">{momentText(at)}</Typography.Text>
                  <div>{eventText(facts)}</div>
                </>
              ),
            }))}
          />
        </Card>
        <Original item={item} />
      </Flex>
      {Dialog === undefined ? null : <Dialog item={item} onClose={() => setDialog(undefined)} />}
    </>
  )
}

function Facts({ item }: { item: BriefingFileView }) {
  const rows: readonly (readonly [string, string | null])[] = [
    ['编号', item.number ?? '报送时自动编号'],
    ['报送单位', item.unitName],
    ['种类', BRIEFING_KINDS[item.kind].label],
    ['所答约稿', item.callTopic],
    ['撰写人', item.author],
    ['签发', item.signedBy],
    ['事情发生', item.eventAt === null ? null : momentText(item.eventAt)],
    ['报送', item.submittedAt === null ? null : momentText(item.submittedAt)],
  ]
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2 }}
      items={rows
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, children]) => ({ key: label, label, children }))}
    />
  )
}

function Notices({ item: { state, events, findings } }: { item: BriefingFileView }) {
  const returned = state === 'returned' ? events.findLast(({ kind }) => kind === 'returned') : undefined
  return (
    <Flex vertical gap="small" className="below">
      {returned === undefined ? null : (
        <Alert
          type="warning"
          showIcon
          title={`${returned.actor}退回：${String(returned.facts.reason ?? '')}`}
          description="修改后重新报送。"
        />
      )}
      {findings.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title="用语和个人信息检查发现："
          description={<FindingList findings={findings} />}
        />
      )}
    </Flex>
  )
}

function Credits({ item }: { item: BriefingFileView }) {
  const may = useMay()
  const [cancelled, setCancelled] = useState<string>()
  if (item.credits.length === 0) return null
  return (
    <Card title="采用、批示和得分">
      {item.credits.map(({ creditId, label, level, detail, on, points, recordedBy, cancelledFor }) => (
        <Typography.Paragraph key={creditId} delete={cancelledFor !== null}>
          <Tag>{BRIEFING_LEVELS[level]}</Tag>
          {dayText(on)}　{label}：{detail}　<strong>{points}分</strong>
          <Typography.Text type="secondary">　{recordedBy}登记</Typography.Text>
          {cancelledFor === null && may('edit-briefings') ? (
            <Button size="small" type="link" onClick={() => setCancelled(creditId)}>
              撤销
            </Button>
          ) : null}
          {cancelledFor === null ? null : `（已撤销：${cancelledFor}）`}
        </Typography.Paragraph>
      ))}
      {cancelled === undefined ? null : (
        <CancelCreditDialog creditId={cancelled} onClose={() => setCancelled(undefined)} />
      )}
    </Card>
  )
}

function Original({ item }: { item: BriefingFileView }) {
  const { submittedTitle, submittedBody, title, body } = item
  if (submittedBody === null || (submittedBody === body && submittedTitle === title)) return null
  return (
    <Card title="报送时的原文">
      <Typography.Title level={5}>{submittedTitle}</Typography.Title>
      <div className="briefing-text">{submittedBody}</div>
    </Card>
  )
}

function eventText(facts: Readonly<Record<string, unknown>>): string {
  const { reason, label, points, detail, corrected, attached, removed } = facts
  if (typeof attached === 'string') return `添加附件：${attached}`
  if (typeof removed === 'string') return `移除附件：${removed}`
  if (typeof reason === 'string') return reason
  if (typeof label === 'string') return `${label}，${String(points)}分：${String(detail ?? '')}`
  return typeof corrected === 'string' && corrected !== '' ? `改正事实差错：${corrected}` : ''
}
