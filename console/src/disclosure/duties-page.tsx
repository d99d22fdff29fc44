import {
  type CatalogueDutyView,
  type CatalogueVersionView,
  catalogue,
  type DutyStateId,
} from '@mingfu/contract'
import { CATALOGUES, cite } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { urlOf } from '../session/call.ts'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Alert,
  Button,
  Card,
  type Column,
  dayText,
  Flex,
  LinkButton,
  momentText,
  PageHead,
  QueryTable,
  Select,
  Statute,
  Tag,
  Typography,
  useFilters,
} from '../ui/index.ts'
import { CATALOGUE_OPTIONS, DUTY_STATE_OPTIONS, DUTY_STATES, VERSION_STATES } from './duty-words.ts'
import { PlanDialog } from './plan-dialog.tsx'

type CatalogueId = CatalogueVersionView['catalogue']

/** 公开事项: every duty of a catalogue with what is published for it, whether it is up to date, and what is planned. */
export default function DutiesPage() {
  const [{ catalogue: chosen = 'basic', state, version }, setFilters] = useFilters(
    'catalogue',
    'state',
    'version',
  )
  const id = (chosen in CATALOGUES ? chosen : 'basic') as CatalogueId
  const versions = useCall(catalogue.list)
  const duties = useCall(catalogue.duties, {
    params: { catalogue: id },
    ...(version === undefined ? {} : { query: { version } }),
  })
  const all = duties.data?.duties
  const rows = state === undefined ? all : all?.filter((duty) => duty.state === state)
  const own = versions.data?.filter((each) => each.catalogue === id) ?? []
  return (
    <>
      <PageHead
        title="公开事项"
        note={<Statute of={cite('regulation', 22)} />}
        actions={
          <>
            <Button href={urlOf(catalogue.template, { params: { catalogue: id } })}>下载模板</Button>
            <Gate permission="edit-guide">
              <LinkButton type="primary" to="/disclosure/duties/import" search={{ catalogue: id }}>
                导入目录
              </LinkButton>
            </Gate>
          </>
        }
      />
      <Flex wrap gap="small" className="below">
        <Select
          aria-label="目录"
          value={id}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          options={CATALOGUE_OPTIONS}
          onChange={(value) => setFilters({ catalogue: value, version: undefined, state: undefined })}
        />
        <Select
          aria-label="情况"
          placeholder="全部情况"
          allowClear
          popupMatchSelectWidth={false}
          value={(state as DutyStateId | undefined) ?? null}
          options={DUTY_STATE_OPTIONS}
          onChange={(value) => setFilters({ state: value ?? undefined })}
        />
      </Flex>
      <Waiting versions={own} />
      {all === undefined ? null : <Summary duties={all} onState={(value) => setFilters({ state: value })} />}
      <QueryTable
        query={duties}
        rows={rows}
        rowKey={({ entryId }) => entryId}
        columns={useColumns()}
        empty={
          state === undefined
            ? '还没有现行的目录。下载模板填写后导入，批准后在这里显示。'
            : '没有这种情况的公开事项。'
        }
      />
      <History versions={own} />
    </>
  )
}

function useColumns(): readonly Column<CatalogueDutyView>[] {
  const may = useMay()
  const [planned, setPlanned] = useState<CatalogueDutyView>()
  return [
    {
      title: '公开事项',
      cell: ({ path, contentRequired, isMandatory }) => (
        <>
          <div>{path.join(' › ')}</div>
          <Typography.Text type="secondary">{contentRequired}</Typography.Text>
          {isMandatory ? null : <Tag>可选</Tag>}
        </>
      ),
    },
    { title: '公开时限', cell: ({ deadlineText }) => deadlineText },
    { title: '公开主体', cell: ({ responsibleUnit }) => responsibleUnit },
    {
      title: '现行信息',
      cell: ({ items, newestOn }) => (items === 0 ? '—' : `${items}条，最近${dayText(newestOn)}`),
    },
    {
      title: '情况',
      cell: ({ state, dueOn, planNote }) => (
        <>
          <Tag color={DUTY_STATES[state].color}>{DUTY_STATES[state].label}</Tag>
          {dueOn === null ? null : <span>{dayText(dueOn)}</span>}
          {planNote === '' ? null : <Typography.Paragraph type="secondary">{planNote}</Typography.Paragraph>}
        </>
      ),
    },
    {
      title: '办理',
      cell: (duty) => (
        <>
          {may('draft-document') && duty.items === 0 ? (
            <Button size="small" onClick={() => setPlanned(duty)}>
              {duty.plannedOn === null ? '列入计划' : '调整计划'}
            </Button>
          ) : null}
          {planned?.entryId === duty.entryId ? (
            <PlanDialog duty={duty} onClose={() => setPlanned(undefined)} />
          ) : null}
        </>
      ),
    },
  ]
}

/** How many duties stand how; each number narrows the list. */
function Summary({
  duties,
  onState,
}: {
  duties: readonly CatalogueDutyView[]
  onState: (state: DutyStateId) => void
}) {
  const counts = DUTY_STATE_OPTIONS.map(({ value, label }) => ({
    value,
    label,
    count: duties.filter(({ state }) => state === value).length,
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

/** A version that waits for its approval. */
function Waiting({ versions }: { versions: readonly CatalogueVersionView[] }) {
  const draft = versions.find(({ state }) => state === 'draft')
  if (draft === undefined) return null
  const { catalogue: id, version, entries, madeBy } = draft
  return (
    <Alert
      type="info"
      showIcon
      className="below"
      title={`第${version}版（${entries}项，${madeBy}导入）等待批准。`}
      action={
        <Flex wrap gap="small">
          <LinkButton
            size="small"
            to="/disclosure/duties"
            search={{ catalogue: id, version: String(version) }}
          >
            查看
          </LinkButton>
          <Gate permission="approve-document">
            <ActButton
              size="small"
              type="primary"
              route={catalogue.approve}
              input={{ params: { catalogue: id }, body: { version } }}
              confirm={{
                title: `批准第${version}版？`,
                content: '即时施行并在门户公开，替换现行版本。',
                okText: '批准',
              }}
              done="目录已经批准"
            >
              批准
            </ActButton>
          </Gate>
        </Flex>
      }
    />
  )
}

function History({ versions }: { versions: readonly CatalogueVersionView[] }) {
  if (versions.length === 0) return null
  return (
    <Card title="版本" className="above">
      {versions.map(
        ({ catalogue: id, version, state, entries, fileName, madeAt, madeBy, approvedAt, approvedBy }) => (
          <Typography.Paragraph key={version}>
            <Link to="/disclosure/duties" search={{ catalogue: id, version: String(version) } as never}>
              第{version}版
            </Link>
            （{VERSION_STATES[state]}，{entries}项）：{madeBy}于{momentText(madeAt)}自“{fileName}”导入
            {approvedAt === null ? '' : `，${approvedBy}于${momentText(approvedAt)}批准`}
          </Typography.Paragraph>
        ),
      )}
    </Card>
  )
}
