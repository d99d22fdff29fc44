import { type OpinionCallFile, opinionCalls } from '@mingfu/contract'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { Button, Card, Flex, Input, momentText, Typography } from '../ui/index.ts'

/** 采纳情况: written by one, released by another, within thirty days of the closing day. */
export function ResultCard({ file: { call, opinions } }: { file: OpinionCallFile }) {
  const [dialog, setDialog] = useState<'draft' | 'return'>()
  const { callId, version, state, resultText, resultPublishedAt } = call
  if (state === 'coming' || state === 'open' || state === 'cancelled') return null
  const left = opinions.filter(({ outcome }) => outcome === null).length
  const close = () => setDialog(undefined)
  return (
    <Card title="采纳情况">
      {resultText === null ? (
        <Typography.Paragraph type="secondary">
          {left > 0 ? `还有${left}条意见没有写明是否采纳。` : '意见已经全部办理，可以拟写采纳情况。'}
        </Typography.Paragraph>
      ) : (
        <Typography.Paragraph>{resultText}</Typography.Paragraph>
      )}
      {call.resultReturnedFor === null ? null : (
        <Typography.Paragraph type="danger">退回：{call.resultReturnedFor}</Typography.Paragraph>
      )}
      {resultPublishedAt === null ? (
        <Flex wrap gap="small">
          <Gate permission="answer-feedback">
            <Button disabled={left > 0} onClick={() => setDialog('draft')}>
              {resultText === null ? '拟写采纳情况' : '修改'}
            </Button>
          </Gate>
          {resultText === null ? null : (
            <Gate permission="review-feedback">
              <ActButton
                type="primary"
                route={opinionCalls.reviewResult}
                input={{ params: { callId }, body: { version, accepted: true } }}
                confirm={{
                  title: '公布采纳情况？',
                  content: '采纳情况和各条意见的要点公布在征集页面，并提醒要求告知的人。',
                  okText: '公布',
                }}
                done="采纳情况已经公布"
              >
                审核通过，公布
              </ActButton>
              <Button onClick={() => setDialog('return')}>退回</Button>
            </Gate>
          )}
        </Flex>
      ) : (
        <Typography.Text type="secondary">
          {call.resultDraftedBy}拟写，{call.resultReviewedBy}审核，{momentText(resultPublishedAt)}公布
        </Typography.Text>
      )}
      {dialog === 'draft' ? (
        <FormDialog
          route={opinionCalls.draftResult}
          input={{ params: { callId } }}
          title="采纳情况"
          initial={{ text: resultText ?? '' }}
          toBody={(values) => ({ ...values, version })}
          submit="提交审核"
          done="等待审核"
          onDone={close}
          onClose={close}
        >
          <Field name="text" extra="总体情况、主要意见和处理；各条意见的要点和采纳情况自动列在后面。">
            <Input.TextArea autoSize={{ minRows: 5 }} maxLength={4000} />
          </Field>
        </FormDialog>
      ) : null}
      {dialog === 'return' ? (
        <FormDialog
          route={opinionCalls.reviewResult}
          input={{ params: { callId } }}
          title="退回采纳情况"
          toBody={({ reason }) => ({ reason, accepted: false, version })}
          submit="退回"
          done="已经退回"
          onDone={close}
          onClose={close}
        >
          <Field name="reason">
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
          </Field>
        </FormDialog>
      ) : null}
    </Card>
  )
}
