import { release, type TransferMonthView } from '@mingfu/contract'
import { DEPOSIT, DEPOSIT_RECIPIENTS, DEPOSIT_STATES } from '@mingfu/law'
import { useState } from 'react'
import { urlOf } from '../session/call.ts'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay, useSession } from '../session/use-session.ts'
import {
  Button,
  type Column,
  DayField,
  dayText,
  Flex,
  Input,
  PageHead,
  QueryTable,
  Select,
  Spin,
  Statute,
  Tag,
} from '../ui/index.ts'
import { ArchiveRulesCard } from './archive-rules-card.tsx'

type Recipient = TransferMonthView['recipients'][number]
type Opened =
  | Readonly<{ what: 'make'; month: string; recipient: Recipient['recipient'] }>
  | Readonly<{ what: 'receipt'; list: NonNullable<Recipient['list']> }>

const COLORS: Readonly<Record<Recipient['state'], string>> = {
  nothing: 'default',
  'to-make': 'processing',
  'awaiting-receipt': 'processing',
  received: 'success',
  overdue: 'error',
}

/** 移送: what each month brought, handed to the state archive and the public library, with their receipts. */
export default function TransfersPage() {
  const { data: me } = useSession()
  if (me === undefined) return <Spin />
  return <Transfers thisYear={Number(me.today.slice(0, 4))} />
}

function Transfers({ thisYear }: { thisYear: number }) {
  const [year, setYear] = useState(thisYear)
  const [opened, setOpened] = useState<Opened>()
  const months = useCall(release.transfers, { params: { year } })
  const years = Array.from({ length: thisYear - 2007 }, (_, ago) => thisYear - ago)
  const columns: readonly Column<TransferMonthView>[] = [
    { title: '月份', width: 80, cell: ({ month }) => `${Number(month.slice(5))}月` },
    { title: '发布', width: 80, cell: ({ published }) => `${published}件` },
    { title: '期限', width: 160, cell: ({ published, dueOn }) => (published === 0 ? '—' : dayText(dueOn)) },
    ...(['archives', 'library'] as const).map((id) => ({
      title: DEPOSIT_RECIPIENTS[id],
      cell: ({ month, recipients }: TransferMonthView) => {
        const one = recipients.find(({ recipient }) => recipient === id)
        return one === undefined ? null : <Handed month={month} of={one} onOpen={setOpened} />
      },
    })),
  ]
  const close = () => setOpened(undefined)
  return (
    <>
      <PageHead
        title="归档和移送"
        note={
          <>
            当月发布的，下月移送并登记回执。一件一个归档包，在信息页下载。
            <Statute of={DEPOSIT.basis} />
          </>
        }
        actions={
          <Select
            aria-label="年度"
            value={year}
            onChange={setYear}
            options={years.map((value) => ({ value, label: `${value}年` }))}
          />
        }
      />
      <QueryTable
        query={months}
        rows={months.data}
        rowKey={({ month }) => month}
        columns={columns}
        empty="这一年还没有已经结束的月份。"
      />
      <div className="above">
        <ArchiveRulesCard />
      </div>
      {opened?.what === 'make' ? <MakeDialog {...opened} onClose={close} /> : null}
      {opened?.what === 'receipt' ? <ReceiptDialog list={opened.list} onClose={close} /> : null}
    </>
  )
}

function Handed({
  month,
  of: { recipient, state, list },
  onOpen,
}: Readonly<{ month: string; of: Recipient; onOpen: (what: Opened) => void }>) {
  const may = useMay()
  const handles = may('publish-document')
  return (
    <Flex wrap gap={4} align="center">
      <Tag color={COLORS[state]}>{DEPOSIT_STATES[state]}</Tag>
      {list === null ? null : (
        <>
          <span>
            {list.documents.length}件
            {list.receivedOn === null
              ? ''
              : `，${dayText(list.receivedOn)}${list.receivedBy ?? ''}接收${list.receiptNumber === null ? '' : `，${list.receiptNumber}`}`}
          </span>
          {(['docx', 'pdf'] as const).map((type) => (
            <a
              key={type}
              href={urlOf(release.transferFile, { params: { transferId: list.transferId, type } })}
            >
              {type === 'docx' ? 'Word' : 'PDF'}
            </a>
          ))}
        </>
      )}
      {handles && list === null && state !== 'nothing' ? (
        <Button size="small" onClick={() => onOpen({ what: 'make', month, recipient })}>
          移送
        </Button>
      ) : null}
      {handles && list !== null && list.receivedOn === null ? (
        <Button size="small" onClick={() => onOpen({ what: 'receipt', list })}>
          登记回执
        </Button>
      ) : null}
    </Flex>
  )
}

function MakeDialog({
  month,
  recipient,
  onClose,
}: Readonly<{ month: string; recipient: Recipient['recipient']; onClose: () => void }>) {
  return (
    <FormDialog
      title={`移送${Number(month.slice(5))}月发布的信息`}
      route={release.makeTransfer}
      toBody={(values) => ({ ...values, month, recipient })}
      submit="生成移送清单"
      done="移送清单已经生成"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="recipientName" extra="清单的抬头，例如：南阳市档案馆。">
        <Input maxLength={60} />
      </Field>
    </FormDialog>
  )
}

function ReceiptDialog({
  list,
  onClose,
}: Readonly<{ list: NonNullable<Recipient['list']>; onClose: () => void }>) {
  const { data: me } = useSession()
  return (
    <FormDialog
      title="登记回执"
      route={release.registerReceipt}
      input={{ params: { transferId: list.transferId } }}
      initial={{ receivedOn: me?.today }}
      toBody={(values) => ({ ...values, version: list.version })}
      done="回执已经登记"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="receiptNumber">
        <Input maxLength={60} />
      </Field>
      <Field name="receivedBy">
        <Input maxLength={60} />
      </Field>
      <Field name="receivedOn">
        <DayField />
      </Field>
      <Field name="note">
        <Input maxLength={300} />
      </Field>
    </FormDialog>
  )
}
