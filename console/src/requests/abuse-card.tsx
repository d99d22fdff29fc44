import { type AbuseFactsView, type RequestView, requests } from '@mingfu/contract'
import { OUTCOMES } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { Button, Card, dayText, Flex, Input, Typography } from '../ui/index.ts'
import { DraftDialog } from './decision-dialog.tsx'
import { AskReasonsDialog } from './limit-dialogs.tsx'

/** States in which nothing was done on a case yet. */
const UNTOUCHED = ['submitted', 'received-unconfirmed', 'registered']

/** 申请频次: figures and earlier answers, for a person to judge by. */
export function AbuseCard({ file }: { file: RequestView }) {
  const { requestId, version } = file
  const facts = useCall(requests.abuseFacts, { params: { requestId } })
  const [dialog, setDialog] = useState<'reasons' | 'repeat' | 'spam'>()
  const close = () => setDialog(undefined)
  if (facts.data === undefined) return null
  const { draft } = facts.data
  const earlier = facts.data.answered.at(-1)
  return (
    <Card title="申请频次和重复情况">
      <Flex vertical gap="small" align="start">
        <Figures facts={facts.data} />
        <Typography.Text type="secondary">
          以上只是事实。是否超过合理范围、是否重复，由经办人依据条例第三十五条、第三十六条第（六）项判断。
        </Typography.Text>
        <Gate permission="handle-request">
          <Flex gap="small" wrap>
            {draft !== null && file.next.includes('reasons-asked') ? (
              <Button size="small" onClick={() => setDialog('reasons')}>
                起草说明理由告知书
              </Button>
            ) : null}
            {earlier !== undefined && file.next.includes('decision-drafted') ? (
              <Button size="small" onClick={() => setDialog('repeat')}>
                起草重复申请告知书
              </Button>
            ) : null}
            {UNTOUCHED.includes(file.state) ? (
              <Button size="small" onClick={() => setDialog('spam')}>
                移入垃圾信息
              </Button>
            ) : null}
          </Flex>
        </Gate>
      </Flex>
      {dialog === 'reasons' && draft !== null ? (
        <AskReasonsDialog file={file} onClose={close} initial={draft} />
      ) : null}
      {dialog === 'repeat' && earlier !== undefined ? (
        <DraftDialog
          file={file}
          onClose={close}
          initial={[
            {
              outcome: 'noproc-repeat',
              facts: { earlierReplyOn: earlier.servedOn ?? '', earlierReplyNumber: earlier.documentNumber },
            },
          ]}
        />
      ) : null}
      {dialog === 'spam' ? (
        <FormDialog
          title="移入垃圾信息"
          route={requests.setAside}
          input={{ params: { requestId } }}
          toBody={(values) => ({ ...values, version })}
          submit="移入"
          done="已移入垃圾信息"
          onDone={close}
          onClose={close}
        >
          <Typography.Paragraph type="secondary">
            只用于广告、乱码等不是申请的信息。期限照常计算，随时可以恢复；是申请的，应当依法答复。
          </Typography.Paragraph>
          <Field name="reason">
            <Input />
          </Field>
        </FormDialog>
      ) : null}
    </Card>
  )
}

function Figures({ facts }: { facts: AbuseFactsView }) {
  const { inTwelveMonths, inThisMonth, othersMost, othersMedian, sameContent, answered } = facts
  if (inTwelveMonths === 0) return <span>没有证件号码，不能统计同一申请人的申请。</span>
  return (
    <>
      <span>
        同一申请人十二个月内{inTwelveMonths}件，当月{inThisMonth}件；其他申请人最多{othersMost}件，中位数
        {othersMedian}件。
      </span>
      {sameContent === 0 ? null : <span>内容相同的申请另有{sameContent}件。</span>}
      {answered.map(({ requestId, number, servedOn, outcome, documentNumber }) => (
        <span key={requestId}>
          <Link to={`/requests/${requestId}`}>{number}</Link> {dayText(servedOn)}已答复（
          {OUTCOMES[outcome].label}，{documentNumber}）
        </span>
      ))}
    </>
  )
}
