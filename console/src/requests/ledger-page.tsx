import { LEDGER_IMPORT_STATES, requests } from '@mingfu/contract'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call, download } from '../session/call.ts'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Button,
  Card,
  Checkbox,
  ErrorNote,
  Flex,
  Input,
  momentText,
  PageHead,
  Typography,
} from '../ui/index.ts'
import './requests.css'

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

function ImportCard() {
  const [file, setFile] = useState<File>()
  const navigate = useNavigate()
  const imports = useCall(requests.listImports)
  const upload = useMutation({
    mutationFn: () => call(requests.uploadLedger, { body: {}, files: file ? [{ field: 'file', file }] : [] }),
    onSuccess: ({ importId }) => navigate({ to: `/requests/ledger/${importId}` }),
  })
  return (
    <Card title="导入">
      <Flex vertical gap="middle" align="start">
        <Typography.Text type="secondary">
          上传后在后台逐行检查，检查无误并确认后才导入。有一处错误就全部不导入；系统中已有的编号不重复导入。
        </Typography.Text>
        <input
          type="file"
          accept=".xlsx"
          aria-label="台账文件"
          onChange={({ target }) => {
            setFile(target.files?.[0])
            upload.reset()
          }}
        />
        <Button
          type="primary"
          disabled={file === undefined}
          loading={upload.isPending}
          onClick={() => upload.mutate()}
        >
          上传并检查
        </Button>
        <ErrorNote error={upload.error ?? imports.error} />
        {imports.data && imports.data.length > 0 ? (
          <ul className="plain-list">
            {imports.data.map((one) => (
              <li key={one.importId}>
                <Link to={`/requests/ledger/${one.importId}`}>{one.fileName}</Link>
                <div className="ant-typography-secondary">
                  {momentText(one.startedAt)}　{one.startedBy}　{LEDGER_IMPORT_STATES[one.state]}
                </div>
              </li>
            ))}
          </ul>
        ) : null}
      </Flex>
    </Card>
  )
}
