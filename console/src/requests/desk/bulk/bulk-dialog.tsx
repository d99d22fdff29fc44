import { type BulkLine, desk, requests } from '@mingfu/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, download } from '../../../session/call.ts'
import { ErrorNote, Flex, Form, Modal, Tag, Typography } from '../../../ui/index.ts'
import { type ActKind, stepOf } from './bulk-acts.tsx'

export type Target = Readonly<{ requestId: string; number: string; version: number }>
type Values = Readonly<Record<string, unknown>>

type Props = Readonly<{
  title: string
  note: string
  kind: ActKind
  initial: Values
  targets: readonly Target[]
  onClose: (changed: boolean) => void
  children?: ReactNode
}>

/** Asks what is needed, shows what would happen to each case and why some are left out, and only then does it. */
export function BulkDialog({ title, note, kind, initial, targets, onClose, children }: Props) {
  const [form] = Form.useForm<Values>()
  const [checked, setChecked] = useState<Values>()
  const queries = useQueryClient()
  const preview = useMutation({
    mutationFn: (values: Values) => look(kind, targets, values),
    onSuccess: (_lines, values) => setChecked(values),
  })
  const able = new Set(preview.data?.flatMap((line) => (line.refusal === null ? [line.requestId] : [])))
  const run = useMutation({
    mutationFn: async (values: Values) => {
      const done = await carryOut(
        kind,
        targets.filter(({ requestId }) => able.has(requestId)),
        values,
      )
      await queries.invalidateQueries()
      return done
    },
  })
  const lines = run.data ?? (checked === undefined ? undefined : preview.data)
  const next = async () => {
    if (run.data !== undefined) return onClose(true)
    if (checked !== undefined) return run.mutate(checked)
    const values = await form.validateFields().catch(() => undefined)
    if (values !== undefined) preview.mutate(values)
  }
  const ok = run.data !== undefined ? '完成' : checked === undefined ? '核对' : `办理${able.size}件`
  return (
    <Modal
      open
      title={`批量办理：${title}`}
      okText={ok}
      okButtonProps={{ disabled: checked !== undefined && run.data === undefined && able.size === 0 }}
      confirmLoading={preview.isPending || run.isPending}
      cancelText="取消"
      onCancel={() => onClose(run.data !== undefined)}
      onOk={() => void next()}
      mask={{ closable: false }}
    >
      <Typography.Paragraph type="secondary">{note}</Typography.Paragraph>
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        disabled={run.data !== undefined}
        // What was checked is no longer what would be done.
        onValuesChange={() => setChecked(undefined)}
      >
        {children}
      </Form>
      {lines === undefined ? null : <Lines lines={lines} done={run.data !== undefined} />}
      <ErrorNote error={preview.error ?? run.error} />
    </Modal>
  )
}

function Lines({ lines, done }: { lines: readonly BulkLine[]; done: boolean }) {
  const refused = lines.filter(({ refusal }) => refusal !== null).length
  return (
    <section aria-label={done ? '办理结果' : '核对结果'}>
      <Typography.Paragraph>
        {done ? '已办理' : '可以办理'}
        {lines.length - refused}件{refused === 0 ? '。' : `，${refused}件不能办理，原因如下，不受影响。`}
      </Typography.Paragraph>
      <Flex vertical gap={4} className="bulk-lines">
        {lines.map(({ requestId, number, does, refusal }) => (
          <Flex key={requestId} gap="small" align="baseline">
            <Tag color={refusal === null ? 'success' : 'warning'}>
              {refusal === null ? (done ? '已办' : '可办') : '不办'}
            </Tag>
            <span className="detail">
              <strong>{number}</strong>　{refusal ?? does}
            </span>
          </Flex>
        ))}
      </Flex>
    </section>
  )
}

function look(kind: ActKind, targets: readonly Target[], values: Values): Promise<readonly BulkLine[]> {
  const requestIds = targets.map(({ requestId }) => requestId)
  if (kind === 'print') return call(desk.previewLetters, { body: { requestIds, code: codeOf(values) } })
  if (kind === 'export') {
    const lines = targets.map(({ requestId, number }) => ({
      requestId,
      number,
      does: '列入导出',
      refusal: null,
    }))
    return Promise.resolve(lines)
  }
  return call(desk.bulk, { body: { targets: keysOf(targets), act: stepOf(kind, values), preview: true } })
}

async function carryOut(
  kind: ActKind,
  targets: readonly Target[],
  values: Values,
): Promise<readonly BulkLine[]> {
  const requestIds = targets.map(({ requestId }) => requestId)
  const all = (does: string) =>
    targets.map(({ requestId, number }) => ({ requestId, number, does, refusal: null }))
  if (kind === 'print') {
    await download(desk.printLetters, { body: { requestIds, code: codeOf(values) } })
    return all('列入打印文件')
  }
  if (kind === 'export') {
    await download(requests.exportLedger, { body: { identities: false, reason: '', requestIds } })
    return all('已导出')
  }
  return call(desk.bulk, { body: { targets: keysOf(targets), act: stepOf(kind, values), preview: false } })
}

type LetterCode = 'D12' | null
const codeOf = ({ code }: Values) => (code === '' || code === undefined ? null : code) as LetterCode
const keysOf = (targets: readonly Target[]) =>
  targets.map(({ requestId, version }) => ({ requestId, version }))
