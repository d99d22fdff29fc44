import { type DocumentItemView, disclosure } from '@mingfu/contract'
import { CONTENT_KINDS } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Button,
  type Column,
  dayText,
  Flex,
  LinkButton,
  momentText,
  PageHead,
  QueryTable,
  Tag,
} from '../ui/index.ts'
import { type DocumentFilter, ListFilter } from './list-filter.tsx'
import { StateTag } from './state-tag.tsx'

const COLUMNS: readonly Column<DocumentItemView>[] = [
  {
    title: '标题',
    cell: ({ documentId, title, isCorrection }) => (
      <>
        {isCorrection ? <Tag>更正</Tag> : null}
        <Link to={`/disclosure/${documentId}`}>{title}</Link>
      </>
    ),
  },
  { title: '发文字号', width: 170, cell: ({ documentNumber }) => documentNumber ?? '—' },
  { title: '内容种类', cell: ({ kind }) => CONTENT_KINDS[kind].label },
  { title: '状态', cell: (row) => <StateTag {...row} /> },
  { title: '公开时限', width: 200, cell: (row) => <Due {...row} /> },
]

/** 政府信息 of this agency in every state, the newest first. */
export default function DocumentListPage() {
  const [filter, setFilter] = useState<DocumentFilter>({})
  /** Where the pages before this one began; the last is this one's. */
  const [cursors, setCursors] = useState<readonly string[]>([])
  const cursor = cursors.at(-1)
  const documents = useCall(disclosure.list, {
    query: { ...filter, ...(cursor === undefined ? {} : { cursor }) },
  })
  const next = documents.data?.next ?? null
  return (
    <>
      <PageHead
        title="政府信息"
        note="先审查后公开：拟制、保密审查、签发、发布，由不同的人办理。"
        actions={
          <Gate permission="draft-document">
            <LinkButton to="/disclosure/new" type="primary">
              拟制政府信息
            </LinkButton>
          </Gate>
        }
      />
      <ListFilter
        filter={filter}
        onChange={(chosen) => {
          setFilter(chosen)
          setCursors([])
        }}
      />
      <QueryTable
        query={documents}
        rows={documents.data?.items}
        rowKey={({ documentId }) => documentId}
        columns={COLUMNS}
        empty="没有符合条件的政府信息。可以放宽筛选条件，或者拟制一条。"
      />
      <Flex gap="small" justify="end" className="list-pages">
        {cursors.length > 0 ? <Button onClick={() => setCursors(cursors.slice(0, -1))}>上一页</Button> : null}
        {next === null ? null : <Button onClick={() => setCursors([...cursors, next])}>下一页</Button>}
      </Flex>
    </>
  )
}

/** 公开时限: what counts until it is public, and when it was published after that. */
function Due({ publishDueOn, publishedAt, overdue }: DocumentItemView) {
  if (publishedAt !== null) return <span className="nowrap">{momentText(publishedAt)} 发布</span>
  return (
    <Flex wrap gap={4}>
      <span>{dayText(publishDueOn)}</span>
      {overdue ? <Tag color="error">已超过时限</Tag> : null}
    </Flex>
  )
}
