import { type RequestView, requests } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useSession } from '../session/use-session.ts'
import { Button, Card, DayField, dayText, Flex, Input, Radio, Select, Tag } from '../ui/index.ts'
import type { DialogProps } from './use-on.ts'

const DECISIONS = { publish: '转为主动公开', 'not-publish': '不转为主动公开' } as const

/** 转主动公开: proposed by the clerk, decided by the head of the office by a day; then a publication like any other. */
export function PublicationCard({ file }: { file: RequestView }) {
  const [proposing, setProposing] = useState(false)
  const [deciding, setDeciding] = useState<string>()
  const { data: me } = useSession()
  const granted = file.outcome !== null && /^(grant|partial)/.test(file.outcome)
  if (!granted && file.proposals.length === 0) return null
  return (
    <Card
      title="转主动公开"
      extra={
        granted ? (
          <Gate permission="handle-request">
            <Button size="small" onClick={() => setProposing(true)}>
              提议
            </Button>
          </Gate>
        ) : null
      }
    >
      {file.proposals.map(
        ({ proposalId, title, reason, decideBy, proposedBy, decision, opinion, decidedBy, documentId }) => (
          <Flex key={proposalId} vertical gap={4} className="case-part">
            <strong>{title}</strong>
            <div className="detail">
              {proposedBy}：{reason}
            </div>
            {decision === null ? (
              <Flex wrap gap="small" align="center">
                <Tag color={me !== undefined && me.today > decideBy ? 'error' : 'default'}>
                  {dayText(decideBy)}前决定
                </Tag>
                <Gate permission="lead-office">
                  <Button size="small" type="primary" onClick={() => setDeciding(proposalId)}>
                    作出决定
                  </Button>
                </Gate>
              </Flex>
            ) : (
              <div className="detail">
                <Tag color={decision === 'publish' ? 'success' : 'default'}>{DECISIONS[decision]}</Tag>
                {decidedBy}：{opinion}
                {documentId === null ? null : (
                  <Link to={`/disclosure/documents/${documentId}`}>　公开稿</Link>
                )}
              </div>
            )}
          </Flex>
        ),
      )}
      {proposing ? <ProposeDialog file={file} onClose={() => setProposing(false)} /> : null}
      {deciding === undefined ? null : (
        <FormDialog
          title="是否转为主动公开"
          route={requests.decidePublication}
          input={{ params: { proposalId: deciding } }}
          submit="确定"
          done="已作出决定"
          onDone={() => setDeciding(undefined)}
          onClose={() => setDeciding(undefined)}
        >
          <Field
            name="decision"
            extra="同意的，自动拟制公开稿，再经审查、签发后发布；不带入申请人的任何信息。"
          >
            <Radio.Group options={Object.entries(DECISIONS).map(([value, label]) => ({ value, label }))} />
          </Field>
          <Field name="opinion">
            <Input.TextArea autoSize={{ minRows: 2 }} />
          </Field>
        </FormDialog>
      )}
    </Card>
  )
}

function ProposeDialog({ file, onClose }: DialogProps) {
  const released = file.files.filter(({ purpose }) => purpose === 'answer')
  return (
    <FormDialog
      title="提议转主动公开"
      route={requests.proposePublication}
      input={{ params: { requestId: file.requestId } }}
      submit="提交负责人"
      done="已提交公开工作机构负责人"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="title">
        <Input />
      </Field>
      <Field name="fileId" extra="选用已经遮盖、检验的公开版本；不选的，另行撰写。">
        <Select allowClear options={released.map(({ fileId, name }) => ({ value: fileId, label: name }))} />
      </Field>
      <Field
        name="reason"
        extra="多个申请人就相同信息提出申请且可以公开的，可以纳入主动公开（条例第四十四条）。"
      >
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="decideBy">
        <DayField />
      </Field>
    </FormDialog>
  )
}
