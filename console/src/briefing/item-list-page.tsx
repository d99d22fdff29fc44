import { type BriefingRowView, briefing } from '@mingfu/contract'
import { BRIEFING_KINDS } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Button,
  type Column,
  Flex,
  Input,
  LinkButton,
  momentText,
  PageHead,
  QueryTable,
  Select,
  useFilters,
} from '../ui/index.ts'
import './briefing.css'
import { StateTag } from './state-tag.tsx'
import { useUnitOptions } from './use-units.ts'
import { KIND_OPTIONS, STATE_OPTIONS } from './words.ts'

const COLUMNS: readonly Column<BriefingRowView>[] = [
  { title: '标题', cell: ({ itemId, title }) => <Link to={`/briefing/${itemId}`}>{title}</Link> },
  { title: '编号', width: 160, cell: ({ number }) => number ?? '—' },
  { title: '单位', cell: ({ unitName }) => unitName },
  { title: '种类', width: 100, cell: ({ kind }) => BRIEFING_KINDS[kind].label },
  { title: '状态', width: 90, cell: (row) => <StateTag {...row} /> },
  { title: '报送', cell: ({ submittedAt }) => momentText(submittedAt) },
  { title: '得分', width: 70, align: 'right', cell: ({ points }) => (points === 0 ? '—' : points) },
]

/** 信息报送: what units hand in, the newest first. */
export default function ItemListPage() {
  const [{ state, kind, unitId, title }, setFilters] = useFilters('state', 'kind', 'unitId', 'title')
  const [cursors, setCursors] = useState<readonly string[]>([])
  const cursor = cursors.at(-1)
  const units = useUnitOptions()
  const filter = (change: Parameters<typeof setFilters>[0]) => {
    setFilters(change)
    setCursors([])
  }
  const items = useCall(briefing.list, {
    query: {
      ...(state === undefined ? {} : { state: state as BriefingRowView['state'] }),
      ...(kind === undefined ? {} : { kind: kind as BriefingRowView['kind'] }),
      ...(unitId === undefined ? {} : { unitId }),
      ...(title === undefined ? {} : { title }),
      ...(cursor === undefined ? {} : { cursor }),
    },
  })
  const next = items.data?.next ?? null
  return (
    <>
      <PageHead
        title="信息报送"
        note="政务信息是供领导参阅的内部信息，不是政府信息，不公开；需要公开的，另行拟制并经过公开审查。"
        actions={
          <Gate permission="submit-briefing">
            <LinkButton to="/briefing/new" type="primary">
              起草政务信息
            </LinkButton>
          </Gate>
        }
      />
      <Flex wrap gap="small" className="list-filter below">
        <Input.Search
          aria-label="按标题查找"
          placeholder="按标题查找"
          allowClear
          defaultValue={title ?? ''}
          onSearch={(text) => filter({ title: text.trim() || undefined })}
        />
        <Select
          aria-label="状态"
          placeholder="全部状态"
          allowClear
          value={state ?? null}
          onChange={(value) => filter({ state: value ?? undefined })}
          options={STATE_OPTIONS}
        />
        <Select
          aria-label="种类"
          placeholder="全部种类"
          allowClear
          value={kind ?? null}
          onChange={(value) => filter({ kind: value ?? undefined })}
          options={KIND_OPTIONS}
        />
        <Select
          aria-label="单位"
          placeholder="全部单位"
          allowClear
          value={unitId ?? null}
          onChange={(value) => filter({ unitId: value ?? undefined })}
          options={units}
        />
      </Flex>
      <QueryTable
        query={items}
        rows={items.data?.items}
        rowKey={({ itemId }) => itemId}
        columns={COLUMNS}
        empty="没有符合条件的政务信息。"
      />
      <Flex gap="small" justify="end" className="list-pages">
        {cursors.length > 0 ? <Button onClick={() => setCursors(cursors.slice(0, -1))}>上一页</Button> : null}
        {next === null ? null : <Button onClick={() => setCursors([...cursors, next])}>下一页</Button>}
      </Flex>
    </>
  )
}
