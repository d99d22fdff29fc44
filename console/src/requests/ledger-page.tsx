import { requests } from '@mingfu/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type AnswerOf, call, download } from '../session/call.ts'
import { Gate } from '../session/gate.tsx'
import { useMay } from '../session/use-session.ts'
import { Alert, Button, Card, Checkbox, ErrorNote, Flex, Input, PageHead, Typography } from '../ui/index.ts'

/** 台账: all applications as a workbook, out and in. */
export default function LedgerPage() {
  return (
    <>
      <PageHead
        title="台账"
        note="导出的台账含全部申请和办理经过，可以原样导入另一个系统；旧台账按同样的列名填写后导入。"
        back={<Link to="/requests">申请办理</Link>}
      />
      <div className="register">
        <ExportCard />
        <Gate permission="import-ledger">
          <ImportCard />
        </Gate>
      </div>
    </>
  )
}

function ExportCard() {
  const may = useMay()
  const [identities, setIdentities] = useState(false)
  const [reason, setReason] = useState('')
  const exporting = useMutation({
    mutationFn: () => download(requests.exportLedger, { body: { identities, reason } }),
  })
  return (
    <Card title="导出" className="below">
      <Flex vertical gap="middle" align="start">
        {may('export-ledger') ? (
          <Checkbox checked={identities} onChange={({ target }) => setIdentities(target.checked)}>
            包含申请人身份信息（不包含的已遮盖，不能再导入）
          </Checkbox>
        ) : null}
        {identities ? (
          <Input
            aria-label="导出事由"
            placeholder="导出事由，记入审计日志"
            maxLength={200}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        ) : null}
        <Button type="primary" loading={exporting.isPending} onClick={() => exporting.mutate()}>
          导出台账
        </Button>
        <ErrorNote error={exporting.error} />
      </Flex>
    </Card>
  )
}

type Imported = AnswerOf<typeof requests.importLedger>

function ImportCard() {
  const [file, setFile] = useState<File>()
  const client = useQueryClient()
  const run = useMutation({
    mutationFn: async (check: 'yes' | 'no') => {
      const files = file === undefined ? [] : [{ field: 'file', file }]
      const done = await call(requests.importLedger, { body: { check }, files })
      if (check === 'no') await client.invalidateQueries()
      return { check, done }
    },
  })
  return (
    <Card title="导入">
      <Flex vertical gap="middle" align="start">
        <Typography.Text type="secondary">
          先检查，没有错误再导入。有一处错误就全部不导入；系统中已有的编号不重复导入。
        </Typography.Text>
        <input
          type="file"
          accept=".xlsx"
          aria-label="台账文件"
          onChange={({ target }) => {
            setFile(target.files?.[0])
            run.reset()
          }}
        />
        <Flex gap="small" wrap>
          <Button disabled={file === undefined} loading={run.isPending} onClick={() => run.mutate('yes')}>
            检查
          </Button>
          <Button
            type="primary"
            disabled={run.data?.check !== 'yes' || run.data.done.faults.length > 0}
            loading={run.isPending}
            onClick={() => run.mutate('no')}
          >
            导入
          </Button>
        </Flex>
        {run.data === undefined ? null : <Outcome {...run.data} />}
        <ErrorNote error={run.error} />
      </Flex>
    </Card>
  )
}

function Outcome({ check, done: { imported, known, faults } }: { check: 'yes' | 'no'; done: Imported }) {
  if (faults.length > 0) {
    return (
      <Alert
        type="error"
        title={`有${faults.length}处需要更正，没有导入`}
        description={
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        }
      />
    )
  }
  const more = known > 0 ? `，另有${known}件系统中已有，不重复导入` : ''
  return (
    <Alert
      type="success"
      title={`${check === 'yes' ? '检查无误，可以导入' : '已导入'}${imported}件${more}`}
    />
  )
}
