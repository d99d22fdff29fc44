import { desk, type RequestLineView } from '@mingfu/contract'
import { useState } from 'react'
import { useAct, useCall } from '../../session/use-call.ts'
import { Button, ErrorNote, Flex, Modal, Select, Tag, Typography } from '../../ui/index.ts'

type Act = Readonly<{ kind: 'assign'; handlerId: string }> | Readonly<{ kind: 'close' }>

/** 批量办理: shows what would happen to each case before anything does. */
export function BulkBar({
  lines,
  onDone,
}: Readonly<{ lines: readonly RequestLineView[]; onDone: () => void }>) {
  const people = useCall(desk.absences).data?.people ?? []
  const [handlerId, setHandlerId] = useState<string>()
  const [act, setAct] = useState<Act>()
  const preview = useAct(desk.bulk)
  const run = useAct(desk.bulk)
  if (lines.length === 0) return null
  const targets = lines.map(({ requestId, version }) => ({ requestId, version }))
  const ask = (wanted: Act) => {
    setAct(wanted)
    run.reset()
    preview.mutate({ body: { targets, act: wanted, preview: true } })
  }
  const shown = run.data ?? preview.data
  const possible = preview.data?.filter(({ refusal }) => refusal === null).length ?? 0
  const close = () => {
    setAct(undefined)
    if (run.data !== undefined) onDone()
  }
  return (
    <Flex wrap gap="small" align="center" className="below">
      <Tag>已选{lines.length}件</Tag>
      <Select
        className="filter"
        aria-label="经办人"
        placeholder="经办人"
        options={people
          .filter(({ mayHandle }) => mayHandle)
          .map(({ staffId, name }) => ({ value: staffId, label: name }))}
        value={handlerId ?? null}
        onChange={setHandlerId}
      />
      <Button
        disabled={handlerId === undefined}
        onClick={() => handlerId !== undefined && ask({ kind: 'assign', handlerId })}
      >
        批量指定经办人
      </Button>
      <Button onClick={() => ask({ kind: 'close' })}>批量归档</Button>
      <Modal
        open={act !== undefined}
        title={act?.kind === 'close' ? '批量归档' : '批量指定经办人'}
        okText={run.data === undefined ? `办理${possible}件` : '完成'}
        okButtonProps={{
          disabled: run.data === undefined && possible === 0,
          loading: run.isPending || preview.isPending,
        }}
        cancelText="取消"
        onCancel={close}
        onOk={() => {
          if (run.data !== undefined || act === undefined) return close()
          const refused = new Set(
            preview.data?.flatMap((line) => (line.refusal === null ? [] : [line.requestId])),
          )
          const able = targets.filter(({ requestId }) => !refused.has(requestId))
          run.mutate({ body: { targets: able, act, preview: false } })
        }}
      >
        <Typography.Paragraph type="secondary">
          {run.data === undefined ? '下面是逐件核对的结果，不能办理的说明原因。' : '办理结果：'}
        </Typography.Paragraph>
        <Flex vertical gap={4}>
          {shown?.map(({ requestId, number, refusal }) => (
            <div key={requestId} className="detail">
              <Tag color={refusal === null ? 'success' : 'warning'}>
                {refusal === null ? (run.data ? '已办' : '可以办理') : '不能办理'}
              </Tag>
              {number} {refusal}
            </div>
          ))}
        </Flex>
        <ErrorNote error={preview.error ?? run.error} />
      </Modal>
    </Flex>
  )
}
