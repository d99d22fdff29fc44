import { type RecordCorrectionView, recordCorrections } from '@mingfu/contract'
import { useState } from 'react'
import { download } from '../../session/call.ts'
import { Field, FormDialog } from '../../session/contract-form.tsx'
import { Gate } from '../../session/gate.tsx'
import { useCall } from '../../session/use-call.ts'
import { useSession } from '../../session/use-session.ts'
import {
  Button,
  type Column,
  DayField,
  dayText,
  ErrorNote,
  Flex,
  Form,
  Input,
  PageHead,
  QueryTable,
  Radio,
  Tag,
  Typography,
} from '../../ui/index.ts'

const FINDINGS = {
  corrected: '已予更正',
  'not-corrected': '不予更正',
  forwarded: '转送有权更正的机关',
  pointed: '告知向有权更正的机关提出',
} as const

/** 更正申请: that a record about oneself is wrong; apart from requests and not in their report. */
export default function RecordCorrectionsPage() {
  const query = useCall(recordCorrections.list)
  const { data: me } = useSession()
  const [registering, setRegistering] = useState(false)
  const [deciding, setDeciding] = useState<RecordCorrectionView>()
  const [error, setError] = useState<unknown>(null)
  const columns: readonly Column<RecordCorrectionView>[] = [
    { title: '编号', width: 190, cell: ({ number }) => number },
    {
      title: '要求更正的记录',
      cell: ({ record, claim, claimant }) => (
        <>
          <div className="detail">{record}</div>
          <Typography.Text type="secondary">
            {claimant.name}　{claim}
          </Typography.Text>
        </>
      ),
    },
    { title: '收到日期', width: 130, cell: ({ receivedOn }) => dayText(receivedOn) },
    {
      title: '办理目标',
      width: 130,
      cell: ({ targetOn, decidedOn }) => (
        <Tag color={decidedOn === null && me !== undefined && me.today > targetOn ? 'error' : 'default'}>
          {dayText(targetOn)}
        </Tag>
      ),
    },
    {
      title: '处理',
      width: 240,
      cell: (one) =>
        one.finding === null ? (
          <Gate permission="lead-office">
            <Button size="small" type="primary" onClick={() => setDeciding(one)}>
              作出处理
            </Button>
          </Gate>
        ) : (
          <Flex vertical gap={4}>
            <span>
              {FINDINGS[one.finding]}　{one.documentNumber}
            </span>
            <Gate permission="reveal-applicant">
              <Flex gap="small">
                {(['pdf', 'docx'] as const).map((type) => (
                  <Button
                    key={type}
                    size="small"
                    onClick={() => {
                      setError(null)
                      const params = { correctionId: one.correctionId }
                      download(recordCorrections.letter, { params, query: { type } }).catch(setError)
                    }}
                  >
                    {type === 'pdf' ? 'PDF' : 'Word'}
                  </Button>
                ))}
              </Flex>
            </Gate>
          </Flex>
        ),
    },
  ]
  return (
    <>
      <PageHead
        title="更正申请"
        note="申请人有证据证明行政机关提供的与其自身相关的政府信息记录不准确的，可以要求更正（条例第四十一条）。条例没有规定期限，按20个工作日掌握；不计入年度报告的申请件数。"
        actions={
          <Gate permission="handle-request">
            <Button type="primary" onClick={() => setRegistering(true)}>
              登记更正申请
            </Button>
          </Gate>
        }
      />
      <ErrorNote error={error} />
      <QueryTable
        query={query}
        rows={query.data}
        columns={columns}
        rowKey={({ correctionId }) => correctionId}
        empty="没有更正申请。"
      />
      {registering ? <RegisterDialog onClose={() => setRegistering(false)} /> : null}
      {deciding === undefined ? null : (
        <DecideDialog correction={deciding} onClose={() => setDeciding(undefined)} />
      )}
    </>
  )
}

function RegisterDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { data: me } = useSession()
  return (
    <FormDialog
      title="登记更正申请"
      route={recordCorrections.register}
      submit="登记"
      done="已登记"
      onDone={onClose}
      onClose={onClose}
      initial={{ kind: 'person', receivedOn: me?.today }}
    >
      <Field name="kind">
        <Radio.Group
          options={[
            { value: 'person', label: '公民' },
            { value: 'organisation', label: '法人或者其他组织' },
          ]}
        />
      </Field>
      <Field name={['claimant', 'name']}>
        <Input />
      </Field>
      <Field name={['claimant', 'identityNumber']}>
        <Input />
      </Field>
      <Field name={['claimant', 'phone']}>
        <Input inputMode="tel" />
      </Field>
      <Field name={['claimant', 'address']}>
        <Input />
      </Field>
      <Field name="record">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="claim">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="receivedOn">
        <DayField />
      </Field>
    </FormDialog>
  )
}

function DecideDialog({
  correction,
  onClose,
}: Readonly<{ correction: RecordCorrectionView; onClose: () => void }>) {
  return (
    <FormDialog
      title={`处理${correction.number}`}
      route={recordCorrections.decide}
      input={{ params: { correctionId: correction.correctionId } }}
      toBody={({ kind, text }) => ({
        version: correction.version,
        finding: { kind, [KEYS[kind as Kind]]: text },
      })}
      submit="生成更正告知书"
      done="更正告知书已经生成"
      onDone={onClose}
      onClose={onClose}
      initial={{ kind: 'corrected' }}
    >
      <FindingFields />
    </FormDialog>
  )
}

type Kind = keyof typeof FINDINGS
const KEYS: Readonly<Record<Kind, string>> = {
  corrected: 'result',
  'not-corrected': 'reason',
  forwarded: 'to',
  pointed: 'to',
}
const ASKS: Readonly<Record<Kind, string>> = {
  corrected: '更正的结果',
  'not-corrected': '不予更正的理由',
  forwarded: '转送的机关',
  pointed: '有权更正的机关',
}

function FindingFields() {
  const kind = (Form.useWatch('kind') as Kind | undefined) ?? 'corrected'
  return (
    <>
      <Form.Item name="kind" label="处理结果">
        <Radio.Group
          vertical
          options={Object.entries(FINDINGS).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="text" label={ASKS[kind]} rules={[{ required: true, message: `请填写${ASKS[kind]}` }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
    </>
  )
}
