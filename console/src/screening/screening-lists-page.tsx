import {
  type ScreeningEntryKindId,
  type ScreeningEntryView,
  type ScreeningIssueView,
  screening,
} from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import { Button, DayField, dayText, Input, PageHead, QueryTable, Select, Tabs } from '../ui/index.ts'
import { LevelTag } from './level-tag.tsx'
import './screening.css'

const KINDS = {
  fatal: '严重表述错误（禁止发布）',
  sensitive: '敏感词（改正或者说明）',
  typo: '错别字（核对）',
  organ: '机构名称（核对）',
  leader: '领导姓名和职务（核对）',
  allowed: '不作为问题的号码和词语',
  'public-document': '已知公开的文件',
} as const satisfies Record<ScreeningEntryKindId, string>

/** 检查词表和复查: the office's own words and numbers, and what a new look at published content found. */
export default function ScreeningListsPage() {
  return (
    <>
      <PageHead
        title="检查词表和复查"
        note="词条登记或者注销后，已经发布的内容自动重新检查，发现的问题交由拟稿人处理。"
      />
      <Tabs
        items={[
          { key: 'issues', label: '在网内容复查', children: <Issues /> },
          { key: 'entries', label: '本机关的词表和名单', children: <Entries /> },
        ]}
      />
    </>
  )
}

function Issues() {
  const may = useMay()
  const issues = useCall(screening.issues)
  const [settling, setSettling] = useState<ScreeningIssueView | null>(null)
  return (
    <>
      <QueryTable
        query={issues}
        rows={issues.data}
        rowKey={({ documentId, findingId }) => `${documentId}/${findingId}`}
        empty="已经发布的内容没有尚待处理的问题。"
        columns={[
          {
            title: '政府信息',
            cell: ({ documentId, title }) => <Link to={`/disclosure/${documentId}`}>{title}</Link>,
          },
          { title: '级别', width: 130, cell: ({ level }) => <LevelTag level={level} /> },
          {
            title: '问题',
            cell: ({ place, message, excerpt }) =>
              `${place}：${message}${excerpt === '' ? '' : `　“${excerpt}”`}`,
          },
          { title: '处理人', width: 100, cell: ({ assignedName }) => assignedName },
          {
            title: '办理',
            width: 100,
            cell: (issue) =>
              issue.level !== 'veto' && may('review-secrecy') ? (
                <Button size="small" onClick={() => setSettling(issue)}>
                  保留
                </Button>
              ) : (
                <Link to={`/disclosure/${issue.documentId}`}>撤回后改正</Link>
              ),
          },
        ]}
      />
      {settling === null ? null : (
        <FormDialog
          route={screening.settleIssue}
          title="保留这一处"
          submit="保留"
          done="理由已经记录"
          toBody={(values) => ({ ...values, documentId: settling.documentId, findingId: settling.findingId })}
          onDone={() => setSettling(null)}
          onClose={() => setSettling(null)}
        >
          <p>{`${settling.place}：${settling.message}`}</p>
          <Field name="reason">
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
          </Field>
        </FormDialog>
      )}
    </>
  )
}

function Entries() {
  const may = useMay()
  const entries = useCall(screening.entries)
  const [adding, setAdding] = useState(false)
  const editing = may('edit-screening-lists')
  return (
    <>
      <p>{`系统自带标准词条${entries.data?.standardCount ?? ''}条；需要引用其中词语的，登记为“不作为问题的号码和词语”。`}</p>
      {editing ? (
        <Button type="primary" className="below" onClick={() => setAdding(true)}>
          登记词条
        </Button>
      ) : null}
      <QueryTable
        query={entries}
        rows={entries.data?.items}
        rowKey={({ entryId }) => entryId}
        empty="还没有登记本机关的词条。公开的办公手机、对公账户、现任领导的职务可以登记在这里。"
        columns={[
          { title: '词语', cell: ({ words }) => words },
          { title: '类别', cell: ({ kind }) => KINDS[kind] },
          { title: '应当写作', cell: ({ right }) => right ?? '' },
          { title: '适用日期', cell: daysOf },
          { title: '说明', cell: ({ note, addedBy }) => (note === '' ? addedBy : `${note}（${addedBy}）`) },
          {
            title: '办理',
            width: 90,
            cell: ({ entryId, words }) =>
              editing ? (
                <ActButton
                  size="small"
                  danger
                  route={screening.removeEntry}
                  input={{ params: { entryId } }}
                  confirm={{ title: `注销“${words}”？`, okText: '注销' }}
                  done="词条已经注销"
                >
                  注销
                </ActButton>
              ) : null,
          },
        ]}
      />
      {adding ? <NewEntry onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function NewEntry({ onClose }: { onClose: () => void }) {
  return (
    <FormDialog
      route={screening.saveEntry}
      title="登记词条"
      submit="登记"
      initial={{ kind: 'allowed' }}
      done="词条已经登记，已经发布的内容正在重新检查"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="kind">
        <Select options={Object.entries(KINDS).map(([value, label]) => ({ value, label }))} />
      </Field>
      <Field name="words">
        <Input maxLength={200} />
      </Field>
      <Field name="right" extra="领导姓名填写职务，如“县长”；不作为问题的不填。">
        <Input maxLength={200} />
      </Field>
      <Field name="from" extra="机构更名、领导任职从哪一天起；不填的，一直适用。">
        <DayField />
      </Field>
      <Field name="to">
        <DayField />
      </Field>
      <Field name="note" extra="不作为问题的，写明理由，如“值班手机，已公开”。">
        <Input maxLength={300} />
      </Field>
    </FormDialog>
  )
}

function daysOf({ from, to }: ScreeningEntryView): string {
  if (from === null && to === null) return '一直'
  return `${from === null ? '' : `${dayText(from)}起`}${to === null ? '' : `至${dayText(to)}`}`
}
