import { type PermissionId, type RequestView, requests } from '@mingfu/contract'
import type { RequestEventKind } from '@mingfu/law'
import { type ComponentType, useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { Gate } from '../session/gate.tsx'
import { useMay } from '../session/use-session.ts'
import { Button, Flex, Typography } from '../ui/index.ts'
import { OpenConsultationDialog } from './consultation-dialogs.tsx'
import {
  LapseCorrectionDialog,
  ReceiveCorrectionDialog,
  RequestCorrectionDialog,
} from './correction-dialogs.tsx'
import { DraftDialog, OnSpotDialog } from './decision-dialog.tsx'
import { AskExtensionDialog } from './extension-card.tsx'
import { LapseFeeDialog, NoticeFeeDialog, RecordPaymentDialog, RefundDialog } from './fee-dialogs.tsx'
import {
  AssignDialog,
  ConfirmDialog,
  NoteDialog,
  OrderAgainDialog,
  ReadScopeDialog,
  StartReviewDialog,
  WithdrawDialog,
} from './intake-dialogs.tsx'
import {
  AskReasonsDialog,
  ExtendDialog,
  FixDelayedReplyDialog,
  LapseReasonsDialog,
  ReceiveReasonsDialog,
} from './limit-dialogs.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { CloseDialog, DeliverDialog, FailServiceDialog, ServeDialog } from './service-dialogs.tsx'
import type { DialogProps } from './use-on.ts'

type Action = Readonly<{
  event: RequestEventKind
  label: string
  permission: PermissionId
  Dialog: ComponentType<DialogProps>
  /** The usual next step from where the case stands. */
  usual?: boolean
}>

/** 办理事项 in the order of the usual course. The law says which have a place now, the permission who may. */
const ACTIONS: readonly Action[] = [
  { event: 'confirmed', label: '登记确认', permission: 'handle-request', Dialog: ConfirmDialog, usual: true },
  {
    event: 'review-started',
    label: '开始办理',
    permission: 'handle-request',
    Dialog: StartReviewDialog,
    usual: true,
  },
  {
    event: 'correction-received',
    label: '收到补正',
    permission: 'handle-request',
    Dialog: ReceiveCorrectionDialog,
    usual: true,
  },
  {
    event: 'correction-lapsed',
    label: '逾期不补正',
    permission: 'handle-request',
    Dialog: LapseCorrectionDialog,
  },
  {
    event: 'reasons-given',
    label: '收到说明的理由',
    permission: 'handle-request',
    Dialog: ReceiveReasonsDialog,
    usual: true,
  },
  {
    event: 'reasons-lapsed',
    label: '逾期未说明理由',
    permission: 'handle-request',
    Dialog: LapseReasonsDialog,
  },
  {
    event: 'fee-paid',
    label: '登记缴费',
    permission: 'handle-request',
    Dialog: RecordPaymentDialog,
    usual: true,
  },
  { event: 'fee-lapsed', label: '逾期不缴费', permission: 'handle-request', Dialog: LapseFeeDialog },
  {
    event: 'decision-drafted',
    label: '拟出处理决定',
    permission: 'handle-request',
    Dialog: DraftDialog,
    usual: true,
  },
  { event: 'decision-returned', label: '退回修改', permission: 'review-decision', Dialog: ReturnDialog },
  { event: 'decision-returned', label: '退回修改', permission: 'approve-decision', Dialog: ReturnDialog },
  { event: 'served', label: '登记送达', permission: 'handle-request', Dialog: ServeDialog, usual: true },
  { event: 'closed', label: '办结归档', permission: 'handle-request', Dialog: CloseDialog, usual: true },
  { event: 'replied-on-spot', label: '当场答复', permission: 'handle-request', Dialog: OnSpotDialog },
  { event: 'replied-on-spot', label: '当场答复', permission: 'approve-decision', Dialog: OnSpotDialog },
  {
    event: 'correction-requested',
    label: '告知补正',
    permission: 'handle-request',
    Dialog: RequestCorrectionDialog,
  },
  {
    event: 'consultation-opened',
    label: '征求意见',
    permission: 'handle-request',
    Dialog: OpenConsultationDialog,
  },
  { event: 'extended', label: '申请延长', permission: 'handle-request', Dialog: AskExtensionDialog },
  { event: 'extended', label: '登记书面同意的延长', permission: 'extend-deadline', Dialog: ExtendDialog },
  { event: 'reasons-asked', label: '要求说明理由', permission: 'handle-request', Dialog: AskReasonsDialog },
  {
    event: 'delayed-reply-fixed',
    label: '延迟答复',
    permission: 'extend-deadline',
    Dialog: FixDelayedReplyDialog,
  },
  { event: 'fee-noticed', label: '收费通知', permission: 'handle-request', Dialog: NoticeFeeDialog },
  { event: 'delivered', label: '登记签收', permission: 'handle-request', Dialog: DeliverDialog },
  { event: 'service-failed', label: '送达未成', permission: 'handle-request', Dialog: FailServiceDialog },
  { event: 'withdrawn', label: '申请人撤回', permission: 'handle-request', Dialog: WithdrawDialog },
  { event: 'ordered-again', label: '责令重新答复', permission: 'handle-request', Dialog: OrderAgainDialog },
]

/** What may be done on the case now, the usual step first; the rest stays out of sight. */
export function Actions({ file }: { file: RequestView }) {
  const may = useMay()
  const [open, setOpen] = useState<ComponentType<DialogProps>>()
  const close = () => setOpen(undefined)
  const possible = ACTIONS.filter(
    ({ event, permission, label }, index) =>
      file.next.includes(event) &&
      may(permission) &&
      ACTIONS.findIndex((other) => other.label === label && may(other.permission)) === index,
  )
  const Dialog = open
  return (
    <>
      <Flex wrap gap="small" role="group" aria-label="办理事项">
        {file.next.includes('decision-approved') ? <ApproveButton file={file} /> : null}
        {possible.map(({ label, Dialog: Chosen, usual }) => (
          <Button key={label} type={usual ? 'primary' : 'default'} onClick={() => setOpen(() => Chosen)}>
            {label}
          </Button>
        ))}
        <Gate permission="handle-request">
          <Button onClick={() => setOpen(() => AssignDialog)}>指定经办人</Button>
          {file.fee !== null && file.fee.paidYuan > file.fee.refundedYuan ? (
            <Button onClick={() => setOpen(() => RefundDialog)}>登记退费</Button>
          ) : null}
          <Button onClick={() => setOpen(() => ReadScopeDialog)}>知悉范围</Button>
        </Gate>
        <Button onClick={() => setOpen(() => NoteDialog)}>添加备注</Button>
      </Flex>
      {Dialog === undefined ? null : <Dialog file={file} onClose={close} />}
    </>
  )
}

function ApproveButton({ file }: { file: RequestView }) {
  return (
    <Gate permission="approve-decision">
      <ActButton
        type="primary"
        route={requests.approve}
        input={{ params: { requestId: file.requestId }, body: { version: file.version } }}
        done="已签发，答复书已经编排文号"
        confirm={{
          title: '签发处理决定？',
          content: (
            <Typography.Paragraph>
              签发后编排文号并生成答复书，不能再修改。请先在“处理决定”中对照申请内容逐项核对。
            </Typography.Paragraph>
          ),
          okText: '签发',
        }}
      >
        签发
      </ActButton>
    </Gate>
  )
}
