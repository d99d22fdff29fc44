import { requests } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type AnswerOf, download } from '../session/call.ts'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useSession } from '../session/use-session.ts'
import {
  Alert,
  Button,
  Card,
  Checkbox,
  DayField,
  dayText,
  ErrorNote,
  Flex,
  Form,
  Input,
  PageHead,
  Result,
  Select,
} from '../ui/index.ts'
import { ApplicantFields } from './applicant-fields.tsx'
import { type ChosenFile, FileChoice } from './file-choice.tsx'
import './requests.css'
import { CHANNEL_OPTIONS, CLASS_OPTIONS, DELIVERY_OPTIONS, MEDIUM_OPTIONS } from './words.ts'

type Registered = AnswerOf<typeof requests.register>

/** 登记申请: what came by counter, post, fax, e-mail or word of mouth. The system says which day counts. */
export default function RegisterPage() {
  const [registered, setRegistered] = useState<Registered>()
  if (registered !== undefined)
    return <Done registered={registered} onNext={() => setRegistered(undefined)} />
  return <RegisterForm onDone={setRegistered} />
}

function RegisterForm({ onDone }: { onDone: (registered: Registered) => void }) {
  const { data: me } = useSession()
  // Made with the form: a second click, or a retry after a lost answer, registers nothing anew.
  const [filingKey] = useState(() => crypto.randomUUID())
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  return (
    <>
      <PageHead
        title="登记申请"
        note="收到申请之日由渠道和下列日期依法确定；申请缺少内容的照样登记，再一次性告知补正。"
        back={<Link to="/requests">申请办理</Link>}
      />
      <div className="register">
        <ContractForm
          route={requests.register}
          input={{ files }}
          submit="登记"
          onDone={onDone}
          initial={{
            channel: 'in-person',
            arrivedOn: me?.today,
            applicantClass: 'natural-person',
            acceptsOtherForm: true,
            applicant: { kind: 'person', identityKind: 'resident-id' },
          }}
          toBody={(values) => ({ ...values, filingKey, applicant: applicantOf(values.applicant) })}
        >
          <Card title="收到" className="below">
            <ArrivalFields />
          </Card>
          <Card title="申请人" className="below">
            <ApplicantFields />
            <Field name="applicantClass" extra="只用于统计。">
              <Select options={CLASS_OPTIONS} />
            </Field>
            <FileChoice
              field="identity-proof"
              label="添加身份证明、授权委托书"
              files={files}
              onChange={setFiles}
            />
          </Card>
          <Card title="申请内容" className="below">
            <WishFields />
            <FileChoice field="attachment" label="添加申请书扫描件、附件" files={files} onChange={setFiles} />
          </Card>
        </ContractForm>
      </div>
    </>
  )
}

/** How it came in, and which of its days the law asks for. */
function ArrivalFields() {
  const channel = Form.useWatch('channel')
  const confirmed = ['post-ordinary', 'fax', 'email', 'online'].includes(channel)
  return (
    <>
      <Field name="channel">
        <Select options={CHANNEL_OPTIONS} />
      </Field>
      <Field name="arrivedOn" extra={ARRIVAL[channel as keyof typeof ARRIVAL]}>
        <DayField />
      </Field>
      {confirmed ? (
        <Field name="confirmedOn" extra="双方确认之日为收到申请之日；尚未确认的不填，确认后再登记。">
          <DayField />
        </Field>
      ) : null}
      <Field name="proof">
        <Input placeholder="如：EMS 邮件号码、来电记录" />
      </Field>
    </>
  )
}

const ARRIVAL = {
  'in-person': '提交之日。',
  oral: '代填内容经申请人确认之日。',
  'post-signed': '本机关任何人签收之日（包括门卫、收发室），不是转到公开工作机构之日。',
  'post-ordinary': '信函到达之日；应当在当日与申请人确认。',
  fax: '传真到达之日。',
  email: '邮件进入本机关邮箱之日。',
  online: '申请人提交之日。',
} as const

function WishFields() {
  return (
    <>
      <Field name={['wish', 'description']}>
        <Input.TextArea autoSize={{ minRows: 4 }} />
      </Field>
      <Field name={['wish', 'infoTitle']}>
        <Input />
      </Field>
      <div className="pairs">
        <Field name={['wish', 'infoDocumentNumber']}>
          <Input />
        </Field>
        <Field name={['wish', 'infoIndexNumber']}>
          <Input />
        </Field>
        <Field name={['wish', 'wantedMedium']} extra="申请中没有写明的不选。">
          <Select allowClear options={MEDIUM_OPTIONS} />
        </Field>
        <Field name={['wish', 'wantedDelivery']} extra="申请中没有写明的不选。">
          <Select allowClear options={DELIVERY_OPTIONS} />
        </Field>
      </div>
      <Form.Item name="acceptsOtherForm" valuePropName="checked">
        <Checkbox>不能按指定方式提供的，接受其他方式</Checkbox>
      </Form.Item>
      <Field name="purpose" extra="申请人没有义务说明用途，不得要求填写。">
        <Input />
      </Field>
    </>
  )
}

/** An organisation is identified by its credit code, whatever stood in the form before. */
function applicantOf(applicant: unknown): unknown {
  const given = applicant as Readonly<{ kind?: string; hasAgent?: boolean; agent?: unknown }>
  const { hasAgent, agent, ...rest } = given
  return {
    ...rest,
    ...(rest.kind === 'organisation' ? { identityKind: 'credit-code' } : {}),
    agent: hasAgent ? agent : null,
  }
}

/** 已登记: number, days, and the query code, which is shown this once. */
function Done({ registered, onNext }: { registered: Registered; onNext: () => void }) {
  const [error, setError] = useState<unknown>(null)
  const { requestId, number, queryCode, receivedOn, dueOn, provisional, hints } = registered
  return (
    <Result
      status="success"
      title={`已登记：${number}`}
      subTitle={
        receivedOn === null
          ? '尚待与申请人确认，确认后起算答复期限。'
          : `收到申请之日：${dayText(receivedOn)}；答复期限届满日：${dayText(dueOn)}${provisional ? '（暂定）' : ''}`
      }
      extra={
        <Flex vertical gap="middle" align="center">
          <Alert
            type="warning"
            showIcon
            title="查询码只显示这一次，请交给申请人"
            description={<span className="query-code">{queryCode}</span>}
          />
          {hints.map(({ text, basis }) => (
            <Alert key={text} type="info" showIcon title={text} description={`依据：${basis}`} />
          ))}
          <Flex wrap gap="small" justify="center">
            {receivedOn === null ? null : (
              <Button
                type="primary"
                onClick={() => {
                  setError(null)
                  download(requests.receipt, { body: { number, queryCode } }).catch(setError)
                }}
              >
                打印登记回执
              </Button>
            )}
            <Link to={`/requests/${requestId}`}>
              <Button tabIndex={-1}>打开案卷</Button>
            </Link>
            <Button onClick={onNext}>登记下一件</Button>
          </Flex>
          <ErrorNote error={error} />
        </Flex>
      }
    />
  )
}
