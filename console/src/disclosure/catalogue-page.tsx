import { type CatalogueNodeView, disclosure } from '@mingfu/contract'
import { CONTENT_KINDS, cite } from '@mingfu/law'
import { useState } from 'react'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Button,
  type Column,
  Flex,
  Input,
  momentText,
  PageHead,
  QueryTable,
  Statute,
  useFilters,
} from '../ui/index.ts'
import { ColumnDialog } from './column-dialog.tsx'
import { legalItemLabel } from './words.ts'
import './disclosure.css'

type Line = Readonly<{ node: CatalogueNodeView; parent: CatalogueNodeView | null }>

/** 主动公开基本目录: the columns, what each is for, what it holds, and when something last came in. */
export default function CataloguePage() {
  const may = useMay()
  const catalogue = useCall(disclosure.catalogue)
  const [open, setOpen] = useState<Line | 'new'>()
  const [{ words = '' }, setFilters] = useFilters('words')
  const lines = catalogue.data?.flatMap((node): Line[] => [
    { node, parent: null },
    ...node.children.map((below) => ({ node: below, parent: node })),
  ])
  const columns: readonly Column<Line>[] = [
    {
      title: '栏目',
      cell: (line) => {
        const name = line.parent === null ? line.node.title : `${line.parent.title} › ${line.node.title}`
        if (!may('edit-guide')) return name
        return (
          <Button type="link" size="small" className="in-text" onClick={() => setOpen(line)}>
            {name}
          </Button>
        )
      },
    },
    { title: '说明', cell: ({ node }) => node.description || '—' },
    { title: '法定主动公开内容', cell: ({ node }) => legalItemLabel(node.legalItem) },
    {
      title: '内容种类',
      cell: ({ node }) =>
        node.kinds.length === 0 ? '不限' : node.kinds.map((kind) => CONTENT_KINDS[kind].label).join('、'),
    },
    { title: '已公开', cell: ({ node }) => `${node.count}条` },
    {
      title: '最近更新',
      cell: ({ node }) => (node.newestAt === null ? '尚无内容' : momentText(node.newestAt)),
    },
  ]
  return (
    <>
      <PageHead
        title="主动公开基本目录"
        note={<Statute of={cite('regulation', 12)} />}
        actions={
          <Gate permission="edit-guide">
            <Button onClick={() => setOpen('new')}>增加栏目</Button>
          </Gate>
        }
      />
      <Flex className="below list-filter">
        <Input.Search
          aria-label="查找栏目"
          placeholder="查找栏目、说明"
          allowClear
          defaultValue={words}
          onSearch={(value) => setFilters({ words: value.trim() })}
        />
      </Flex>
      <QueryTable
        query={catalogue}
        rows={lines?.filter(({ node, parent }) => holds(node, parent, words))}
        atOnce={50}
        rowKey={({ node }) => node.nodeId}
        columns={columns}
        empty={words === '' ? '还没有设置栏目。' : '没有这样的栏目。'}
      />
      {open === undefined ? null : (
        <ColumnDialog
          line={open === 'new' ? undefined : open}
          tops={catalogue.data ?? []}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

function holds(node: CatalogueNodeView, parent: CatalogueNodeView | null, words: string): boolean {
  return (
    words === '' || [node.title, node.description, parent?.title ?? ''].some((text) => text.includes(words))
  )
}
