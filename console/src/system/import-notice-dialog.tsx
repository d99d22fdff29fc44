import { calendar, type DeadlineMoveView } from '@mingfu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../session/call.ts'
import { useAct } from '../session/use-call.ts'
import {
  Button,
  type Column,
  dayText,
  ErrorNote,
  Flex,
  Form,
  Input,
  Modal,
  QueryTable,
  Typography,
} from '../ui/index.ts'
import { SPAN_COLUMNS } from './span-columns.tsx'

type Props = Readonly<{ onClose: () => void; onImported: (year: number) => void }>

/** 导入放假安排通知: read first, shown as days, kept after a person has compared them with the notice. */
export function ImportNoticeDialog({ onClose, onImported }: Props) {
  const [text, setText] = useState('')
  const reading = useMutation({ mutationFn: () => call(calendar.readNotice, { body: { text } }) })
  const keep = useAct(calendar.importNotice, {
    done: '放假安排已经导入，在办申请的期限将在两分钟内重新计算',
    onDone: ({ year }) => onImported(year),
  })
  const read = reading.data
  return (
    <Modal
      open
      title="导入放假安排通知"
      width={760}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {read === undefined ? (
        <Form layout="vertical" onFinish={() => reading.mutate()}>
          <Form.Item
            label="通知正文"
            htmlFor="notice-text"
            extra="从国务院办公厅《关于某年部分节假日安排的通知》复制全文，包括标题、发文字号和各节日的安排。"
          >
            <Input.TextArea
              id="notice-text"
              autoSize={{ minRows: 8, maxRows: 18 }}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          </Form.Item>
          <Flex vertical gap="middle" align="start">
            <ErrorNote error={reading.error} />
            <Button
              type="primary"
              htmlType="submit"
              disabled={text.trim() === ''}
              loading={reading.isPending}
            >
              试读
            </Button>
          </Flex>
        </Form>
      ) : (
        <Flex vertical gap="middle">
          <Typography.Text>
            读出{read.year}年的安排如下，全年{read.workingDays}个工作日。请与通知原文逐项核对。
          </Typography.Text>
          <QueryTable
            query={{ isPending: false, error: null }}
            rows={read.spans}
            columns={SPAN_COLUMNS.slice(0, 3)}
            rowKey={({ from, kind }) => `${from} ${kind}`}
            empty="没有读出放假安排。"
          />
          <MovedDeadlines reading={read} />
          <ErrorNote error={keep.error} />
          <Flex gap="small" justify="end">
            <Button onClick={() => reading.reset()}>返回修改</Button>
            <Button type="primary" loading={keep.isPending} onClick={() => keep.mutate({ body: { text } })}>
              核对无误，导入
            </Button>
          </Flex>
        </Flex>
      )}
    </Modal>
  )
}

type Reading = Readonly<{ region: string | null; moves: readonly DeadlineMoveView[] }>

/** 期限变动清单: what the notice will do to open requests, before it does it. */
function MovedDeadlines({ reading: { region, moves } }: Readonly<{ reading: Reading }>) {
  if (moves.length === 0) {
    return (
      <Typography.Text type="secondary">
        {region === null
          ? '没有在办申请的答复期限因此变动。'
          : `只对在“办理口径”中适用“${region}”的机关计算，目前没有在办申请的答复期限因此变动。`}
      </Typography.Text>
    )
  }
  return (
    <>
      <Typography.Text>导入后，下列{moves.length}件在办申请的答复期限将会变动：</Typography.Text>
      <QueryTable
        query={{ isPending: false, error: null }}
        rows={moves}
        columns={MOVE_COLUMNS}
        rowKey={({ number }) => number}
        empty=""
      />
    </>
  )
}

const MOVE_COLUMNS: readonly Column<DeadlineMoveView>[] = [
  { title: '机关', cell: ({ agencyName }) => agencyName },
  { title: '申请编号', cell: ({ number }) => number },
  { title: '原期限', cell: ({ from }) => dayText(from) },
  { title: '新期限', cell: ({ to }) => dayText(to) },
]
