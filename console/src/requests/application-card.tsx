import { type ApplicantView, type RequestView, requests } from '@mingfu/contract'
import {
  APPLICANT_CLASSES,
  CHANNELS,
  IDENTITY_KINDS,
  WANTED_DELIVERIES,
  WANTED_MEDIA,
  type WantedDelivery,
  type WantedMedium,
} from '@mingfu/law'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { Alert, Button, Card, Descriptions, Input, Typography } from '../ui/index.ts'

/** 申请: what is asked, how it is wanted, and by whom, masked. */
export function ApplicationCard({ file }: { file: RequestView }) {
  const [shown, setShown] = useState<ApplicantView>()
  const [asking, setAsking] = useState(false)
  return (
    <Card title="申请">
      <Asked file={file} />
      <Descriptions column={1} size="small" className="below" items={wishItems(file)} />
      <Descriptions
        column={1}
        size="small"
        title="申请人"
        items={applicantItems(shown ?? file.applicant, APPLICANT_CLASSES[file.applicantClass].label)}
        extra={
          <Gate permission="reveal-applicant">
            {shown === undefined ? (
              <Button size="small" onClick={() => setAsking(true)}>
                查看完整信息
              </Button>
            ) : (
              <Button size="small" onClick={() => setShown(undefined)}>
                遮盖
              </Button>
            )}
          </Gate>
        }
      />
      {asking ? (
        <FormDialog
          title="查看申请人身份信息"
          route={requests.reveal}
          input={{ params: { requestId: file.requestId } }}
          submit="查看"
          onDone={(applicant) => {
            setShown(applicant)
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        >
          <Field name="reason" extra="查看人、时间和事由记入审计日志。">
            <Input placeholder="如：邮寄答复书、电话核对申请内容" />
          </Field>
        </FormDialog>
      ) : null}
    </Card>
  )
}

/** What was asked, with what was put right later, and what to check. */
export function Asked({ file }: { file: RequestView }) {
  const corrections = file.timeline.filter(({ kind }) => kind === 'correction-received')
  return (
    <div className="case-part">
      <Typography.Paragraph className="document-text">{file.asked}</Typography.Paragraph>
      {corrections.map(({ id, lines }) => (
        <Typography.Paragraph key={id} className="document-text">
          {lines.filter((line) => line.startsWith('补正内容')).join('')}
        </Typography.Paragraph>
      ))}
      {file.hints.map(({ text, basis }) => (
        <Alert
          key={text}
          type="warning"
          showIcon
          className="case-part"
          title={text}
          description={`依据：${basis}`}
        />
      ))}
    </div>
  )
}

function wishItems(file: RequestView) {
  const medium = WANTED_MEDIA[file.wantedMedium as WantedMedium]?.label
  const delivery = WANTED_DELIVERIES[file.wantedDelivery as WantedDelivery]?.label
  return present([
    ['申请渠道', CHANNELS[file.channel].label],
    ['信息名称', file.infoTitle],
    ['文号', file.infoDocumentNumber],
    ['索引号', file.infoIndexNumber],
    ['用途', file.purpose],
    ['提供方式', medium ?? '没有写明'],
    ['获取方式', delivery ?? '没有写明'],
    ['其他方式', file.acceptsOtherForm ? '可以接受' : '不接受'],
  ])
}

function applicantItems(applicant: ApplicantView, classLabel: string) {
  const { contact, agent } = applicant
  return present([
    [applicant.kind === 'person' ? '姓名' : '名称', applicant.name],
    ['类别', classLabel],
    [IDENTITY_KINDS[applicant.identityKind].label, applicant.identityNumber],
    ['工作单位', applicant.employer],
    ['法定代表人', applicant.legalRepresentative],
    ['联系人', applicant.contactName],
    ['联系电话', contact.phone],
    ['电子邮箱', contact.email],
    ['联系地址', contact.address],
    ['邮政编码', contact.postcode],
    ['传真', contact.fax],
    ['代理人', agent === null ? '' : `${agent.name}，${agent.phone}，${agent.authority}`],
    [
      '代理人证件',
      agent === null ? '' : `${IDENTITY_KINDS[agent.identityKind].label} ${agent.identityNumber}`,
    ],
  ])
}

function present(rows: readonly (readonly [label: string, value: string])[]) {
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ key: label, label, children: value }))
}
