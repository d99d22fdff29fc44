import { requests } from '@mingfu/contract'
import { feeOfItem, feeOfPages } from '@mingfu/law'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useSession } from '../session/use-session.ts'
import { Alert, DayField, dayText, Form, Input, InputNumber, Radio } from '../ui/index.ts'
import { type DialogProps, useOn } from './use-on.ts'

export function NoticeFeeDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="发出收费通知"
      route={requests.noticeFee}
      submit="生成收费通知书"
      done="收费通知书已经生成"
      initial={{ on: me?.today, method: 'by-volume', payment: props.file.feePayment }}
    >
      <FeeFields itemNumber={props.file.itemNumber} />
    </FormDialog>
  )
}

/** The amount is reckoned by the standard; nobody types it. */
function FeeFields({ itemNumber }: { itemNumber: number }) {
  const method = Form.useWatch('method')
  const pages = Form.useWatch('pages')
  const yuan =
    method === 'by-item'
      ? feeOfItem(itemNumber)
      : Number.isInteger(pages) && pages > 0
        ? feeOfPages(pages)
        : null
  return (
    <>
      <Field name="method" extra="一件申请只能用一种方式计收。">
        <Radio.Group
          options={[
            { value: 'by-item', label: '按件计收' },
            { value: 'by-volume', label: '按量计收' },
          ]}
        />
      </Field>
      {method === 'by-volume' ? (
        <Field name="pages">
          <InputNumber min={1} precision={0} />
        </Field>
      ) : null}
      <Alert
        type={yuan === 0 ? 'warning' : 'info'}
        showIcon
        className="below"
        title={
          yuan === null
            ? '填写页数后计算金额'
            : `${method === 'by-item' ? `本件为该申请人当月第${itemNumber}件，` : ''}按标准应收${yuan}元`
        }
      />
      <Field name="payment">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
      <Field name="deliveredOn" extra="缴费期限自申请人收到通知次日起计算。">
        <DayField />
      </Field>
    </>
  )
}

export function RecordPaymentDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="登记缴费"
      route={requests.recordPayment}
      submit="登记"
      done="已登记缴费，处理期限重新计算"
      initial={{ on: me?.today }}
    >
      <Field name="on" extra={`缴费期限：${dayText(props.file.clock.feePayBy)}`}>
        <DayField />
      </Field>
      <Field name="receiptNumber">
        <Input />
      </Field>
    </FormDialog>
  )
}

export function LapseFeeDialog(props: DialogProps) {
  const { data: me } = useSession()
  return (
    <FormDialog
      {...useOn(props)}
      title="逾期不缴费，不再处理"
      route={requests.lapseFee}
      submit="生成不再处理告知书"
      done="不再处理告知书已经生成，本件申请办结"
      initial={{ on: me?.today }}
    >
      <Alert
        type="warning"
        showIcon
        className="below"
        title={`缴费期限：${dayText(props.file.clock.feePayBy)}。应当有收费通知书的送达凭证。`}
      />
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}

/** 登记退费: of what was paid and not given back yet. */
export function RefundDialog(props: DialogProps) {
  const { data: me } = useSession()
  const { fee } = props.file
  const left = fee === null ? 0 : fee.paidYuan - fee.refundedYuan
  return (
    <FormDialog
      {...useOn(props)}
      title="登记退费"
      route={requests.recordRefund}
      submit="登记"
      done="已登记退费"
      initial={{ on: me?.today, amountInYuan: left }}
    >
      <Field name="amountInYuan" extra={`已缴${fee?.paidYuan ?? 0}元，已退${fee?.refundedYuan ?? 0}元。`}>
        <InputNumber min={1} max={left} precision={0} />
      </Field>
      <Field name="reason">
        <Input placeholder="如：复议决定撤销原答复" />
      </Field>
      <Field name="voucher">
        <Input placeholder="如：财政退付书编号" />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}
