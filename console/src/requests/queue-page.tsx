import { type RequestLineView, requests } from '@mingfu/contract'
import { APPLICANT_CLASSES, CHANNELS, OUTCOMES, REQUEST_STATES } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Button,
  Checkbox,
  type Column,
  dayText,
  Flex,
  LinkButton,
  PageHead,
  QueryTable,
  Tag,
  Typography,
  useFilters,
} from '../ui/index.ts'
import { Deadline } from './deadline.tsx'
import { BulkBar } from './desk/bulk/bulk-bar.tsx'
import { type QueueFilter, QueueFilters } from './queue-filter.tsx'
import './requests.css'

const FILTERS = [
  ...(['group', 'state', 'due', 'handlerId', 'taskOf', 'channel'] as const),
  ...(['applicantClass', 'outcome', 'from', 'to', 'text'] as const),
] as const
const NOTHING = Object.fromEntries(FILTERS.map((name) => [name, undefined]))

const NUMBER: Column<RequestLineView> = {
  title: '申请编号',
  width: 144,
  cell: ({ requestId, number }) => <Link to={`/requests/${requestId}`}>{number}</Link>,
}

const COLUMNS: readonly Column<RequestLineView>[] = [
  {
    title: '申请内容',
    cell: ({ asked, applicant, applicantClass }) => (
      <>
        <div className="asked">{asked}</div>
        <Typography.Text type="secondary">
          {applicant}（{APPLICANT_CLASSES[applicantClass].label}）
        </Typography.Text>
      </>
    ),
  },
  {
    title: '收到日期',
    width: 152,
    cell: ({ receivedOn, channel }) => (
      <>
        {dayText(receivedOn)}
        <br />
        <Typography.Text type="secondary">{CHANNELS[channel].label}</Typography.Text>
      </>
    ),
  },
  { title: '答复期限', width: 204, cell: (line) => <Deadline line={line} /> },
  { title: '状态', width: 120, cell: (line) => <State line={line} /> },
  { title: '经办人', width: 90, cell: ({ handler }) => handler ?? '未指定' },
]

/** The number, with a box to choose the case for a step on several. */
function numberColumn(
  chosen: readonly string[],
  choose: (ids: readonly string[]) => void,
): Column<RequestLineView> {
  return {
    title: '申请编号',
    width: 176,
    cell: ({ requestId, number }) => (
      <Flex gap="small">
        <Checkbox
          aria-label={`选择${number}`}
          checked={chosen.includes(requestId)}
          onChange={({ target }) =>
            choose(target.checked ? [...chosen, requestId] : chosen.filter((id) => id !== requestId))
          }
        />
        <Link to={`/requests/${requestId}`}>{number}</Link>
      </Flex>
    ),
  }
}

/** 申请办理: what is due first comes first. */
export default function QueuePage() {
  const [search, setSearch] = useFilters(...FILTERS)
  const filter = { group: 'open', ...search } as QueueFilter
  /** Where the pages before this one ended; the last is where this one begins. */
  const [marks, setMarks] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const may = useMay()
  const after = marks.at(-1)
  const page = useCall(requests.list, { query: { ...filter, ...(after === undefined ? {} : { after }) } })
  const next = page.data?.next ?? null
  const choose = (wanted: QueueFilter) => {
    setSearch({ ...NOTHING, ...wanted })
    setMarks([])
    setChosen([])
  }
  return (
    <>
      <PageHead
        title="申请办理"
        note="期限由收到日期、补正、延长、征求意见等事实计算，点“为什么”可以看到每一步的依据。"
        actions={
          <Gate permission="handle-request">
            <LinkButton to="/requests/register" type="primary">
              登记申请
            </LinkButton>
          </Gate>
        }
      />
      <QueueFilters filter={filter} onChange={choose} />
      {may('handle-request') ? (
        <BulkBar
          targets={page.data?.lines.filter(({ requestId }) => chosen.includes(requestId)) ?? []}
          onDone={() => setChosen([])}
        />
      ) : null}
      <QueryTable
        query={page}
        rows={page.data?.lines}
        columns={[may('handle-request') ? numberColumn(chosen, setChosen) : NUMBER, ...COLUMNS]}
        rowKey={({ requestId }) => requestId}
        empty="没有符合条件的申请。"
      />
      <Flex gap="small" justify="end" className="above">
        {marks.length > 0 ? <Button onClick={() => setMarks(marks.slice(0, -1))}>上一页</Button> : null}
        {next === null ? null : <Button onClick={() => setMarks([...marks, next])}>下一页</Button>}
      </Flex>
    </>
  )
}

/** 11月30日: of a day that is near. */
function monthDay(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

function State({ line }: { line: RequestLineView }) {
  const { openTasks, taskDueOn } = line
  return (
    <Flex vertical>
      <span>
        <Tag>{REQUEST_STATES[line.state].label}</Tag>
      </span>
      {line.outcome === null ? null : (
        <Typography.Text type="secondary">{OUTCOMES[line.outcome].label}</Typography.Text>
      )}
      {openTasks === 0 ? null : (
        <Typography.Text type="secondary">
          待办{openTasks}项{taskDueOn === null ? '' : `，${monthDay(taskDueOn)}前`}
        </Typography.Text>
      )}
    </Flex>
  )
}
