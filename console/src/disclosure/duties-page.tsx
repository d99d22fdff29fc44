import {
  type CatalogueDutyView,
  type CatalogueVersionView,
  catalogue,
  type DutyStateId,
} from '@mingfu/contract'
import { CATALOGUES, cite } from '@mingfu/law'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { urlOf } from '../session/call.ts'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Button,
  Flex,
  Input,
  LinkButton,
  PageHead,
  QueryTable,
  Select,
  Statute,
  useFilters,
} from '../ui/index.ts'
import { VersionHistory, WaitingVersion } from './catalogue-versions.tsx'
import { useDutyColumns } from './duty-columns.tsx'
import { CATALOGUE_OPTIONS, DUTY_STATE_OPTIONS, isToCheck } from './duty-words.ts'
import { EntryDialog } from './entry-dialog.tsx'
import './disclosure.css'

type CatalogueId = CatalogueVersionView['catalogue']

const FILTERS = [...DUTY_STATE_OPTIONS, { value: 'to-check', label: '待核对' }] as const

/** 公开事项: every duty of a catalogue with what is published for it, whether it is up to date, and what is planned. */
export default function DutiesPage() {
  const [{ catalogue: chosen = 'basic', state, version, words = '' }, setFilters] = useFilters(
    'catalogue',
    'state',
    'version',
    'words',
  )
  const id = (chosen in CATALOGUES ? chosen : 'basic') as CatalogueId
  const [adding, setAdding] = useState(false)
  const navigate = useNavigate()
  const versions = useCall(catalogue.list)
  const duties = useCall(catalogue.duties, {
    params: { catalogue: id },
    ...(version === undefined ? {} : { query: { version } }),
  })
  const all = duties.data?.duties
  const own = versions.data?.filter((each) => each.catalogue === id) ?? []
  const draft = own.find((each) => each.state === 'draft')
  const inForce = own.find((each) => each.state === 'in-force')
  const shown = duties.data?.version ?? null
  const isEditable =
    draft === undefined ? shown !== null && shown === inForce?.version : shown === draft.version
  const showVersion = (changed: number) =>
    void navigate({ to: '/disclosure/duties', search: { catalogue: id, version: String(changed) } as never })
  const columns = useDutyColumns({ catalogueId: id, isEditable, onChanged: showVersion })
  return (
    <>
      <PageHead
        title="公开事项"
        note={<Statute of={cite('regulation', 22)} />}
        actions={
          <>
            <Button href={urlOf(catalogue.template, { params: { catalogue: id } })}>
              {inForce === undefined ? '下载模板' : '导出Excel'}
            </Button>
            <Gate permission="edit-guide">
              <Button onClick={() => setAdding(true)}>增加事项</Button>
              <LinkButton to="/disclosure/duties/import" search={{ catalogue: id }}>
                导入目录
              </LinkButton>
              <LinkButton type="primary" to="/disclosure/duties/starter" search={{ catalogue: id }}>
                从起步目录建立
              </LinkButton>
            </Gate>
          </>
        }
      />
      <Flex wrap gap="small" className="below list-filter">
        <Select
          aria-label="目录"
          value={id}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          options={CATALOGUE_OPTIONS}
          onChange={(value) =>
            setFilters({ catalogue: value, version: undefined, state: undefined, words: undefined })
          }
        />
        <Select
          aria-label="情况"
          placeholder="全部情况"
          allowClear
          popupMatchSelectWidth={false}
          value={state ?? null}
          options={[...FILTERS]}
          onChange={(value: string | null) => setFilters({ state: value ?? undefined })}
        />
        <Input.Search
          aria-label="查找公开事项"
          placeholder="查找事项、内容、主体"
          allowClear
          defaultValue={words}
          onSearch={(value) => setFilters({ words: value.trim() })}
        />
      </Flex>
      <WaitingVersion draft={draft} isShown={shown !== null && shown === draft?.version} />
      {all === undefined ? null : <Summary duties={all} onState={(value) => setFilters({ state: value })} />}
      <QueryTable
        query={duties}
        rows={all?.filter((duty) => isIn(duty, state) && holds(duty, words))}
        rowKey={({ entryId }) => entryId}
        columns={columns}
        atOnce={50}
        empty={shown === null ? <Empty id={id} /> : '没有这样的公开事项。'}
      />
      <VersionHistory versions={own} />
      {adding ? (
        <EntryDialog
          catalogueId={id}
          entry={undefined}
          onDone={(changed) => {
            setAdding(false)
            showVersion(changed)
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  )
}

function Empty({ id }: { id: CatalogueId }) {
  return (
    <>
      还没有现行的目录。可以
      <Link to="/disclosure/duties/starter" search={{ catalogue: id } as never}>
        从起步目录建立
      </Link>
      ，或者导入印发的目录，批准后在这里显示。
    </>
  )
}

function isIn(duty: CatalogueDutyView, state: string | undefined): boolean {
  return state === undefined || (state === 'to-check' ? isToCheck(duty) : duty.state === state)
}

function holds({ path, contentRequired, responsibleUnit }: CatalogueDutyView, words: string): boolean {
  return words === '' || [...path, contentRequired, responsibleUnit].some((text) => text.includes(words))
}

/** How many duties stand how; each number narrows the list. */
function Summary({
  duties,
  onState,
}: {
  duties: readonly CatalogueDutyView[]
  onState: (state: DutyStateId | 'to-check') => void
}) {
  const counts = FILTERS.map(({ value, label }) => ({
    value,
    label,
    count: duties.filter((duty) => isIn(duty, value)).length,
  })).filter(({ count }) => count > 0)
  if (counts.length === 0) return null
  return (
    <Flex wrap gap="small" className="below">
      <span>共{duties.length}项：</span>
      {counts.map(({ value, label, count }) => (
        <Button key={value} type="link" size="small" className="in-text" onClick={() => onState(value)}>
          {label}
          {count}项
        </Button>
      ))}
    </Flex>
  )
}
