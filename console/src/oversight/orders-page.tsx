import { ORDER_GROUNDS, type OrderView, supervision } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import { Button, dayText, Flex, Input, PageHead, QueryTable, Radio, Tag, Typography } from '../ui/index.ts'
import { IssueOrderDialog } from './issue-order-dialog.tsx'

type Dialog = Readonly<{ kind: 'issue' } | { kind: 'reply' | 'settle'; order: OrderView }>

/** 督办单: what was issued here, or what has to be answered here. */
export default function OrdersPage() {
  const may = useMay()
  const orders = useCall(supervision.listOrders)
  const [dialog, setDialog] = useState<Dialog>()
  const close = () => setDialog(undefined)
  return (
    <>
      <PageHead
        title="督办"
        note={may('supervise') ? '发出的督办单和下级机关的回复。' : '主管部门发来的督办单，请在期限内回复。'}
        actions={
          <Gate permission="supervise">
            <Button type="primary" onClick={() => setDialog({ kind: 'issue' })}>
              发出督办单
            </Button>
          </Gate>
        }
      />
      <QueryTable
        query={orders}
        rows={orders.data}
        rowKey={({ orderId }) => orderId}
        empty="没有督办"
        columns={[
          { title: '督办单', cell: ({ number }) => number },
          {
            title: '机关',
            cell: ({ side, fromName, toName }) => (side === 'issued' ? `发往${toName}` : `来自${fromName}`),
          },
          { title: '事项', cell: Subject },
          { title: '回复期限', cell: Limit },
          { title: '回复', cell: Reply },
          {
            title: '办理',
            cell: (order) => (
              <Flex gap="small" wrap>
                {order.side === 'received' && order.settledOn === null ? (
                  <Gate permission="answer-supervision">
                    <Button size="small" onClick={() => setDialog({ kind: 'reply', order })}>
                      回复
                    </Button>
                  </Gate>
                ) : null}
                {order.side === 'issued' && isAnswered(order) ? (
                  <Gate permission="supervise">
                    <Button size="small" onClick={() => setDialog({ kind: 'settle', order })}>
                      办结、退回
                    </Button>
                  </Gate>
                ) : null}
              </Flex>
            ),
          },
        ]}
      />
      {dialog?.kind === 'issue' ? <IssueOrderDialog onClose={close} /> : null}
      {dialog?.kind === 'reply' ? <ReplyDialog order={dialog.order} onClose={close} /> : null}
      {dialog?.kind === 'settle' ? <SettleDialog order={dialog.order} onClose={close} /> : null}
    </>
  )
}

function Subject({ ground, subject, demand, requestNumber }: OrderView) {
  return (
    <>
      <Tag>{ORDER_GROUNDS[ground]}</Tag>
      {subject}
      {requestNumber === null ? null : `（${requestNumber}）`}
      <div className="detail">
        <Typography.Text type="secondary">{demand}</Typography.Text>
      </div>
    </>
  )
}

function Limit({ replyBy, overdue }: OrderView) {
  return (
    <span>
      {dayText(replyBy)} {overdue ? <Tag color="error">逾期</Tag> : null}
    </span>
  )
}

/** Whether a reply waits to be looked at: none that was sent back, or accepted. */
function isAnswered({ repliedOn, settlement }: OrderView): boolean {
  return repliedOn !== null && settlement === null
}

function Reply({ reply, repliedOn, repliedName, settledOn, settlement, remark }: OrderView) {
  if (reply === null) return <Tag>尚未回复</Tag>
  return (
    <>
      <div className="detail">{reply}</div>
      <Typography.Text type="secondary">
        {repliedName}，{dayText(repliedOn ?? '')}
      </Typography.Text>
      {settledOn === null ? null : <div>{dayText(settledOn)}办结</div>}
      {settlement === 'returned' ? <div className="detail">退回：{remark}</div> : null}
    </>
  )
}

function ReplyDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { orderId, version } = order
  return (
    <FormDialog
      route={supervision.replyOrder}
      input={{ params: { orderId } }}
      title={`回复${order.number}`}
      submit="回复"
      done="已经回复"
      initial={{ reply: order.reply ?? '' }}
      toBody={(values) => ({ ...values, version })}
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="reply">
        <Input.TextArea autoSize={{ minRows: 4 }} />
      </Field>
    </FormDialog>
  )
}

function SettleDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { orderId, version } = order
  return (
    <FormDialog
      route={supervision.settleOrder}
      input={{ params: { orderId } }}
      title={`${order.number}的处理`}
      submit="确定"
      done="已经处理"
      initial={{ settlement: 'accepted' }}
      toBody={(values) => ({ ...values, version })}
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="settlement">
        <Radio.Group
          options={[
            { value: 'accepted', label: '同意，办结' },
            { value: 'returned', label: '退回重新办理' },
          ]}
        />
      </Field>
      <Field name="remark">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  )
}
