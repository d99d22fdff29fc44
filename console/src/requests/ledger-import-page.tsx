import { LEDGER_IMPORT_STATES, type LedgerImportView, requests } from '@mingfu/contract'
import { Link, useParams } from '@tanstack/react-router'
import { ActButton } from '../session/act-button.tsx'
import { useCall } from '../session/use-call.ts'
import { useLookAgain } from '../session/use-look-again.ts'
import { Alert, Card, ErrorNote, Flex, momentText, PageHead, Progress, Typography } from '../ui/index.ts'
import './requests.css'

const LOOK_AGAIN_MS = 1_000
const RUNNING: readonly LedgerImportView['state'][] = ['checking', 'importing']

/** 台账导入: how far the check or the import is, what is wrong row by row, and the way on. */
export default function LedgerImportPage() {
  const { importId } = useParams({ strict: false }) as { importId: string }
  const found = useCall(requests.followImport, { params: { importId } })
  const one = found.data
  useLookAgain(requests.followImport, one !== undefined && RUNNING.includes(one.state), LOOK_AGAIN_MS)
  return (
    <>
      <PageHead title="台账导入" back={<Link to="/requests/ledger">台账</Link>} />
      <ErrorNote error={found.error} />
      {one === undefined ? null : (
        <Card title={one.fileName}>
          <Flex vertical gap="middle" align="start">
            <Typography.Text type="secondary">
              {momentText(one.startedAt)}由{one.startedBy}上传
              {one.confirmedBy === null ? '' : `，由${one.confirmedBy}确认导入`}
              {one.endedAt === null ? '' : `，${momentText(one.endedAt)}结束`}
            </Typography.Text>
            <Standing one={one} faults={one.faults} />
          </Flex>
        </Card>
      )}
    </>
  )
}

function Standing({ one, faults }: { one: LedgerImportView; faults: readonly string[] }) {
  const { importId, state, total, done, known, faultCount } = one
  const more = known > 0 ? `，另有${known}件系统中已有，不重复导入` : ''
  if (state === 'checking' || state === 'importing') {
    return (
      <div className="import-progress" role="status">
        <div>
          {LEDGER_IMPORT_STATES[state]}
          {total === null ? '' : `：${done} / ${total}件`}
        </div>
        <Progress percent={total ? Math.floor((100 * done) / total) : 0} status="active" />
        <Typography.Text type="secondary">在后台进行，可以离开本页，稍后从“台账”回来查看。</Typography.Text>
      </div>
    )
  }
  if (state === 'checked') {
    return (
      <>
        <Alert type="success" showIcon title={`检查无误，可以导入${total ?? 0}件${more}`} />
        <Flex gap="small" wrap>
          <ActButton type="primary" route={requests.confirmImport} input={{ params: { importId }, body: {} }}>
            确认导入
          </ActButton>
          <ActButton
            route={requests.discardImport}
            input={{ params: { importId }, body: {} }}
            confirm={{ title: '放弃导入？', content: '上传的台账将被删除。' }}
          >
            放弃
          </ActButton>
        </Flex>
      </>
    )
  }
  if (state === 'imported') return <Alert type="success" showIcon title={`已导入${total ?? 0}件${more}`} />
  if (state === 'discarded')
    return <Alert type="info" showIcon title="没有导入，上传的台账已经删除。需要导入的，请重新上传。" />
  return <Faults count={faultCount} faults={faults} />
}

function Faults({ count, faults }: { count: number; faults: readonly string[] }) {
  const rest = count - faults.length
  return (
    <Alert
      type="error"
      showIcon
      title={`有${count}处需要更正，一件也没有导入`}
      description={
        <>
          <ul className="faults">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
          {rest > 0 ? <div>另有{rest}处没有列出，更正以上各处后重新上传检查。</div> : null}
          <div>更正后请回到“台账”重新上传；上传的这份已经删除。</div>
        </>
      }
    />
  )
}
